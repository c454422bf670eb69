from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.outline.body import Section, below_title, read_body

CASES = yaml.safe_load((Path(__file__).parent / "cases_body" / "bodies.yml").read_text("utf-8"))


def outline(section: Section) -> list[object]:
    """Return a section as the cases write it."""
    decks = [deck.source for deck in section.decks]
    return [section.level, section.title, section.line, decks, [item.source for item in section.recordings]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_body_has_an_outline(case: dict[str, Any]) -> None:
    """A body has the sections, embeds and problems that the case says, on its lines."""
    body = read_body(case["body"], first_line=case.get("first_line", 1))
    problems = [[problem.subtype.value, problem.line] for problem in body.problems]
    assert ([outline(section) for section in body.sections], problems) == (
        case["sections"],
        case.get("problems", []),
    )


def test_wrapper_in_pieces_has_the_ratio() -> None:
    """The padding of a wrapper counts, though Markdown parts it from what it wraps."""
    (section,) = read_body("<div style='padding-bottom:75%'>\n\n<embed src=a.pdf>\n\n</div>\n").sections
    assert section.decks[0].ratio == (4, 3)


@pytest.mark.parametrize("between", ["Words", "`code`", "```\ncode\n```", "![](a.png)"])
def test_wrapper_with_more_in_it_is_none(between: str) -> None:
    """Padding of an element around more than an embed is padding."""
    (section,) = read_body(
        f"<div style='padding-bottom:75%'>\n\n<embed src=a.pdf>\n\n{between}\n\n</div>\n"
    ).sections
    assert section.decks[0].ratio == (16, 9)


def test_options_of_a_talk() -> None:
    """The options of all ``{talk}`` of a section are kept as written, with their lines."""
    (section,) = read_body("## A\n\n```{talk}\n:room: 3\n```\n\n```{talk}\n:track: web\n```\n").sections
    assert (section.talk, section.talk_lines) == ({"room": "3", "track": "web"}, {"room": 4, "track": 8})


def test_talk_before_all_headings() -> None:
    """A ``{talk}`` right at the top makes the text before the first heading a section."""
    assert read_body("```{talk}\n```\n").sections == (Section(0, "", 1, talk={}, talk_lines={}),)


@pytest.mark.parametrize(
    ("body", "title", "expected"),
    [
        ("<embed src=a.pdf>\n\n# A\n\n## B\n", "T", [(1, "T", 1), (2, "A", 0), (2, "B", 0)]),
        ("# A\n", "T", [(1, "T", 0), (2, "A", 0)]),
        ("Words\n", "T", [(1, "T", 0)]),
        ("## t\n<embed src=a.pdf>\n\n### A\n", "T", [(1, "T", 1), (3, "A", 0)]),
        ("<embed src=a.pdf>\n\n## T\n<embed src=b.pdf>\n", "T", [(1, "T", 2)]),
        ("## A\n\n# B\n", None, [(1, "A", 0), (2, "B", 0)]),
        ("<embed src=a.pdf>\n\n## A\n", None, [(0, "", 1), (1, "A", 0)]),
        ("<embed src=a.pdf>\n", None, [(0, "", 1)]),
        ("Words\n", None, []),
    ],
)
def test_a_page_has_one_section_at_the_top(
    body: str, title: str | None, expected: list[tuple[int, str, int]]
) -> None:
    """That of the written title or the first heading; the others stand below it."""
    sections = below_title(read_body(body).sections, title)
    assert [(section.level, section.title, len(section.decks)) for section in sections] == expected


def test_options_of_talks_in_joined_sections_are_kept() -> None:
    """The title and the heading that says it again are one section."""
    text = "```{talk}\n:room: 3\n```\n\n## T\n```{talk}\n:track: web\n```\n"
    (section,) = below_title(read_body(text).sections, "T")
    assert (section.talk, section.talk_lines) == ({"room": "3", "track": "web"}, {"room": 2, "track": 7})


def test_directives_are_read_to_a_depth() -> None:
    """Directives in directives in directives end somewhere, without an exception."""
    depth = 30
    fences = [":" * (3 + depth - level) for level in range(depth)]
    text = "".join(f"{fence}{{note}}\n" for fence in fences) + "<embed src=a.pdf>\n"
    assert read_body(text + "".join(f"{fence}\n" for fence in reversed(fences))).sections == ()


PIECES = st.sampled_from(
    [
        *"``` ::: {deck} {talk} {note} --- <div> </div> <iframe\tsrc=a.pdf> </iframe> <!-- --> <pre> `".split(
            " "
        ),
        *["\n", "\n\n", "# ", "## A", ":title: x", "- ", "> ", "% ", "    ", "|a|\n|-|\n", "{iframe} x"],
    ]
)


@given(st.text() | st.lists(PIECES | st.text(max_size=4)).map("".join))
def test_any_text_is_survived(text: str) -> None:
    """No body makes the reader raise, and every section and problem is on a line of it."""
    body = read_body(text)
    lines = [section.line for section in body.sections] + [problem.line for problem in body.problems]
    assert all(line is not None and 1 <= line <= len(text.splitlines()) + 1 for line in lines)


def test_words_in_angle_brackets_are_in_the_heading() -> None:
    """What is no element of HTML is text, as it is on the page."""
    body = read_body("## Vec<char> of <b>all</b> <img src='x'> <!-- x --> kinds </T>\n\nText.\n")
    assert body.sections[0].title == "Vec<char> of all kinds"
