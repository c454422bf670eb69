"""For whom a page, or a part of one, is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.reports import front_matter_in, read_report_text, read_with
from sphinx_eventreport.core.schema import read_visibility
from sphinx_eventreport.core.schema.audience import (
    audience_of,
    audience_of_page,
    may_see,
    strictest_audience,
)

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Audience


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (None, "public"),
        ("", "public"),
        (" Public ", "public"),
        ("internal", "internal"),
        ("team", "internal"),
    ],
)
def test_a_word_of_ours_hides_unless_it_is_public(said: object, expected: Audience) -> None:
    """What is no word at all was to hide something."""
    assert audience_of(said) == expected


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ({}, "public"),
        ({"audience": "internal"}, "internal"),
        ({"Audience": "Intern"}, "internal"),
        ({"audience": ["board", "internal"]}, "internal"),
        ({"audience": "developers"}, "public"),
        ({"audience": "international"}, "public"),
        ({"audience": {"a": 1}}, "public"),
    ],
)
def test_other_pages_may_mean_something_else_by_it(mapping: dict[str, object], expected: Audience) -> None:
    """Only the word itself, and what is nearly it, hides them."""
    assert audience_of_page(mapping) == expected


def test_the_site_for_the_team_has_everything() -> None:
    """The public one has what is public."""
    seen = {
        (one, site): may_see(one, site) for one in ("public", "internal") for site in ("public", "internal")
    }
    assert [pair for pair, shown in seen.items() if not shown] == [("internal", "public")]


def test_the_word_that_shows_less_counts() -> None:
    """Where two things say it."""
    assert strictest_audience(["public", "internal", "public"]) == "internal"


@pytest.mark.parametrize(
    ("text", "expected", "problems"),
    [
        ("---\nevent: X\n---\n", "public", 0),
        ("---\nevent: X\naudience: internal\n---\n", "internal", 0),
        ("---\nevent: X\naudience: team\n---\n", "internal", 1),
        ("---\nevent: X\naudience:\n---\n", "public", 0),
        ("---\nevent: X\naudience: ''\n---\n", "public", 0),
        ("---\nlayout: post\ntitle: X\ndate: 2024-01-01\naudience: internal\n---\n", "internal", 0),
        ("---\nlayout: post\ntitle: X\ndate: 2024-01-01\naudience: developers\n---\n", "public", 0),
    ],
)
def test_front_matter_says_it(text: str, expected: Audience, problems: int) -> None:
    """Of a report, or of a post of a generator."""
    report, found = read_report_text(text, filename="2024-01-01-x.md")
    assert (report.audience, len(found)) == (expected, problems)


def test_a_page_that_is_not_a_report_says_it() -> None:
    """Whatever else it has."""
    front = front_matter_in("---\naudience: internal\n---\n", "a.md")
    assert read_visibility(front, filename="a.md")[0].audience == "internal"


RST = "A\n=\n\n.. event:: X\n   :start: 2024-01-01\n%s"


@pytest.mark.parametrize("text", [RST % "   :audience: internal\n", ":audience: internal\n\n" + RST % ""])
def test_restructuredtext_says_it(text: str) -> None:
    """As an option, or as a field at the top."""
    assert read_report_text(text, filename="a.rst")[0].audience == "internal"


REPORT = """---
event: X
talks: [{title: Inner, audience: internal}, Outer]
---

```{decision} Inner
:audience: internal
```

```{decision} Outer
```

```{action} Inner
:audience: internal
```

## Inner talk

```{talk}
:audience: internal
```
"""


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ("public", ({"Outer"}, {"Outer"}, set())),
        ("internal", ({"Inner", "Inner talk", "Outer"}, {"Inner", "Outer"}, {"Inner"})),
    ],
)
def test_a_report_is_read_for_an_audience(audience: Audience, expected: tuple[set[str], ...]) -> None:
    """Talks, decisions and actions, wherever they are written."""
    report = read_with(front_matter_in(REPORT, "a.md"), REPORT, filename="a.md", audience=audience).report
    found = (report.talks, report.decisions, report.actions)
    assert tuple({one.title for one in kind} for kind in found) == expected
