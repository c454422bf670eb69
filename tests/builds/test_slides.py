"""Decks held as files: what a page, a book, a text and a search index have of their slides."""

from __future__ import annotations

import json
import re
import zlib
from typing import TYPE_CHECKING

import pytest
from support.green import DECK, FILES, INDEX, LABELLED, REFERS, report
from support.odd_pdfs import pdfs_of
from support.pdfs import Link, Text, drawn_pdf, odd_pages, one_page
from support.site import Built, Site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bs4 import Tag


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site, built once for the tests that only look at it."""
    built = Site(tmp_path_factory.mktemp("slides")).write(FILES).build()
    assert built.warnings == []
    return built


def one(found: Tag | None) -> Tag:
    """Return the element that was looked for."""
    assert found is not None
    return found


def deck(built: Built) -> Tag:
    """Return the figure of the deck."""
    return one(built.body("green").select_one("figure.er-deck"))


def test_every_slide_is_a_figure_with_an_address(built: Built) -> None:
    """The address is made of the deck's label and the number."""
    ids = [figure["id"] for figure in deck(built).select("figure.er-slide")]
    assert ids == [f"slide-moss-{number}" for number in (1, 2, 3, 4)]


def test_a_picture_says_which_slide_it_is(built: Built) -> None:
    """Number and title are the alternative text."""
    alt = [picture["alt"] for picture in deck(built).select(".er-slide > img")]
    assert alt == ["Slide 1: Moss", "Slide 2: Lichen", "Slide 3: Lichen", "Slide 4: Thanks"]


def test_pictures_load_late_and_have_a_size(built: Built) -> None:
    """Nothing moves when they come."""
    pictures = deck(built).select(".er-slide > img")
    assert {(img["loading"], img["width"], img["height"]) for img in pictures} == {("lazy", "1280", "720")}


def test_the_files_of_the_pictures_are_there(built: Built) -> None:
    """Large and small, each under a name of its own."""
    names = [
        address.split()[0]
        for picture in deck(built).select(".er-slide > img")
        for address in (str(picture["src"]), *str(picture["srcset"]).split(", "))
    ]
    assert len(set(names)) == 8
    assert all((built.outdir / name).read_bytes()[8:12] == b"WEBP" for name in names)


def test_the_text_of_a_slide_is_folded_away_under_a_heading(built: Built) -> None:
    """The heading has an id, for search engines that make an entry of each."""
    texts = one(deck(built).select_one("details.er-texts"))
    assert not texts.has_attr("open")
    text = one(texts.select_one(".er-slide-text"))
    assert one(text.select_one("#slide-moss-1-text")).get_text() == "Moss"
    assert [line.get_text() for line in text.select("p")] == ["Grows on stones", "and drinks fog"]


def test_the_stage_has_the_ratio_that_most_pages_have(site: Site) -> None:
    """One page that stands upright changes nothing for the others."""
    mixed = odd_pages("/MediaBox [0 0 540 960]", *["/MediaBox [0 0 960 540]"] * 2)
    built = site.write({**FILES, "moss.pdf": mixed}).build()
    assert one(deck(built).select_one("svg.er-ratio"))["viewbox"] == "0 0 960 540"


def test_pictures_keep_their_colours_in_the_dark(built: Built) -> None:
    """The PyData theme and those that come from it change others."""
    assert all("dark-light" in picture["class"] for picture in deck(built).select("img"))


def test_the_heading_of_a_text_is_one_level_below_the_talk(built: Built) -> None:
    """Headings stand in order for those who read by them."""
    assert one(deck(built).select_one("#slide-moss-1-text")).name == "h3"


def test_the_table_of_contents_has_no_slides(built: Built) -> None:
    """The headings of texts are for search engines."""
    assert "Lichen" not in str(built.page("green").select_one("div.sphinxsidebar"))


def test_the_pdf_is_there_to_download(built: Built) -> None:
    """The bar below the slides links to a copy of the file, and says what it is."""
    link = one(deck(built).select_one(".er-bar a[href$='moss.pdf']"))
    assert (built.outdir / str(link["href"])).read_bytes() == DECK
    about = one(deck(built).select_one(".er-bar-about")).get_text()
    assert re.fullmatch(r"Slides, moss\.pdf, \d+ k?B, 4 pages", about)


def test_no_picture_is_asked_of_another_host(built: Built) -> None:
    """All of it is beside the page."""
    addresses = [str(element["src"]) for element in built.page("green").select("[src]")]
    assert [address for address in addresses if re.match(r"(https?:)?//", address)] == []


def test_the_assets_of_slides_are_on_pages_with_slides_only(built: Built) -> None:
    """The index loads neither script nor style sheet of the player."""
    assets = {
        name: [tag for tag in built.page(name).select("script[src], link[href]") if "-slides" in str(tag)]
        for name in ("green", "refers", "index")
    }
    assert [len(assets[name]) for name in ("green", "refers", "index")] == [2, 2, 0]


def test_the_card_of_a_report_without_thumbnail_has_its_first_slide(built: Built) -> None:
    """The small picture of it."""
    picture = one(built.body("index").select_one(".er-card img"))
    assert "moss-" in str(picture["srcset"])
    assert picture["alt"] == ""


def test_a_thumbnail_that_is_named_counts(site: Site) -> None:
    """The first slide is only for reports without one."""
    from support.site import png  # noqa: PLC0415

    green = report().replace("date:", "thumbnail: t.png\ndate:")
    built = site.write({**FILES, "green.md": green, "t.png": png()}).build()
    assert one(built.body("index").select_one(".er-card img"))["src"] == "_images/t.png"


def test_the_role_names_the_slide(built: Built) -> None:
    """Number and deck, and the link leads to the slide."""
    link = one(built.body("refers").select_one("p a.reference"))
    assert (link.get_text(), link["href"]) == ("slide 2 of Moss", "green.html#slide-moss-2")


def test_a_slide_in_the_prose_is_a_captioned_figure(built: Built) -> None:
    """The caption begins with a link to the slide, and goes on with what the author says."""
    figure = one(built.body("refers").select_one("figure.er-slide-figure"))
    caption = one(figure.select_one("figcaption p .caption-text"))
    assert caption.get_text() == "Slide 2 of Moss: Two in one."
    assert one(caption.select_one("a"))["href"] == "green.html#slide-moss-2"
    assert one(figure.select_one("img"))["alt"] == "Slide 2: Lichen"


def test_slides_are_in_the_inventory_and_hidden_from_searches_by_name(built: Built) -> None:
    """Other projects can refer to them; a search finds them by their titles."""
    data = zlib.decompress((built.outdir / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode()
    assert "green/moss#2 eventreport:slide -1 green.html#slide-moss-2 slide 2 of Moss" in data.splitlines()


def search_index(built: Built) -> dict[str, dict[str, object]]:
    """Return Sphinx's search index."""
    text = (built.outdir / "searchindex.js").read_text(encoding="utf-8")
    found: dict[str, dict[str, object]] = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
    return found


def test_a_search_for_a_title_lands_on_the_slide(built: Built) -> None:
    """The title is in the index with the slide's anchor; of two in a row with one title, the first."""
    index = search_index(built)
    position = index["docnames"].index("green")  # type: ignore[attr-defined]
    assert index["alltitles"]["Lichen"] == [[position, "slide-moss-2"]]


def test_words_of_a_slide_are_in_the_search_index(built: Built) -> None:
    """They lead to the page."""
    assert "quillwort" in search_index(built)["terms"]


def test_a_deck_without_text_is_in_no_search_index(site: Site) -> None:
    """``text: none`` leaves neither words nor titles."""
    built = site.write({**FILES, "green.md": report(":text: none\n")}).build()
    index = search_index(built)
    assert ("quillwort" in index["terms"], "Lichen" in index["alltitles"]) == (False, False)
    assert built.body("green").select("details") == []


def test_text_can_be_shown(site: Site) -> None:
    """``text: open`` unfolds it."""
    built = site.write({**FILES, "green.md": report(":text: open\n")}).build()
    assert [text.has_attr("open") for text in built.body("green").select("details")] == [True]


def test_chosen_slides_keep_their_numbers(site: Site) -> None:
    """Only they are shown and drawn."""
    built = site.write({"index.md": INDEX, "green.md": report(":pages: 2,4\n"), "moss.pdf": DECK}).build()
    assert [figure["id"] for figure in built.body("green").select(".er-slide")] == [
        "slide-moss-2",
        "slide-moss-4",
    ]
    assert len(list((built.outdir / "_images").glob("*.webp"))) == 4


def test_a_damaged_page_costs_itself(site: Site) -> None:
    """The other slides are there, and the warning stands where the deck does."""
    pdf = odd_pages("/MediaBox [0 0 720 405]", "/MediaBox [0 0 0.001 100000]", "/MediaBox [0 0 720 405]")
    built = site.write({"index.md": INDEX, "green.md": report(), "moss.pdf": pdf}).build()
    (warning,) = built.warnings
    assert "green.md:12" in warning
    assert "page 2 cannot be read" in warning
    assert [figure["id"] for figure in built.body("green").select(".er-slide")] == [
        "slide-moss-1",
        "slide-moss-3",
    ]


def test_a_font_that_is_nowhere_is_a_warning(site: Site) -> None:
    """It has a subtype of its own, and stands where the deck does; the slides are shown."""
    font = "<< /Type /Font /Subtype /TrueType /BaseFont /HallbrookSans /Encoding /WinAnsiEncoding >>"
    pdf = one_page("BT /F1 30 Tf 60 330 Td (Moss) Tj ET", font=font)
    files: dict[str, str | bytes] = {"index.md": INDEX, "green.md": report(), "moss.pdf": pdf}
    built = site.write(files).build()
    (warning,) = built.warnings
    assert "green.md:12: WARNING: The PDF uses fonts" in warning
    assert warning.endswith("export the PDF again with its fonts embedded [eventreport.deck_fonts]")
    assert len(built.body("green").select(".er-slide > img")) == 1


def test_a_gallery_shows_all_slides_without_the_player(site: Site) -> None:
    """They stand in a grid."""
    built = site.write({**FILES, "green.md": report(":view: gallery\n")}).build()
    assert len(built.body("green").select(".er-slides-gallery .er-slide > img")) == 4
    assert built.body("green").select("[data-er-words]") == []


def test_a_poster_is_the_first_slide(site: Site) -> None:
    """It stands behind the title, and the texts are folded away together."""
    built = site.write({**FILES, "green.md": report(":view: poster\n")}).build()
    figure = one(built.body("green").select_one("figure.er-deck"))
    assert [picture["alt"] for picture in figure.select("img")] == ["Slide 1: Moss"]
    assert one(figure.select_one("details > summary")).get_text() == "Text of 4 slides"


def test_a_link_is_a_line(site: Site) -> None:
    """No picture and no facade."""
    files = {**FILES, "green.md": report(":view: link\n"), "refers.md": "---\norphan: true\n---\n\n# R\n"}
    built = site.write(files).build()
    figure = one(built.body("green").select_one("figure.er-deck"))
    assert (figure.select("img"), figure.select(".er-face")) == ([], [])
    assert one(figure.select_one(".er-face-line a"))["href"]
    assert not list((built.outdir / "_images").glob("*.webp"))


def test_the_site_says_how_decks_are_shown(site: Site) -> None:
    """A directive that says nothing follows the configuration."""
    built = site.write(FILES).build(config={"eventreport_deck_view": "gallery"})
    assert built.body("green").select(".er-slides-gallery")


def test_a_pdf_can_be_left_out_of_the_site(site: Site) -> None:
    """``download: no`` shows slides and no link to the file."""
    built = site.write({**FILES, "green.md": report(":download: no\n")}).build()
    assert one(built.body("green").select_one(".er-bar-file")).select("a") == []
    assert not list(built.outdir.rglob("*.pdf"))


def test_width_and_place_of_the_figure(site: Site) -> None:
    """They are those of any figure."""
    built = site.write({**FILES, "green.md": report(":width: 50%\n:align: right\n")}).build()
    figure = one(built.body("green").select_one("figure.er-deck"))
    assert ("align-right" in figure["class"], figure["style"]) == (True, "width: 50%")


def test_a_slide_is_named_by_the_number_that_is_printed_on_it(site: Site) -> None:
    """The last step of it is meant; the words have the printed number, the picture is that of its page."""
    files = {**FILES, "refers.md": REFERS.replace("moss#2", "moss#label:1"), "moss.pdf": LABELLED}
    built = site.write(files).build()
    link = one(built.body("refers").select_one("p a"))
    picture = one(built.body("refers").select_one("figure.er-slide-figure img"))
    assert (built.warnings, link.get_text(), link["href"], picture["alt"]) == (
        [],
        "slide 1 of Moss",
        "green.html#slide-moss-3",
        "Slide 3: Lichen",
    )


@pytest.mark.parametrize(
    ("builder", "path", "pictures"),
    [("latex", "green.tex", 1), ("epub", "green.xhtml", 1), ("texinfo", "green.texi", 1)],
)
def test_books_show_the_first_slide(site: Site, builder: str, path: str, pictures: int) -> None:
    """As a picture in a format they know, with the link and what it is."""
    text = book(site, builder, path, report())
    assert len(set(re.findall(r"moss-[0-9a-f]{12}-\d{4}", text))) == pictures
    assert "4 pages" in text


@pytest.mark.parametrize(
    ("builder", "path"), [("latex", "green.tex"), ("epub", "green.xhtml"), ("texinfo", "green.texi")]
)
def test_books_show_the_slide_to_open_at(site: Site, builder: str, path: str) -> None:
    """It is the one that the author wants to be seen."""
    text = book(site, builder, path, report(":page: 3\n"))
    assert sorted(set(re.findall(r"moss-[0-9a-f]{12}-(\d{4})", text))) == ["0003"]


@pytest.mark.parametrize(
    "deck",
    [
        "```{deck} moss.pdf\n:page: 3\n```",
        "```{deck} moss.pdf#page=3&zoom=80\n```",
        '<iframe src="moss.pdf#page=3"></iframe>',
    ],
)
def test_a_player_knows_where_to_open(site: Site, deck: str) -> None:
    """By option, or by what viewers of PDF take behind an address."""
    post = f"---\ntitle: Green Day\nevent: Green Day\n---\n\n## Moss\n\n{deck}\n"
    built = site.write({**FILES, "refers.md": "# Refers\n", "green.md": post}).build()
    assert one(built.body("green").select_one(".er-slides"))["data-er-opens"] == "slide-moss-3"


def test_a_poster_is_the_slide_to_open_at(site: Site) -> None:
    """As the player would show it."""
    files = {**FILES, "green.md": report(":page: 3\n:view: poster\n")}
    poster = one(site.write(files).build().body("green").select_one("img.er-poster"))
    assert poster["alt"] == "Slide 3: Lichen"


@pytest.mark.parametrize(
    ("builder", "path"), [("latex", "green.tex"), ("epub", "green.xhtml"), ("texinfo", "green.texi")]
)
def test_books_show_the_slides_that_are_chosen(site: Site, builder: str, path: str) -> None:
    """In their order."""
    text = book(site, builder, path, report(":pages: 2-3\n"))
    assert sorted(set(re.findall(r"moss-[0-9a-f]{12}-(\d{4})", text))) == ["0002", "0003"]


BOOKS: Mapping[str, dict[str, object]] = {
    "latex": {"latex_documents": [("green", "green.tex", "Green", "A", "howto")]},
    "texinfo": {"texinfo_documents": [("green", "green", "Green", "A", "green", "", "")]},
    "man": {"man_pages": [("green", "green", "Green", [], 1)]},
    "epub": {"copyright": "2024 A", "version": "1"},
}


def book(site: Site, builder: str, path: str, green: str) -> str:
    """Return what *builder* makes of a report, without a warning."""
    built = site.write({"index.md": INDEX, "green.md": green, "moss.pdf": DECK}).build(
        builder, config=BOOKS.get(builder, {})
    )
    assert built.warnings == []
    return (built.outdir / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(("builder", "path"), [("text", "green.txt"), ("man", "green.1")])
def test_texts_have_title_link_and_pages(site: Site, builder: str, path: str) -> None:
    """And no words of the slides, unless they are asked for."""
    text = book(site, builder, path, report()).replace("\\&", "").replace("\\-", "-")
    assert all(part in text for part in ("Moss", "moss.pdf", "4 pages"))
    assert "quillwort" not in text


@pytest.mark.parametrize(
    ("builder", "path"),
    [("text", "green.txt"), ("man", "green.1"), ("latex", "green.tex"), ("texinfo", "green.texi")],
)
def test_texts_of_slides_where_asked(site: Site, builder: str, path: str) -> None:
    """``text: open`` brings them, each under the name of its slide."""
    text = book(site, builder, path, report(":text: open\n"))
    assert "Slide 2: Lichen" in text
    assert "quillwort" in text


def test_a_book_of_several_pages_shows_the_slides_of_each(site: Site) -> None:
    """All pages are one document there."""
    index = "# Book\n\n```{toctree}\ngreen\n```\n"
    config: dict[str, object] = {"latex_documents": [("index", "book.tex", "Book", "A", "howto")]}
    built = site.write({"index.md": index, "green.md": report(), "moss.pdf": DECK}).build(
        "latex", config=config
    )
    text = (built.outdir / "book.tex").read_text(encoding="utf-8")
    assert len(set(re.findall(r"moss-[0-9a-f]{12}-\d{4}", text))) == 1
    assert "quillwort" not in text


def test_a_site_in_one_file_shows_the_slides_of_each_page(site: Site) -> None:
    """All pages are one document there, and it loads the player."""
    index = "# Book\n\n```{toctree}\ngreen\n```\n"
    built = site.write({"index.md": index, "green.md": report(), "moss.pdf": DECK}).build("singlehtml")
    assert len(built.body("index").select(".er-slides-player .er-slide > img")) == 4
    assert built.page("index").select("script[src*='eventreport-slides']")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"../decks/moss.pdf", "not a PDF"),
        (DECK[: len(DECK) // 8], "PDF"),
        (drawn_pdf([[Text("Secret")]], password="sesame"), "password"),  # noqa: S106 -- of a test file
        (b"", "PDF"),
    ],
    ids=["a link posing as a PDF", "cut off", "locked", "empty"],
)
def test_a_pdf_that_cannot_be_shown_costs_only_itself(site: Site, content: bytes, said: str) -> None:
    """The warning says where the deck stands; its link and all prose stay."""
    built = site.write({"index.md": INDEX, "green.md": report(), "moss.pdf": content}).build()
    (warning,) = built.warnings
    assert re.search(r"green\.md:12: WARNING: .*\[eventreport\.deck\]$", warning)
    assert said in warning
    body = built.body("green").get_text()
    assert "The prose stays." in body
    assert "The caption." in body
    link = one(deck(built).select_one(".er-face a"))
    assert (built.outdir / str(link["href"])).read_bytes() == content


def test_a_password_opens_a_deck(site: Site) -> None:
    """It stands in the option, and nowhere on the page."""
    locked = drawn_pdf([[Text("Sesame seeds", 80, 36)]], password="sesame")  # noqa: S106 -- of a test file
    green = report(":password: sesame\n")
    built = site.write({"index.md": INDEX, "green.md": green, "moss.pdf": locked}).build()
    assert built.warnings == []
    assert one(deck(built).select_one(".er-slide img"))["alt"] == "Slide 1: Sesame seeds"
    assert "sesame" not in str(built.page("green"))


def test_a_password_is_in_no_file_of_the_output(site: Site) -> None:
    """But in the copy of the source that the author has Sphinx publish."""
    locked = drawn_pdf([[Text("Sesame seeds", 80, 36)]], password="quillwort")  # noqa: S106 -- of a test file
    files: dict[str, str | bytes] = {"index.md": INDEX, "green.md": report(":password: quillwort\n")}
    outdir = site.write({**files, "moss.pdf": locked}).build().outdir
    files_with_it = [
        path for path in outdir.rglob("*") if path.is_file() and b"quillwort" in path.read_bytes()
    ]
    assert [path.relative_to(outdir).as_posix() for path in files_with_it] == ["_sources/green.md.txt"]


def test_links_on_a_slide_go_out_only_where_they_are_safe(site: Site) -> None:
    """A script in a link is nothing."""
    pdf = drawn_pdf(
        [[Text("Links", 80, 36), Link("https://example.org/a"), Link("javascript:alert(1)", 400)]]
    )
    built = site.write({"index.md": INDEX, "green.md": report(), "moss.pdf": pdf}).build()
    links = [link["href"] for link in deck(built).select(".er-slide-text a")]
    assert links == ["https://example.org/a"]


@pytest.mark.parametrize(
    "name", ["a & b.pdf", "{mo} ss.pdf", "m@ss #1.pdf", "Génial, ça.pdf", "[April] moss.pdf"]
)
def test_a_file_may_have_any_name(site: Site, name: str) -> None:
    """Links and pictures lead to files that are there."""
    green = report().replace("moss.pdf", name)
    built = site.write({"index.md": INDEX, "green.md": green, name: DECK}).build()
    assert built.warnings == []
    for picture in deck(built).select("img"):
        assert (built.outdir / str(picture["src"])).is_file()


def test_decks_as_they_come_build_in_one_site(site: Site, corpus: Path) -> None:
    """Every PDF of a corpus costs at most itself: its page has its prose, and slides or a link."""
    files: dict[str, str | bytes] = {"index.md": INDEX}
    pdfs = pdfs_of(corpus)
    for number, (name, data) in enumerate(pdfs.items()):
        files[f"decks/{name}"] = data
        files[f"d{number}.md"] = report(":pages: 1-3\n").replace("moss.pdf", f"decks/{name}")
    built = site.write(files).build(config={"eventreport_deck_timeout": 20})
    wrong = [line for line in built.warnings if "[eventreport.duplicate_label]" not in line]
    assert [
        line for line in wrong if not re.search(r"\.md:\d+: WARNING: .*\[eventreport\.\w+\]$", line)
    ] == []
    for number in range(len(pdfs)):
        body = built.body(f"d{number}")
        assert "The prose stays." in body.get_text()
        assert body.select(".er-slide > img, .er-face a")
