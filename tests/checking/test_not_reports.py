"""Pages and folders that are not reports yet: `check` says how they become some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import PDF, Site

from sphinx_eventreport.checking.run import Check

if TYPE_CHECKING:
    from pathlib import Path

INDEX = "# Site\n\n```{event-list}\n```\n"
REPORT = "---\nevent: Quay Days\n---\n# Quay Days\n"
DECK = "# Slides\n\n```{deck} https://speakerdeck.com/ann/moss\n```\n"


def notices(folder: Path, files: dict[str, str | bytes]) -> dict[str, str]:
    """Return what is said of pages and folders that are not reports."""
    site = Site(folder).write(files)
    found = [one for one in Check([site.source]).findings() if one.title == "eventreport.not_a_report"]
    return {one.path.relative_to(site.source).as_posix(): str(one.problem) for one in found}


def test_a_page_with_only_slides(tmp_path: Path) -> None:
    """It says why, and what to write."""
    found = notices(tmp_path, {"index.md": INDEX, "a.md": REPORT, "slides.md": DECK})
    assert found == {
        "slides.md": "The page shows slides or a video and is not a report, so no listing of events has it; "
        "to make it one, add `event:` and a name to its front matter, or a {talk} to a section, or write "
        'eventreport_patterns = ["slides"] in conf.py'
    }


def test_in_restructuredtext_a_directive_says_it(tmp_path: Path) -> None:
    """There is no front matter."""
    text = "Slides\n======\n\n.. deck:: https://speakerdeck.com/ann/moss\n"
    assert "`.. event::` NAME" in notices(tmp_path, {"a.md": REPORT, "slides.rst": text})["slides.rst"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"notes/a.md": "# A\n", "notes/b.md": "# B\n"}, 'eventreport_patterns = ["notes/*"]'),
        ({"notes/a.md": "# A\n", "notes/a.pdf": PDF}, "{deck} a.pdf"),
        ({"a.pdf": PDF}, "sphinx-eventreport new report"),
    ],
    ids=["notes", "a note and a PDF", "a PDF"],
)
def test_a_folder_without_a_report(tmp_path: Path, files: dict[str, str | bytes], expected: str) -> None:
    """One notice for all of it, be there a listing or not."""
    found = notices(tmp_path, {"index.md": INDEX, **files})
    assert list(found) == ["."]
    assert expected in found["."]


def test_a_folder_of_notes_beside_reports(tmp_path: Path) -> None:
    """It has PDFs, so its pages are meant to show them."""
    files: dict[str, str | bytes] = {"index.md": INDEX, "a.md": REPORT, "new/b.md": "# B\n", "new/b.pdf": PDF}
    assert list(notices(tmp_path, files)) == ["new"]


def test_nothing_is_said_of_pages_beside_reports(tmp_path: Path) -> None:
    """Not every page of a site is about an event."""
    assert notices(tmp_path, {"index.md": INDEX, "a.md": REPORT, "guide.md": "# Guide\n", "a.pdf": PDF}) == {}
