"""The documentation as it is: the tutorial is followed to its end, the pages are built strictly."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

DOCS = Path(__file__).parents[2] / "docs"
FENCE = re.compile(r"^(?P<ticks>`{3,})(?P<info>.*)\n(?P<body>(?:.*\n)*?)(?P=ticks)$", re.MULTILINE)
DOWNLOAD = re.compile(r"\{download\}`[^<`]*<(?P<source>[^>]*)>` and\s+save it as `(?P<target>[^`]*)`")
THEME = "furo"

pytest.importorskip(THEME, reason=f"the documentation is built with {THEME}, which is not installed")


class Tutorial:
    """What a reader of the tutorial does, in its order: files to write and commands to type."""

    def __init__(self, page: Path) -> None:
        """Read *page*."""
        self.page = page
        self.text = page.read_text(encoding="utf-8")

    def commands(self) -> list[str]:
        """Return every command, in its order."""
        return [
            line for fence in FENCE.finditer(self.text) if fence["info"] == "sh" for line in _lines(fence)
        ]

    def follow(self, folder: Path) -> None:
        """Do all of it in *folder*, except what makes the environment: this one is taken."""
        (folder / ".venv").symlink_to(sys.prefix)
        for step in sorted((*FENCE.finditer(self.text), *DOWNLOAD.finditer(self.text)), key=re.Match.start):
            if step.re is DOWNLOAD:
                _copy(self.page.parent / step["source"], folder / step["target"])
            elif step["info"] == "sh":
                for command in _lines(step):
                    if command.startswith(".venv/bin/sphinx-build"):
                        run(command.split(), folder)
            elif ":caption:" in step["body"]:
                _write(step["body"], folder)


def _lines(fence: re.Match[str]) -> list[str]:
    return fence["body"].strip().splitlines()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True)
    shutil.copy(source, target)


def _write(body: str, folder: Path) -> None:
    options, _blank, content = body.partition("\n\n")
    target = folder / options.removeprefix(":caption: ")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(content, encoding="utf-8")


def run(command: list[str], folder: Path) -> None:
    """Run *command* in *folder*; if it fails, what it said is in the failure."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=_environment()
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def _environment() -> dict[str, str]:
    """Return ours, without what colours or translates the output, or says where a site is."""
    found = {**os.environ, "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    found.pop("READTHEDOCS_CANONICAL_URL", None)
    return found


def page(path: Path) -> BeautifulSoup:
    """Return the built page at *path*."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@pytest.fixture(scope="module")
def tutorial() -> Tutorial:
    """Return the tutorial."""
    return Tutorial(DOCS / "tutorial.md")


@pytest.fixture(scope="module")
def tutorial_site(tutorial: Tutorial, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site that a reader has at the end of the tutorial."""
    folder = tmp_path_factory.mktemp("tutorial")
    tutorial.follow(folder)
    return folder / "out"


def test_the_tutorial_of_minutes_ends_as_it_says(tmp_path: Path) -> None:
    """What a later meeting decided and did stands on the page of the first."""
    Tutorial(DOCS / "tutorial-minutes.md").follow(tmp_path)
    march = " ".join(page(tmp_path / "out" / "2026-03-05-harbour.html").get_text(" ").split())
    group = " ".join(page(tmp_path / "out" / "index.html").get_text(" ").split())
    assert "Approved 2 April 2026" in march
    assert "Superseded by Depths are drawn in decimetres" in march
    assert "Done 29 March 2026" in march
    assert "Tell the pilots , Rosalind Teague, Due 30 April 2026" in group


@pytest.fixture(scope="module")
def docs_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the documentation, built with every warning as an error, from a copy of its sources."""
    folder = tmp_path_factory.mktemp("docs")
    for name in ("docs", "CONTRIBUTING.md"):
        source = DOCS.parent / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / name)
    run([sys.executable, "-m", "sphinx", "-nW", "-q", "docs", "out"], folder)
    return folder / "out"


def test_tutorial_installs_what_its_configuration_uses(tutorial: Tutorial) -> None:
    """The command of the tutorial that installs names the distribution and the theme."""
    assert f".venv/bin/pip install sphinx-eventreport {THEME}" in tutorial.commands()


def test_tutorial_has_no_other_commands(tutorial: Tutorial) -> None:
    """The tutorial has no command that the test does not know how to follow."""
    known = re.compile(r"mkdir minutes|cd minutes|python3 -m venv \.venv|\.venv/bin/(pip|sphinx-build) .*")
    assert [command for command in tutorial.commands() if not known.fullmatch(command)] == []


def test_tutorial_ends_with_two_cards(tutorial_site: Path) -> None:
    """The index at the end of the tutorial has the two reports, the newer event first."""
    titles = [title.get_text() for title in page(tutorial_site / "index.html").select(".er-card-title")]
    assert titles == ["A day at Tidewater", "Spring\N{NO-BREAK SPACE}Meetup in Hallbrook"]


def test_tutorial_ends_with_a_deck_that_opens(tutorial_site: Path) -> None:
    """The deck of the tutorial's report has slides, and links to a PDF that is a part of the site."""
    report = tutorial_site / "2025-05-20-docs-day.html"
    assert page(report).select(".er-slides .er-slide img")
    [link] = page(report).select(".er-slides .er-bar a[href$='.pdf']")
    assert (tutorial_site / str(link["href"])).read_bytes().startswith(b"%PDF-")


def test_tutorial_reports_are_not_in_the_navigation(tutorial_site: Path) -> None:
    """The navigation of the tutorial's site has the page of talks and no report."""
    links = page(tutorial_site / "index.html").select(".sidebar-tree a")
    assert [link.get_text() for link in links] == ["All talks"]


def test_documentation_asks_no_other_host(docs_site: Path) -> None:
    """No page of the built documentation loads anything from another host by itself."""
    remote = [
        (path.name, element.name, value)
        for path in docs_site.rglob("*.html")
        for element in page(path).select("[src], [srcset], link[rel~=stylesheet], object[data]")
        for value in (element.get("src"), element.get("srcset"), element.get("href"), element.get("data"))
        if value and re.match(r"(https?:)?//", str(value))
    ]
    assert remote == []


@pytest.mark.parametrize(("program", "output"), [("titles.py", "output"), ("slides.py", "slides")])
def test_library_page_prints_what_it_says(program: str, output: str) -> None:
    """A program on the page of the library prints the output that stands below it."""
    blocks = [
        fence["body"].partition("\n\n")
        for fence in FENCE.finditer((DOCS / "reference" / "library.md").read_text(encoding="utf-8"))
    ]
    by_caption = {options: content for options, _blank, content in blocks}
    done = subprocess.run(
        [sys.executable, "-c", by_caption[f":caption: {program}"]],
        cwd=DOCS,
        capture_output=True,
        text=True,
        check=True,
        env=_environment(),
    )
    assert done.stdout == by_caption[f":caption: {output}"]


def test_seed_shaped_example_has_its_talks(docs_site: Path) -> None:
    """The Jekyll example has three talks: the sections with a deck, and no other one."""
    report = page(docs_site / "examples" / "2019-10-04-minutes-of-northlight-cloud-day-2019.html")
    talks = [link.get_text() for link in report.select(".er-program a")]
    assert talks == ["What a Region Really Is", "The Slow Queue", "Small Functions, Large Bills"]


@pytest.mark.parametrize("name", ["index.atom", "index.ics", "index.json", "talks.atom"])
def test_examples_have_feeds(docs_site: Path, name: str) -> None:
    """Whoever reads how to subscribe can look at a feed, under the address that the site says of itself."""
    assert b"https://example.org/sphinx-eventreport/examples/" in (docs_site / "examples" / name).read_bytes()


@pytest.mark.parametrize("name", ["slides-that-stay.pdf", "a-build-in-half-the-time.pdf"])
def test_deck_has_its_source_beside_it(name: str) -> None:
    """Every slide title of a deck's source is in the outline of the PDF that was made of it."""
    source = (DOCS / "examples" / "decks" / name).with_suffix(".yml").read_text(encoding="utf-8")
    titles = re.findall(r"^  - title: (.*)$", source, re.MULTILINE)
    outline = (DOCS / "examples" / "decks" / name).read_bytes().decode("latin-1")
    assert [title for title in titles if f"/Title ({title})" not in outline] == []
