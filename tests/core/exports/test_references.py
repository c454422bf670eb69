"""What programs that keep references read of a page."""

from __future__ import annotations

from urllib.parse import parse_qs

from bs4 import BeautifulSoup

from sphinx_eventreport.core.exports.references import coins, eprints
from sphinx_eventreport.core.reports import read_report_text

REPORT, _PROBLEMS = read_report_text(
    "---\nlabel: tides\n"
    "event: {name: 'Coast & \"Sea\"', start: 2024-05-17, location: {address: {city: Porto}}}\n"
    "talks:\n- {title: 'A < B & C', speakers: [Ada Wrack, Bo Dulse], start: '10:00', language: pt}\n---\n",
    filename="a.md",
)
BARE, _PROBLEMS = read_report_text("---\neventreport: true\ntalks: [A]\n---\n\n# B\n", filename="b.md")


def test_zotero_takes_the_page_of_a_talk_for_a_presentation() -> None:
    """An item of a conference that is not published; each speaker has an element."""
    page = BeautifulSoup("\n".join(eprints((REPORT, REPORT.talks[0], ""))), "html.parser")
    assert [(meta["name"], meta["content"]) for meta in page.select("meta")] == [
        ("eprints.type", "conference_item"),
        ("eprints.ispublished", "unpub"),
        ("eprints.title", "A < B & C"),
        ("eprints.creators_name", "Ada Wrack"),
        ("eprints.creators_name", "Bo Dulse"),
        ("eprints.event_title", 'Coast & "Sea"'),
        ("eprints.event_location", "Porto"),
        ("eprints.date", "2024-05-17"),
        ("eprints.language", "pt"),
    ]


def test_each_talk_is_a_span_of_coins() -> None:
    """Its title is a query, as that of an address."""
    span = BeautifulSoup(coins((REPORT, REPORT.talks[0], "https://example.org/a.html#b")), "html.parser").span
    assert span is not None
    said = parse_qs(str(span["title"]))
    assert (span["class"], said["rft.type"], said["rft.creator"], said["rft.title"], said["rft.source"]) == (
        ["Z3988"],
        ["presentation"],
        ["Ada Wrack", "Bo Dulse"],
        ["A < B & C"],
        ['Coast & "Sea", Porto'],
    )
    assert (said["rft.date"], said["rft.identifier"]) == (["2024-05-17"], ["https://example.org/a.html#b"])


def test_what_is_unknown_is_left_out() -> None:
    """No day is made up."""
    said = "".join(eprints((BARE, BARE.talks[0], ""))) + coins((BARE, BARE.talks[0], ""))
    assert [word for word in ("date", "location", "creator", "identifier", "language") if word in said] == []
