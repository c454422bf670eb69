"""An old post, unchanged, as a page: each promise is one test on the built page."""

from __future__ import annotations

import re

import pytest
from docutils import nodes
from support.posts import INDEX, JEKYLL_POST
from support.site import Built, Site, png

NAME = "2018-03-20-minutes-of-cloud-day"
FURO = 'extensions = ["sphinx_eventreport"]\nhtml_theme = "furo"\n'
TITLE = "Minutes of Cloud\N{NO-BREAK SPACE}Day\N{NO-BREAK SPACE}Lyon\N{NO-BREAK SPACE}2018"
SECTIONS = [
    "The Corridor",
    "Moving House",
    "Asking Good Questions",
    "Things and an Echo",
    "Functions without Servers",
    "Locking the Door",
    "What Stays",
]
TALKS = SECTIONS[1:6]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the post once for all tests of this file."""
    site = Site(tmp_path_factory.mktemp("jekyll"), conf=FURO)
    pictures = {f"img/{name}.png": png() for name in ("hall", "hall-small", "corridor")}
    toctree = f"\n```{{toctree}}\n{NAME}\n```\n"
    return site.write({"index.md": INDEX + toctree, f"{NAME}.md": JEKYLL_POST, **pictures}).build()


def texts(built: Built, selector: str) -> list[str]:
    """Return the texts of what *selector* finds on the post's page, without permalinks."""
    return [
        found.get_text().removesuffix("#").removesuffix("¶") for found in built.page(NAME).select(selector)
    ]


def test_there_is_no_warning(built: Built) -> None:
    """The post builds under -W as it is."""
    assert built.warnings == []


def test_the_heading_is_the_title_with_real_no_break_spaces(built: Built) -> None:
    """Front matter gives the one H1."""
    assert texts(built, "article h1") == [TITLE]


def test_joined_words_of_the_heading_may_be_broken_where_no_line_has_room(built: Built) -> None:
    """They are an element of their own, with a chance to break it after each of its spaces."""
    [together] = built.page(NAME).select("article h1 .er-together")
    assert (together.get_text(), len(together.select("wbr"))) == (TITLE.removeprefix("Minutes of "), 3)


def test_the_browser_shows_the_title(built: Built) -> None:
    """The title element begins with the page's title."""
    assert texts(built, "title")[0].startswith(TITLE)


def test_the_sections_are_second_level_headings(built: Built) -> None:
    """What the author wrote as ## is H2, below the title."""
    assert texts(built, "article h2") == SECTIONS


def test_the_sections_are_in_the_contents_of_the_page(built: Built) -> None:
    """The page's own table of contents has every section."""
    assert texts(built, ".toc-tree li li > a") == SECTIONS


def test_the_navigation_has_one_entry_for_the_post(built: Built) -> None:
    """Sections are no pages of their own."""
    assert [entry.strip() for entry in texts(built, ".sidebar-tree li a")] == [TITLE]


def test_the_canonical_link_leads_to_the_original(built: Built) -> None:
    """Search engines are told where the post was first."""
    links = [link["href"] for link in built.page(NAME).select("link[rel=canonical]")]
    assert links == ["http://blog.example.com/2018/03/20/minutes-of-cloud-day.html"]


def test_one_line_says_where_and_when_it_was_first_published(built: Built) -> None:
    """The label of the blog and the date of the file name."""
    assert texts(built, ".er-origin") == ["First published on example blog, 20 March 2018"]


def test_that_line_links_to_the_original(built: Built) -> None:
    """The blog's label is the link."""
    link = built.page(NAME).select_one(".er-origin a")
    assert link is not None
    assert link["href"] == "http://blog.example.com/2018/03/20/minutes-of-cloud-day.html"


def test_the_excerpt_describes_the_page(built: Built) -> None:
    """The excerpt is the meta description."""
    meta = built.page(NAME).select_one("meta[name=description]")
    assert meta is not None
    assert meta["content"] == "A day among clouds, and what we took home from five talks about them."


def test_the_illustration_is_the_banner(built: Built) -> None:
    """The large picture stands at the top of the page."""
    assert [image["src"] for image in built.page(NAME).select(".er-banner img")] == ["_images/hall.png"]


def test_the_thumbnail_is_on_the_card(built: Built) -> None:
    """The small picture stands on the card of the index."""
    assert [image["src"] for image in built.page("index").select(".er-card img")] == [
        "_images/hall-small.png"
    ]


def test_the_title_on_the_card_may_be_broken(built: Built) -> None:
    """A card is too narrow for a title in one piece; its letters are those of the heading."""
    title = built.page("index").select_one(".er-card .er-card-title")
    assert title is not None
    assert (title.get_text(), len(title.select("wbr"))) == (TITLE, TITLE.count("\N{NO-BREAK SPACE}"))


def test_the_excerpt_is_on_the_card(built: Built) -> None:
    """The card says what the post says of itself."""
    card = built.page("index").select_one(".er-card .er-card-text")
    assert card is not None
    assert card.get_text() == "A day among clouds, and what we took home from five talks about them."


def test_each_deck_is_named_after_its_section(built: Built) -> None:
    """An embed has no title of its own."""
    assert texts(built, "figure.er-deck .er-face-title") == TALKS


def test_each_deck_has_the_ratio_of_its_wrapper(built: Built) -> None:
    """A padding of 63 percent is a frame of 100 to 63."""
    frames = [svg["viewbox"] for svg in built.page(NAME).select("figure.er-deck svg.er-ratio")]
    assert frames == ["0 0 100 63"] * 5


def test_each_deck_says_which_host_has_it(built: Built) -> None:
    """A reader knows before the click whom it asks."""
    assert texts(built, "figure.er-deck .er-face-host") == ["Slides on slides.example.org, PDF"] * 5


def test_each_deck_is_a_link_without_a_script(built: Built) -> None:
    """The title of the facade leads to the slides."""
    links = [link["href"] for link in built.page(NAME).select("figure.er-deck .er-face-title a")]
    names = ("moving", "questions", "things", "functions", "door")
    assert links == [f"https://slides.example.org/{name}.pdf" for name in names]


def test_sections_with_a_deck_are_talks_and_no_others(built: Built) -> None:
    """Five talks, and nothing of the two sections without a deck."""
    objects = built.app.env.get_domain("eventreport").get_objects()
    assert [title for _name, title, kind, *_rest in objects if kind == "talk"] == TALKS


@pytest.mark.parametrize("attribute", ["src", "srcset", "data", "poster"])
def test_nothing_is_asked_of_another_host(built: Built, attribute: str) -> None:
    """No element loads anything from elsewhere before a click."""
    found = built.page(NAME).select(f"[{attribute}]")
    assert [node for node in found if re.match(r"(https?:)?//", str(node[attribute]))] == []


def test_no_style_sheet_comes_from_another_host(built: Built) -> None:
    """Links that load something are local."""
    links = built.page(NAME).select("link[rel=stylesheet], link[rel=preload], link[rel=preconnect]")
    assert [link["href"] for link in links if "//" in str(link["href"])] == []


def test_the_photograph_is_a_figure_with_its_title_as_caption(built: Built) -> None:
    """An img with a title becomes a figure."""
    assert texts(built, "#the-corridor figure figcaption .caption-text") == ["Cloud Day 2018"]


def test_the_photograph_has_its_title_as_alternative_text(built: Built) -> None:
    """Who cannot see the picture gets its title."""
    image = built.page(NAME).select_one("#the-corridor figure img")
    assert image is not None
    assert image["alt"] == "Cloud Day 2018"


def test_an_abbreviation_is_one(built: Built) -> None:
    """The abbr element keeps its explanation."""
    found = built.page(NAME).select_one("abbr")
    assert found is not None
    assert (found.get_text(), found["title"]) == ("VPC", "Virtual Private Cloud")


def test_a_link_to_a_heading_is_an_internal_reference(built: Built) -> None:
    """The id that the blog gave the heading is on the page."""
    link = built.page(NAME).select_one('#the-corridor a[href="#functions-without-servers"]')
    assert link is not None
    assert "internal" in link["class"]


def test_no_raw_node_is_left(built: Built) -> None:
    """Whatever the builder, it can show everything."""
    assert list(built.doctree(NAME).findall(nodes.raw)) == []


def test_the_date_comes_from_the_canonical_address_without_one_in_the_file_name(site: Site) -> None:
    """A renamed file keeps its date."""
    pictures = {f"img/{name}.png": png() for name in ("hall", "hall-small", "corridor")}
    built = site.write({"index.md": INDEX, "clouds.md": JEKYLL_POST, **pictures}).build()
    found = built.page("clouds").select_one(".er-origin time")
    assert found is not None
    assert found["datetime"] == "2018-03-20"
