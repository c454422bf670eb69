"""Where a page links our style sheets: what is above is painted without them, what is below never moves."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from support.posts import INDEX, NATIVE_POST
from support.site import Built, Site

LINK = "link[href*='_static/eventreport']"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with a listing and a report that is in no toctree."""
    return Site(tmp_path_factory.mktemp("styles")).write({"index.md": INDEX, "report.md": NATIVE_POST})


@pytest.fixture(scope="module")
def built(site: Site) -> Built:
    """Return its pages."""
    return site.build()


def links(page: BeautifulSoup) -> list[Tag]:
    """Return the links to our style sheets on *page*."""
    return list(page.select(LINK))


@pytest.mark.parametrize("name", ["index", "report"])
def test_the_head_has_none(built: Built, name: str) -> None:
    """What is in the head, a browser waits for before it paints anything."""
    assert [link for link in links(built.page(name)) if link.find_parent("head")] == []


def test_on_a_page_with_a_title_first_they_are_below_it(built: Built) -> None:
    """The title is the theme's."""
    before = links(built.page("index"))[0].find_previous_sibling()
    assert before is not None
    assert before.name == "h1"


def test_on_a_page_with_a_way_back_first_they_are_above_that(built: Built) -> None:
    """The title below it would move when the way back gets its size."""
    after = links(built.page("report"))[-1].find_next_sibling()
    assert after is not None
    assert "er-trail" in after["class"]


def test_a_page_without_a_title_has_them_first(site: Site) -> None:
    """Nothing is above a listing that stands alone."""
    site.write({"alone.md": "---\norphan: true\n---\n```{event-list}\n```\n"})
    body = site.build(out="alone").body("alone")
    assert body.find(name=True) is body.select_one(LINK)


def test_the_page_of_an_index_has_its_style(built: Built) -> None:
    """Below its title, as on other pages."""
    before = links(built.page("eventreport-events"))[0].find_previous_sibling()
    assert before is not None
    assert before.name == "h1"


def test_in_epub_they_are_in_the_head(site: Site) -> None:
    """XHTML allows them nowhere else."""
    text = (site.build("epub").outdir / "report.xhtml").read_text(encoding="utf-8")
    link = links(BeautifulSoup(text, "html.parser"))[0]
    assert link.find_parent("head") is not None
