"""The way on from a report: the listing around it, the older and the newer one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import Built, Site

from sphinx_eventreport.sphinx_ext.listings.neighbours import Neighbours, neighbours, shown_by_listings
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def report(start: str | None = None, date: str | None = None) -> str:
    """Return a report of an event on *start*, published on *date*."""
    facts = "".join(f"{name}: {value}\n" for name, value in (("date", date),) if value)
    event = f"event: {{name: Meeting, start: {start}}}\n" if start else "event: Meeting\n"
    return f"---\n{facts}{event}---\nWords.\n"


def docnames(around: Neighbours) -> tuple[str | None, str | None]:
    """Return the names of the pages before and after."""
    older, newer = (link.docname if link else None for link in around[1:])
    return older, newer


LISTING = "---\norphan: true\n---\n# Listing\n\n```{event-list}\n```\n"
FILES = {
    "index.md": "# Index\n\n```{toctree}\nin-toctree\n```\n\n```{event-list}\n```\n",
    "a/index.md": LISTING,
    "a/b/index.md": LISTING,
    "b/index.md": "---\norphan: true\n---\n# Listing\n\n```{event-list}\n:include: label=two\n```\n",
    "in-toctree.md": report("2020-02"),
    "one.md": report("2020-01-01"),
    "two.md": report("2020-03-01", date="2019-01-01"),
    "a/tie-2.md": report("2020-03-01"),
    "a/tie-1.md": report("2020-03-01"),
    "a/b/published.md": report(date="2020-04-01"),
    "a/b/c/none.md": report(),
    "c/another-none.md": report(),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site, built once."""
    return Site(tmp_path_factory.mktemp("site")).write(FILES).build("dummy")


@pytest.fixture
def found(built: Built) -> Mapping[str, Neighbours]:
    """Return the neighbours of each report."""
    return neighbours(site_of(built.app.env))


@pytest.mark.parametrize(
    ("report", "older", "newer"),
    [
        ("a/b/c/none", None, "c/another-none"),
        ("c/another-none", "a/b/c/none", "one"),
        ("one", "c/another-none", "a/tie-1"),
        ("a/tie-1", "one", "a/tie-2"),
        ("a/tie-2", "a/tie-1", "two"),
        ("two", "a/tie-2", "a/b/published"),
        ("a/b/published", "two", None),
    ],
)
def test_neighbours_are_by_date(
    found: Mapping[str, Neighbours], report: str, older: str | None, newer: str | None
) -> None:
    """That of the event before that of publication; none first; those of one day by their names."""
    assert docnames(found[report]) == (older, newer)


@pytest.mark.parametrize(
    ("report", "older", "newer"),
    [
        ("one", "another-none", "1 March 2020"),
        ("two", "1 March 2020", "1 April 2020"),
        ("a/b/c/none", "", "another-none"),
        ("a/b/published", "1 March 2020", ""),
    ],
)
def test_neighbours_are_called_by_date(
    found: Mapping[str, Neighbours], report: str, older: str, newer: str
) -> None:
    """By their label where they have no date; nobody is called nothing."""
    assert tuple(link.title if link else "" for link in found[report][1:]) == (older, newer)


def test_a_report_in_a_toctree_has_the_neighbours_of_the_toctree(found: Mapping[str, Neighbours]) -> None:
    """It is none of ours, and nobody's neighbour."""
    assert "in-toctree" not in found


@pytest.mark.parametrize(
    ("report", "listing"),
    [
        ("one", "index"),
        ("two", "index"),
        ("a/tie-1", "a/index"),
        ("a/b/published", "a/b/index"),
        ("a/b/c/none", "a/b/index"),
        ("c/another-none", "index"),
    ],
)
def test_the_way_up_is_the_nearest_listing(built: Built, report: str, listing: str) -> None:
    """The one fewest folders away that shows the report."""
    assert shown_by_listings(site_of(built.app.env))[report] == listing


def test_of_two_listings_as_near_the_first_name_counts(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Always the same one, in whatever order the pages were read."""
    files = {"index.md": "# Index\n", "b.md": LISTING, "a.md": LISTING, "one.md": report()}
    built = Site(tmp_path_factory.mktemp("site")).write(files).build("dummy")
    assert shown_by_listings(site_of(built.app.env)) == {"one": "a"}


def test_a_listing_leads_to_no_page_from_itself(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A report that lists itself is not above itself."""
    files = {"index.md": "# Index\n", "one.md": f"{report()}\n```{{event-list}}\n```\n"}
    built = Site(tmp_path_factory.mktemp("site")).write(files).build("dummy")
    assert shown_by_listings(site_of(built.app.env)) == {}
