from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.files.lookup import cover_in, cover_of, differing_in_case, existing, is_root

if TYPE_CHECKING:
    from pathlib import Path

NAME = "\u00c9cran \u00e0 10.png"


def composed(name: str) -> str:
    """Return *name* as people type it."""
    return unicodedata.normalize("NFC", name)


def decomposed(name: str) -> str:
    """Return *name* as disks of macOS have it."""
    return unicodedata.normalize("NFD", name)


@pytest.mark.parametrize("on_disk", [composed, decomposed])
@pytest.mark.parametrize("asked", [composed, decomposed])
def test_a_name_is_the_same_however_it_is_composed(
    tmp_path: Path, on_disk: type[str], asked: type[str]
) -> None:
    """Folders as well as files; the path is that of the disk."""
    folder = tmp_path / on_disk("\u00e9t\u00e9")
    folder.mkdir()
    (folder / on_disk(NAME)).touch()
    path = f"\u00e9t\u00e9/{NAME}"
    assert existing(tmp_path, asked(path)) == on_disk(path)


@pytest.mark.parametrize(
    "path", ["gone.png", "\u00e9.png", "\u00e9/a.png", "folder", "x" * 5000, "a.png/b", "a.png/\u00e9"]
)
def test_what_is_not_there_is_not_found(tmp_path: Path, path: str) -> None:
    """Nor is a folder."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.png").touch()
    assert existing(tmp_path, path) is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Img/Hall.PNG", "img/hall.png"),
        ("img/hall.png", None),
        ("img/hole.png", None),
        ("IMG", None),
        ("\u00c9T\u00c9.png", "e\u0301te\u0301.png"),
    ],
)
def test_a_name_may_differ_in_case(tmp_path: Path, asked: str, found: str | None) -> None:
    """The file that was meant is known, so that a message can say so."""
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "hall.png").touch()
    (tmp_path / "e\u0301te\u0301.png").touch()
    assert differing_in_case(tmp_path, asked) == found


@pytest.mark.parametrize("mark", ["_config.yml", "pelicanconf.py", "docusaurus.config.ts", "config/_default"])
def test_a_configuration_makes_a_root(tmp_path: Path, mark: str) -> None:
    """Each generator has its own."""
    (tmp_path / mark).mkdir(parents=True)
    assert is_root(tmp_path)


def test_another_folder_is_no_root(tmp_path: Path) -> None:
    """Whatever else is in it."""
    (tmp_path / "config").mkdir()
    assert not is_root(tmp_path)


@pytest.mark.parametrize(
    ("names", "cover"),
    [
        (["featured.jpg", "cover.png"], "featured.jpg"),
        (["Cover.WebP", "other.png"], "Cover.WebP"),
        (["featured.md", "cover.txt", "discover.png"], None),
        ([], None),
    ],
)
def test_a_bundle_has_a_cover(tmp_path: Path, names: list[str], cover: str | None) -> None:
    """By its name; other files are none."""
    for name in names:
        (tmp_path / name).touch()
    assert cover_in(tmp_path) == cover


def test_a_folder_that_is_not_there_has_no_cover(tmp_path: Path) -> None:
    """And no error."""
    assert cover_in(tmp_path / "gone") is None


@pytest.mark.parametrize(
    ("page", "has_cover"), [("index.md", True), ("_index.md", True), ("index", True), ("knots.md", False)]
)
def test_a_cover_is_that_of_the_index(tmp_path: Path, page: str, *, has_cover: bool) -> None:
    """Other pages of the folder have pictures of their own."""
    (tmp_path / "cover.png").touch()
    assert cover_of(tmp_path / page) == (tmp_path / "cover.png" if has_cover else None)


def test_an_index_without_a_cover_has_none(tmp_path: Path) -> None:
    """Most have not."""
    assert cover_of(tmp_path / "index.md") is None
