from __future__ import annotations

import ntpath
import os
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.files.drives import below, common_folder, from_folder, from_here
from sphinx_eventreport.core.files.links import leads_out
from sphinx_eventreport.core.files.output import OutputFolder, OutsideFolderError
from sphinx_eventreport.core.files.settings import SiteSettings

if TYPE_CHECKING:
    from typing import NoReturn


def _refuse(*_paths: object) -> NoReturn:
    """Do what `os.path.relpath` of Windows does with two drives."""
    message = "path is on mount 'D:', start on mount 'C:'"
    raise ValueError(message)


def test_a_path_on_this_drive_begins_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As people write it."""
    monkeypatch.chdir(tmp_path)
    assert from_here(tmp_path / "a" / "b.md") == Path("a/b.md")


def test_a_path_on_another_drive_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no other way to it."""
    monkeypatch.setattr(os.path, "relpath", _refuse)
    assert from_here(tmp_path / "b.md") == tmp_path / "b.md"


def test_another_drive_is_outside_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name from elsewhere may be a whole path."""
    monkeypatch.setattr(os.path, "relpath", _refuse)
    with pytest.raises(OutsideFolderError):
        OutputFolder(tmp_path).write("D:/b.md", b"")


def test_a_path_from_a_folder_on_another_drive_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As from the current one."""
    monkeypatch.setattr(os.path, "relpath", _refuse)
    assert from_folder(tmp_path / "b.md", tmp_path / "c") == tmp_path / "b.md"


@pytest.mark.parametrize(
    ("path", "expected"), [("C:/site/a.pdf", "site/a.pdf"), ("D:/slides/a.pdf", "D:/slides/a.pdf")]
)
def test_a_path_counts_from_the_root_of_its_drive(path: str, expected: str) -> None:
    """A whole path stays what it is wherever it is joined to, as those of `eventreport_file_path` are."""
    top = PureWindowsPath("C:/")
    name = below(PureWindowsPath(path), top)
    assert (name, top / name) == (expected, PureWindowsPath(path))


@pytest.mark.parametrize(
    ("path", "expected"),
    [(r"C:\site\b.pdf", r"C:\site"), (r"D:\b.pdf", "D:\\"), (r"\\host\it\b", "\\\\host\\it\\")],
)
def test_two_drives_have_no_folder_in_common(
    monkeypatch: pytest.MonkeyPatch, path: str, expected: str
) -> None:
    """Then it is the drive of the file, or the share that it is on."""
    monkeypatch.setattr(os, "path", ntpath)
    assert common_folder(path, r"C:\site\docs") == expected


def test_a_file_on_another_drive_is_no_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its folder is one that the site names."""
    (tmp_path / "a.pdf").touch()
    monkeypatch.setattr(os.path, "commonpath", _refuse)
    assert not leads_out(tmp_path / "a.pdf", tmp_path / "site")


def test_a_page_on_another_drive_is_not_named_by_a_pattern_of_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name is its whole path."""
    monkeypatch.setattr(os.path, "relpath", _refuse)
    assert not SiteSettings(tmp_path, ("reports/*",)).names(tmp_path / "reports" / "a.md")
