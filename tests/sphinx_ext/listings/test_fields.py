"""Fields of listings: each one is read from a row, has a heading, and is drawn in every layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.pdfs import slides
from support.site import Site, png

from sphinx_eventreport.sphinx_ext.extension.object_types import OBJECT_TYPES
from sphinx_eventreport.sphinx_ext.listings.field import ListingField, Place
from sphinx_eventreport.sphinx_ext.listings.said import Said, Sayer
from sphinx_eventreport.sphinx_ext.listings.selection import ShownRow
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from sphinx_eventreport.sphinx_ext.listings.field import Row
    from sphinx_eventreport.sphinx_ext.listings.listing_type import ListingType
    from sphinx_eventreport.sphinx_ext.site import site

LISTED: dict[str, ListingType] = {
    name: found.listing for name, found in OBJECT_TYPES.items() if found.listing is not None
}
REPORT = """\
---
title: Kelp Day
description: About kelp.
date: 2024-06-01
authors: [Ada Green]
tags: [sea]
language: fr
event:
  {name: Kelp Days, series: kelp, start: 2024-05-30, end: 2024-05-31, mode: offline, status: postponed,
   location: {name: Old Pier, address: {city: Brest, country: FR}}}
---

## Fronds, by Ada Green

```{talk}
:duration: 20 min
:room: Blue
:track: Plants
:type: keynote
:level: beginner
```

```{deck} kelp.pdf
```

```{recording} https://youtu.be/abcdefghijk
```

```{decision} Kelp stays
:label: D1
:by: Ada Green
:closes: 2024-07-01
:how: consensus
:topic: plants
```

```{action} Count it
:owner: Ada Green
:due: 2024-07-01
:done: 2024-06-30
:issue: https://issues.example.org/1
:topic: plants
```
"""
LATER = """\
---
event: {name: Later, start: 2024-08-01}
---

```{decision} Kelp goes
:supersedes: D1
```
"""
PEOPLE = "- {name: Ada Green, url: https://ada.example.org, affiliation: Tide Lab, image: ada.png}\n"
CASES = [(name, field.name) for name, listing in LISTED.items() for field in listing.all_fields]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> site.Site:
    """Return what follows from the pages of a site with a report that says everything."""
    conf = 'extensions = ["sphinx_eventreport"]\neventreport_people = "people.yml"\n'
    files: dict[str, str | bytes] = {
        "index.md": "# Index\n\n```{event-list}\n```\n",
        "kelp.md": REPORT,
        "later.md": LATER,
        "kelp.pdf": slides(("Kelp", "in the sea")),
        "people.yml": PEOPLE,
        "ada.png": png(),
    }
    found = Site(tmp_path_factory.mktemp("site"), conf=conf).write(files).build("dummy")
    assert found.warnings == []
    return site_of(found.app.env)


def first_row(built: site.Site, object_type: str) -> Row:
    """Return the row of the report that says everything."""
    return next(row for row in LISTED[object_type].rows(built) if row.docname == "kelp")


def alone(field: ListingField[Any], row: Row) -> tuple[Sayer, ShownRow]:
    """Return what says a listing that shows *field* only, and the row it shows."""
    return Sayer([field], "en", is_html=True), ShownRow(row.link, (field.value(row),))


@pytest.mark.parametrize(("object_type", "name"), CASES)
def test_a_field_is_read_from_a_row_that_has_it(built: site.Site, object_type: str, name: str) -> None:
    """A report that says everything fills every field."""
    assert LISTED[object_type].fields[name].value(first_row(built, object_type))


@pytest.mark.parametrize(("object_type", "name"), CASES)
def test_a_field_has_a_heading(object_type: str, name: str) -> None:
    """A column without one would end the build."""
    assert str(LISTED[object_type].fields[name].heading())


@pytest.mark.parametrize(("object_type", "name"), CASES)
def test_a_field_is_drawn_in_every_layout(built: site.Site, object_type: str, name: str) -> None:
    """On a card, in a table, in a list and in a timeline; a picture on cards only."""
    field = LISTED[object_type].fields[name]
    sayer, row = alone(field, first_row(built, object_type))
    if field.place is Place.PICTURE:
        assert sayer.picture(row)
        return
    title = Said([sayer.card(ShownRow(row.link, (None,))).paragraphs[0]], ())
    drawn = {
        "cards": field.place is Place.TITLE or sayer.card(row) != title,
        "table": all(cell.paragraphs for cell in sayer.cells(row)),
        "list": sayer.line(row) != [],
        "timeline": field.place is Place.TITLE
        or len(sayer.point(row).paragraphs) + len(sayer.point(row).foot) > 1,
    }
    assert drawn == dict.fromkeys(drawn, True)


@pytest.mark.parametrize(
    ("object_type", "name"),
    [
        (name, field.name)
        for name, listing in LISTED.items()
        for field in listing.all_fields
        if field.is_compared
    ],
)
def test_a_field_that_filters_has_a_value_to_compare(built: site.Site, object_type: str, name: str) -> None:
    """A text, a number, a date or several texts, which is what conditions compare."""
    value = LISTED[object_type].fields[name].key(first_row(built, object_type))
    assert isinstance(value, str | int | tuple) or hasattr(value, "sort_key")


@pytest.mark.parametrize("object_type", LISTED)
def test_the_usual_fields_of_each_layout_are_fields(object_type: str) -> None:
    """A default that names no field would end the build of the page that asks for nothing."""
    listing = LISTED[object_type]
    named = {name for fields in listing.shown.values() for name in fields.split()}
    assert named <= listing.fields.keys()


@pytest.mark.parametrize("object_type", LISTED)
def test_what_readers_are_offered_can_be_sorted_by(object_type: str) -> None:
    """The order of a control is that of a query."""
    words = LISTED[object_type].vocabulary
    assert set(words.sortable) <= set(words.fields)
