from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport import read_report
from sphinx_eventreport.core.files.addresses import addresses_of
from sphinx_eventreport.core.files.text import decode
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Location
from sphinx_eventreport.core.reports import dialect_of_page, front_matter_in, read_report_text
from sphinx_eventreport.core.schema import event_front_matter

if TYPE_CHECKING:
    from pathlib import Path

POST = """\
---
title: Harbour Night
event: {name: Harbour Night, start: 2022-04-01}
talks:
  - {title: Ropes, speakers: [Ida Lund], room: North}
  - {title: Tides, deck: tides.pdf}
colour: blue
---

## Ropes

<iframe src="https://slides.example.org/ropes.pdf"></iframe>

## Lunch

<iframe></iframe>
"""


@pytest.fixture
def report_path(tmp_path: Path) -> Path:
    """Return a report on disk."""
    path = tmp_path / "2022-04-02-harbour.md"
    path.write_text(POST, encoding="utf-8")
    return path


def test_a_report_has_what_its_front_matter_says(report_path: Path) -> None:
    """Title, label and date."""
    report, _problems = read_report(report_path)
    assert (report.title, report.label, str(report.date and report.date.isoformat())) == (
        "Harbour Night",
        "2022-04-02-harbour",
        "2022-04-02",
    )


def test_a_report_has_the_talks_of_its_body_then_those_of_the_front_matter_only(report_path: Path) -> None:
    """Ropes is a section; Tides stands in the list only."""
    report, _problems = read_report(report_path)
    assert [talk.title for talk in report.talks] == ["Ropes", "Tides"]


def test_a_talk_of_the_body_gets_the_facts_of_the_front_matter(report_path: Path) -> None:
    """The section has the deck, the list says who spoke where."""
    ropes = read_report(report_path)[0].talks[0]
    assert ([person.name for person in ropes.speakers], ropes.room, ropes.decks[0].url) == (
        ["Ida Lund"],
        "North",
        "https://slides.example.org/ropes.pdf",
    )


def test_a_talk_of_the_front_matter_keeps_its_deck(report_path: Path) -> None:
    """A deck that only the list names belongs to its talk."""
    assert [deck.path for deck in read_report(report_path)[0].talks[1].decks] == ["tides.pdf"]


def test_a_talk_of_the_body_finds_its_facts_wherever_they_stand_in_the_list() -> None:
    """The second of the list is the first of the page."""
    text = POST.replace("## Ropes", "## Tides")
    report, _problems = read_report_text(text, filename="x.md")
    assert [(talk.title, len(talk.decks)) for talk in report.talks] == [("Tides", 2), ("Ropes", 0)]


def test_problems_come_in_the_order_of_their_lines(report_path: Path) -> None:
    """Those of front matter and body alike, each with its line in the file."""
    found = [(problem.line, problem.subtype) for problem in read_report(report_path)[1]]
    assert found == [(7, Subtype.UNKNOWN_KEY), (16, Subtype.EMBED)]


def test_the_first_heading_is_the_title_where_no_key_says_it() -> None:
    """A page may have its title in the body."""
    report, _problems = read_report_text("---\nminutes: true\n---\n\n# From the body\n", filename="x.md")
    assert report.title == "From the body"


def test_a_file_that_is_not_utf_8_is_a_problem_and_is_read(tmp_path: Path) -> None:
    """The strange byte is a letter, and the line is named."""
    path = tmp_path / "post.md"
    path.write_bytes("---\nevent: \xc9t\xe9\n---\n".encode("latin-1"))
    report, problems = read_report(path)
    assert (report.event and report.event.name, [(p.line, p.subtype) for p in problems]) == (
        "\xc9t\xe9",
        [(2, Subtype.ENCODING)],
    )


def test_a_missing_file_is_an_error_of_the_caller(tmp_path: Path) -> None:
    """Only the file system raises."""
    with pytest.raises(FileNotFoundError):
        read_report(tmp_path / "nothing.md")


@pytest.mark.parametrize(
    ("data", "text", "line"),
    [
        (b"plain", "plain", None),
        (b"\xef\xbb\xbfplain", "plain", None),
        (b"a\nb\x93c\x94", "a\nb\u201cc\u201d", 2),
        (b"\xef\xbb\xbfa\n\n\xa6", "a\n\n\xa6", 3),
        (b"\x81", "\ufffd", 1),
        (b"\xc3\xa9\xe9", "\xe9\xe9", 1),
    ],
)
def test_bytes_become_text(data: bytes, text: str, line: int | None) -> None:
    """UTF-8 with or without BOM, else Windows-1252 byte by byte."""
    decoded, problem = decode(data)
    assert (decoded, problem.line if problem else None) == (text, line)


def test_only_reading_is_forgiving() -> None:
    """The handler of strange bytes is no way to write what an encoding does not have."""
    with pytest.raises(UnicodeEncodeError):
        "\u20ac".encode("ascii", errors="eventreport-windows-1252")


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (Location(), ""),
        (Location(name="Town Hall", city="Lyon", country="FR"), "Town Hall, Lyon, FR"),
        (Location(street="1 Quay", region="Leinster", online_url="https://example.org"), "1 Quay, Leinster"),
    ],
)
def test_a_place_is_written_in_one_line(location: Location, expected: str) -> None:
    """What is known of it, with commas."""
    assert str(location) == expected


def test_a_problem_is_one_line_with_what_to_do() -> None:
    """The message, then the hint where there is one."""
    plain = Problem(Subtype.VALUE, "It is wrong")
    assert (str(plain), str(replace(plain, hint="mend it"))) == ("It is wrong", "It is wrong; mend it")


@given(st.binary())
def test_any_bytes_are_a_report(data: bytes) -> None:
    """No content makes reading fail."""
    read_report_text(decode(data)[0], filename="post.md")


FRONT = "---\nevent: X\n---\n"
TALK = "# A\n\n```{talk}\n:speakers: Ann\n```\n"
RST_TALK = "A\n=\n\n.. talk::\n   :speakers: Ann\n"


@pytest.mark.parametrize(
    ("text", "filename", "named", "expected"),
    [
        (FRONT + "# A\n", "a.md", False, "native"),
        ("# A\n", "a.md", False, None),
        (TALK, "a.md", False, "native"),
        (TALK.replace("{talk}", "{eventreport:talk}"), "a.md", False, "native"),
        ("````md\n" + TALK + "````\n", "a.md", False, None),
        ("A talk} of talk}.\n", "a.md", False, None),
        ("---\neventreport: false\n---\n" + TALK, "a.md", True, None),
        ("# A\n", "a.md", True, "native"),
        (RST_TALK, "a.rst", False, "native"),
        ("A\n=\n\n::\n\n    .. talk::\n", "a.rst", False, None),
        (":eventreport: false\n\n" + RST_TALK, "a.rst", True, None),
        (":eventreport: True\n\nA\n=\n", "a.rst", False, "native"),
        ("A\n=\n", "a.rst", True, "native"),
    ],
    ids=[
        *("an event", "nothing", "a talk", "with its whole name", "in an example", "a word", "that says no"),
        *(
            "named by the site",
            "in rST",
            "in an example in rST",
            "that says no in rST",
            "that says yes in rST",
        ),
        "named by the site, in rST",
    ],
)
def test_what_is_a_report(text: str, filename: str, named: bool, expected: str | None) -> None:  # noqa: FBT001
    """By what its front matter says, by a talk on it, or by the site."""
    front = front_matter_in(text, filename)
    is_rst = filename.endswith(".rst")
    found = dialect_of_page(front, text, filename=filename, is_rst=is_rst, usual=None, is_named=named)
    assert found == expected


def test_the_event_directive_is_read_in_restructuredtext() -> None:
    """Its name, its options, their lines; the heading of the page is the title."""
    text = "Moss\n====\n\n.. event:: Moss Day\n   :label: moss\n   :start: soon\n   :tags: a,\n      b\n"
    report, problems = read_report_text(text, filename="x.rst")
    said = (report.title, report.label, report.tags, report.event and report.event.name)
    assert (said, [problem.line for problem in problems]) == (("Moss", "moss", ("a", "b"), "Moss Day"), [6])


def test_an_event_directive_without_an_event_is_a_report_of_none() -> None:
    """As ``eventreport: true`` in front matter."""
    report, _problems = read_report_text(".. event::\n   :title: Notes\n", filename="x.rst")
    assert (report.title, report.event, report.dialect) == ("Notes", None, "native")


def test_aliases_in_an_event_directive_are_addresses() -> None:
    """With commas between them."""
    front = event_front_matter({"aliases": "/2016/06/x/, x"}, {"aliases": 3})
    assert addresses_of(front.mapping) == ("/2016/06/x/", "x")
