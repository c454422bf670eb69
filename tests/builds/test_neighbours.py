"""Extensions that sites have beside us: pages say the same with each of them, loaded before us and after us.

`.ci/long` installs them into an environment of their own; docs/how-to/other-extensions.md lists them.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from support.everything import FILES
from support.site import Site

PAGE = Path(__file__).parents[2] / "docs/how-to/other-extensions.md"
CONF = """
project = "Bees"
author = "k"
html_theme = "alabaster"
html_baseurl = "https://bees.example.org/"
"""
"""With an address, which sphinx_sitemap wants, and with which pages say how to cite them."""
SETTINGS = {
    "ablog": 'blog_baseurl = "https://bees.example.org/"\n',
    "autodoc2.sphinx": "autodoc2_packages = []\n",
    "myst_nb": 'nb_execution_mode = "off"\n',
    "sphinx_external_toc": 'external_toc_path = "_toc.yml"\n',
    "sphinx_immaterial": 'html_theme = "sphinx_immaterial"\nhtml_theme_options = {"font": False}\n',
    "sphinx_last_updated_by_git": "git_untracked_check_dependencies = False\n",
    "sphinx_thebe": 'thebe_config = {"repository_url": "https://github.com/example/bees"}\n',
    "sphinxext.opengraph": 'ogp_site_url = "https://bees.example.org/"\n',
}
"""What some cannot do without."""
TOC = "root: index\nsubtrees:\n- entries:\n  - file: ida\n"
PAGES = ("index", "honey-day", "honey-before", "ida")
ADDED = ".ablog__blog_comments, .headerlink"
"""What others put into the text."""


def neighbours() -> list[str]:
    """Return the extensions in the table of the how-to."""
    rows = PAGE.read_text(encoding="utf-8").rpartition("| --- | --- |\n")[2].splitlines()
    return [row.split("|")[1].strip() for row in rows if row.startswith("|")]


def _is_there(extension: str) -> bool:
    try:
        return importlib.util.find_spec(extension) is not None
    except ModuleNotFoundError:
        return False


def _built(site: Site, extensions: list[str], settings: str, jobs: int) -> dict[str, str]:
    """Return the text of each page of ours, in a process of its own: others leave one as they like."""
    conf = f"extensions = {extensions!r}\n{CONF}{settings}"
    site.write({**FILES, "conf.py": conf, "_toc.yml": TOC})
    found: dict[str, str] = {}
    for title in ("Honey day", "Honey days"):
        report = site.source / "honey-day.md"
        report.write_text(report.read_text().replace("title: Honey day\n", f"title: {title}\n"))
        folders = [str(site.source), str(site.root / "out")]
        command = [sys.executable, "-m", "sphinx", "-q", "-j", str(jobs), *folders]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-3000:]
        found |= {f"{name} {title}": _text(site.root / f"out/{name}.html") for name in PAGES}
    return found


def _text(path: Path) -> str:
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    body = page.select_one("div.body, article, [role=main]")
    assert body is not None
    for added in body.select(ADDED):
        added.decompose()
    return "\n".join(body.stripped_strings) + "".join(str(each.get("href")) for each in body.select("a"))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages without any of them."""
    return _built(Site(tmp_path_factory.mktemp("alone")), ["sphinx_eventreport"], "", 1)


@pytest.mark.parametrize("is_first", [True, False], ids=["before us", "after us"])
@pytest.mark.parametrize("extension", neighbours())
def test_pages_say_the_same(site: Site, alone: dict[str, str], extension: str, *, is_first: bool) -> None:
    """And so they do after an edit, in one process and in four."""
    if not _is_there(extension):
        pytest.skip(f"{extension} is not installed")
    names = [extension, "sphinx_eventreport"] if is_first else ["sphinx_eventreport", extension]
    found = _built(site, names, SETTINGS.get(extension, ""), 4 if is_first else 1)
    assert {name: text for name, text in found.items() if alone[name] != text} == {}
