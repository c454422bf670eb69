"""Pages are ready for Pagefind, whoever runs it; its index is made of our records where a site wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.prose import FILES

from sphinx_eventreport.sphinx_ext.search import own, pagefind
from sphinx_eventreport.sphinx_ext.search.records import records

if TYPE_CHECKING:
    from support.site import Site

WANTED = {"eventreport_search": "pagefind"}


def test_headings_have_ids(site: Site) -> None:
    """But for the title: it would be a part of the page that is the page."""
    body = site.write(FILES).build().body("bog")
    assert [heading.get("id") for heading in body.select("h1, h2")] == [
        None,
        "sundews-at-dusk-title",
        "pool-404-title",
    ]


@pytest.mark.parametrize(("page", "selector"), [("index", ".er-listing"), ("bog", ".headerlink")])
def test_what_repeats_is_left_out(site: Site, page: str, selector: str) -> None:
    """Listings, and the sign behind a heading."""
    found = site.write(FILES).build().body(page).select_one(selector)
    assert found is not None
    assert found["data-pagefind-ignore"] == "all"


def test_records_say_where_they_belong(site: Site) -> None:
    """The talk, the event, and what a reader can choose by."""
    found = {record.url: record for record in records(site.write(FILES).build().app)}
    slide = found["heath.html#slide-heather-4"]
    assert (slide.called, slide.title, slide.context) == ("Slide 4", "Horsetail", "Heather · Heath Day")
    talk = found["bog.html#sundews-at-dusk"]
    assert dict(talk.facets) == {"year": "2024", "series": "bog-days", "person": "Zoë Brânză"}


def test_a_slide_called_like_its_talk_is_no_record(site: Site) -> None:
    """The talk is."""
    files = {**FILES, "heath.md": str(FILES["heath.md"]).replace("## Heather", "## Moss")}
    assert [found.url for found in records(site.write(files).build().app) if found.title == "Moss"] == [
        "heath.html#moss"
    ]


def test_the_index_is_made_once(site: Site) -> None:
    """A build that changes nothing leaves it as it is."""
    pytest.importorskip("pagefind_bin", reason="no pagefind_bin for this system")
    site.write(FILES).build(config=WANTED)
    assert {name for name in site.build(config=WANTED).written if name.startswith("pagefind/")} == set()


def test_without_pagefind_sphinx_searches(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """And a warning says what to install."""
    for module in (own, pagefind):
        monkeypatch.setattr(module, "has_program", lambda: False)
    built = site.write({"index.md": "# Site\n"}).build(config=WANTED)
    assert "is not installed" in built.warnings[0]
    assert (built.outdir / "_static" / "eventreport-search" / "places.js").exists()
