"""Listings in real builds: what options add to a page, and what an edit rewrites because of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from support.site import Built, Site

ORPHAN = "---\norphan: true\n---\n\n# Page\n\n"


def report(number: int, tags: str = "stone") -> str:
    """Return a small report with a talk."""
    return (
        f"---\ntitle: Meeting {number}\ndescription: About {number}.\ntags: [{tags}]\n"
        f"event: {{name: Meeting, start: 202{number}-01-01, location: {{address: {{city: Graz}}}}}}\n---\n\n"
        "## Talk, by Ida Wax\n\n```{deck} https://slides.example.org/a.pdf\n```\n"
    )


def listing(kind: str = "event", **options: str) -> str:
    """Return the source of a listing."""
    lines = "".join(f":{name.replace('_', '-')}: {value}\n" for name, value in options.items())
    return f"```{{{kind}-list}}\n{lines}```\n"


REPORTS = {f"r{number}.md": report(number) for number in (1, 2, 3)}
INDEX = {"index.md": "# Index\n\n" + listing()}


def pages(built: Built) -> set[str]:
    """Return the names of the pages that a build wrote."""
    special = {"genindex", "search"}
    return {name.removesuffix(".html") for name in built.written if name.endswith(".html")} - special


@pytest.mark.parametrize(
    ("options", "is_stale"),
    [
        ({}, False),
        ({"fields": "title, tags"}, True),
        ({"categories": "yes"}, True),
        ({"group_by": "tags"}, True),
        ({"sort_ui": "tags"}, True),
    ],
    ids=str,
)
def test_a_field_makes_a_page_stale_where_it_is_shown(
    site: Site,
    options: Mapping[str, str],
    is_stale: bool,  # noqa: FBT001
) -> None:
    """Tags that nobody sees rewrite nothing but their own page."""
    site.write({**REPORTS, **INDEX, "list.md": ORPHAN + listing(type="list", **options)}).build()
    site.edit("r2.md", "tags: [stone]", "tags: [paper]")
    assert ("list" in pages(site.build())) is is_stale


def test_a_text_that_is_not_shown_makes_no_page_stale(site: Site) -> None:
    """A list shows no descriptions; the cards of the index do."""
    site.write({**REPORTS, **INDEX, "list.md": ORPHAN + listing(type="list")}).build()
    site.edit("r2.md", "About 2.", "About two.")
    assert pages(site.build()) == {"r2", "index"}


@pytest.mark.parametrize("kind", ["deck", "person"])
def test_other_listings_follow_an_edit(site: Site, kind: str) -> None:
    """The name of a speaker stands with the decks and among the people."""
    site.write({**REPORTS, **INDEX, "list.md": ORPHAN + listing(kind, type="table")}).build()
    site.edit("r2.md", "Ida Wax", "Bo Reed")
    assert "Bo Reed" in site.build().body("list").get_text()


def test_groups_are_headings_with_names_and_no_sections(site: Site) -> None:
    """The contents of the page do not have them."""
    built = site.write({**REPORTS, "index.md": "# Index\n\n" + listing(group_by="year")}).build()
    headings = built.body("index").select("h2.er-group")
    assert [heading["id"] for heading in headings] == ["events-2023", "events-2022", "events-2021"]
    assert not built.app.env.tocs["index"].astext().count("2023")


def test_two_listings_of_a_page_have_different_names(site: Site) -> None:
    """An id stands once in a page."""
    twice = listing(group_by="year", max_items="1") * 2
    built = site.write({**REPORTS, "index.md": "# Index\n\n" + twice}).build()
    assert [heading["id"] for heading in built.body("index").select(".er-group")] == [
        "events-2023",
        "events-2023-2",
    ]


@pytest.mark.parametrize(
    ("options", "is_there"), [({"group_by": "year"}, False), ({"filter_ui": "yes"}, True)], ids=str
)
def test_the_script_comes_with_the_first_control(
    site: Site,
    options: Mapping[str, str],
    is_there: bool,  # noqa: FBT001
) -> None:
    """A listing that asks nothing of a browser brings none."""
    built = site.write({**REPORTS, "index.md": "# Index\n\n" + listing(**options)}).build()
    found = built.page("index").select("script[src*=eventreport-listings], link[href*=eventreport-listings]")
    assert len(found) == (2 if is_there else 0)


def test_the_day_of_the_configuration_is_that_of_the_script(site: Site) -> None:
    """A build that has to be reproducible says which day it is."""
    conf = 'extensions = ["sphinx_eventreport"]\neventreport_today = "2022-06-01"\n'
    built = site.write(
        {**REPORTS, "conf.py": conf, "index.md": "# I\n\n" + listing(upcoming="first")}
    ).build()
    [frame] = built.body("index").select("[data-er-listing]")
    assert json.loads(str(frame["data-er-listing"]))["today"] == "2022-06-01"


def test_events_that_are_not_over_have_their_calendars(site: Site) -> None:
    """By the day of the build, at the address from the page of the listing."""
    conf = 'extensions = ["sphinx_eventreport"]\neventreport_today = "2022-06-01"\n'
    page = ORPHAN + listing(upcoming="first", sort="start")
    built = site.write({**REPORTS, **INDEX, "conf.py": conf, "in/list.md": page}).build()
    [frame] = built.body("in/list").select("[data-er-listing]")
    assert json.loads(str(frame["data-er-listing"]))["calendars"] == {"2": "../r3.event.ics"}
    assert (built.outdir / "r3.event.ics").is_file()


@pytest.mark.parametrize("builder", ["latex", "text", "man", "texinfo", "epub"])
def test_other_formats_have_groups_and_controls_as_plain_text(site: Site, builder: str) -> None:
    """Each builds without a warning."""
    source = "# Index\n\n" + "".join(
        listing(type=layout, group_by="year", filter_ui="yes", sort_ui="title")
        for layout in ("cards", "table", "list", "timeline")
    )
    conf = 'extensions = ["sphinx_eventreport"]\nversion = copyright = "1"\n'
    assert site.write({**REPORTS, "conf.py": conf, "index.md": source}).build(builder).warnings == []


def test_a_listing_can_be_the_toctree(site: Site) -> None:
    """Sphinx then knows the way to each report, in the order of the listing."""
    built = site.write({**REPORTS, "index.md": "# Index\n\n" + listing(toctree="yes")}).build()
    assert built.app.env.toctree_includes["index"] == ["r3", "r2", "r1"]
    assert built.warnings == []


def test_the_toctree_of_a_listing_is_in_the_navigation(site: Site) -> None:
    """The theme draws it on every page."""
    built = site.write({**REPORTS, "index.md": "# Index\n\n" + listing(toctree="yes")}).build()
    assert built.page("r1").select(".sphinxsidebar a[href='r3.html']")


def test_a_new_report_comes_into_the_toctree_of_every_page(site: Site) -> None:
    """And a build without a change writes nothing."""
    site.write({**REPORTS, "index.md": "# Index\n\n" + listing(toctree="yes")}).build()
    site.write({"r4.md": report(4)})
    assert site.build().page("r1").select(".sphinxsidebar a[href='r4.html']")
    assert pages(site.build()) == set()


def test_a_removed_report_leaves_the_toctree(site: Site) -> None:
    """Nothing leads to it."""
    site.write({**REPORTS, "index.md": "# Index\n\n" + listing(toctree="yes")}).build()
    site.remove("r2.md")
    built = site.build()
    assert (built.app.env.toctree_includes["index"], built.warnings) == (["r3", "r1"], [])
