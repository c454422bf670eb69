"""Posts of every generator in one site, unchanged: each promise is one test on the built pages."""

from __future__ import annotations

import re

import pytest
from docutils import nodes
from support.blogs import FILES, JEKYLL, POSTS, TITLES
from support.posts import INDEX
from support.site import Built, Site

CONF = """
extensions = ["sphinx_eventreport"]
html_theme = "alabaster"
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build all posts as one site, once."""
    site = Site(tmp_path_factory.mktemp("blogs"), conf=CONF)
    return site.write({"index.md": INDEX, **POSTS, **FILES}).build()


def words(built: Built, name: str) -> str:
    """Return the text of a page on one line."""
    return " ".join(built.body(name).get_text().split())


def links(built: Built, name: str) -> dict[str, str]:
    """Return where each link of a page leads, by its text."""
    return {link.get_text(): str(link["href"]) for link in built.body(name).select("a[href]")}


def described(built: Built, name: str) -> str:
    """Return the description that a page gives search engines."""
    found = built.page(name).select_one("meta[name=description]")
    return str(found["content"]) if found else ""


def test_nothing_is_warned_of_but_what_has_no_meaning(built: Built) -> None:
    """One shortcode that nobody knows, and one value that the site alone has, on their lines."""
    assert [re.sub(r".*docs/", "", line) for line in built.warnings] == [
        (
            "hugo/one/index.md:15: WARNING: {{< nothing here >}} has no meaning here, and stays as text; "
            "write in Markdown what it stands for [eventreport.shortcode]"
        ),
        (
            "jekyll/_posts/2017-02-01-last-year.md:7: WARNING: {{ unknown }} is a value that only the "
            "generator knows, and stays as text; write the text itself [eventreport.shortcode]"
        ),
    ]


@pytest.mark.parametrize(("name", "title"), TITLES.items())
def test_the_title_is_the_one_h1(built: Built, name: str, title: str) -> None:
    """However the metadata is written, and it is not repeated."""
    headings = [found.get_text().removesuffix("¶") for found in built.body(name).select("h1")]
    assert headings == [title]


@pytest.mark.parametrize("name", [name for name in TITLES if name.startswith(("nikola", "pelican", "ablog"))])
@pytest.mark.parametrize("trace", ["Slug:", "slug", "date:", "tags", "category", "post::", "{post}", "---"])
def test_nothing_of_the_metadata_shows(built: Built, name: str, trace: str) -> None:
    """It is taken out of the text."""
    assert trace not in words(built, name)


@pytest.mark.parametrize("name", TITLES)
def test_every_post_is_a_report(built: Built, name: str) -> None:
    """Without a word in conf.py."""
    assert name in {
        entry[3] for entry in built.app.env.get_domain("eventreport").get_objects() if entry[2] == "event"
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [(JEKYLL, "recording"), ("hugo/one/index", "deck"), ("docusaurus/players", "recording")],
)
def test_what_a_shortcode_embeds_is_embedded(built: Built, name: str, kind: str) -> None:
    """A Liquid tag, a shortcode of Hugo, a player of MDX."""
    assert len(built.body(name).select(f"figure.er-{kind}")) == 1


@pytest.mark.parametrize(
    ("name", "description"),
    [
        (JEKYLL, "We went to the cloud together."),
        ("hugo/one/index", "An evening in the garden."),
        ("nikola/besides", "Text that begins at once. With words."),
        ("pelican/lines", "A talk, with slides and another."),
        ("docusaurus/players", "Come and see."),
    ],
)
def test_what_stands_before_the_mark_is_the_description(built: Built, name: str, description: str) -> None:
    """As plain text, without headings."""
    assert described(built, name) == description


@pytest.mark.parametrize("name", TITLES)
@pytest.mark.parametrize(
    "trace", ["{:", "width=", ":::", "truncate", "more-->", "TEASER", "SUMMARY", "!!!", "page."]
)
def test_no_trace_of_a_generator_is_left(built: Built, name: str, trace: str) -> None:
    """Marks, lists of attributes, fences of boxes, names of values."""
    assert trace not in words(built, name)


@pytest.mark.parametrize("text", ["last year", "here", "there"])
def test_a_link_by_an_old_address_leads_to_the_post(built: Built, text: str) -> None:
    """By a tag, by the address that the date gave it, in Markdown and in HTML."""
    assert links(built, JEKYLL)[text] == "2017-02-01-last-year.html"


@pytest.mark.parametrize(
    ("text", "page", "heading"),
    [
        ("two", "academicpages/_talks/2012-05-06-lichen", "One, more: two?"),
        ("what we heard", JEKYLL, "24 hours serverless: what now?"),
    ],
)
def test_a_link_to_a_heading_of_another_page_finds_it(
    built: Built, text: str, page: str, heading: str
) -> None:
    """By the id that a generator makes of the heading, behind a permalink or a path."""
    path, _mark, place = links(built, "academicpages/_talks/2012-03-04-moss")[text].partition("#")
    title = built.body(page).select_one(f"section[id={place!r}] > :is(h1, h2, h3)")
    assert (path.endswith(page.rpartition("/")[2] + ".html"), title and title.get_text()) == (
        True,
        f"{heading}¶",
    )


def test_directives_of_other_systems_embed(built: Built) -> None:
    """That of mystmd, and those of sphinxcontrib-youtube where it is not there."""
    body = built.body("academicpages/_talks/2012-05-06-lichen")
    assert [len(body.select(f"figure.er-{kind}")) for kind in ("deck", "recording")] == [1, 1]


def test_a_link_by_the_slug_leads_to_the_post(built: Built) -> None:
    """The slug stands in a file beside the post."""
    assert links(built, "nikola/inside")["the other"] == "besides.html"


def test_a_link_to_what_is_not_on_the_site_stays(built: Built) -> None:
    """Other pages of the blog need not be here."""
    assert links(built, JEKYLL)["elsewhere"] == "/about/us/"


def test_a_link_in_brackets_keeps_its_text(built: Built) -> None:
    """Two pairs of brackets are no harm."""
    assert "[Notes] and elsewhere." in words(built, JEKYLL)


def test_a_static_file_of_pelican_is_a_download(built: Built) -> None:
    """The path counts from the top of the site."""
    assert links(built, "pelican/lines")["slides"].endswith("/slides.pdf")


def test_a_file_name_of_pelican_leads_to_the_page(built: Built) -> None:
    """The link names the source."""
    assert links(built, "pelican/lines")["another"] == "../nikola/inside.html"


def test_a_path_of_zola_leads_to_the_page(built: Built) -> None:
    """It begins with @/."""
    assert links(built, "zola/session")["the garden"] == "../hugo/one/index.html"


@pytest.mark.parametrize(("name", "text"), [(JEKYLL, "the talk"), ("hugo/one/index", "worms")])
def test_a_link_within_the_page_finds_its_heading(built: Built, name: str, text: str) -> None:
    """By the id that the generator makes of it, or that is written behind it."""
    target = links(built, name)[text]
    assert built.body(name).select_one(f'[id="{target[1:]}"]') is not None


@pytest.mark.parametrize(
    ("name", "title", "text"),
    [
        ("docusaurus/players", "Visit our booth", "It is number 7."),
        ("quarto/talk", "Take care", "Inside of the box."),
        ("mkdocs/figure", "Bring a coat", "It was cold."),
    ],
)
def test_a_box_is_an_admonition(built: Built, name: str, title: str, text: str) -> None:
    """With its title and its text."""
    box = built.body(name).select_one(".admonition")
    assert box is not None
    assert [" ".join(part.get_text().split()) for part in box.select("p")] == [title, text]


@pytest.mark.parametrize("name", ["quarto/talk", "mkdocs/figure"])
def test_a_picture_in_a_division_is_shown(built: Built, name: str) -> None:
    """Markdown within HTML and within a fence is read."""
    assert [image["alt"] for image in built.body(name).select("img")] == ["A wall"]


def test_the_caption_of_a_figure_stays(built: Built) -> None:
    """Although the picture above it is Markdown."""
    assert "The wall of the hall" in words(built, "mkdocs/figure")


def test_a_cell_of_quarto_is_code(built: Built) -> None:
    """In the language of the cell."""
    code = next(built.doctree("quarto/talk").findall(nodes.literal_block))
    assert (code["language"], code.astext().strip()) == ("r", "summary(cars)")


def test_a_page_about_one_talk_is_that_talk(built: Built) -> None:
    """Its heading is the title of the page, which has no section of the same name."""
    places = [
        (entry[3], entry[4])
        for entry in built.app.env.get_domain("eventreport").get_objects()
        if entry[2] == "talk" and entry[3] == "zola/session"
    ]
    assert places == [("zola/session", "lessons-of-a-session")]


def test_the_deck_of_a_page_about_one_talk_is_below_its_title(built: Built) -> None:
    """Once."""
    assert len(built.body("zola/session").select("section#lessons-of-a-session > figure.er-deck")) == 1


def test_the_content_of_a_post_directive_is_a_paragraph(built: Built) -> None:
    """And no quotation, which its indentation would make of it."""
    assert [p.astext() for p in built.doctree("ablog/directive").findall(nodes.block_quote)] == []


def test_a_change_beside_the_post_is_seen(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The page depends on its file of metadata."""
    site = Site(tmp_path_factory.mktemp("beside"), conf=CONF)
    names = ("nikola/besides.md", "nikola/besides.meta")
    site.write({"index.md": INDEX, **{name: POSTS[name] for name in names}}).build()
    site.edit("nikola/besides.meta", "Metadata Besides", "Another Title")
    assert "Another Title" in words(site.build(), "nikola/besides")


def test_a_site_says_its_dialect(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Pages whose keys do not show it are reports then."""
    conf = CONF + 'eventreport_dialect = "hugo"\n'
    site = Site(tmp_path_factory.mktemp("dialect"), conf=conf)
    post = "---\ntitle: A Post\ndate: 2020-01-01\nlang: en\n---\n\n{{< youtube abcdefghijk >}}\n"
    built = site.write({"index.md": INDEX, "post.md": post}).build()
    assert len(built.body("post").select("figure.er-recording")) == 1


def test_metadata_that_comes_later_is_seen(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The page was read without it; the build after that reads it no more."""
    site = Site(tmp_path_factory.mktemp("late"))
    site.write({"index.md": INDEX, "nikola/besides.md": POSTS["nikola/besides.md"]}).build()
    built = site.write({"nikola/besides.meta": POSTS["nikola/besides.meta"]}).build()
    again = site.build()
    assert ("Metadata Besides" in words(built, "nikola/besides"), "nikola/besides.html" in again.written) == (
        True,
        False,
    )


def test_a_link_to_a_heading_follows_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The page with the link is written again when the heading is another."""
    site = Site(tmp_path_factory.mktemp("follows"))
    names = [name for name in POSTS if name.startswith("academicpages")]
    site.write({"index.md": INDEX, **{name: POSTS[name] for name in names}}).build()
    site.edit("academicpages/_talks/2012-05-06-lichen.md", "One, more: two?", "Alone")
    built = site.build()
    assert "academicpages/_talks/2012-03-04-moss.html" in built.written


def test_a_link_is_resolved_again_when_the_page_comes(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The page with the link was not changed."""
    site = Site(tmp_path_factory.mktemp("later"), conf=CONF)
    site.write({"index.md": INDEX, "nikola/inside.md": POSTS["nikola/inside.md"]}).build()
    names = ("nikola/besides.md", "nikola/besides.meta")
    built = site.write({name: POSTS[name] for name in names}).build()
    assert links(built, "nikola/inside")["the other"] == "besides.html"
