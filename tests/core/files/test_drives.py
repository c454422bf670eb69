from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.files.drives import from_here
from sphinx_eventreport.core.files.output import OutputFolder, OutsideFolderError

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
        OutputFolder(tmp_path).write("b.md", b"")
