"""Decisions and actions that pages of other meetings speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from support.looking import links, with_class, with_id, words
from support.meetings import FILES
from support.site import Site

from sphinx_eventreport.sphinx_ext.nodes import eventreport_due

if TYPE_CHECKING:
    from support.site import Built


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a site with the minutes of two meetings, built once."""
    return Site(tmp_path_factory.mktemp("maps")).write(FILES).build("pseudoxml")


@pytest.fixture
def maps(site: Site) -> Site:
    """Return the same site to edit."""
    return site.write(FILES)


def line(built: Built, anchor: str) -> str:
    """Return the text of the last line of an object of May."""
    return words(with_class(with_id(built.resolved("may"), anchor), "er-facts-line")[-1])


def banner(built: Built) -> str:
    """Return how far the minutes of May are."""
    [found] = with_class(built.resolved("may"), "er-minutes")
    return words(found)


def test_nothing_is_wrong(built: Built) -> None:
    """Names are found wherever they are."""
    assert built.warnings == []


def test_a_decision_is_drawn_with_its_facts(built: Built) -> None:
    """Number, title, wording, and what became of it."""
    assert words(with_id(built.resolved("may"), "decision-d40")) == (
        "D40 Coasts are dashed We draw dashed lines. Accepted · Moved by Kim Gil · 5 in favour · 0 against "
        "Superseded by Coasts are solid"
    )


def test_a_later_meeting_says_that_an_action_is_done(built: Built) -> None:
    """And is led to; what is over is not late."""
    assert line(built, "action-redraw") == "Done 15 June 2026: June · Kim Gil · Due 1 June 2026"
    assert list(with_id(built.resolved("may"), "action-redraw").findall(eventreport_due)) == []


def test_an_action_that_lives_on_is_one_row(built: Built) -> None:
    """As the last meeting says it."""
    rows = [words(item) for item in built.resolved("index").findall(nodes.list_item)]
    assert rows == ["Redraw, Kim Gil, Done"]


def test_a_listing_says_what_is_in_force(built: Built) -> None:
    """One that another took the place of is superseded."""
    rows = [[words(cell) for cell in row] for row in built.resolved("index").findall(nodes.row)]
    assert ["Coasts are dashed", "Superseded", "Coasts are solid"] in rows


def test_a_later_meeting_approves_the_minutes(built: Built) -> None:
    """The banner says who did, and when."""
    assert banner(built) == "Approved 18 June 2026 · May is approved"


def test_the_roll_says_who_was_there(built: Built) -> None:
    """With what the minutes say beside each name."""
    may = built.resolved("may")
    [attendance] = with_class(may, "er-attendance")
    assert words(attendance) == (
        "2 present · 1 guest · 1 regrets · quorum 5 "
        "Present (2) Kim Gil voting member, KG, remote, Ines Marlow (Tidewater) "
        "Guests (1) Lee Guest Regrets (1) Max Fell"
    )


def test_the_head_names_nobody_whom_a_directive_names(maps: Site) -> None:
    """Those who led are there as well, in front."""
    maps.edit("may.md", "```{decision}", "```{attendees}\n:show: regrets chair\n```\n\n```{decision}")
    rolls = [words(roll) for roll in with_class(maps.build("pseudoxml").resolved("may"), "er-roll")]
    assert [roll.count("Bob Ray") + roll.count("Max Fell") for roll in rolls] == [0, 0, 2]


def test_roles_lead_to_them(built: Built) -> None:
    """By a label that its author wrote, in any case; and by the meeting."""
    found = [address for _text, address in links(built.resolved("index"))]
    assert found[-2:] == ["june#decision-d41", "may#action-redraw"]


def test_a_circle_of_actions_ends(maps: Site) -> None:
    """Each speaks of the other, both are one, and both are told of."""
    maps.edit("may.md", ":due: 2026-06-01\n", ":due: 2026-06-01\n:continues: june/redraw\n")
    built = maps.build("pseudoxml")
    assert "Done 15 June 2026" in line(built, "action-redraw")
    [june, may] = sorted(built.warnings)
    assert "june.md:16: WARNING: `continues` names 'may/redraw', from which it leads back" in june
    assert "may.md:24: WARNING: `continues` names 'june/redraw'" in may


@pytest.mark.parametrize("field", ["supersedes", "amends"])
def test_a_decision_does_not_change_itself(maps: Site, field: str) -> None:
    """It stays in force, and its author is told."""
    maps.edit("may.md", ":label: D40\n", f":label: D40\n:{field}: D40\n")
    maps.edit("june.md", ":supersedes: D40\n", "")
    built = maps.build("pseudoxml")
    [warning] = built.warnings
    assert f"may.md:16: WARNING: `{field}` names the decision 'may/d40' itself; name an earlier" in warning
    assert with_class(built.resolved("may"), "er-superseded") == []


def test_minutes_do_not_approve_themselves(maps: Site) -> None:
    """They stay what they are, and their author is told."""
    maps.edit("may.md", ":label: D40\n", ":label: D40\n:approves: may\n")
    maps.edit("june.md", ":approves: may\n", "")
    built = maps.build("pseudoxml")
    [warning] = built.warnings
    assert "may.md:16: WARNING: `approves` is 'may', the minutes in which it is" in warning
    assert banner(built) == "Draft minutes"


def test_a_page_without_a_day_carries_an_action_on(maps: Site) -> None:
    """It comes after the meeting that it speaks of, and is called by its title."""
    done = "# Notes\n\n```{action} Redraw\n:continues: june/redraw\n:status: dropped\n```\n"
    built = maps.write({"a.md": done}).build("pseudoxml")
    assert line(built, "action-redraw") == "Dropped: Notes · Kim Gil · Due 1 June 2026"


def test_an_unknown_decision_is_a_warning(maps: Site) -> None:
    """With the nearest name, and the line of the decision that refers to it."""
    maps.edit("june.md", ":supersedes: D40\n", ":supersedes: D44\n")
    [warning] = maps.build("dummy").warnings
    assert "june.md:7: WARNING: No decision has the label 'D44'; did you mean" in warning


@pytest.mark.parametrize(
    ("directive", "expected"),
    [
        ("```{attendees}\n```", "{attendees} has nobody to show; write `attendees` below `minutes`"),
        ("```{key-points}\n```", "{key-points} is empty"),
        ("```{conclusion}\n```", "{conclusion} is empty"),
        ("```{decision}\n```", "`title` is missing"),
        ("```{action}\n```", "`title` is missing"),
    ],
)
def test_a_directive_that_says_nothing_is_a_warning(site: Site, directive: str, expected: str) -> None:
    """On its own line."""
    [warning] = site.write({"index.md": f"# Index\n\n{directive}\n"}).build("dummy").warnings
    assert f"index.md:3: WARNING: {expected}" in warning


def test_a_group_that_is_not_there_is_a_warning(maps: Site) -> None:
    """The others are shown."""
    maps.edit("may.md", "```{decision}", "```{attendees}\n:show: guests, absent\n```\n\n```{decision}")
    built = maps.build("pseudoxml")
    [warning] = built.warnings
    assert "may.md:16: WARNING: `show` has 'absent', which is not a group" in warning
    assert "Guests (1) Lee Guest" in [words(roll) for roll in with_class(built.resolved("may"), "er-roll")]


@pytest.mark.parametrize("approved", ["D99", "2026-02-31"])
def test_an_approval_that_is_not_there_is_a_warning(maps: Site, approved: str) -> None:
    """A day that the calendar does not have is none either; the decision of June still counts."""
    maps.edit("may.md", "  status: draft\n", f"  status: draft\n  approved: {approved}\n")
    built = maps.build("pseudoxml")
    [warning] = built.warnings
    assert f"WARNING: `minutes.approved` is '{approved}', which is neither a day nor" in warning
    assert "may.md:" in warning
    assert banner(built) == "Approved 18 June 2026 · May is approved"


def test_an_old_action_leads_to_the_last_meetings_only(site: Site) -> None:
    """A page with all that came before, of each of its actions, would grow with their square."""
    actions = [
        f"```{{action}} Redraw\n:label: n{number}\n:continues: n{number - 1}\n```\n"
        for number in range(1, 20)
    ]
    first = "# Index\n\n```{action} Redraw\n:label: n0\n```\n"
    built = site.write({"index.md": "\n".join([first, *actions])}).build("pseudoxml")
    before = with_class(with_id(built.resolved("index"), "action-n19"), "er-facts-line")[-1]
    assert [address for _text, address in links(before)] == [f"#action-n{number}" for number in range(7, 19)]
