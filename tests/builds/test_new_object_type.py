"""A type of objects that the package has not: what its record, row, directive and line of the table bring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from sphinx.util.inventory import InventoryFile
from support.site import Built, Site

from sphinx_eventreport.core.identifiers import slug_or
from sphinx_eventreport.core.names import person_of
from sphinx_eventreport.core.record import NamedRecord
from sphinx_eventreport.sphinx_ext.extension.object_types import OBJECT_TYPES
from sphinx_eventreport.sphinx_ext.inline.people import people_nodes
from sphinx_eventreport.sphinx_ext.listings.field import ListingField, title
from sphinx_eventreport.sphinx_ext.listings.listing_type import ListingType
from sphinx_eventreport.sphinx_ext.listings.shared_fields import START
from sphinx_eventreport.sphinx_ext.nodes.directive import ReportDirective, text_options
from sphinx_eventreport.sphinx_ext.site.object_type import ObjectType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Person
    from sphinx_eventreport.sphinx_ext.site import site
    from sphinx_eventreport.sphinx_ext.site.link import Link


@dataclass(frozen=True, slots=True)
class Exhibit(NamedRecord):
    """The record: something that was on show."""

    label: str
    title: str
    maker: Person | None = None


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """The row."""

    exhibit: Exhibit
    link: Link
    start: PartialDate | None

    end = None
    tags: Sequence[str] = ()
    is_called_off = False

    @property
    def docname(self) -> str:
        """The page."""
        return self.link.docname


def exhibit_rows(found: site.Site) -> list[ExhibitRow]:
    """Return a row for each exhibit."""
    return [
        ExhibitRow(placed.record, page.object_link(placed), page.start)
        for page in found.listed.values()
        for placed in page.objects_of("exhibit")
        if isinstance(placed.record, Exhibit)
    ]


EXHIBITS = ListingType(
    exhibit_rows,
    (
        title(lambda: "Exhibit"),
        ListingField(
            "maker", lambda: "Maker", lambda row: row.exhibit.maker.name if row.exhibit.maker else None
        ),
        START,
    ),
    shown=dict.fromkeys(("cards", "table", "list", "timeline"), "title maker start"),
)


class ExhibitDirective(ReportDirective):
    """The drawing."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec = text_options("maker")

    def run(self) -> list[nodes.Node]:
        """Return what it is called, who made it, and what is said of it."""
        called = self.arguments[0]
        maker = person_of(self.options["maker"]) if "maker" in self.options else None
        exhibit = Exhibit(slug_or(called, "exhibit"), called, maker)
        line = nodes.paragraph("", f"{called} ")
        line += people_nodes([maker], self.state.document, self.env.docname) if maker else []
        return self.make_object("exhibit", exhibit, [line, *self.parse_content_to_nodes()])


LINE: ObjectType[ListingType] = ObjectType("exhibit", "exhibit", ExhibitDirective, EXHIBITS)
REPORT = """\
---
title: Kelp Day
date: 2024-06-01
event: Kelp Day
---

## Hall

```{exhibit} A Press
:maker: A. Quay

For *fronds*.
```

```{exhibit} A Net
```
"""
INDEX = """\
# Index

```{exhibit-list}
:type: table
:include: maker=*Quay
```

{exhibit}`kelp/a-press`
"""
FILES = {
    "index.md": INDEX,
    "kelp.md": REPORT,
    "people.yml": "ada: {name: Ada Quay, aliases: [A. Quay]}\n",
}
CONF = 'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\neventreport_people = "people.yml"\n'


@pytest.fixture
def exhibits(tmp_path: Path) -> Iterator[Site]:
    """Return a site of a package that has exhibits as well."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(OBJECT_TYPES, "exhibit", LINE)
        yield Site(tmp_path, conf=CONF).write(FILES)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return that site, built once for the tests that only look at it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(OBJECT_TYPES, "exhibit", LINE)
        return Site(tmp_path_factory.mktemp("exhibits"), conf=CONF).write(FILES).build()


def test_nothing_is_missing(built: Built) -> None:
    """Its directive, its list and its role are known, and there is nothing to warn of."""
    assert built.warnings == []


def test_it_is_drawn_where_its_directive_is(built: Built) -> None:
    """In its section, in a box with its id."""
    drawn = built.body("kelp").select_one("#hall #exhibit-a-press")
    assert drawn is not None
    assert drawn.get_text(" ", strip=True) == "A Press Ada Quay For fronds ."


def test_a_role_leads_to_it(built: Built) -> None:
    """By the label of the report and its own."""
    link = built.body("index").select_one("p > a")
    assert link is not None
    assert (link.get_text(), link["href"]) == ("A Press", "kelp.html#exhibit-a-press")


def test_a_listing_has_its_fields(built: Built) -> None:
    """One row, for the other exhibit has no maker, who is below the title, called as in the people file."""
    rows = [row.get_text("|", strip=True) for row in built.body("index").select("tr")]
    assert rows == ["Exhibit|Date", "A Press|Ada Quay|1 Jun 2024"]


def test_other_sites_can_refer_to_it(built: Built) -> None:
    """It is in the inventory."""
    with (built.outdir / "objects.inv").open("rb") as file:
        found = InventoryFile.load(file, "", lambda _base, location: location)
    assert list(found["eventreport:exhibit"]) == ["kelp/a-net", "kelp/a-press"]


def test_whom_it_names_is_known(exhibits: Site) -> None:
    """Somebody whom nothing else on the site mentions."""
    exhibits.write({"index.md": "# Index\n\n{person}`ada`\n"})
    link = exhibits.build(config={"html_domain_indices": False}).body("index").select_one("p > a")
    assert link is not None
    assert link["href"] == "kelp.html#person-ada"


def test_lists_of_it_are_right_after_an_edit(exhibits: Site) -> None:
    """The page of the listing is not read again, and shows the new title."""
    exhibits.build()
    exhibits.edit("kelp.md", "{exhibit} A Press", "{exhibit} A Sieve")
    exhibits.edit("index.md", "\n{exhibit}`kelp/a-press`\n", "")
    exhibits.build()
    exhibits.edit("kelp.md", "{exhibit} A Sieve", "{exhibit} A Pot")
    rebuilt = exhibits.build()
    assert "A Pot" in rebuilt.body("index").get_text()
    assert rebuilt.warnings == []


def test_two_of_one_name_are_told_apart(exhibits: Site) -> None:
    """A warning says so, and each has an id."""
    exhibits.edit("kelp.md", "{exhibit} A Net", "{exhibit} A Press")
    built = exhibits.build()
    ids = [box["id"] for box in built.body("kelp").select(".er-exhibit")]
    assert ids == ["exhibit-a-press", "exhibit-a-press-2"]
    [warning] = built.warnings
    assert "kelp.md:15: WARNING: The exhibit label 'kelp/a-press' is in kelp.md already" in warning
