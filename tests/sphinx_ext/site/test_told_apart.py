"""Meetings that all have one title: wherever it stands without a day, the day is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from sphinx import addnodes
from support.looking import with_class, with_id, words
from support.site import Site

from sphinx_eventreport.sphinx_ext.indices.content import index_groups
from sphinx_eventreport.sphinx_ext.listings.neighbours import told_apart_beside
from sphinx_eventreport.sphinx_ext.nodes import eventreport_time
from sphinx_eventreport.sphinx_ext.rebuild.stale import digests
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from support.site import Built

INDEX = """\
# Index

```{event-list}
:type: list
:toctree:
```

```{event-list}
:type: list
:fields: title
```

```{action-list}
:type: list
```

{event}`march` {event}`open-day` {event}`other words <april>` {decision}`D2`
"""


def minutes(number: int, more: str = "") -> str:
    """Return the minutes of one of the meetings, from March on."""
    label = ["march", "april", "may"][number - 1]
    return f"""\
---
title: Pilots
label: {label}
tags: [harbour]
event: {{name: Pilots, series: Pilots, start: 2026-0{number + 2}-05}}
minutes: {{chair: Wiebke Tamm}}
---

```{{decision}} The gate stays open
:label: D{number}
{more}```

## Welcome, by Wiebke Tamm

```{{talk}}
```

Words.
"""


ACTION = "\n```{action} Paint the buoy\n:label: buoy\n```\n"
OPEN_DAY = """\
---
title: Open day
label: open-day
tags: [harbour]
event: {name: Open day, start: 2026-08-01}
---
"""
FILES = {
    "index.md": INDEX,
    "m3.md": minutes(1),
    "m4.md": minutes(2, ":supersedes: D1\n") + ACTION,
    "m5.md": minutes(3, ":supersedes: D2\n") + ACTION.replace("buoy\n`", "buoy\n:continues: april/buoy\n`"),
    "open.md": f"{OPEN_DAY}\n## Buoys, by Wiebke Tamm\n\n```{{talk}}\n```\n\n{{talk}}`march/welcome`\n",
    "after.md": OPEN_DAY.replace("Open day", "Afterwards").replace("open-day", "after").replace("08", "09")
    + "\n{talk}`march/welcome` {event}`april`\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site, built once."""
    return Site(tmp_path_factory.mktemp("pilots")).write(FILES).build("pseudoxml")


def items(built: Built, number: int) -> list[str]:
    """Return the rows of one of the lists of the index."""
    lists = list(built.resolved("index").findall(nodes.bullet_list))
    return [words(item) for item in lists[number].findall(nodes.list_item)]


def test_nothing_is_wrong(built: Built) -> None:
    """Several may have one title."""
    assert built.warnings == []


def test_editions_around_one_have_their_days(built: Built) -> None:
    """Both are called as the page itself is."""
    [line] = with_class(built.resolved("m4"), "er-editions")
    assert words(line) == "Previous edition: Pilots (5 Mar 2026) · Next edition: Pilots (5 May 2026)"


def test_a_day_is_said_to_machines_as_well(built: Built) -> None:
    """As every date is."""
    [line] = with_class(built.resolved("m3"), "er-editions")
    assert [time["datetime"] for time in line.findall(eventreport_time)] == ["2026-04-05"]


def test_rows_with_a_date_have_it_once(built: Built) -> None:
    """The title alone is the link."""
    assert items(built, 0)[-1] == "Pilots, 5 Mar 2026"


def test_rows_without_a_date_have_it_behind_the_title(built: Built) -> None:
    """And one that is the only one of its title has none."""
    assert items(built, 1)[:3] == ["Afterwards", "Open day", "Pilots (5 May 2026)"]


def test_rows_of_actions_say_which_meeting(built: Built) -> None:
    """They are due on another day, if on any."""
    assert items(built, 2) == ["Paint the buoy, Open, Pilots (5 May 2026)"]


def test_references_say_which_one_they_mean(built: Built) -> None:
    """Of a decision as well; not where the author has other words, nor where there is one of the title."""
    [*_lists, line] = built.resolved("index").findall(nodes.paragraph)
    assert words(line) == "Pilots (5 Mar 2026) Open day other words The gate stays open (5 Apr 2026)"


def test_decisions_of_one_title_are_told_apart(built: Built) -> None:
    """The one that takes the place of another has its title here."""
    line = with_class(with_id(built.resolved("m3"), "decision-d1"), "er-facts-line")[-1]
    assert words(line) == "Superseded by The gate stays open (5 Apr 2026)"


def test_an_action_says_in_which_meeting_it_was_before(built: Built) -> None:
    """They are pages of one title."""
    line = with_class(with_id(built.resolved("m5"), "action-buoy"), "er-facts-line")[-1]
    assert words(line) == "Earlier: Pilots (5 Apr 2026)"


def test_mentions_have_days_where_they_need_them(site: Site) -> None:
    """Two pages of one title mention the talk, and one of another."""
    site.write(FILES)
    for name in ("m4.md", "m5.md"):
        site.edit(name, "Words.", "{talk}`march/welcome`")
    [line] = with_class(site.build("pseudoxml").resolved("m3"), "er-mentions")
    assert words(line) == "Mentioned in Afterwards, Pilots (5 Apr 2026), Pilots (5 May 2026), Open day"


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        ("tags", [("Afterwards", ""), ("Open day", ""), ("Pilots", "5 May 2026")]),
        ("talks", [("Buoys", "Open day"), ("Welcome", "Pilots (5 May 2026)")]),
        ("decisions", [("The gate stays open", "Pilots (5 May 2026)")]),
    ],
)
def test_indices_say_the_day(built: Built, index: str, expected: list[tuple[str, str]]) -> None:
    """Beside the title, or behind that of the event."""
    groups = index_groups(site_of(built.app.env), index)
    found = [one for _letter, group in groups for item in group for one in (item.children or (item,))]
    assert [(item.name, item.extra) for item in found][: len(expected)] == expected


def test_the_navigation_tells_them_apart(built: Built) -> None:
    """The toctree that a listing is has titles for those of one title only."""
    [toctree] = built.app.env.tocs["index"].findall(addnodes.toctree)
    assert toctree["entries"][:3] == [(None, "after"), (None, "open"), ("Pilots (5 May 2026)", "m5")]


def test_ways_to_the_pages_before_and_after_tell_them_apart(built: Built) -> None:
    """Those that themes draw from toctrees."""
    assert told_apart_beside(site_of(built.app.env))["m5"] == ("", "Pilots (5 Apr 2026)")


def test_the_day_of_the_page_after_is_in_its_link(site: Site) -> None:
    """In place of the title that Sphinx has for it."""
    page = site.write(FILES).build(config={"html_theme": "furo"}).page("m5")
    [link] = page.select("a.next-page .title")
    assert link.get_text() == "Pilots (5 Apr 2026)"


def test_a_page_is_stale_when_a_title_comes_again(site: Site) -> None:
    """The page that refers to it has to say which one, though none of the two is its own."""
    before = digests(site_of(site.write(FILES).build("dummy").app.env))
    site.edit("after.md", "title: Afterwards", "title: Open day")
    after = digests(site_of(site.build("dummy").app.env))
    assert before["index"] != after["index"]
