"""What is hostile, partial or much, as it leaves the site: each format holds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from lxml import etree

from sphinx_eventreport.core.exports.atom import atom
from sphinx_eventreport.core.exports.calendar import calendar_feed
from sphinx_eventreport.core.exports.citations import bibtex, csl
from sphinx_eventreport.core.exports.entries import Files, event_entry, talk_entry
from sphinx_eventreport.core.exports.entry import Enclosure, Entry
from sphinx_eventreport.core.exports.feed import Feed
from sphinx_eventreport.core.exports.json_feed import json_feed
from sphinx_eventreport.core.exports.linked_data import PageAddresses, report_graph, script
from sphinx_eventreport.core.records import Deck
from sphinx_eventreport.core.reports import read_report_text

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parents[2] / "support" / "atom.rng"))
HOSTILE = (
    "]]></title><script>alert(1)</script>",
    "&amp; &#0; &lt; < > \" '",
    "\x00\x01\x0b\x1f\x7f\x85\u2028\u2029\ufffe\U0001f4c5",
    "END:VEVENT\r\nBEGIN:VALARM",
    "a;b,c\\n:d\\",
    "\u202eright to left",
    "\N{CJK UNIFIED IDEOGRAPH-6D77}" * 2_000,
    "{{ template }} ${shell} %s",
    "",
)
BASE = "https://example.org/"
SESAME = "sesame-42"


def feed_of(*entries: Entry, title: str = "All") -> Feed:
    """Return a feed of *entries*."""
    return Feed(title, f"{BASE}list.html", f"{BASE}list", BASE, "en", entries)


def event(front: str) -> Entry:
    """Return the event of a report with the lines of *front* matter."""
    report, _problems = read_report_text(f"---\n{front}\n---\n\n# Tides\n", filename="tides.md")
    return event_entry(report, f"{BASE}tides.html")


def calendar(*entries: Entry) -> Any:  # noqa: ANN401 -- each property has a type of its own
    """Return the calendar of *entries*, read back."""
    return Calendar.from_ical(calendar_feed(feed_of(*entries)).content)


def hold(feed: Feed) -> None:
    """Say that *feed* is valid in each format."""
    SCHEMA.assertValid(etree.fromstring(atom(feed)))
    Calendar.from_ical(calendar_feed(feed).content)
    json.loads(json_feed(feed))


def hostile_entry(text: str) -> Entry:
    """Return an entry that has *text* wherever there are words."""
    front = json.dumps({"event": {"name": "A", "start": "2024-05-17"}, "tags": ["b"]})
    report, _problems = read_report_text(f"---\n{front}\n---\n", filename="a.md")
    entry = event_entry(report, f"{BASE}a.html")
    file = Enclosure(text, f"{BASE}a.pdf", "application/pdf", 9)
    return replace(
        entry,
        identity=text,
        title=text,
        summary=text,
        tags=(text,),
        place=text,
        license=text,
        enclosures=(file,),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_each_format_holds_whatever_a_title_has(text: str) -> None:
    """Atom is valid by its schema, a calendar and JSON are read."""
    hold(feed_of(hostile_entry(text), title=text))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_calendar_has_the_events_that_were_given(text: str) -> None:
    """No title makes one more, or an alarm."""
    names = [each.name for each in calendar(hostile_entry(text)).walk()]
    assert names == ["VCALENDAR", "VEVENT"]


@pytest.mark.parametrize(
    "wrong",
    [
        ("<id>", "<name>"),
        ('href="https://example.org/list.html"', 'href="https://example.org/a b"'),
        ("2005-12-01T00:00:00Z", "2005-12-01"),
        ("2005-12-01T00:00:00Z", "2005-12-01T00:00:00"),
        ("<title>All</title>", ""),
    ],
)
def test_the_schema_refuses_what_is_wrong(wrong: tuple[str, str]) -> None:
    """So that it says something where it does not."""
    old, new = wrong
    text = atom(feed_of()).decode()
    assert old in text
    text = text.replace(old, new).replace("</id>", "</name>" if new == "<name>" else "</id>")
    assert not SCHEMA.validate(etree.fromstring(text.encode()))


@pytest.mark.parametrize("start", ["2024", "2024-05", "2024-05-17", "2024-05-17 09:00"])
def test_a_partial_date_is_in_feeds_and_no_calendar(start: str) -> None:
    """A month is a day to a feed; nothing begins there."""
    feed = feed_of(event(f"event: {{name: A, start: {start}}}"))
    hold(feed)
    assert len(calendar(*feed.entries).walk("VEVENT")) == (len(start) > len("2024-05"))


def test_three_zones_and_none() -> None:
    """Each event is at its own time; one of no zone is at that hour wherever it is read."""
    zones = ("timezone: Europe/Lisbon", "timezone: Asia/Kathmandu", "timezone: America/St_Johns", "")
    entries = [
        replace(event(f"event: {{name: A, start: 2024-05-17 09:00, {zone}}}"), identity=f"a{number}")
        for number, zone in enumerate(zones)
    ]
    hold(feed_of(*entries))
    found = [each["dtstart"] for each in calendar(*entries).walk("VEVENT")]
    assert [(one.params.get("TZID"), one.dt.utcoffset() and str(one.dt.utcoffset())) for one in found] == [
        ("Europe/Lisbon", "1:00:00"),
        ("Asia/Kathmandu", "5:45:00"),
        ("America/St_Johns", "-1 day, 21:30:00"),
        (None, None),
    ]


def test_an_event_across_years_has_all_of_its_days() -> None:
    """The end is the day after the last one."""
    (found,) = calendar(event("event: {name: A, start: 2024-12-30, end: 2025-01-02}")).walk("VEVENT")
    assert (str(found["dtstart"].dt), str(found["dtend"].dt)) == ("2024-12-30", "2025-01-03")


@pytest.mark.parametrize(("status", "word"), [("cancelled", "CANCELLED"), ("moved_online", "CONFIRMED")])
def test_what_is_cancelled_or_moved_says_so(status: str, word: str) -> None:
    """It stays in the calendars of those who have it, under the same name."""
    entry = event(f"event: {{name: A, start: 2024-05-17, status: {status}}}")
    plain = event("event: {name: A, start: 2024-05-17}")
    hold(feed_of(entry))
    (found,), (other,) = calendar(entry).walk("VEVENT"), calendar(plain).walk("VEVENT")
    assert (str(found["status"]), found["uid"]) == (word, other["uid"])


def test_an_event_on_another_day_is_the_same_event() -> None:
    """A calendar moves it, and does not have it twice."""
    label = "label: tides\n"
    entries = [event(f"{label}event: {{name: A, start: 2024-05-{day}}}") for day in (17, 24)]
    (first,), (second,) = (calendar(entry).walk("VEVENT") for entry in entries)
    assert (first["uid"] == second["uid"], first["dtstart"].dt < second["dtstart"].dt) == (True, True)


def test_an_organizer_without_an_address_is_a_name() -> None:
    """An address of e-mail is asked for by ORGANIZER, and is nobody's business."""
    organizers = "organizers: [Bo Dulse, {name: Ada, url: 'mailto:ada@example.org'}]"
    entry = event(f"event: {{name: A, start: 2024-05-17, {organizers}}}")
    hold(feed_of(entry))
    (found,) = calendar(entry).walk("VEVENT")
    assert ([str(one) for one in found["contact"]], "organizer" in found) == (["Bo Dulse", "Ada"], False)


def test_no_password_and_no_address_of_e_mail_leaves() -> None:
    """Neither that of an author, nor of a speaker, nor what opens a deck."""
    text = (
        "---\nauthors: [{name: Ada, url: 'mailto:ada@mail.example'}]\n"
        "event: {name: A, start: 2024-05-17 09:00}\ntalks:\n- title: Moon\n  start: '10:00'\n"
        "  speakers: [{name: Bo, url: 'mailto:bo@mail.example'}]\n---\n\n# A\n"
    )
    report, _problems = read_report_text(text, filename="a.md")
    deck = Deck("moon", "Moon", "moon.pdf", "file", path="moon.pdf", password=SESAME)
    talk = replace(report.talks[0], decks=(deck,))
    whole, files = replace(report, talks=(talk,)), Files(lambda path: f"{BASE}{path}", lambda _path: 9)
    feed = feed_of(event_entry(whole, BASE), talk_entry(talk, whole, BASE, files))
    cited = [(whole, talk, BASE)]
    words = (script(report_graph(whole, PageAddresses(BASE, (BASE,)))), bibtex(cited), csl(cited))
    written = [atom(feed), calendar_feed(feed).content, json_feed(feed), *(one.encode() for one in words)]
    assert b"moon.pdf" in written[0]
    private = (SESAME.encode(), b"mail.example")
    assert [word for word in private for content in written if word in content] == []


def test_ten_thousand_events_are_all_there() -> None:
    """In each format."""
    plain = event("event: {name: A, start: 2024-05-17}")
    feed = feed_of(*(replace(plain, identity=f"a{number}") for number in range(10_000)))
    counts = (
        atom(feed).count(b"<entry>"),
        calendar_feed(feed).content.count(b"BEGIN:VEVENT"),
        len(json.loads(json_feed(feed))["items"]),
    )
    assert counts == (10_000, 10_000, 10_000)
