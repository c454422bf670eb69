from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.layouts import LAYOUTS, Layout

from sphinx_eventreport.core.files.site import SiteFiles

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return the path of a page in a site with some files."""
    for name in ("_config.yml", "posts/a b.png", "static/img/c.png", "top.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path / "posts" / "x.md"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a b.png", "posts/a b.png"),
        ("a%20b.png?v=1", "posts/a b.png"),
        ("../top.pdf#page=2", "top.pdf"),
        ("/img/c.png", "static/img/c.png"),
        ("/top.pdf", "top.pdf"),
    ],
)
def test_a_file_is_found(page: Path, written: str, expected: str) -> None:
    """From the page, or with a leading / from the root, or from where generators keep files."""
    assert SiteFiles().find(page, written) == page.parents[1] / expected


@pytest.mark.parametrize("written", ["gone.png", "", "#top", "a\0b", "/posts", "x" * 5000])
def test_a_file_is_not_found(page: Path, written: str) -> None:
    """What is not there, or no file."""
    assert SiteFiles().find(page, written) is None


def test_without_a_root_a_leading_slash_is_not_known(tmp_path: Path) -> None:
    """Nothing is guessed."""
    assert SiteFiles().find(tmp_path / "x.md", "/a.png") is None


def test_a_file_is_looked_for_once(tmp_path: Path) -> None:
    """What was found stays found: a run reads a site as it was."""
    site = SiteFiles()
    (tmp_path / "a.png").touch()
    found = site.find(tmp_path / "page.md", "a.png")
    (tmp_path / "a.png").unlink()
    assert site.find(tmp_path / "page.md", "a.png") == found == tmp_path / "a.png"


def test_a_folder_on_the_way_is_not_around(page: Path, tmp_path: Path) -> None:
    """A path that goes through a site and out of it again is in no site."""
    (tmp_path / "_config.yml").unlink()
    (page.parent / "_config.yml").touch()
    assert SiteFiles().root(page.parent / ".." / "static") is None


def test_a_file_is_found_in_a_folder_to_search(page: Path) -> None:
    """By its name alone."""
    folder = page.parents[1] / "static/img"
    assert SiteFiles().find(page, "c.png", (folder,)) == folder / "c.png"


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_file_is_found_in_the_site_of_each_generator(tmp_path: Path, layout: Layout) -> None:
    """The configuration makes the root, whatever it is called, and files are in a folder of static ones."""
    for name in (*layout.files, layout.picture):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    site = SiteFiles()
    page = tmp_path / layout.post
    assert (site.root(page.parent), site.find(page, layout.written)) == (tmp_path, tmp_path / layout.picture)


def test_a_folder_may_be_said_to_be_the_root(tmp_path: Path) -> None:
    """Where no configuration makes one."""
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a.png").touch()
    site = SiteFiles(tmp_path)
    page = tmp_path / "posts" / "x.md"
    assert (site.find(page, "/img/a.png"), site.find(page, "/img/b.png")) == (tmp_path / "img/a.png", None)
