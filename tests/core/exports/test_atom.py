"""Feeds as Atom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.core.exports.atom import atom
from sphinx_eventreport.core.exports.entry import Author, Enclosure, Entry
from sphinx_eventreport.core.exports.feed import Feed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ENTRY = Entry(
    "talk",
    "2024-tides/moon phases",
    "Moon & <tides>",
    "https://example.org/tides.html#moon",
    published=PartialDate(2024, 6, 21),
    updated=PartialDate(2024, 6, 25),
    summary="Why\x0b twice a day?",
    authors=(Author("Ada", "https://ada.example.org/"), Author("Bo")),
    tags=("sea",),
    language="pt",
    license="CC-BY-4.0",
    enclosures=(
        Enclosure("Moon", "https://example.org/m.pdf", "application/pdf", 14),
        Enclosure("", "https://example.org/m.mp4", "video/mp4"),
    ),
)
FEED = Feed(
    "Tides",
    "https://example.org/en/list.html",
    "https://example.org/en/list",
    "https://example.org/en/",
    "en",
    (ENTRY,),
)
NAMES = {"a": "http://www.w3.org/2005/Atom"}


def read(feed: Feed) -> Element:
    """Return the root of *feed* as Atom."""
    return ET.fromstring(atom(feed))  # noqa: S314 -- what we wrote


def texts(element: Element, path: str) -> list[str | None]:
    """Return the texts of the elements at *path*."""
    return [found.text for found in element.findall(path, NAMES)]


def test_a_feed_says_where_it_is_and_which_page_has_the_same() -> None:
    """Programs ask the one for news, and show the other to a reader."""
    links = {link.get("rel"): link.get("href") for link in read(FEED).findall("a:link", NAMES)}
    assert links == {
        "self": "https://example.org/en/list.atom",
        "alternate": "https://example.org/en/list.html",
    }


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("a:entry/a:id", ["tag:example.org,2024-06-21:talk/2024-tides/moon%20phases"]),
        ("a:entry/a:title", ["Moon & <tides>"]),
        ("a:entry/a:published", ["2024-06-21T00:00:00Z"]),
        ("a:entry/a:updated", ["2024-06-25T00:00:00Z"]),
        ("a:updated", ["2024-06-25T00:00:00Z"]),
        ("a:entry/a:summary", ["Why\N{REPLACEMENT CHARACTER} twice a day?"]),
        ("a:entry/a:author/a:name", ["Ada", "Bo"]),
        ("a:entry/a:author/a:uri", ["https://ada.example.org/"]),
        ("a:entry/a:rights", ["CC-BY-4.0"]),
    ],
)
def test_an_entry_says_all_it_knows(path: str, found: list[str]) -> None:
    """Each in the element that RFC 4287 has for it."""
    assert texts(read(FEED), path) == found


def test_slides_are_enclosures() -> None:
    """With the length, where it is known."""
    links = read(FEED).findall("a:entry/a:link[@rel='enclosure']", NAMES)
    assert [(link.get("href"), link.get("type"), link.get("length")) for link in links] == [
        ("https://example.org/m.pdf", "application/pdf", "14"),
        ("https://example.org/m.mp4", "video/mp4", None),
    ]


def test_an_entry_in_another_language_says_so() -> None:
    """A feed may have entries of several."""
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    feed = read(FEED)
    entry = feed.find("a:entry", NAMES)
    assert (feed.get(language), entry is not None and entry.get(language)) == ("en", "pt")


def test_a_feed_without_entries_has_a_day_all_the_same() -> None:
    """RFC 4287 wants one, and nobody's clock is asked."""
    assert texts(read(replace(FEED, entries=())), "a:updated") == ["2005-12-01T00:00:00Z"]


def test_an_entry_without_a_day_is_left_out() -> None:
    """No reader could tell when it was new."""
    bare = Entry("event", "tides", "", "https://example.org/")
    dated = replace(bare, start=PartialDate(2024), identity="moon")
    feed = read(replace(FEED, language="", entries=(bare, dated)))
    assert texts(feed, "a:entry/a:title") == ["moon"]


def test_html_of_an_entry_is_text_of_the_feed() -> None:
    """A reader of feeds makes elements of it, and says which to leave out."""
    feed = read(replace(FEED, entries=(replace(ENTRY, content="<ul><li>Moon\x0b</li></ul>"),)))
    contents = [(found.get("type"), found.text) for found in feed.findall("a:entry/a:content", NAMES)]
    assert contents == [("html", "<ul><li>Moon\N{REPLACEMENT CHARACTER}</li></ul>")]


def test_entries_of_one_title_have_their_days() -> None:
    """Readers of feeds list titles alone; one without a day stays as it is."""
    days = (PartialDate(2024, 5, 17), PartialDate(2024, 6, 14), None)
    entries = tuple(replace(ENTRY, title="Tides", start=day) for day in days)
    assert texts(read(replace(FEED, entries=(*entries, ENTRY))), "a:entry/a:title") == [
        "Tides (17 May 2024)",
        "Tides (14 Jun 2024)",
        "Tides",
        "Moon & <tides>",
    ]


def test_a_year_has_four_digits() -> None:
    """Also one of the first thousand, as RFC 3339 wants it."""
    feed = read(replace(FEED, entries=(replace(ENTRY, published=None, updated=PartialDate(33, 4, 3)),)))
    assert texts(feed, "a:entry/a:updated") == ["0033-04-03T00:00:00Z"]
