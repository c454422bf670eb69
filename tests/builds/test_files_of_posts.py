"""The files that posts name, as blogs name them: pictures, decks, links, and the pictures of cards."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from support.layouts import LAYOUTS
from support.site import PDF, png

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.site import Built, Site

    Build = Callable[..., Built]

POST = "---\ntitle: Knots\nevent: Knots\n---\n\n"
NAME = "\u00c9cran 1 (2) 50%.png"


def pictures(built: Built, page: str) -> list[str]:
    """Return the addresses of the pictures on a page, all of which were written."""
    found = [str(image["src"]) for image in built.body(page).select("img")]
    names = {path.name for path in (built.outdir / "_images").glob("*")}
    assert len(found) == len([name for name in found if name])
    assert names or not found
    return found


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "written",
    [
        f"![x](<img/{NAME}>)",
        "![x](<img/%C3%89cran%201%20(2)%2050%25.png>)",
        f'<img src="img/{NAME}" alt="x">',
        f"![x](<img/{NAME}?raw=true#only-dark>)",
        f"![x](</post/img/{NAME}>)",
    ],
)
def test_a_picture_of_any_name_is_shown(build: Build, written: str, form: str) -> None:
    """Spaces, accents however they are composed, brackets, signs of percent, a query, a fragment."""
    name = unicodedata.normalize(form, NAME)  # type: ignore[arg-type]
    built = build(POST + written, **{f"img/{name}": png()})
    assert built.warnings == []
    assert (built.outdir / "_images" / name).is_file()


def test_a_deck_of_any_name_is_read(build: Build) -> None:
    """As a picture is."""
    built = build(POST + "## A\n\n```{deck} my%20knots.pdf?raw=true\n```\n", **{"my knots.pdf": PDF})
    assert built.warnings == []
    assert built.body("post").select(".er-slide")


def test_a_link_to_a_file_of_the_site_is_a_download(build: Build) -> None:
    """From the root of the generator, with a query, with a fragment."""
    links = "[a](/files/knots.txt), [b](knots.zip?raw=true), [c](/files/knots.txt#L3)"
    built = build(POST + links, **{"static/files/knots.txt": "x", "knots.zip": "x"})
    assert built.warnings == []
    assert len(built.body("post").select("a.download")) == 3


def test_pictures_are_found_in_the_site_of_each_generator(site: Site) -> None:
    """Sites of all of them, side by side in one source directory."""
    files: dict[str, str | bytes] = {"index.md": "# Site\n"}
    for layout in LAYOUTS:
        files |= {f"{layout.name}/{path}": text for path, text in layout.files.items()}
        files[f"{layout.name}/{layout.picture}"] = png()
    built = site.write(files).build()
    assert [warning for warning in built.warnings if "png" in warning] == []
    pages = [f"{layout.name}/{layout.post.rpartition('.')[0]}" for layout in LAYOUTS]
    assert [page for page in pages if not built.body(page).select("img[src$='.png']")] == []


def test_a_linked_picture_has_one_link(build: Build) -> None:
    """HTML has no link in a link."""
    built = build(POST + '<a href="a.png"><img src="a.png" width="4" height="2"></a>', **{"a.png": png()})
    (image,) = built.body("post").select("img")
    assert len(image.find_parents("a")) == 1


def test_files_are_looked_for_where_the_site_says(site: Site) -> None:
    """Front matter of some layouts names a deck by its name alone."""
    post = "---\nlayout: post\ntitle: Knots\nslides: knots.pdf\n---\n"
    site.write({"index.md": "# Site\n", "_posts/2024-01-02-knots.md": post, "talks/slides/knots.pdf": PDF})
    built = site.build(config={"eventreport_file_path": ["talks/slides"]})
    assert [warning for warning in built.warnings if "toctree" not in warning] == []
    assert built.body("_posts/2024-01-02-knots").select(".er-slide")


def card(built: Built) -> list[str]:
    """Return the pictures of the cards on the first page."""
    return [str(image["src"]).rpartition("/")[2] for image in built.body("index").select(".sd-card-img-top")]


def test_a_banner_is_the_picture_of_the_card(build: Build) -> None:
    """Where there is no thumbnail."""
    built = build("---\ntitle: Knots\nevent: Knots\nbanner: hall.png\n---\nText.\n", **{"hall.png": png()})
    assert (card(built), len(pictures(built, "post"))) == (["hall.png"], 1)


@pytest.mark.parametrize("place", ["hall.png", "static/hall.png", "blog/static/hall.png"])
def test_a_name_alone_in_front_matter_is_a_file_of_the_root(site: Site, place: str) -> None:
    """Layouts put a slash before it; of a picture in the text that is not so."""
    post = (
        "---\ntitle: Knots\ndate: 2020-01-02\nlastmod: 2020-01-03\nimage: hall.png\n---\n\n![x](hall.png)\n"
    )
    files: dict[str, str | bytes] = {"blog/config.toml": "", "blog/content/post/knots.md": post, place: png()}
    built = site.write({"index.md": "# Site\n\n```{event-list}\n```\n", **files}).build()
    assert len(built.body("index").select("img")) == 1
    [missing] = [warning for warning in built.warnings if "hall.png" in warning]
    assert "There is no file 'hall.png' for a picture" in missing


def test_a_picture_that_comes_to_the_root_is_found(site: Site) -> None:
    """The page that names it has not changed."""
    post = "---\nevent: Knots\nthumbnail: hall.png\n---\n\nWords.\n"
    site.write({"index.md": "# Site\n\n```{event-list}\n```\n", "post/knots.md": post}).build()
    built = site.write({"hall.png": png()}).build()
    assert len(built.body("index").select("img")) == 1


def test_a_thumbnail_is_the_picture_of_the_card(build: Build) -> None:
    """And the banner that of the page."""
    front = "---\ntitle: Knots\nevent: Knots\nbanner: hall.png\nthumbnail: small.png\n---\nText.\n"
    built = build(front, **{"hall.png": png(), "small.png": png(4, 3)})
    assert (card(built), pictures(built, "post")) == (["small.png"], ["_images/hall.png"])


@pytest.mark.parametrize(
    "text",
    [
        "![the hall](hall.png)\n\nText.",
        "[![](./hall.png)](https://example.org)\n\nText.",
        '<p align="center"><img src="hall.png"></p>\n\nText.',
        "```{figure} hall.png\nThe hall.\n```\n\nText.",
    ],
)
def test_what_the_text_begins_with_is_shown_once(build: Build, text: str) -> None:
    """A cover is not above itself."""
    built = build(
        f"---\ntitle: Knots\nevent: Knots\nbanner: hall.png\n---\n\n{text}\n", **{"hall.png": png()}
    )
    assert (len(pictures(built, "post")), card(built)) == (1, ["hall.png"])


def test_a_picture_further_down_is_shown_again(build: Build) -> None:
    """It says something there."""
    text = "---\ntitle: Knots\nevent: Knots\nbanner: hall.png\n---\n\nText.\n\n![the hall](hall.png)\n"
    assert len(pictures(build(text, **{"hall.png": png()}), "post")) == 2


BUNDLE = {"index.md": "# Site\n\n```{event-list}\n```\n", "talk/knots/index.md": POST + "Text.\n"}


@pytest.mark.parametrize("name", ["featured.png", "cover.png"])
def test_a_bundle_has_a_cover(site: Site, name: str) -> None:
    """Front matter need not name it."""
    built = site.write({**BUNDLE, f"talk/knots/{name}": png()}).build()
    assert (card(built), len(pictures(built, "talk/knots/index"))) == ([name], 1)


def test_a_page_that_is_no_bundle_has_no_cover(site: Site) -> None:
    """A folder of posts is not one post."""
    built = site.write(
        {"index.md": BUNDLE["index.md"], "posts/knots.md": POST, "posts/cover.png": png()}
    ).build()
    assert card(built) == []


def test_a_cover_that_comes_later_is_shown(site: Site) -> None:
    """The bundle is read again, although its text is as old as ever."""
    site.write(BUNDLE).build()
    assert card(site.write({"talk/knots/cover.png": png()}).build()) == ["cover.png"]


def test_a_cover_that_goes_is_shown_no_more(site: Site) -> None:
    """As in a clean build."""
    site.write({**BUNDLE, "talk/knots/cover.png": png()}).build()
    site.remove("talk/knots/cover.png")
    assert card(site.build()) == []


def test_an_unchanged_bundle_is_left_alone(site: Site) -> None:
    """A cover that was seen is not new."""
    site.write({**BUNDLE, "talk/knots/cover.png": png()}).build()
    assert "talk/knots/index.html" not in site.build().written


def test_an_address_without_a_scheme_is_said(build: Build) -> None:
    """It would lead to a page of the site that is not there."""
    built = build(POST + "On [the hub](hub.example.org) and [mail](ines@example.org).\n")
    assert [warning.partition("; write ")[2] for warning in built.warnings] == [
        "https://hub.example.org [eventreport.url]",
        "mailto:ines@example.org [eventreport.url]",
    ]


def test_paths_of_pelican_in_restructuredtext(site: Site) -> None:
    """They begin with the root of the content, or with the page."""
    fields = "#####\n\n:date: 2020-01-01\n:tags: sea\n\n"
    post = f"Knots\n{fields}.. image:: {{static}}/a.png\n\n`b <{{filename}}o.rst>`_\n"
    other = f"Other\n{fields}Words.\n"
    built = site.write(
        {"index.md": "# Site\n", "p/knots.rst": post, "p/o.rst": other, "a.png": png()}
    ).build()
    assert built.body("p/knots").select_one("img[src$='a.png']") is not None
    assert built.body("p/knots").select_one("a[href='o.html']") is not None
