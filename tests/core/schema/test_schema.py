from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.core.dialects import DIALECTS, NATIVE
from sphinx_eventreport.core.frontmatter import front_matter_of, read_front_matter
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.records import Event
from sphinx_eventreport.core.schema import (
    EVENT_OPTIONS,
    TABLES,
    TALK_FIELDS,
    Field,
    Table,
    event_front_matter,
    is_kept,
    json_schema,
    read_report_fields,
    read_talk,
)

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [pytest.param(table, row, id=f"{table.name}.{row.name}") for table in TABLES for row in table.fields]


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_every_example_is_read(table: Table, row: Field) -> None:
    """The example of every key in the reference is front matter without a problem."""
    steps = [*filter(None, table.path.split(".")), row.name]
    lines = [f"{'  ' * depth}{step}:" for depth, step in enumerate(steps)]
    if table.path == "talks":
        lines = ["event: {name: A, start: 2016-05-31}", "talks:", f"- {row.name}:"]
    elif table.path == "canonical":
        lines = ["canonical:", "  url: https://a.example.org", f"  {row.name}:"][
            : 2 if row.name == "url" else 3
        ]
        lines[-1] = f"  {row.name}:"
    front = read_front_matter("\n".join(["---", *lines]) + f" {row.example}\n---\n")
    _, problems = read_report_fields(front, filename="a.md")
    assert (front.problems, problems) == ((), ())


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_every_key_is_described(table: Table, row: Field) -> None:
    """Every key has a sentence that describes it, and a type in words."""
    assert row.description.endswith(".")
    assert row.kind.words
    assert table.description.endswith(".")


def test_the_json_schema_is_json() -> None:
    """The schema can be written as JSON, and has every key of a report."""
    schema = json.loads(json.dumps(json_schema()))
    assert set(TABLES[0].names()) < set(schema["properties"])


def test_the_json_schema_is_closed() -> None:
    """An editor marks a misspelled key, at the top and inside."""
    schema = json_schema()
    event = schema["properties"]["event"]["anyOf"][1]
    assert (schema["additionalProperties"], event["additionalProperties"]) == (False, False)


def test_the_json_schema_leaves_keys_of_others() -> None:
    """Keys of MyST and Sphinx are allowed."""
    schema = json_schema()
    assert "myst" in schema["properties"]
    assert "^ogp_" in schema["patternProperties"]


@pytest.mark.parametrize("key", ["myst", "html_meta", "og:image", "sd_hide_title", "orphan"])
def test_is_kept(key: str) -> None:
    """Keys of MyST, Sphinx and its themes stay in the source."""
    assert is_kept(key)


def test_title_is_not_kept() -> None:
    """Our own keys do not stay in the source."""
    assert not is_kept("title")


def test_a_talk_from_options() -> None:
    """The options of a directive, all text, make a talk; a time alone is on the event's first day."""
    event = Event("A", start=PartialDate(2016, 5, 31), timezone="Europe/Paris")
    options = {
        "title": "T",
        "speakers": "Jane Doe, John Roe",
        "start": "14:30",
        "tags": "a, b",
        "duration": "45 min",
    }
    talk, problems = read_talk(options, event=event)
    assert problems == ()
    assert [person.label for person in talk.speakers] == ["jane-doe", "john-roe"]
    assert talk.start is not None
    assert talk.start.isoformat() == "2016-05-31T14:30+02:00"


def test_a_problem_of_a_talk_has_the_line_of_its_option() -> None:
    """What is wrong with an option is told with the line of that option."""
    _, problems = read_talk({"title": "T", "start": "x", "sepakers": "y"}, {"start": 7, "sepakers": 8})
    assert [(problem.subtype, problem.line) for problem in problems] == [
        (Subtype.DATE, 7),
        (Subtype.UNKNOWN_KEY, 8),
    ]


def test_a_talk_without_a_title_has_a_label() -> None:
    """A talk of which only its section knows the title has a label to begin with."""
    talk, _ = read_talk({})
    assert (talk.title, talk.label) == ("", "talk")


def test_event_options() -> None:
    """The options of the event directive make the same report as front matter."""
    options = {
        "name": "A",
        "start": "2016-05-31",
        "location": "Town Hall",
        "city": "Lyon",
        "tags": "a, b",
        "title": "T",
    }
    report, problems = read_report_fields(event_front_matter(options, {}), filename="a")
    place = "{name: Town Hall, address: {city: Lyon}}"
    event = f"{{name: A, start: 2016-05-31, location: {place}}}"
    source = f"---\ntitle: T\ntags: [a, b]\nevent: {event}\n---\n"
    assert (report, problems) == read_report_fields(read_front_matter(source), filename="a")


def test_a_problem_of_an_event_option_has_its_line() -> None:
    """What is wrong with an option of the event directive is told with its line."""
    front = event_front_matter({"name": "A", "end": "x"}, {"name": 4, "end": 5})
    _, problems = read_report_fields(front, filename="a")
    assert [problem.line for problem in problems] == [5]


def test_option_names_are_unique() -> None:
    """No option of the event directive means two things."""
    assert len(set(EVENT_OPTIONS)) == len(EVENT_OPTIONS)


def test_talk_fields() -> None:
    """The fields of a talk are those that are options of the directive."""
    named = (
        "speakers start end duration room track type language level tags license deck recording links label "
        "audience"
    )
    assert set(TALK_FIELDS) == {"title", *named.split()}


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_aliases_mean_native_keys(dialect: object) -> None:
    """Every alias of every dialect leads to a key of the tables."""
    paths = {f"{table.path}.{name}".strip(".") for table in TABLES for name in table.names()}
    assert {alias.to for alias in dialect.aliases.values()} <= paths  # type: ignore[attr-defined]


def test_native_comes_last() -> None:
    """The dialect that takes everything is tried last."""
    assert DIALECTS[-1] is NATIVE


def test_front_matter_from_elsewhere() -> None:
    """A plain mapping is read like front matter, with the lines it comes with."""
    front = front_matter_of({"event": {"name": "A", "mode": "x"}}, {"event": 3})
    report, problems = read_report_fields(front, filename="a")
    assert report.event is not None
    assert [problem.line for problem in problems] == [3]


def test_posts_of_a_blog(corpus: Path) -> None:
    """A post as people write it is read without a problem."""
    for post in sorted((corpus / "jekyll").glob("*.md")):
        front = read_front_matter(post.read_text("utf-8"))
        report, problems = read_report_fields(front, filename=post.name)
        assert (front.problems, problems, report.dialect) == ((), (), "jekyll")
