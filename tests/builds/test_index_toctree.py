"""Indices in a toctree: the navigation of a site that does not grow with its reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import Built, Site

if TYPE_CHECKING:
    from collections.abc import Callable

INDEX = """# Site

```{event-list}
```

```{toctree}
:hidden:

Years <eventreport-events>
eventreport-series
eventreport-people
Tags <eventreport-tags>
about
```
"""
ENTRIES = [
    ("Years", "eventreport-events.html"),
    ("Series by title", "eventreport-series.html"),
    ("People", "eventreport-people.html"),
    ("Tags", "eventreport-tags.html"),
    ("About", "about.html"),
]


def report(number: int) -> str:
    """Return a report with an author, a series and a tag."""
    return (
        f"---\ntitle: Meeting {number}\nauthors: [Ada Green]\ntags: [soil]\n"
        f"event: {{name: Meeting, series: meeting, start: 2020-01-{number:02d}}}\n---\n\nWords.\n"
    )


def site_of(root: Site, count: int) -> Site:
    """Return the site with *count* reports."""
    reports = {f"reports/m{number}.md": report(number) for number in range(1, count + 1)}
    return root.write({"index.md": INDEX, "about.md": "# About\n", **reports})


def entries(built: Built, page: str) -> list[tuple[str, str]]:
    """Return text and address of each entry of the navigation beside *page*."""
    links = built.page(page).select(".sphinxsidebar li.toctree-l1 > a")
    return [(link.get_text(), str(link["href"]).removeprefix("../")) for link in links]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a site with nine reports."""
    return site_of(Site(tmp_path_factory.mktemp("nine")), 9).build()


def test_it_builds_without_a_warning(built: Built) -> None:
    """Indices are documents for Sphinx, and reports need no toctree."""
    assert built.warnings == []


@pytest.mark.parametrize("page", ["reports/m1", "reports/m9", "about", "eventreport-people"])
def test_every_page_has_the_same_few_entries(built: Built, page: str) -> None:
    """Years, series, people, tags, and what the author added; no report is among them."""
    wanted = [(text, "#" if address == f"{page}.html" else address) for text, address in ENTRIES]
    assert entries(built, page) == wanted


@pytest.mark.parametrize("address", [address for _text, address in ENTRIES])
def test_each_entry_leads_to_a_page(built: Built, address: str) -> None:
    """None leads nowhere."""
    assert (built.outdir / address).is_file()


def test_a_report_has_its_neighbours_by_date_and_the_way_up(built: Built) -> None:
    """Whatever the navigation is."""
    page = built.page("reports/m5")
    relations = {str(link["rel"][0]): link["href"] for link in page.select("head link[rel]")}
    trail = page.select_one(".er-trail a")
    assert (relations["prev"], relations["next"]) == ("m4.html", "m6.html")
    assert trail is not None
    assert trail["href"] == "../index.html"


def test_an_index_is_not_the_next_page_of_another(built: Built) -> None:
    """The page before the first document of the toctree is the index page of the site."""
    links = built.page("about").select("head link[rel=prev]")
    assert [link["href"] for link in links] == ["index.html"]


@pytest.mark.parametrize("builder", ["singlehtml", "text", "latex", "epub"])
def test_other_builders_take_no_index_for_a_document(site: Site, builder: str) -> None:
    """There is none to put into a book."""
    config = {"copyright": "the authors", "version": "1"}
    assert site_of(site, 2).build(builder, config=config).warnings == []


def test_an_index_that_is_not_made_is_missed(site: Site) -> None:
    """In the words that Sphinx has for it."""
    [warning] = site_of(site, 1).build(config={"html_domain_indices": ALL}).warnings
    assert "nonexisting document 'eventreport-tags'" in warning


ALL = ["eventreport-events", "eventreport-series", "eventreport-people"]


def test_a_page_about_somebody_needs_no_toctree(site: Site) -> None:
    """Names lead to it."""
    site.write({"ada.md": "# Ada Green\n\n```{person} Ada Green\n```\n"})
    assert site_of(site, 1).build().warnings == []


def test_sphinx_is_left_as_it_was(build: Callable[..., Built]) -> None:
    """The next project in the same process may be without this extension."""
    from sphinx.domains.std import StandardDomain  # noqa: PLC0415 -- what is looked at

    build("---\nevent: An Event\n---\n")
    assert not [name for name in StandardDomain._virtual_doc_names if name.startswith("eventreport")]  # noqa: SLF001
