from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.sources import source_files

if TYPE_CHECKING:
    from pathlib import Path


def test_folders_without_sources_are_passed_by(tmp_path: Path) -> None:
    """Output, hidden folders, environments and archived decks hold no sources."""
    for name in (
        "b/x.MD",
        "a.md",
        "a.txt",
        "_build/x.md",
        ".venv/x.md",
        "out/x.md",
        "env/x.md",
        "_decks/x.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (tmp_path / "out" / ".buildinfo").touch()
    (tmp_path / "env" / "pyvenv.cfg").touch()
    found = [path.relative_to(tmp_path).as_posix() for path in source_files(tmp_path, suffixes=(".md",))]
    assert found == ["a.md", "b/x.MD"]
