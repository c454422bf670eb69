"""Small pages of slides: what chats show of a link to a slide."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from PIL import Image
from support.green import FILES, report
from support.pdfs import Text, drawn_pdf
from support.site import CONF, Site

if TYPE_CHECKING:
    from pathlib import Path

    from support.site import Built

AT = CONF + 'project = "Greens"\nhtml_baseurl = "https://example.org/en/"\n'
TREE = {**FILES, "index.md": "# Site\n\n```{toctree}\ngreen\n```\n"}
NAMES = [f"s/green/moss/{number}.{suffix}" for number in (1, 2, 3, 4) for suffix in ("html", "jpg", "json")]


def pages(built: Built) -> list[str]:
    """Return the files of slides in the output."""
    found = (path for path in built.outdir.glob("s/**/*") if path.is_file())
    return sorted(path.relative_to(built.outdir).as_posix() for path in found)


def parsed(built: Built, name: str) -> BeautifulSoup:
    """Return a page of the output."""
    return BeautifulSoup((built.outdir / name).read_text(encoding="utf-8"), "html.parser")


def properties(page: BeautifulSoup) -> dict[str, str]:
    """Return what chats read of a page."""
    return {str(meta["property"]): str(meta["content"]) for meta in page.select("head meta[property]")}


@pytest.fixture
def site(tmp_path: Path, store: Path) -> Site:
    """Return a site that knows where it will be."""
    return Site(tmp_path, AT, store=store).write(FILES)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Built:
    """Build the site once."""
    return Site(tmp_path_factory.mktemp("slides"), AT, store=store).write(TREE).build()


def test_every_slide_has_a_page_a_picture_and_a_description(built: Built) -> None:
    """Called by the report, the deck and the number, wherever the report is."""
    assert (pages(built), built.warnings) == (NAMES, [])


def test_a_page_says_what_its_slide_does(built: Built) -> None:
    """Title, text and picture are those of the slide."""
    said = properties(parsed(built, "s/green/moss/2.html"))
    assert (said["og:title"], said["og:description"], said["og:image"], said["og:url"]) == (
        "Slide 2: Lichen – Moss",
        "Two beings in one a quillwort beside it",
        "https://example.org/en/s/green/moss/2.jpg",
        "https://example.org/en/s/green/moss/2.html",
    )


def test_a_picture_is_as_large_as_chats_want_it(built: Built) -> None:
    """A JPEG of 1200 by 630 pixels at least, and of the size that is said."""
    said = properties(parsed(built, "s/green/moss/1.html"))
    with Image.open(built.outdir / "s/green/moss/1.jpg") as picture:
        size = (int(said["og:image:width"]), int(said["og:image:height"]))
        assert (picture.format, picture.size) == ("JPEG", size)
        assert (size[0] >= 1200, size[1] >= 630) == (True, True)


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_a_page_leads_on_to_its_slide(site: Site, builder: str) -> None:
    """In the page of the report, which has an element of that name."""
    built = site.build(builder)
    link = parsed(built, "s/green/moss/3.html").a
    assert link is not None
    path, _hash, anchor = str(link["href"]).partition("#")
    goal = (built.outdir / "s/green/moss" / path).resolve()
    page = goal / "index.html" if goal.is_dir() else goal
    assert f'id="{anchor}"' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(("builder", "folder"), [("html", "s/green/moss/"), ("dirhtml", "../s/green/moss/")])
def test_the_player_knows_where_the_pages_are(site: Site, builder: str, folder: str) -> None:
    """It copies the address of one."""
    built = site.build(builder)
    page = "green/index" if builder == "dirhtml" else "green"
    (player,) = built.body(page).select(".er-slides-player")
    assert player["data-er-pages"] == folder


def test_a_report_without_a_picture_has_that_of_its_first_slide(built: Built) -> None:
    """In chats, and for search engines."""
    page = built.page("green")
    script = page.select_one('script[type="application/ld+json"]')
    assert script is not None
    assert {
        properties(page)["og:image"],
        *(node["image"] for node in json.loads(script.get_text())["@graph"]),
    } == {"https://example.org/en/s/green/moss/1.jpg"}


def test_oembed_is_found_from_the_report_and_from_the_slide(built: Built) -> None:
    """It is beside the page of the slide."""
    found = [
        str(link["href"])
        for page in (built.page("green"), parsed(built, "s/green/moss/4.html"))
        for link in page.select('link[type="application/json+oembed"]')
    ]
    answers = [
        json.loads((built.outdir / one.removeprefix("https://example.org/en/")).read_bytes()) for one in found
    ]
    assert [one["url"][-5:] for one in answers] == ["1.jpg", "4.jpg"]


def test_navigation_search_and_inventory_do_not_have_them(built: Built) -> None:
    """They are for chats alone."""
    for name in ("searchindex.js", "objects.inv", "index.html", "genindex.html"):
        assert b"s/green" not in (built.outdir / name).read_bytes()
    assert not any(name.startswith("s/") for name in built.app.env.found_docs)


def test_nothing_is_written_again_that_is_there(site: Site) -> None:
    """Not even where the page of the report is."""
    site.build()
    site.edit("green.md", "The prose stays.", "Other prose.")
    written = site.build().written
    assert ("green.html" in written, [name for name in written if name.startswith("s/")]) == (True, [])


def test_they_go_with_their_deck(site: Site) -> None:
    """No page leads to a slide that is not there."""
    assert pages(site.build()) == NAMES
    site.write({"green.md": report().replace("{deck} moss.pdf", "{note}")})
    assert pages(site.build()) == []


@pytest.mark.parametrize("line", ["draft: true", "visibility: unlisted"])
def test_what_nobody_is_to_find_has_none(site: Site, line: str) -> None:
    """Nor has what becomes a draft, or unlisted, after it was built."""
    site.build()
    site.edit("green.md", "label: green\n", f"label: green\n{line}\n")
    assert pages(site.build()) == []


def test_without_an_address_there_are_none(site: Site) -> None:
    """A chat wants whole addresses; the player copies that of the report."""
    built = site.build(config={"html_baseurl": ""})
    (player,) = built.body("green").select(".er-slides-player")
    assert (pages(built), "data-er-pages" in player.attrs) == ([], False)


def test_a_site_can_do_without_them(site: Site) -> None:
    """Its reports still have a picture."""
    assert pages(site.build(config={"eventreport_slide_pages": False})) == ["s/green/moss/1.jpg"]


def test_a_deck_that_is_a_link_has_none(site: Site) -> None:
    """Its author wants no slides on the page."""
    site.write({"green.md": report(":view: link\n")})
    assert pages(site.build()) == []


def test_of_two_decks_with_one_name_the_first_has_them(site: Site) -> None:
    """The player of the other copies the address of its report, until there is no first one any more."""
    site.write({"late.md": report().replace("title: Green Day", "title: Late")})
    built = site.build()
    players = [built.body(name).select(".er-slides-player")[0].attrs for name in ("green", "late")]
    assert ["data-er-pages" in one for one in players] == [True, False]
    site.remove("green.md")
    (player,) = site.build().body("late").select(".er-slides-player")
    assert player["data-er-pages"] == "s/green/moss/"


def test_a_page_of_the_site_is_left_alone(site: Site) -> None:
    """Whoever has pages in that folder keeps them."""
    site.write({"s/green/moss/1.md": "# One\n"})
    assert "<h1>One" in (site.build().outdir / "s/green/moss/1.html").read_text(encoding="utf-8")


def test_no_password_is_in_any_file_beside_a_page(site: Site) -> None:
    """The slides of a locked deck are shown, and what opens it is not."""
    locked = drawn_pdf([[Text("Sesame seeds", 80, 36)]], password="quillwort")  # noqa: S106 -- of a test file
    listing = "# Site\n\n```{deck-list}\n:feed: atom ics json\n```\n"
    site.write({"index.md": listing, "moss.pdf": locked, "green.md": report(":password: quillwort\n")})
    site.remove("refers.md")
    built = site.build()
    assert "s/green/moss/1.jpg" in pages(built)
    files = [path for path in built.outdir.rglob("*") if path.is_file() and "_sources" not in path.parts]
    assert [path.name for path in files if b"quillwort" in path.read_bytes()] == []
