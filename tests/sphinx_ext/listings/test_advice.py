"""What an empty listing says on a site that has no report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import Site

if TYPE_CHECKING:
    from pathlib import Path

INDEX = "# Site\n\n```{event-list}\n```\n"
NOTES = {"notes/2024-05-01.md": "# Quay evening\n\nWe met.\n", "notes/2024-06-01.md": "# Pier evening\n"}
DECK = "# Slides\n\n```{deck} https://speakerdeck.com/ann/moss\n```\n"


def said(site: Site) -> str:
    """Return what the listing shows."""
    listing = site.build().body("index").select_one(".er-listing")
    return listing.get_text() if listing else ""


def test_it_says_how_notes_become_reports(tmp_path: Path) -> None:
    """Three ways, one of them with the folder that the notes are in."""
    found = said(Site(tmp_path).write({"index.md": INDEX, **NOTES}))
    assert found == (
        "No page of this site is a report yet. A page is a report if its front matter has event: with the "
        "name of the event, if a section has the directive {talk}, or if conf.py names it: "
        'eventreport_patterns = ["notes/*"]. The directive {deck} shows a PDF.'
    )


def test_it_names_pages_that_only_show_slides(tmp_path: Path) -> None:
    """They are what their author expects to see there."""
    assert "does not make them reports: slides." in said(
        Site(tmp_path).write({"index.md": INDEX, "slides.md": DECK})
    )


@pytest.mark.parametrize("option", ["", ":include: tags=moss\n"])
def test_it_says_nothing_of_it_where_there_is_a_report(tmp_path: Path, option: str) -> None:
    """Be it shown or not."""
    index = INDEX.replace("\n```\n", f"\n{option}```\n")
    site = Site(tmp_path).write({"index.md": index, "a.md": "---\nevent: Quay Days\n---\n", **NOTES})
    assert "is a report" not in said(site)


def test_it_is_drawn_again_when_a_page_becomes_a_report(tmp_path: Path) -> None:
    """The listing is not edited."""
    site = Site(tmp_path).write({"index.md": INDEX, **NOTES})
    said(site)
    site.edit("notes/2024-05-01.md", "# Quay", "---\nevent: Quay\n---\n# Quay")
    assert "Quay evening" in said(site)
