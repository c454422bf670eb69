"""What the people file adds to lists and to the index: pictures, affiliations, people nobody mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import Built, Site, png

if TYPE_CHECKING:
    from collections.abc import Mapping

CONF = 'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\neventreport_people = "people.yml"\n'
PEOPLE = """\
cleo: {name: Cleo Marsh, affiliation: Bog Institute, image: img/cleo.png}
eva: {name: Eva Stone, affiliation: Quarry}
finn: {name: Finn Field, url: "https://finn.example.org"}
"""
REPORT = """---
title: Soil
label: soil
date: 2021-05-01
authors: [Ada Green]
event: Soil
---

## Worms, by Cleo Marsh

```{deck} https://slides.example.org/a.pdf
```
"""
ORPHAN = "---\norphan: true\n---\n\n# Page\n\n"
FILES: Mapping[str, str | bytes] = {
    "people.yml": PEOPLE,
    "img/cleo.png": png(),
    "index.md": "# Site\n\n```{event-list}\n```\n",
    "soil.md": REPORT,
    "cards.md": ORPHAN + "```{person-list}\n```\n",
    "table.md": ORPHAN + "```{person-list}\n:type: table\n:include: affiliation=bog*\n```\n",
    "refers.md": ORPHAN + "{person}`eva` and {person}`Finn Field`\n",
}


@pytest.fixture
def people(site: Site) -> Site:
    """Return a site with a people file, of whom a report names one."""
    site.conf = CONF
    return site.write(FILES)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return that site, built once."""
    return Site(tmp_path_factory.mktemp("people"), conf=CONF).write(FILES).build()


def test_nothing_is_missing(built: Built) -> None:
    """Somebody in the file is known, whether or not a report says the name."""
    assert built.warnings == []


def test_a_card_shows_picture_and_affiliation(built: Built) -> None:
    """Among cards with pictures, one without gets a drawn place."""
    cards = built.body("cards").select(".er-card.sd-card")
    found = [(card.select_one("img") is not None, "Bog Institute" in card.get_text()) for card in cards]
    assert found == [(False, False), (True, True)]


def test_the_picture_of_a_card_is_copied(built: Built) -> None:
    """As it is in the source directory."""
    image = built.body("cards").select_one("img")
    assert image is not None
    assert (built.outdir / str(image["src"])).read_bytes() == png()


def test_a_table_shows_and_asks_for_affiliations(built: Built) -> None:
    """The condition leaves one row."""
    assert [cell.get_text().strip() for cell in built.body("table").select("td")] == [
        "Cleo Marsh",
        "Bog Institute",
        "1 talk",
        "1 event",
    ]


def test_the_index_has_everybody(built: Built) -> None:
    """Those whom only the file knows have no works, and who they are stands beside them."""
    items = built.body("eventreport-people").select("li[id]")
    assert [(item["id"], item.get_text(" ", strip=True)) for item in items][-1] == (
        "person-eva",
        "Eva Stone Quarry",
    )
    assert {str(item["id"]) for item in items} == {
        "person-ada-green",
        "person-cleo",
        "person-eva",
        "person-finn",
    }


def addresses(built: Built) -> list[tuple[str, str]]:
    """Return texts and addresses of the references to people whom nobody mentions."""
    return [(link.get_text(), str(link["href"])) for link in built.body("refers").select("p a")]


def test_a_role_leads_to_the_index(built: Built) -> None:
    """Where everybody stands."""
    assert addresses(built) == [
        ("Eva Stone", "eventreport-people.html#person-eva"),
        ("Finn Field", "eventreport-people.html#person-finn"),
    ]


def test_without_an_index_a_role_leads_to_the_address_or_is_the_name(people: Site) -> None:
    """Who stands nowhere can still be named without a warning."""
    built = people.build(config={"html_domain_indices": False})
    assert (built.warnings, addresses(built)) == ([], [("Finn Field", "https://finn.example.org")])


@pytest.mark.parametrize(
    ("config", "is_there"), [({}, True), ({"html_domain_indices": False}, False)], ids=str
)
def test_the_inventory_has_who_has_a_place(people: Site, config: dict[str, object], is_there: bool) -> None:  # noqa: FBT001
    """For other projects, in the index."""
    objects = people.build(config=config).app.env.get_domain("eventreport").get_objects()
    found = {entry[0]: entry[3:5] for entry in objects if entry[2] == "person"}
    assert found.get("eva") == (("eventreport-people", "person-eva") if is_there else None)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (lambda site: site.edit("people.yml", "Bog Institute", "Fen Institute"), {"cards", "table"}),
        (lambda site: site.write({"img/cleo.png": png(9, 9)}), {"cards"}),
        (lambda site: site.edit("people.yml", "Eva Stone", "Eve Stone"), {"refers"}),
    ],
    ids=["affiliation", "picture", "name"],
)
def test_an_edit_rewrites_who_shows_it(people: Site, edit: object, expected: set[str]) -> None:
    """And no other page."""
    people.build()
    assert callable(edit)
    edit(people)
    names = {name.removesuffix(".html") for name in people.build().written if name.endswith(".html")}
    assert {name for name in names if not name.startswith("eventreport-")} - {
        "genindex",
        "search",
    } == expected


def test_what_is_found_by_its_heading_is_not_in_the_search_again(built: Built) -> None:
    """Talks and events are found by their titles, media by those of their talks; the inventory has all."""
    objects = built.app.env.get_domain("eventreport").get_objects()
    assert {entry[2]: entry[5] for entry in objects if entry[3] == "soil"} == {
        "event": -1,
        "talk": -1,
        "deck": -1,
        "person": 0,
    }
