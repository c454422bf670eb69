"""Which files of a blog are reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.files.settings import SettingsReader
from sphinx_eventreport.importing.sources import read_source

if TYPE_CHECKING:
    from pathlib import Path

TALK = "# Moss\n\n```{talk}\n:speakers: Ann Lee\n```\n"


@pytest.mark.parametrize(
    ("text", "patterns", "expected"),
    [(TALK, (), True), ("# Moss\n", ("*",), True), ("# Moss\n", (), False)],
    ids=["a talk", "named by the site", "neither"],
)
def test_a_file_is_a_report(
    tmp_path: Path,
    text: str,
    patterns: tuple[str, ...],
    expected: bool,  # noqa: FBT001
) -> None:
    """As for a build."""
    path = tmp_path / "a.md"
    path.write_text(text, "utf-8")
    settings = SettingsReader(tmp_path, patterns).of(path)
    assert (read_source(path, tmp_path, settings) is not None) is expected


def test_people_make_no_other_dialect(tmp_path: Path) -> None:
    """A page is told by what its author wrote: maps of names would be Quarto's."""
    tmp_path.joinpath("authors.yml").write_text("nmarlow:\n  name: Noor Marlow\n", "utf-8")
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: A\ndate: 2025-01-01\nauthor: nmarlow\ncategories: [b]\n---\n", "utf-8")
    assert read_source(path, tmp_path) is None
