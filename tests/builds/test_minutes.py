"""Minutes: decisions and actions that pages of other meetings speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.site import Built, Site

INDEX = """\
# Index

```{decision-list}
:type: table
:fields: title, state, superseded-by
```

```{action-list}
:type: list
:fields: title, owner, state, due
```

{decision}`D41` {action}`may/redraw`
"""
MAY = """\
---
title: May
label: may
event: {name: Maps, start: 2026-05-21}
minutes:
  status: draft
  chair: Bob Ray
  scribe: [Ann Lee, Eve Zorn]
  attendees: [{name: Kim Gil, initials: KG, role: voting member, remote: true}, "Ines Marlow (Tidewater)"]
  guests: [Lee Guest]
  regrets: [Max Fell]
  quorum: 5
  agenda: https://agenda.example.org/
---

```{decision} Coasts are dashed
:label: D40
:votes: yes 5, no 0
:moved-by: Kim Gil

We draw *dashed* lines.
```

```{action} Redraw
:owner: Kim Gil
:due: 2026-06-01
```
"""
JUNE = """\
---
title: June
label: june
event: {name: Maps, start: 2026-06-18}
---

```{decision} Coasts are solid
:label: D41
:supersedes: D40
```

```{decision} May is approved
:approves: may
```

```{action} Redraw
:continues: may/redraw
:owner: Kim Gil
:done: 2026-06-15
```
"""
FILES = {"index.md": INDEX, "may.md": MAY, "june.md": JUNE}


@pytest.fixture
def maps(site: Site) -> Site:
    """Return a site with the minutes of two meetings."""
    return site.write(FILES)


def line(built: Built, page: str, selector: str) -> str:
    """Return the text of an element in one line."""
    found = built.body(page).select_one(selector)
    assert found is not None, selector
    return " ".join(found.get_text(" ").split())


def test_nothing_is_wrong(maps: Site) -> None:
    """Names are found wherever they are."""
    assert maps.build().warnings == []


def test_a_decision_is_drawn_with_its_facts(maps: Site) -> None:
    """Number, title, wording, and what became of it."""
    text = line(maps.build(), "may", "#decision-d40")
    assert text == (
        "D40 Coasts are dashed We draw dashed lines. Accepted · Moved by Kim Gil · 5 in favour · 0 against "
        "Superseded by Coasts are solid"
    )


def test_a_later_meeting_says_that_an_action_is_done(maps: Site) -> None:
    """And is led to; what is over is not late."""
    built = maps.build()
    text = line(built, "may", "#action-redraw .er-facts-line")
    assert text == "Done 15 June 2026 : June · Kim Gil · Due 1 June 2026"
    assert built.body("may").select_one(".er-due") is None


def test_an_action_that_lives_on_is_one_row(maps: Site) -> None:
    """As the last meeting says it."""
    rows = [" ".join(item.get_text(" ").split()) for item in maps.build().body("index").select("li")]
    assert "Redraw , Kim Gil, Done" in rows
    assert sum("Redraw" in row for row in rows) == 1


def test_a_listing_says_what_is_in_force(maps: Site) -> None:
    """One that another took the place of is superseded."""
    rows = [row.get_text("|", strip=True) for row in maps.build().body("index").select("tr")]
    assert "Coasts are dashed|Superseded|Coasts are solid" in rows


def test_a_later_meeting_approves_the_minutes(maps: Site) -> None:
    """The banner says who did, and when."""
    assert line(maps.build(), "may", ".er-minutes") == "Approved 18 June 2026 · May is approved"


def test_the_roll_says_who_was_there(maps: Site) -> None:
    """With what the minutes say beside each name."""
    built = maps.build()
    assert line(built, "may", ".er-attendance summary") == "2 present · 1 guests · 1 regrets · quorum 5"
    assert (
        line(built, "may", ".er-attendance dd")
        == "Kim Gil voting member, KG, remote , Ines Marlow ( Tidewater )"
    )


def test_roles_lead_to_them(maps: Site) -> None:
    """By a label that its author wrote, in any case; and by the meeting."""
    links = [link["href"] for link in maps.build().body("index").select("p > a")]
    assert links[-2:] == ["june.html#decision-d41", "may.html#action-redraw"]


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


def test_a_circle_of_actions_ends(maps: Site) -> None:
    """Each speaks of the other, both are one, and both are told of."""
    maps.edit("may.md", ":due: 2026-06-01\n", ":due: 2026-06-01\n:continues: june/redraw\n")
    built = maps.build()
    assert "Done 15 June 2026" in line(built, "may", "#action-redraw .er-facts-line")
    [june, may] = sorted(built.warnings)
    assert "june.md:16: WARNING: `continues` names 'may/redraw', from which it leads back" in june
    assert "may.md:24: WARNING: `continues` names 'june/redraw'" in may


@pytest.mark.parametrize("field", ["supersedes", "amends"])
def test_a_decision_does_not_change_itself(maps: Site, field: str) -> None:
    """It stays in force, and its author is told."""
    maps.edit("may.md", ":label: D40\n", f":label: D40\n:{field}: D40\n")
    maps.edit("june.md", ":supersedes: D40\n", "")
    built = maps.build()
    [warning] = built.warnings
    assert f"may.md:16: WARNING: `{field}` names the decision 'may/d40' itself; name an earlier" in warning
    assert built.body("may").select_one(".er-superseded") is None


def test_minutes_do_not_approve_themselves(maps: Site) -> None:
    """They stay what they are, and their author is told."""
    maps.edit("may.md", ":label: D40\n", ":label: D40\n:approves: may\n")
    maps.edit("june.md", ":approves: may\n", "")
    built = maps.build()
    [warning] = built.warnings
    assert "may.md:16: WARNING: `approves` is 'may', the minutes in which it is" in warning
    assert line(built, "may", ".er-minutes") == "Draft minutes"


def test_a_page_without_a_day_carries_an_action_on(maps: Site) -> None:
    """It comes after the meeting that it speaks of, and is called by its title."""
    done = "# Notes\n\n```{action} Redraw\n:continues: june/redraw\n:status: dropped\n```\n"
    built = maps.write({"a.md": done}).build()
    text = line(built, "may", "#action-redraw .er-facts-line")
    assert text == "Dropped: Notes · Kim Gil · Due 1 June 2026"


def test_an_unknown_decision_is_a_warning(maps: Site) -> None:
    """With the nearest name, and the line of the decision that refers to it."""
    maps.edit("june.md", ":supersedes: D40\n", ":supersedes: D44\n")
    [warning] = maps.build().warnings
    assert "june.md:7: WARNING: No decision has the label 'D44'; did you mean" in warning


@pytest.mark.parametrize("name", ["june", "page"])
def test_tags_lead_to_their_index(maps: Site, name: str) -> None:
    """Of decisions and actions, on a report and on any other page."""
    heading = "---\nevent: {name: Maps}\n---\n" if name == "june" else "# Page\n\n"
    text = "```{decision} One\n:tags: coasts\n```\n\n```{action} Two\n:tags: coasts\n```\n"
    maps.write({"index.md": "# Index\n", f"{name}.md": heading + text})
    built = maps.build()
    links = [link["href"] for link in built.body(name).select(".er-facts-line a")]
    assert links == ["eventreport-tags.html#tag-coasts"] * 2


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
    built = maps.build()
    [warning] = built.warnings
    assert "may.md:16: WARNING: `show` has 'absent', which is not a group" in warning
    rolls = [roll.get_text(" ", strip=True) for roll in built.body("may").select("dl.er-roll")]
    assert "Guests (1) Lee Guest" in rolls


@pytest.mark.parametrize("approved", ["D99", "2026-02-31"])
def test_an_approval_that_is_not_there_is_a_warning(maps: Site, approved: str) -> None:
    """A day that the calendar does not have is none either; the decision of June still counts."""
    maps.edit("may.md", "  status: draft\n", f"  status: draft\n  approved: {approved}\n")
    built = maps.build()
    [warning] = built.warnings
    assert f"WARNING: `minutes.approved` is '{approved}', which is neither a day nor" in warning
    assert "may.md:" in warning
    assert line(built, "may", ".er-minutes") == "Approved 18 June 2026 · May is approved"


def test_an_old_action_leads_to_the_last_meetings_only(site: Site) -> None:
    """A page with all that came before, of each of its actions, would grow with their square."""
    actions = [
        f"```{{action}} Redraw\n:label: n{number}\n:continues: n{number - 1}\n```\n"
        for number in range(1, 20)
    ]
    first = "# Index\n\n```{action} Redraw\n:label: n0\n```\n"
    built = site.write({"index.md": "\n".join([first, *actions])}).build()
    links = built.body("index").select("#action-n19 p:last-child a")
    assert [link["href"] for link in links] == [f"#action-n{number}" for number in range(7, 19)]
