"""Names of entries that hold for good."""

from __future__ import annotations

from dataclasses import replace

from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.core.exports.entry import Entry
from sphinx_eventreport.core.exports.identity import guid, tag_uri, uid

ENTRY = Entry("talk", "tides/moon", "Moon", "https://example.org/a.html#moon", start=PartialDate(2024, 5))


def test_a_name_is_not_made_from_the_path() -> None:
    """A page that is moved sends nothing again."""
    moved = replace(ENTRY, url="https://example.org/b/c.html#moon")
    assert tag_uri(moved, "example.org") == tag_uri(ENTRY, "example.org")


def test_a_name_has_a_day_on_which_the_host_was_theirs() -> None:
    """RFC 4151 wants one; where nothing has a day, it is the same one for all."""
    assert tag_uri(ENTRY, "example.org") == "tag:example.org,2024-05-01:talk/tides/moon"
    assert tag_uri(replace(ENTRY, start=None), "example.org") == "tag:example.org,2000-01-01:talk/tides/moon"


def test_a_talk_and_a_deck_of_one_name_are_two() -> None:
    """The type is part of the name."""
    deck = replace(ENTRY, type="deck")
    assert uid(deck, "example.org") != uid(ENTRY, "example.org") == "talk/tides/moon@example.org"


def test_a_guid_is_the_same_everywhere() -> None:
    """It is made from the name, and from no clock."""
    assert str(guid("talk", "tides/moon", "example.org")) == "042d5859-5c9b-5f68-b3af-b2f22d2a8aa0"
