"""Talks as something to cite."""

from __future__ import annotations

import json

from sphinx_eventreport.core.exports.citations import bibtex, csl
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
        "  title = {{100\\% \\{tide\\} \\textasciitilde{}\\textasciicircum{}\\textbackslash{}}},\n"
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
