"""Posts of every generator, imported: they say what they say unchanged."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.blogs import FILES, POSTS, TITLES
from support.posts import INDEX
from support.site import Built, Site

from sphinx_eventreport.cli import main


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build all posts as one site, once."""
    site = Site(tmp_path_factory.mktemp("unchanged"))
    return site.write({"index.md": INDEX, **POSTS, **FILES}).build()


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Import all posts, and build what that wrote, once."""
    source, site = Site(tmp_path_factory.mktemp("blog")), Site(tmp_path_factory.mktemp("imported"))
    source.write({**POSTS, **FILES})
    site.write({"index.md": INDEX})
    main(["import", str(source.source), str(site.source)])
    return site.build()


def words(built: Built, name: str) -> str:
    """Return the text of a page on one line."""
    return " ".join(built.body(name).get_text().split())


@pytest.mark.parametrize("name", TITLES)
def test_the_text_is_the_same(unchanged: Built, imported: Built, name: str) -> None:
    """Not a word is lost, and none comes in between."""
    assert words(imported, name) == words(unchanged, name)


@pytest.mark.parametrize("name", TITLES)
def test_links_and_pictures_are_the_same(unchanged: Built, imported: Built, name: str) -> None:
    """By old addresses, by ids of headings, by paths."""
    found = [
        [(node.name, str(node.get("href") or node.get("src"))) for node in built.body(name).select("a, img")]
        for built in (imported, unchanged)
    ]
    assert found[0] == found[1]


def test_the_same_is_warned_of(unchanged: Built, imported: Built) -> None:
    """An import is no worse than its source."""
    assert len(imported.warnings) <= len(unchanged.warnings)


@pytest.mark.parametrize("name", TITLES)
def test_a_check_finds_nothing(imported: Built, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What was imported is a native report, in which only what has no meaning is left."""
    path = Path(imported.app.env.doc2path(name))
    main(["check", str(path)])
    found = [line for line in capsys.readouterr().out.splitlines() if "[eventreport." in line]
    assert [line for line in found if "{{< nothing here >}}" not in line] == []
    assert "dialect:" not in path.read_text("utf-8")


def test_a_second_import_changes_nothing(tmp_path: Path) -> None:
    """Not a byte, in any dialect, and all of it is unchanged."""
    source = Site(tmp_path / "blog").write({**POSTS, **FILES}).source
    states = []
    for _ in range(2):
        main(["import", str(source), str(tmp_path / "docs")])
        files = (path for path in (tmp_path / "docs").rglob("*") if path.is_file())
        states.append({path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files})
    assert states[0] == states[1] != {}


SCRIPT = "<script>fog()</script>"
RAW_POSTS = {
    "2011-05-01-fence.md": "---\nlayout: post\ntitle: A\n---\n\n"
    f"> - ~~~{{raw}} html\n>   {SCRIPT}\n>   ~~~\n",
    "eval.md": "+++\ntitle = 'B'\ndate = 2011-05-02\n+++\n\n"
    f"```{{eval-rst}}\n.. raw:: html\n\n   {SCRIPT}\n```\n",
    "nikola.rst": ".. title: C\n.. slug: c\n.. date: 2011-05-03\n\n"
    f"* a\n\n  .. raw:: html\n\n     {SCRIPT}\n",
    "pelican.rst": "Dew\n####\n\n:date: 2011-05-04\n:author: Ada Green\n:category: a\n\n"
    f".. |s| raw:: html\n\n   {SCRIPT}\n\nA |s| b.\n",
    "ablog.rst": "East\n====\n\n.. post:: 2011-05-05\n\n"
    f".. note::\n\n   .. raw:: html\n      :class: a\n\n      {SCRIPT}\n",
    "key.md": "---\nlayout: post\ntitle: F\n---\n\n```{literalinclude} ../key.txt\n```\n",
}
"""Posts with directives that their generators do not have."""


def test_nothing_becomes_live(tmp_path: Path) -> None:
    """No script runs, and no file out of the site is read."""
    source, site = Site(tmp_path / "blog"), Site(tmp_path / "imported")
    source.write(RAW_POSTS)
    site.write({"index.md": INDEX, "../key.txt": "a key of the machine"})
    main(["import", str(source.source), str(site.source)])
    built = site.build()
    pages = [(built.outdir / name).with_suffix(".html").read_text("utf-8") for name in RAW_POSTS]
    assert [
        name for name, page in zip(RAW_POSTS, pages, strict=True) if SCRIPT in page or "a key" in page
    ] == []
