from __future__ import annotations

import datetime as dt
import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sphinx_eventreport.core.frontmatter import (
    front_matter_of,
    line_of,
    read_front_matter,
    write_front_matter,
)
from sphinx_eventreport.core.frontmatter.model import Reading
from sphinx_eventreport.core.frontmatter.yaml_values import MalformedError, ValueBuilder
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.schema import is_report, read_report_fields

SOURCE = """---
title: A
event:
  start: 2016-05-31
  tags: [x, y]
authors:
- name: B

myst: {a: b}
---
Body
"""


def found(text: str) -> list[tuple[Subtype, int | None]]:
    """Return what is wrong with *text*, and where."""
    return [(problem.subtype, problem.line) for problem in read_front_matter(text).problems]


def test_lines() -> None:
    """Every key and list item has its line, by its dotted path."""
    assert read_front_matter(SOURCE).lines == {
        "title": 2,
        "event": 3,
        "event.start": 4,
        "event.tags": 5,
        "event.tags.0": 5,
        "event.tags.1": 5,
        "authors": 6,
        "authors.0": 7,
        "authors.0.name": 7,
        "myst": 9,
        "myst.a": 9,
    }


def test_spans() -> None:
    """A top-level key spans the lines up to the next one."""
    assert read_front_matter(SOURCE).spans == {
        "title": (2, 2),
        "event": (3, 5),
        "authors": (6, 8),
        "myst": (9, 9),
    }


def test_end() -> None:
    """The front matter takes as many lines as stand up to its closing fence."""
    assert read_front_matter(SOURCE).end == 10


def test_raw() -> None:
    """What was not read as text is there as it was written."""
    assert read_front_matter(SOURCE).raw == {"event.start": "2016-05-31"}


def test_values_are_plain() -> None:
    """Dates are dates, lists lists and maps maps."""
    assert read_front_matter(SOURCE).mapping["event"] == {"start": dt.date(2016, 5, 31), "tags": ["x", "y"]}


def test_a_map_in_braces_has_no_spans() -> None:
    """Keys that share their lines cannot be cut out by lines."""
    assert read_front_matter("---\n{title: A, myst: {a: b}}\n---\n").spans == {}


def test_spans_of_toml() -> None:
    """A table of TOML spans its lines, and so do the tables of one list together."""
    front = read_front_matter("+++\ntitle = 'A'\n[[talks]]\ntitle = 'B'\n[[talks]]\ntitle = 'C'\n+++\n")
    assert front.spans == {"title": (2, 2), "talks": (3, 6)}


def test_line_of_the_nearest_key() -> None:
    """A path without a line has that of what it stands in."""
    assert line_of({"event": 3}, "event.location.name") == 3


def test_line_of_nothing() -> None:
    """A path of which nothing has a line has none."""
    assert line_of({}, "event") is None


def test_front_matter_of_a_mapping() -> None:
    """Values from elsewhere are front matter that takes no lines."""
    assert front_matter_of({"a": 1}).end == 0


BOMB = "\n".join(
    ["---", "a: &a [x, x, x, x, x, x, x, x, x, x]"]
    + [
        f"{key}: &{key} [{', '.join([f'*{before}'] * 10)}]"
        for before, key in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    + ["title: T", "---", ""]
)


def test_an_alias_bomb_is_left_out() -> None:
    """Keys that would hold millions of values are left out, and the others are read."""
    assert list(read_front_matter(BOMB).mapping) == ["a", "b", "c", "d", "title"]


def test_an_alias_bomb_is_told() -> None:
    """Each key that is left out is a problem on its line."""
    assert found(BOMB) == [(Subtype.LIMIT, line) for line in (6, 7, 8, 9, 10)]


def test_merge_keys_do_not_multiply() -> None:
    """Merge keys that would repeat too many values are left out."""
    base = "base: &b {" + ", ".join(f"k{number}: 1" for number in range(900)) + "}\n"
    text = "---\n" + base + "talks:\n" + "- <<: *b\n" * 40 + "---\n"
    assert (Subtype.LIMIT, 26) in found(text)


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_a_long_list_is_cut(fence: str) -> None:
    """Of 100,000 items the first thousand are read."""
    mark = ":" if fence == "---" else " ="
    front = read_front_matter(f"{fence}\ntags{mark} [" + "'x', " * 100_000 + f"]\n{fence}\n")
    tags = front.mapping["tags"]
    assert isinstance(tags, list)
    assert (len(tags), [problem.line for problem in front.problems]) == (1_000, [2])


def test_many_keys_are_cut() -> None:
    """Of 20,000 keys the first thousand are read."""
    front = read_front_matter("---\n" + "".join(f"k{number}: 1\n" for number in range(20_000)) + "---\n")
    assert (len(front.mapping), found("---\n" + "k: 1: 2\n" * 1_200 + "---\n")[-1][0]) == (
        1_000,
        Subtype.LIMIT,
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\nx: " + "[" * 100_000 + "\n---\n",
        "---\ntitle: A\nx: " + "[" * 40 + "]" * 40 + "\n---\n",
        "---\ntitle: A\n" + "".join(" " * depth + "a:\n" for depth in range(1_000)) + "---\n",
        "---\ntitle: A\nx:\n" + "- " * 1_000 + "\n---\n",
        "+++\ntitle = 'A'\nx = " + "[" * 20_000 + "]" * 20_000 + "\n+++\n",
    ],
)
def test_deep_nesting_is_left_out(text: str) -> None:
    """What stands too deep is left out with a problem, without recursion, and the title is read."""
    front = read_front_matter(text)
    assert front.problems
    assert front.mapping == {"title": "A"}


def test_nested_toml_is_cut() -> None:
    """Lists of TOML that are deeper than is sensible end there."""
    assert found("+++\nx = " + "[" * 40 + "]" * 40 + "\n+++\n") == [(Subtype.LIMIT, 2)]


def test_a_megabyte_is_read_in_a_moment() -> None:
    """A megabyte on one line takes linear time."""
    start = time.perf_counter()
    front = read_front_matter("---\ntitle: " + "x" * 1_000_000 + "\n---\n")
    report, problems = read_report_fields(front, filename="a.md")
    assert len(report.title or "") == 500
    assert [problem.subtype for problem in problems] == [Subtype.LIMIT]
    assert time.perf_counter() - start < 2


def test_a_long_key_is_cut() -> None:
    """A key longer than any name is cut."""
    assert found("---\n? " + "k" * 500 + "\n: x\n---\n") == [(Subtype.LIMIT, 2)]


def test_problems_are_counted_after_fifty() -> None:
    """Nobody reads a thousand problems of one front matter; the rest are counted."""
    problems = read_front_matter("---\n" + "a: 1\n" * 500 + "---\n").problems
    assert (len(problems), "449 more" in problems[-1].message) == (51, True)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
def test_both_loaders_give_the_same(loader: type) -> None:
    """PyYAML's own parser and libyaml's give the same values and lines."""
    reading = Reading()
    source = "\n".join(SOURCE.split("\n")[1:9])
    value = ValueBuilder(reading, 2, {}, loader).build(source)
    front = read_front_matter(SOURCE)
    assert (value, reading.lines) == (front.mapping, front.lines)


@pytest.mark.parametrize(
    "source", ["a: b: c", "a: [", "a: 'b", 'a: "\\d"', "a: @b", "a\nb: c", "a: b\n c: d", "%A"]
)
def test_both_loaders_explain_in_the_same_words(source: str) -> None:
    """Whichever parser reads it, malformed YAML is explained in words that do not quote the parser."""
    said = set()
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        with pytest.raises(MalformedError) as caught:
            ValueBuilder(Reading(), 1, {}, loader).build(source)
        said.add(caught.value.problem.line)
    assert len(said) == 1


PIECES = """
title: |event:|  name: A|  start: 2016-05-31|- x|date: 2016|tags: [a, b|authors: {a: b}|talks:|&a |*a
<<: *a|layout: post|excerpt: |illustration: |minutes: true|'|"|!!int |!x |? |: |# c|---|...|+++|a = 1
[[talks]]|[event]|9e999|.nan|0x|1:2:3|2016-13-45|{{ x }}|javascript:x|&#106;|&lt;
"""
KEYS = st.sampled_from([*PIECES.strip().replace("\n", "|").split("|"), *"\t\ufeff\r\x00\x85\u2028\ud800"])
FRONT = st.builds(
    lambda fence, lines, end: fence + "\n" + "".join(lines) + "\n" + end + "\nBody",
    st.sampled_from(["---", "+++", "--- ", "\ufeff---"]),
    st.lists(KEYS | st.just("\n") | st.text(max_size=5), max_size=30),
    st.sampled_from(["---", "+++", "...", ""]),
)


@settings(max_examples=400, deadline=None)
@example("---\n<<: *a\n---\nBody")
@given(
    FRONT
    | st.text(st.characters(), max_size=200)
    | st.binary(max_size=200).map(lambda raw: raw.decode("latin-1"))
)
def test_any_text_is_read(text: str) -> None:
    """No text makes reading fail; what comes out can be compared, and stands within the text."""
    front = read_front_matter(text)
    is_report(front, filename="2016-06-15-a.md")
    report, problems = read_report_fields(front, filename="2016-06-15-a.md")
    count = text.count("\n") + 1
    assert hash(report) == hash(read_report_fields(front, filename="2016-06-15-a.md")[0])
    assert 0 <= front.end <= count
    assert all(problem.line is None or 1 <= problem.line <= count for problem in (*front.problems, *problems))
    assert all(1 < first <= last < max(front.end, 3) + 1 for first, last in front.spans.values())


@settings(deadline=None)
@given(st.lists(st.text("abc .:#-*[", max_size=12), max_size=12))
def test_no_paragraph_is_lost(lines: list[str]) -> None:
    """A paragraph after an empty line is never taken for front matter that was not closed."""
    prose = [line for line in lines if line.strip() not in {"---", "..."}]
    text = "\n".join(["---", "title: A", "", "A paragraph of prose.", *prose])
    front = read_front_matter(text)
    assert "A paragraph of prose." in text.split("\n")[front.end :]


def test_front_matter_that_is_written_is_read() -> None:
    """What is written reads as it was, and says a value twice rather than refer to it."""
    day = dt.date(2016, 5, 31)
    mapping = {"title": "A: b # c", "date": day, "event": {"name": "É", "start": day}, "tags": ["1", 2]}
    text = write_front_matter(mapping)
    assert (read_front_matter(text).mapping, "&id" in text) == (mapping, False)


def test_a_comment_before_a_malformed_key_costs_no_other_key() -> None:
    """Keys are read one by one where the whole cannot be, and a comment is none of them."""
    front = read_front_matter("---\n# from the blog\n\ntags: [soil\ntitle: A\n---\n")
    assert front.mapping["title"] == "A"
