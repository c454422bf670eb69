"""Hosted decks with a copy in the source tree: the page shows the slides from it, and says since when."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

import pytest
from support.pdfs import slides

from sphinx_eventreport.core.files.archive_lock import ArchivedDeck, lock_text

if TYPE_CHECKING:
    from support.site import Built, Site

URL = "https://slides.example.org/moss.pdf"
DECK = slides(("Moss", "Grows on stones"), ("Thanks",))
INDEX = "# Site\n\n```{event-list}\n```\n"


def report(name: str, url: str = URL) -> str:
    """Return a report with a deck at a host, as an old post embeds it."""
    return (
        f"---\ntitle: {name}\nevent: {name}\ndate: 2024-05-01\n---\n\n## Moss\n\n"
        f'<div style="padding-bottom: 63%"><iframe src="{url}#page=2"> </iframe></div>\n'
    )


FILES = {
    "index.md": INDEX,
    "green.md": report("Green Day"),
    "red.md": report("Red Day", "https://slides.example.org/rust.pdf"),
}


def archive(pdf: bytes = DECK, path: str = "moss-1.pdf") -> dict[str, str | bytes]:
    """Return the files that the archive command leaves."""
    entry = ArchivedDeck(URL, URL, date(2024, 6, 3), len(pdf), hashlib.sha256(pdf).hexdigest(), path)
    return {"_decks/archive.lock.json": lock_text([entry]), f"_decks/{path}": pdf}


def pages(built: Built) -> set[str]:
    """Return the names of the reports that were written."""
    return built.written & {"green.html", "red.html", "index.html"}


def test_the_slides_come_from_the_copy(site: Site) -> None:
    """Nothing of the post is changed for it."""
    built = site.write({**FILES, **archive()}).build()
    assert built.warnings == []
    assert [img["alt"] for img in built.body("green").select(".er-slide > img")] == [
        "Slide 1: Moss",
        "Slide 2: Thanks",
    ]


def test_the_page_says_since_when_and_from_where(site: Site) -> None:
    """The host is still linked, and the file to download is the copy."""
    bar = site.write({**FILES, **archive()}).build().body("green").select_one(".er-bar")
    assert bar is not None
    assert "archived on 3 June 2024" in bar.get_text()
    copy, host = bar.select("a[href]")
    assert (str(copy["href"]).endswith("/moss-1.pdf"), host["href"]) == (True, f"{URL}#page=2")


def test_text_says_it_as_well(site: Site) -> None:
    """The address is that of the host: it says what the file is."""
    built = site.write({**FILES, **archive()}).build("text")
    text = (built.outdir / "green.txt").read_text(encoding="utf-8")
    assert "archived on 3 June 2024" in text
    assert URL in text


def test_a_book_links_to_the_host(site: Site) -> None:
    """The copy is beside the page, not in the book."""
    config: dict[str, object] = {"latex_documents": [("green", "green.tex", "Green", "A", "howto")]}
    built = site.write({**FILES, **archive()}).build("latex", config=config)
    text = (built.outdir / "green.tex").read_text(encoding="utf-8")
    assert r"\sphinxhref{https://slides.example.org/moss.pdf\#page=2}{slides.example.org}" in text


def test_a_new_copy_rewrites_who_shows_it(site: Site) -> None:
    """The report with the deck, and the index that shows its first slide; not the other report."""
    site.write(FILES).build()
    site.write(archive())
    assert pages(site.build()) == {"green.html", "index.html"}


def test_an_updated_copy_rewrites_who_shows_it(site: Site) -> None:
    """Its name is another one, as its bytes are."""
    site.write({**FILES, **archive()}).build()
    site.write(archive(slides(("Moss again",)), "moss-2.pdf"))
    built = site.build()
    assert pages(built) == {"green.html", "index.html"}
    assert [img["alt"] for img in built.body("green").select(".er-slide > img")] == ["Slide 1: Moss again"]


def test_a_build_without_a_change_writes_no_page(site: Site) -> None:
    """Whether a deck has a copy, and whether that can be read, makes no difference."""
    site.write({**FILES, **archive(b"no pdf")}).build()
    assert pages(site.build()) == set()


@pytest.mark.parametrize("gone", ["_decks/moss-1.pdf", "_decks/archive.lock.json"])
def test_without_the_copy_the_deck_is_a_facade_again(site: Site, gone: str) -> None:
    """Also in a site that was built before."""
    site.write({**FILES, **archive()}).build()
    site.remove(gone)
    built = site.build()
    assert built.body("green").select_one(f".er-face a[href='{URL}#page=2']")


def test_a_copy_that_cannot_be_read_is_a_facade_with_a_warning(site: Site) -> None:
    """The warning stands where the deck does, and the host is still linked."""
    built = site.write({**FILES, **archive(b"no pdf")}).build()
    (warning,) = built.warnings
    assert "green.md:9: WARNING:" in warning
    assert "[eventreport.deck]" in warning
    assert built.body("green").select_one(f".er-face a[href='{URL}#page=2']")


def test_a_lock_file_that_is_none_is_a_warning(site: Site) -> None:
    """The warning names the file, and the pages are built."""
    built = site.write({**FILES, "_decks/archive.lock.json": "{"}).build()
    (warning,) = built.warnings
    assert "archive.lock.json" in warning
    assert "[eventreport.archive]" in warning


def test_a_lock_file_that_cannot_be_read_is_a_warning(site: Site) -> None:
    """It is far too large to be one; the pages are built."""
    lock = site.write({**FILES, "_decks/archive.lock.json": ""}).source / "_decks" / "archive.lock.json"
    with lock.open("wb") as file:
        file.truncate(2**30)
    (warning,) = site.build().warnings
    assert "archive.lock.json:1: WARNING: The lock file cannot be read: it has more than 16 MB" in warning
