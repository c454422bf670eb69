"""The words that people use in minutes anyway, on pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.pages import line

if TYPE_CHECKING:
    from support.site import Site

MAY = """\
---
title: May
event: {name: Maps, start: 2026-05-21}
minutes: {status: draft}
---

Present: Kim Gil (KG), Ines Marlow (Tidewater)
Regrets: Max Fell

## Coasts

KG: I'd draw *them* dashed.
Ines: agreed
RESOLVED: Coasts are dashed
on all maps
ACTION: Kim Gil to redraw [the north](https://example.org/) by 2026-06-15

\\ACTION: not this one

### Conclusion

- dashed
- AI Kim: ask

### More

## Action items

- Ines: ask the printers
  - and the binders
- KG: none of that
"""
INDEX = """\
# Index

```{action-list}
:type: list
:fields: title, owner, due
```

```{decision-list}
:type: list
:fields: title, state
```
"""
JUNE = """\
June
====

.. event:: Maps
   :start: 2026-06-18

Present: Ann Lee, Bob Ray

\\ACTION: Bob to sleep

- **ACTION:** Bob will `read`

ACTION: Ann to write
"""


@pytest.fixture
def maps(site: Site) -> Site:
    """Return a site with the minutes of a meeting."""
    return site.write({"index.md": INDEX, "may.md": MAY})


def test_what_was_said_stays_and_below_it_is_how_it_was_read(maps: Site) -> None:
    """With its links, and an id that others lead to."""
    built = maps.build()
    assert built.warnings == []
    assert line(built, "may", "#action-redraw-the-north") == (
        "ACTION: Kim Gil to redraw the north by 2026-06-15 Open · Kim Gil · Due 15 June 2026"
    )
    assert line(built, "may", "#decision-coasts-are-dashed-on-all-maps") == (
        "RESOLVED: Coasts are dashed on all maps Decision 1 · Accepted"
    )


def test_a_conclusion_and_an_item_are_objects_with_all_that_is_in_them(maps: Site) -> None:
    """An action in a conclusion is one of its own."""
    built = maps.build()
    assert line(built, "may", "#conclusion #decision-coasts #action-ask").startswith("AI Kim: ask Open")
    assert line(built, "may", "li > #action-ask-the-printers") == (
        "Ines: ask the printers and the binders Open · Ines Marlow ( Tidewater )"
    )


def test_listings_show_them(maps: Site) -> None:
    """As they show those of directives."""
    rows = [" ".join(item.get_text(" ").split()) for item in maps.build().body("index").select("li")]
    assert "Redraw the north , Kim Gil, Due 15 June 2026" in rows
    assert "Coasts are dashed on all maps , Accepted" in rows


def test_the_head_says_who_was_there(maps: Site) -> None:
    """In numbers, as their names are in the text below."""
    assert line(maps.build(), "may", ".er-by").startswith("2 present · 1 regrets")


def test_the_head_names_nobody_whom_the_text_names(maps: Site) -> None:
    """Once is enough."""
    assert not maps.build().body("may").select(".er-roll")


def test_the_index_leads_to_the_words_that_name_somebody(maps: Site) -> None:
    """Whom nothing but the words of attendance names has a place there."""
    built = maps.build()
    links = built.page("eventreport-people").select('.er-index a[href^="may.html#"]')
    names = {str(link["href"]).partition("#")[2] for link in links}
    body = built.body("may")
    assert [name for name in names if body.find(id=name) is None] == []
    assert [words.get_text() for words in body.select("p:has(> #person-max-fell)")] == [
        "Present: Kim Gil (KG), Ines Marlow (Tidewater)\nRegrets: Max Fell"
    ]


def test_the_head_names_whom_the_text_names_otherwise(maps: Site) -> None:
    """What the front matter says counts, so a reader gets to see it."""
    maps.edit("may.md", "minutes: {", "minutes: {regrets: [Lee Guest], ")
    assert line(maps.build(), "may", ".er-attendance .er-roll") == "Regrets (1) Lee Guest"


def test_a_turn_has_an_address(maps: Site) -> None:
    """The link to it is what stands before its colon."""
    body = maps.build().body("may")
    assert [(turn["href"], turn.get_text(), turn["title"]) for turn in body.select("a.er-says")] == [
        ("#turn-kg-1", "KG", "Kim Gil"),
        ("#turn-ines-1", "Ines", "Ines Marlow"),
    ]
    assert body.select_one("#turn-ines-1") is not None


def test_a_backslash_leaves_a_line_alone(maps: Site) -> None:
    """It is not shown."""
    body = maps.build().body("may")
    [paragraph] = [node for node in body.select("p") if "not this one" in node.get_text()]
    assert paragraph.get_text() == "ACTION: not this one"
    assert paragraph.parent in body.select("section")


def test_restructuredtext_is_read_as_well(maps: Site) -> None:
    """By the same words."""
    built = maps.write({"june.rst": JUNE}).build()
    assert built.warnings == []
    texts = [" ".join(node.get_text(" ").split()) for node in built.body("june").select(".er-action")]
    assert texts == ["ACTION: Bob will read Open · Bob Ray", "ACTION: Ann to write Open · Ann Lee"]


def test_a_site_can_leave_words_alone(maps: Site) -> None:
    """All but those of a page that asks for it."""
    config = {"eventreport_minutes_words": False}
    assert not maps.build(config=config).body("may").select(".er-action")
    maps.edit("may.md", "{status: draft}", "{status: draft, words: true}")
    assert maps.build(config=config).body("may").select(".er-action")


def test_a_site_says_which_pages_are_minutes(site: Site) -> None:
    """They need no front matter, and what is not a name is told of."""
    late = "Present: Ann Lee, Bo Ek, Max Fell, Kim Gil, 12 men\n"
    text = f"# May\n\n## A\n\n## B\n\n## C\n\nACTION: Ann Lee to write\n\n{late}"
    site.write({"index.md": "# Index\n", "meetings/may.md": text})
    built = site.build(config={"eventreport_minutes_patterns": ["meetings/*"]})
    [warning] = [one for one in built.warnings if "toctree" not in one]
    assert "may.md:11: WARNING: '12 men' is not read as somebody who was there" in warning
    assert built.body("meetings/may").select("#action-write")


def test_other_pages_are_right_after_an_edit(maps: Site) -> None:
    """A word that is taken away takes its row with it."""
    maps.build()
    maps.edit("may.md", "RESOLVED: Coasts", "Coasts")
    assert "Coasts are dashed" not in line(maps.build(), "index", "section")
