"""Talks as something to cite."""

from __future__ import annotations

import json

import pytest
from pybtex.database import parse_string

from sphinx_eventreport.core.exports.citations import (
    bibtex,
    csl,
    report_bibtex,
    report_in_words,
    talk_in_words,
)
from sphinx_eventreport.core.reports import read_report_text

REPORT, _PROBLEMS = read_report_text(
    "---\nlabel: tides\nevent: {name: Coast & Sea, start: 2024-05-17, location: {address: {city: Porto}}}\n"
    "talks:\n- {title: '100% {tide} ~^\\', speakers: [Ada Wrack, 'Dulse, Inc.', Band and Sea], "
    "start: '10:00', language: pt, type: Keynote}\n- Wind\n---\n",
    filename="a.md",
)
NOWHERE, _PROBLEMS = read_report_text("---\neventreport: true\ntalks: [A]\n---\n\n# B\n", filename="b.md")
MOON, WIND = REPORT.talks
URL = "https://example.org/a.html#{moon}"


def test_a_talk_is_an_entry_of_bibtex() -> None:
    """What TeX would take for a command is written as text; a name that would be parted is kept whole."""
    assert bibtex([(REPORT, MOON, URL)]) == (
        f"@misc{{tides.{MOON.label},\n"
        "  author = {Ada Wrack and {Dulse, Inc.} and {Band and Sea}},\n"
        "  title = {{100\\% \\textbraceleft{}tide\\textbraceright{} "
        "\\textasciitilde{}\\textasciicircum{}\\textbackslash{}}},\n"
        "  howpublished = {Talk at Coast \\& Sea, Porto},\n"
        "  year = {2024},\n"
        "  month = may,\n"
        "  url = {https://example.org/a.html#%7Bmoon%7D},\n"
        "  language = {pt},\n"
        "}\n"
    )


def test_what_is_unknown_has_no_field() -> None:
    """Neither a day nor an author is made up."""
    assert bibtex([(NOWHERE, NOWHERE.talks[0], "")]) == (
        "@misc{b.a,\n  title = {{A}},\n  howpublished = {Talk at B},\n}\n"
    )


def test_a_talk_is_a_speech_in_csl() -> None:
    """Names are not cut into given and family: nothing says which is which."""
    (item,) = json.loads(csl([(REPORT, MOON, URL)]))
    assert item == {
        "id": f"tides/{MOON.label}",
        "type": "speech",
        "title": MOON.title,
        "author": [{"literal": one.name} for one in MOON.speakers],
        "issued": {"date-parts": [[2024, 5, 17]]},
        "event-title": "Coast & Sea",
        "event-place": "Porto",
        "genre": "Keynote",
        "language": "pt",
        "URL": URL,
    }


def test_a_talk_without_a_day_has_that_of_its_event() -> None:
    """And where that has none, it has none."""
    (wind,) = json.loads(csl([(REPORT, WIND, "")]))
    (nowhere,) = json.loads(csl([(NOWHERE, NOWHERE.talks[0], "")]))
    assert (wind["issued"], "issued" in nowhere) == ({"date-parts": [[2024, 5, 17]]}, False)


def test_a_report_is_an_entry_of_bibtex() -> None:
    """By who wrote it, and on which event."""
    text = (
        "---\nauthors: [Ada Wrack]\ndate: 2024-06-01\nlanguage: en\nevent: Coast Day\n---\n\n# Tide tables\n"
    )
    report, _problems = read_report_text(text, filename="tides.md")
    assert report_bibtex(report, "https://example.org/") == (
        "@misc{tides,\n  author = {Ada Wrack},\n  title = {{Tide tables}},\n"
        "  howpublished = {Report on Coast Day},\n  year = {2024},\n  month = jun,\n"
        "  url = {https://example.org/},\n  language = {en},\n}\n"
    )


def test_a_report_on_no_event_says_of_none() -> None:
    """Nor of a day that nobody knows."""
    assert report_bibtex(NOWHERE, "") == "@misc{b,\n  title = {{B}},\n}\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            talk_in_words((REPORT, WIND, URL), "17 May 2024"),
            f"Wind. Coast & Sea, Porto, 17 May 2024. {URL}",
        ),
        (
            talk_in_words((NOWHERE, NOWHERE.talks[0], URL), ""),
            f"A. B. {URL}",
        ),
        (report_in_words(REPORT, URL, "17 May 2024"), f"tides. Coast & Sea, Porto, 17 May 2024. {URL}"),
        (report_in_words(NOWHERE, URL, ""), f"B. {URL}"),
    ],
)
def test_in_words_it_is_one_line(said: str, expected: str) -> None:
    """Who, what, where and when, as far as that is known, and the address; nothing is said twice."""
    assert said == expected


def test_in_words_all_speakers_come_first() -> None:
    """In the order of the talk."""
    assert talk_in_words((REPORT, MOON, URL), "").startswith("Ada Wrack, Dulse, Inc., Band and Sea: 100%")


HOSTILE = (
    "}",
    "{",
    "\\",
    '"',
    "@misc{x, a = {",
    "%",
    "# & $ _ ^ ~",
    "{" * 20,
    "a\n\nb",
    "\u202e\x00",
    "ł 漢字",
)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_parser_reads_what_is_written(title: str) -> None:
    """One entry, with all of its fields, whatever a title or a name has in it."""
    report, _problems = read_report_text(
        "---\nevent: {name: " + json.dumps(title) + ", start: 2024-05-17}\ntalks:\n"
        "- {title: "
        + json.dumps(f"A {title} z")
        + ", speakers: ["
        + json.dumps(f"Ada {title}")
        + "]}\n---\n",
        filename="a.md",
    )
    written = report_bibtex(report, URL) + bibtex([(report, report.talks[0], URL)])
    found = parse_string(written, "bibtex")
    assert len(found.entries) == 2
    (entry,) = (one for key, one in found.entries.items() if "." in key)
    assert (entry.fields["year"], entry.fields["month"], "howpublished" in entry.fields) == (
        "2024",
        "May",
        True,
    )
    assert len(entry.persons["author"]) == 1
