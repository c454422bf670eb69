"""Reports and talks in another language than their site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import Built, Site

if TYPE_CHECKING:
    from bs4 import Tag

REPORT = """---
title: Journée du varech
label: varech
language: fr
event: {name: Journée du varech, start: 2024-01-02}
---

Du varech.

## Eau froide, par Ada Quay

```{talk}
```

## מים חמים

```{talk}
:language: he
```
"""
INDEX = "# Home\n\nSee {{talk}}`varech/eau-froide`.\n\n```{{{}-list}}\n:type: {}\n```\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site, with listings of each layout."""
    layouts = {
        f"{kind}-{layout}.md": f"---\norphan: true\n---\n{INDEX.format(kind, layout)}"
        for kind, layout in (("event", "cards"), ("talk", "table"), ("talk", "list"), ("event", "timeline"))
    }
    site = Site(tmp_path_factory.mktemp("varech"))
    return site.write({"index.md": "# Home\n", "varech.md": REPORT, **layouts}).build()


def _language(element: Tag | None) -> tuple[object, object]:
    assert element is not None
    return element.get("lang"), element.get("dir")


@pytest.mark.parametrize(
    ("selector", "expected"), [("section.er-event", ("fr", None)), ("section.er-talk[dir]", ("he", "rtl"))]
)
def test_the_section_says_it(built: Built, selector: str, expected: tuple[str, str | None]) -> None:
    """So that its text is pronounced, hyphenated and set as it should be."""
    assert _language(built.body("varech").select_one(selector)) == expected


@pytest.mark.parametrize("page", ["event-cards", "talk-table", "talk-list", "event-timeline"])
def test_titles_in_listings_say_it(built: Built, page: str) -> None:
    """Whatever the layout."""
    found = built.body(page).select(".er-listing [lang], table [lang]")
    expected = {("fr", None)} if page.startswith("event") else {("fr", None), ("he", "rtl")}
    assert {_language(element) for element in found} == expected


@pytest.fixture(scope="module")
def from_right(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a site in Hebrew, whose theme says nothing of a direction."""
    files = {
        "index.md": "# Home\n\n```{event-list}\n```\n",
        "plain.md": "---\norphan: true\n---\n# Plain\n",
        "tide.md": REPORT.replace("language: fr\n", "").replace(": he", ": fr"),
        "varech.md": REPORT.replace("label: varech", "label: other"),
    }
    return Site(tmp_path_factory.mktemp("right")).write(files).build(config={"language": "he"})


@pytest.mark.parametrize(
    ("page", "selector", "expected"),
    [
        ("tide", "section.er-event", (None, "rtl")),
        ("tide", ".er-trail", (None, "rtl")),
        ("tide", "section[lang]", ("fr", "ltr")),
        ("varech", "section.er-event", ("fr", "ltr")),
        ("varech", "section.er-talk[dir=rtl]", ("he", "rtl")),
        ("index", "section", (None, "rtl")),
        ("plain", "section", (None, None)),
    ],
)
def test_a_site_from_right_to_left_has_its_direction(
    from_right: Built, page: str, selector: str, expected: tuple[str | None, str | None]
) -> None:
    """On pages of ours, and not for what is in another language."""
    assert _language(from_right.page(page).select_one(selector)) == expected
