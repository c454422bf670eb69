"""What minutes say at the end of their page, and on pages of people and series."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.site import Built, Site

APRIL = """\
---
title: April
event: {name: Maps, start: 2026-04-21, series: maps}
minutes: {attendees: [{name: Bob Ray, initials: BR, remote: true}], chair: Kim Gil, quorum: 2}
---

{by}`BR` says, {by}`Ann Lee` does.

```{decision} Coasts are dashed
:label: D1
:topic: Coasts
```

```{action} Redraw
:owner: Kim Gil
:due: 2026-06-15
```
"""
MAY = """\
---
title: May
event: {name: Maps, start: 2026-05-21, series: maps}
---

Present: Kim Gil, Bob Ray

Guests: Ann Lee

Regrets: Ines Marlow

ACTION: Kim Gil to print by 2026-05-30

```{decision} Coasts are solid
:supersedes: D1
:topic: coasts
```
"""
FILES = {
    "index.md": "# Index\n\n{ref}`eventreport-decisions` {ref}`eventreport-actions`\n\n"
    "```{event-list}\n```\n",
    "april.md": APRIL,
    "may.md": MAY,
    "kim.md": "# Kim\n\n```{person} Kim Gil\n```\n",
    "maps.md": "# Maps\n\n```{series} maps\n```\n",
}


@pytest.fixture
def maps(site: Site) -> Site:
    """Return the minutes of two meetings, and pages of one of their people and of their series."""
    return site.write(FILES)


def lists(built: Built, page: str) -> dict[str, list[str]]:
    """Return the items of each list on *page*, by its heading."""
    found = {}
    for heading in built.body(page).select(".er-group"):
        behind = heading.find_next("ul")
        if behind is not None:
            found[heading.get_text()] = [" ".join(item.get_text(" ").split()) for item in behind.select("li")]
    return found


def test_nothing_is_wrong(maps: Site) -> None:
    """On a first build and on the next."""
    assert maps.build().warnings == []
    assert maps.build().warnings == []


def test_a_page_ends_with_what_was_decided(maps: Site) -> None:
    """Decisions, then actions, each with the way to it."""
    links = maps.build().body("april").select("#decisions-and-actions li a")
    assert [(link.get_text(), link["href"]) for link in links] == [
        ("Coasts are dashed", "#decision-d1"),
        ("Redraw", "#action-redraw"),
    ]


def test_a_head_says_how_much_was_decided(maps: Site) -> None:
    """And leads to where it is."""
    [link] = maps.build().body("april").select(".er-outcome a")
    assert (link.get_text(), link["href"]) == ("1 decision · 1 action", "#decisions-and-actions")


@pytest.mark.parametrize("more", ["", "```{action-list}\n```\n"])
def test_one_action_or_a_listing_needs_no_end(site: Site, more: str) -> None:
    """The page says it already."""
    actions = "```{action} One\n```\n" * (2 if more else 1)
    site.write({"index.md": f"---\nevent: {{name: Maps}}\n---\n{actions}{more}"})
    assert site.build().body("index").select_one("#decisions-and-actions") is None


def test_a_person_has_open_actions_and_meetings(maps: Site) -> None:
    """What is due first comes first; who led a meeting is not told to have attended it."""
    assert lists(maps.build(), "kim") == {
        "Open actions": ["Print , Due 30 May 2026 , May", "Redraw , Due 15 June 2026 , April"],
        "Meetings chaired": ["April , 21 April 2026"],
        "Meetings attended": ["May , 21 May 2026"],
    }


def test_a_series_has_what_holds_and_what_is_to_be_done(maps: Site) -> None:
    """What another decision took the place of is not in force."""
    found = lists(maps.build(), "maps")
    assert found["Decisions in force"] == ["Coasts are solid , 21 May 2026"]
    assert found["Open actions"] == [
        "Print , Kim Gil, Due 30 May 2026 , May",
        "Redraw , Kim Gil, Due 15 June 2026 , April",
    ]


def test_a_series_has_a_table_of_who_was_there(maps: Site) -> None:
    """In words, with the quorum."""
    rows = maps.build().body("maps").select(".er-attendance-table tr")
    assert [[cell.get_text() for cell in row.select("th, td")] for row in rows] == [
        ["Name", "21 May 2026", "21 April 2026"],
        ["Ann Lee", "guest", ""],
        ["Bob Ray", "present", "remote"],
        ["Ines Marlow", "regrets", ""],
        ["Kim Gil", "present", ""],
        ["Present", "2", "1, quorum 2"],
    ]


def test_other_pages_are_right_after_an_edit(maps: Site) -> None:
    """An action that is done is no longer open, and no other page is read."""
    maps.build()
    maps.edit("april.md", ":due: 2026-06-15", ":done: 2026-06-15")
    built = maps.build()
    assert lists(built, "kim")["Open actions"] == ["Print , Due 30 May 2026 , May"]
    assert lists(built, "maps")["Open actions"] == ["Print , Kim Gil, Due 30 May 2026 , May"]


def test_a_topic_leads_to_the_meetings_before(maps: Site) -> None:
    """Whatever the case in which it is written; the first has none before."""
    built = maps.build()
    [decision] = built.body("may").select("#decision-coasts-are-solid")
    assert " ".join(decision.get_text(" ").split()).endswith("Earlier on this topic: April")
    assert "Earlier on" not in built.body("april").get_text()


def test_who_says_it_is_a_person(maps: Site) -> None:
    """By initials of somebody who was there, or by name."""
    people = [one.get_text() for one in maps.build().body("april").select("section > p .er-person")]
    assert people[:2] == ["Bob Ray", "Ann Lee"]


def test_indices_have_decisions_and_actions(maps: Site) -> None:
    """With the meeting of each."""
    built = maps.build()
    assert "Coasts are dashed April" in " ".join(built.page("eventreport-decisions").get_text(" ").split())
    assert "Redraw April" in " ".join(built.page("eventreport-actions").get_text(" ").split())


def test_a_long_list_says_how_many_more(site: Site) -> None:
    """Whoever wants all of them has listings."""
    actions = "".join(f"```{{action}} Draw {number}\n:owner: Kim Gil\n```\n" for number in range(103))
    site.write({"index.md": f"---\nevent: {{name: Maps}}\n---\n{actions}", "kim.md": FILES["kim.md"]})
    found = lists(site.build(), "kim")["Open actions"]
    assert (len(found), found[-1]) == (101, "and 3 more")
