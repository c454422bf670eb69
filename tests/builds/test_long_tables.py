"""Long tables: rows written as HTML at once say what nodes would say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import Built, Site

from sphinx_eventreport.sphinx_ext.render import tables

if TYPE_CHECKING:
    from bs4 import Tag

FIELDS = {
    "talk": "start, title, speakers, event-title, language, media",
    "person": "title, url, affiliation, talks",
    "event": "start, title, place, talks",
}
REPORT = """---
title: Soil & Water
label: soil
language: fr
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


def listing(kind: str) -> str:
    """Return a table of the objects *kind*."""
    return f"```{{{kind}-list}}\n:type: table\n:fields: {FIELDS[kind]}\n:filter-ui:\n:sort-ui:\n```\n"


def site_in(root: Site) -> Site:
    """Return a site with a table of each kind, in a folder of its own."""
    pages = {f"lists/{kind}.md": f"---\norphan: true\n---\n\n# List\n\n{listing(kind)}" for kind in FIELDS}
    reports = {f"days/soil{day}.md": REPORT.format(day=day).replace("soil", f"soil{day}") for day in (1, 2)}
    return root.write({"index.md": "# Site\n\n" + listing("event") + listing("talk"), **pages, **reports})


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site with tables that are not long."""
    return site_in(Site(tmp_path_factory.mktemp("short"))).build()


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the same site where a table of two rows is long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "LONG", 1)
        return site_in(Site(tmp_path_factory.mktemp("long"))).build()


def cells(built: Built, kind: str) -> list[tuple[str, list[tuple[str, str]], list[str]]]:
    """Return the text, the links and the dates of each cell."""
    return [
        (
            cell.get_text().strip(),
            [(link.get_text(), str(link["href"])) for link in cell.select("a")],
            [str(time["datetime"]) for time in cell.select("time")],
        )
        for cell in built.body(f"lists/{kind}").select("tbody td")
    ]


@pytest.mark.parametrize("kind", list(FIELDS))
def test_a_long_table_says_what_a_short_one_says(short: Built, long: Built, kind: str) -> None:
    """Every text, link and date of every cell."""
    assert cells(long, kind) == cells(short, kind)
    assert cells(long, kind)


def test_the_rows_of_a_long_table_are_no_paragraphs(short: Built, long: Built) -> None:
    """So that the comparison above is one of two ways."""

    def count(built: Built) -> int:
        return len(built.body("lists/talk").select("tbody p"))

    assert (count(long), count(short) > 0) == (0, True)


@pytest.mark.parametrize("kind", list(FIELDS))
def test_the_script_of_a_long_table_knows_its_rows(short: Built, long: Built, kind: str) -> None:
    """Orders and columns are the same."""

    def frame(built: Built) -> Tag | None:
        return built.body(f"lists/{kind}").select_one("[data-er-listing]")

    one, other = frame(short), frame(long)
    assert one is not None
    assert other is not None
    assert one["data-er-listing"] == other["data-er-listing"]


@pytest.mark.parametrize("builder", ["text", "singlehtml", "latex"])
def test_other_builders_write_all_rows(site: Site, monkeypatch: pytest.MonkeyPatch, builder: str) -> None:
    """From nodes, as they write any table."""
    monkeypatch.setattr(tables, "LONG", 1)
    built = site_in(site).build(builder)
    [path] = [
        *built.outdir.glob("index.html"),
        *built.outdir.glob("*.tex"),
        *built.outdir.glob("index.txt"),
    ]
    assert path.read_text(encoding="utf-8").count("Cleo Marsh") >= 2
