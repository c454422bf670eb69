"""Long listings: rows written as HTML at once say what nodes would say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.site import PDF, Built, Site, png

from sphinx_eventreport.sphinx_ext.listings import draw as listings

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

FIELDS = {
    "talk": "start, title, speakers, event-title, language, media",
    "person": "title, url, affiliation, talks",
    "event": "start, title, place, talks",
}
LAYOUTS = ("cards", "list", "timeline")
REPORT = """---
title: Soil & Water
label: soil
language: fr
description: About <worms> & rain.
thumbnail: /img/soil.png
authors: [{{name: Ada Green, url: "https://ada.example.org/?a=1&b=2"}}]
event: {{name: Soil, start: 2021-05-0{day}, location: {{address: {{city: Graz}}}}}}
---

## Worms <1>, by Cleo Marsh

```{{deck}} https://slides.example.org/a.pdf
```

## Rain

```{{recording}} https://youtu.be/abcdefghijk
```
"""
WITH_SLIDES = """---
title: Moss
label: moss
event: {name: Moss, start: 2022-05-01}
---

## Spores

```{deck} moss.pdf
```
"""


def listing(kind: str, options: str) -> str:
    """Return a listing of the objects *kind*."""
    return f"```{{{kind}-list}}\n{options}:filter-ui:\n:sort-ui:\n```\n"


def site_in(root: Site) -> Site:
    """Return a site with a table of each kind, and a page with each other layout, in a folder of its own."""
    table = ":type: table\n:fields: {}\n"
    tables = {f"table-{kind}": listing(kind, table.format(fields)) for kind, fields in FIELDS.items()}
    others = {
        f"{layout}-{kind}": listing(kind, f":type: {layout}\n")
        for layout in LAYOUTS
        for kind in (*FIELDS, "deck", "recording")
    }
    named = {"list-of-fields": listing("talk", f":type: list\n:fields: {FIELDS['talk']}\n")}
    pages = {
        f"lists/{name}.md": f"---\norphan: true\n---\n\n# List\n\n{text}"
        for name, text in (tables | others | named).items()
    }
    reports = {f"days/soil{day}.md": REPORT.format(day=day).replace("soil", f"soil{day}") for day in (1, 2)}
    files: dict[str, str | bytes] = {"moss.md": WITH_SLIDES, "moss.pdf": PDF}
    files |= reports | pages
    files |= {f"img/soil{day}.png": png() for day in (1, 2)}
    return root.write({"index.md": "# Site\n\n" + tables["table-talk"], **files})


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Built:
    """Return the site with listings that are not long."""
    return site_in(Site(tmp_path_factory.mktemp("short"), store=store)).build()


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Built:
    """Return the same site where a listing of one row is long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listings, "LONG", 0)
        return site_in(Site(tmp_path_factory.mktemp("long"), store=store)).build()


def cells(built: Built, kind: str) -> list[tuple[str, list[tuple[str, str]], list[str]]]:
    """Return the text, the links and the dates of each cell."""
    return [
        (
            cell.get_text().strip(),
            [(link.get_text(), str(link["href"])) for link in cell.select("a")],
            [str(time["datetime"]) for time in cell.select("time")],
        )
        for cell in built.body(f"lists/table-{kind}").select("tbody td")
    ]


def html(built: Built, name: str) -> str:
    """Return a page without the element that Sphinx adds to each link."""
    body = built.body(f"lists/{name}")
    for link in body.select("a.reference"):
        for inline in link.select("span:not([class])"):
            inline.unwrap()
    return re.sub(r"\s+", " ", re.sub(r">\s+|\s+<", lambda found: found[0].strip(), str(body)))


@pytest.mark.parametrize("kind", list(FIELDS))
def test_a_long_table_says_what_a_short_one_says(short: Built, long: Built, kind: str) -> None:
    """Every text, link and date of every cell."""
    assert cells(long, kind) == cells(short, kind)
    assert cells(long, kind)


@pytest.mark.parametrize("kind", [*FIELDS, "deck", "recording"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_other_long_listings_are_the_same_html(short: Built, long: Built, layout: str, kind: str) -> None:
    """Every element with its classes, every text and link, and the pictures of cards."""
    assert html(long, f"{layout}-{kind}") == html(short, f"{layout}-{kind}")


def test_long_lists_with_chosen_fields_are_the_same_html(short: Built, long: Built) -> None:
    """Speakers, languages, links to events and media."""
    assert html(long, "list-of-fields") == html(short, "list-of-fields")


def test_the_listings_show_pictures_and_slides(long: Built) -> None:
    """The comparison is of cards with both."""
    pictures = [str(image["src"]) for image in long.body("lists/cards-event").select(".er-card img")]
    assert [uri.rpartition("/")[2][:4] for uri in pictures] == ["moss", "soil", "soil"]


@pytest.mark.parametrize(
    ("name", "selector"),
    [("table-talk", "tbody a > span:not([class], [lang])"), ("cards-talk", "a > span:not([lang])")],
)
def test_long_listings_are_written_in_another_way(
    short: Built, long: Built, name: str, selector: str
) -> None:
    """So that the comparisons above are of two ways."""

    def count(built: Built) -> int:
        return len(built.body(f"lists/{name}").select(f".er-listing-frame {selector}"))

    assert (count(long), count(short) > 0) == (0, True)


@pytest.mark.parametrize("name", [*(f"table-{kind}" for kind in FIELDS), "cards-talk"])
def test_the_script_of_a_long_listing_knows_its_rows(short: Built, long: Built, name: str) -> None:
    """Orders and columns are the same."""

    def frame(built: Built) -> Tag | None:
        return built.body(f"lists/{name}").select_one("[data-er-listing]")

    one, other = frame(short), frame(long)
    assert one is not None
    assert other is not None
    assert one["data-er-listing"] == other["data-er-listing"]


@pytest.mark.parametrize("builder", ["text", "singlehtml", "latex"])
def test_other_builders_write_all_rows(site: Site, monkeypatch: pytest.MonkeyPatch, builder: str) -> None:
    """From nodes, as they write any listing."""
    monkeypatch.setattr(listings, "LONG", 0)
    built = site_in(site).build(builder)
    [path] = [
        *built.outdir.glob("index.html"),
        *built.outdir.glob("*.tex"),
        *built.outdir.glob("index.txt"),
    ]
    assert path.read_text(encoding="utf-8").count("Cleo Marsh") >= 2
