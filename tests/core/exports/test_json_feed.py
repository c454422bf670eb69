"""Feeds as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from sphinx_eventreport.core.dates.partial import PartialDate, parse_date
from sphinx_eventreport.core.exports.entry import Author, Enclosure, Entry
from sphinx_eventreport.core.exports.feed import Feed
from sphinx_eventreport.core.exports.json_feed import json_feed

ENTRY = Entry(
    "event",
    "tides",
    "Tides",
    "https://example.org/tides.html",
    published=PartialDate(2024, 6, 21),
    authors=(Author("Ada"),),
    enclosures=(Enclosure("Moon", "https://example.org/m.pdf", "application/pdf", 14),),
    start=parse_date("2024-05-17 09:30", timezone="Europe/Lisbon"),
    end=PartialDate(2024, 5),
    place="Porto",
)
FEED = Feed(
    "Tides",
    "https://example.org/",
    "https://example.org/index",
    "https://example.org/",
    "en",
    (ENTRY,),
)


def test_an_item_has_what_json_feed_has_words_for() -> None:
    """What is unknown is left out; a text is there, for one of each item has to be."""
    (item,) = json.loads(json_feed(FEED))["items"]
    del item["_eventreport"]
    assert item == {
        "id": "tag:example.org,2024-06-21:event/tides",
        "url": "https://example.org/tides.html",
        "title": "Tides",
        "content_text": "",
        "date_published": "2024-06-21T00:00:00Z",
        "authors": [{"name": "Ada"}],
        "attachments": [
            {
                "url": "https://example.org/m.pdf",
                "mime_type": "application/pdf",
                "title": "Moon",
                "size_in_bytes": 14,
            }
        ],
    }


def test_what_json_feed_has_no_words_for_is_beside_it() -> None:
    """Dates are as precise as they were written."""
    (item,) = json.loads(json_feed(FEED))["items"]
    assert item["_eventreport"] == {
        "type": "event",
        "name": "tides",
        "start": "2024-05-17T09:30+01:00",
        "end": "2024-05",
        "timezone": "Europe/Lisbon",
        "place": "Porto",
        "status": "scheduled",
    }


def test_a_feed_without_items_says_so() -> None:
    """An empty list is a list."""
    assert json.loads(json_feed(replace(FEED, entries=()))) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Tides",
        "home_page_url": "https://example.org/",
        "feed_url": "https://example.org/index.json",
        "language": "en",
        "items": [],
    }


def test_items_of_one_title_have_their_days() -> None:
    """Readers of feeds list titles alone."""
    twice = replace(FEED, entries=(ENTRY, replace(ENTRY, start=PartialDate(2024, 6, 14))))
    titles = [item["title"] for item in json.loads(json_feed(twice))["items"]]
    assert titles == ["Tides (17 May 2024)", "Tides (14 Jun 2024)"]
