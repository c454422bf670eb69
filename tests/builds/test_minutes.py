"""Minutes: what pages of other meetings say, after an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.meetings import FILES
from support.pages import line

if TYPE_CHECKING:
    from support.site import Site


@pytest.fixture
def maps(site: Site) -> Site:
    """Return a site with the minutes of two meetings."""
    return site.write(FILES)


def test_other_pages_are_right_after_an_edit(maps: Site) -> None:
    """A decision that is only proposed puts nothing out of force."""
    maps.build()
    maps.edit("june.md", ":supersedes: D40\n", ":supersedes: D40\n:status: proposed\n")
    maps.edit("june.md", ":continues: may/redraw\n", "")
    built = maps.build()
    assert "Superseded" not in line(built, "may", "#decision-d40")
    assert line(built, "may", "#action-redraw .er-facts-line") == "Open · Kim Gil · Due 1 June 2026"


def test_minutes_are_a_draft_again_without_the_approval(maps: Site) -> None:
    """The banner comes back."""
    maps.build()
    maps.edit("june.md", ":approves: may\n", "")
    assert line(maps.build(), "may", ".er-minutes") == "Draft minutes"


def test_minutes_are_not_approved_by_a_decision_of_their_own(maps: Site) -> None:
    """That their front matter names; the decision of June still counts, and without it they are a draft."""
    maps.edit("may.md", "  status: draft\n", "  status: draft\n  approved: D40\n")
    built = maps.build()
    [warning] = built.warnings
    assert "WARNING: `minutes.approved` is 'D40', a decision of these minutes" in warning
    assert line(built, "may", ".er-minutes") == "Approved 18 June 2026 · May is approved"
    maps.edit("june.md", ":approves: may\n", "")
    assert line(maps.build(), "may", ".er-minutes") == "Draft minutes"


@pytest.mark.parametrize("name", ["june", "page"])
def test_tags_lead_to_their_index(maps: Site, name: str) -> None:
    """Of decisions and actions, on a report and on any other page."""
    heading = "---\nevent: {name: Maps}\n---\n" if name == "june" else "# Page\n\n"
    text = "```{decision} One\n:tags: coasts\n```\n\n```{action} Two\n:tags: coasts\n```\n"
    maps.write({"index.md": "# Index\n", f"{name}.md": heading + text})
    built = maps.build()
    links = [link["href"] for link in built.body(name).select(".er-facts-line a")]
    assert links == ["eventreport-tags.html#tag-coasts"] * 2
