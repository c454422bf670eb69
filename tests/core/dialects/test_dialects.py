from __future__ import annotations

import json
import lzma
import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.corpus import CORPORA, FOLDERS, called

from sphinx_eventreport import read_report
from sphinx_eventreport.core.dialects import DIALECTS, NATIVE, Dialect, Likeness, detect
from sphinx_eventreport.core.dialects.base import NATIVE_KEYS
from sphinx_eventreport.core.dialects.values import seconds
from sphinx_eventreport.core.frontmatter import front_matter_of, read_json
from sphinx_eventreport.core.reports import front_matter_in, read_report_text
from sphinx_eventreport.core.reports.pyvideo import is_pyvideo_event, read_pyvideo, read_pyvideo_event
from sphinx_eventreport.core.schema import TABLES, is_report, read_report_fields, report_dialect

if TYPE_CHECKING:
    from pathlib import Path

FOREIGN = [pytest.param(dialect, id=dialect.name) for dialect in DIALECTS if dialect is not NATIVE]
POSTS = [
    pytest.param(corpus / name, dialects, id=f"{called(corpus)}-{name}")
    for corpus in CORPORA
    for name, dialects in FOLDERS.items()
    if (corpus / name).is_dir()
]
EVENTS = 60
"""Events that are read of a corpus: an archive has hundreds, of a few shapes."""

KEYS = sorted(
    {key.partition(".")[0] for dialect in DIALECTS for key in dialect.aliases}
    | set().union(*(dialect.ignored for dialect in DIALECTS))
    | NATIVE_KEYS
    | {"Title", "Date", "Type", "Speakers", "extra", "taxonomies", "blogpost", "collection", "layout"}
)
PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.text(max_size=8)
    | st.sampled_from(["talk", "talks", "/no-slides", "2019-05-01", "https://a.example.org/b.pdf", "10:00"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=5,
)
LINES = st.lists(
    st.sampled_from(
        [
            *(
                "Title: a",
                "Date: 2019-05-01",
                "    more",
                ".. title: a",
                ".. date: b",
                "<!--",
                "-->",
                "",
                "====",
                "A day",
            ),
            *(
                ".. post:: 2019",
                "   :tags: a",
                "```{post} x",
                "```",
                ":date: 2019-05-01",
                ":slug: b",
                "---",
                "+++",
                "a: b",
            ),
        ]
    )
    | st.text(alphabet=string.printable, max_size=8),
    max_size=12,
).map("\n".join)


@pytest.mark.parametrize("dialect", FOREIGN)
def test_every_dialect_says_what_tells_it_apart(dialect: Dialect) -> None:
    """People can read what makes a page one of this dialect."""
    assert dialect.detected_by


@pytest.mark.parametrize("dialect", FOREIGN)
def test_second_meanings_are_of_keys_with_a_first(dialect: Dialect) -> None:
    """A key with a second meaning has a first, which says that it is no native key."""
    assert set(dialect.also) <= set(dialect.aliases)


def test_native_keys_are_those_of_a_report() -> None:
    """What the dialects take for native is what the table of a report has."""
    assert frozenset(TABLES[0].names()) == NATIVE_KEYS


def test_nothing_is_native() -> None:
    """A page without front matter is in no dialect."""
    assert detect(front_matter_of({}), "2019-05-01-a.md") == (NATIVE, Likeness.LIKELY)


@pytest.mark.parametrize("number", [float("inf"), float("nan"), True, "1h"])
def test_lengths_that_are_no_seconds(number: object) -> None:
    """What is no number of seconds makes no number of minutes."""
    assert seconds(number, {}) in (None, number)


@given(st.dictionaries(st.sampled_from(KEYS), PLAIN, max_size=6), st.sampled_from([*DIALECTS, None]))
def test_any_mapping_is_read_in_any_dialect(mapping: dict[str, object], dialect: Dialect | None) -> None:
    """Whatever the values, reading raises nothing, and the report says where its fields come from."""
    name = dialect.name if dialect else None
    report, problems = read_report_fields(front_matter_of(mapping), filename="a.md", dialect=name)
    assert all(problem.message for problem in problems)
    assert all(path and key for path, key in report.sources)
    assert hash(report) == hash(report)


@given(
    LINES, st.sampled_from(["a.md", "2019-05-01-a.qmd", "a.rst", "a.meta", "a.json", "b/_index.md", "c.mdx"])
)
def test_any_text_is_read(text: str, filename: str) -> None:
    """Any text in a file of any name is read, without an exception."""
    front = front_matter_in(text, filename)
    assert isinstance(is_report(front, filename=filename), bool)
    assert read_report_text(text, filename=filename)[0].label


@pytest.mark.parametrize(
    ("mapping", "usual", "expected"),
    [
        ({"title": "A", "date": "2020-01-01", "lang": "en", "modified": "2020-01-02"}, None, None),
        ({"title": "A", "date": "2020-01-01", "lang": "en", "modified": "2020-01-02"}, "hugo", "hugo"),
        ({"title": "A", "date": "2020-01-01", "lang": "en", "modified": "2020-01-02"}, "no dialect", None),
        ({"title": "A"}, "hugo", None),
        ({"title": "A", "date": "2020-01-01", "tags": ["b"]}, "hugo", "hugo"),
        ({"date": "2020-01-01", "tags": ["b"]}, "mkdocs", "mkdocs"),
        ({}, "mkdocs", None),
        ({"title": "A", "date": "2020-01-01", "listing": "b"}, "quarto", None),
        ({"title": "A", "date": "2020-01-01"}, "native", None),
        ({"title": "A", "layout": "post"}, "hugo", "jekyll"),
        ({"title": "A", "date": "2020-01-01", "lang": "en", "event": {"name": "B"}}, "hugo", "native"),
        ({"title": "A", "date": "2020-01-01", "lang": "en", "eventreport": False}, "hugo", None),
    ],
)
def test_the_usual_dialect_decides_where_a_page_does_not(
    mapping: dict[str, object], usual: str | None, expected: str | None
) -> None:
    """What looks like it is a report in it, unless it is another for certain."""
    assert report_dialect(front_matter_of(mapping), filename="a.md", usual=usual) == expected


def test_json_is_read_to_a_depth() -> None:
    """Lists in lists in lists end somewhere, without an exception."""
    front = read_json('{"a": ' + "[" * 100 + "]" * 100 + ', "b": ' + '{"c": 1}' + "}")
    assert front.mapping["b"] == {"c": 1}


def test_json_deeper_than_python_can_read_is_a_problem() -> None:
    """What recursion cannot read is told, with what to do."""
    (problem,) = read_json("[" * 200_000).problems
    assert problem.hint


def test_metadata_may_stand_beside_the_post(tmp_path: Path) -> None:
    """The file beside a post says its title and date; the body is the post's."""
    (tmp_path / "a.md").write_text("## B\n\n<iframe src='https://youtu.be/abc'></iframe>\n", "utf-8")
    (tmp_path / "a.meta").write_text(".. title: A\n.. date: 2019-05-01\n", "utf-8")
    report, problems = read_report(tmp_path / "a.md")
    assert (report.title, report.dialect, [talk.title for talk in report.talks], problems) == (
        "A",
        "nikola",
        ["B"],
        (),
    )


def test_the_body_of_restructuredtext_is_not_read(tmp_path: Path) -> None:
    """Of reStructuredText the metadata is read, and nothing in it is taken for Markdown."""
    path = tmp_path / "a.rst"
    path.write_text("A day\n=====\n\n.. post:: 2019-05-01\n\n<iframe></iframe>\n", "utf-8")
    report, problems = read_report(path)
    assert (report.title, report.dialect, report.talks, problems) == ("A day", "ablog", (), ())


def test_the_last_of_a_thousand_lines() -> None:
    """Metadata lines end somewhere."""
    text = "Title: a\nDate: b\n" + "".join(f"k{number}: v\n" for number in range(2_000))
    assert front_matter_in(text, "a.md").end == 1_000


def test_a_long_post_directive_ends() -> None:
    """Options of a directive are looked for near the top."""
    text = ".. post:: 2019-05-01\n" + "   :tags: a\n" * 400
    assert front_matter_in(text, "a.rst").mapping["tags"] == "a"


@pytest.mark.parametrize(("folder", "dialects"), POSTS)
def test_posts_as_people_write_them(folder: Path, dialects: set[str]) -> None:
    """Every file of a folder is read as one of its dialects, and has a label."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".meta"]
    found = {path: read_report(path)[0] for path in files}
    wrong = {path for path, report in found.items() if report.dialect not in dialects}
    assert (wrong, all(report.label for report in found.values())) == (set(), True)


def lines_of(path: Path) -> list[str]:
    """Return the lines of a file, which may be packed."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode()
    # No `splitlines`: people write other ends of lines into their texts.
    return text.strip("\n").split("\n")


def test_events_of_pyvideo(corpus: Path) -> None:
    """Every event of a corpus is a report with all its talks."""
    lines = [line for path in corpus.glob("pyvideo.jsonl*") for line in lines_of(path)[:EVENTS]]
    found = [(read_report_text(line, filename="a.json")[0], json.loads(line)) for line in lines]
    wrong = [event["event"] for report, event in found if len(report.talks) != len(event["talks"])]
    assert (wrong, {report.dialect for report, _ in found}) == ([], {"pyvideo"})


def test_an_event_of_pyvideo_has_a_folder_of_talks(tmp_path: Path) -> None:
    """A file of that name alone may be anything, and so may another one beside talks."""
    alone = is_pyvideo_event(tmp_path / "category.json")
    (tmp_path / "videos").mkdir()
    assert (alone, *(is_pyvideo_event(tmp_path / name) for name in ("category.json", "other.json"))) == (
        False,
        True,
        False,
    )


def test_what_pyvideo_says_of_an_event_and_its_talks(tmp_path: Path) -> None:
    """As it was written, in the order of the files; what is said twice is said once."""
    (tmp_path / "videos").mkdir()
    (tmp_path / "category.json").write_text('{"description": "Two\\nlines"}', "utf-8")
    (tmp_path / "videos" / "b.json").write_text('{"summary": "Short", "description": "Long"}', "utf-8")
    (tmp_path / "videos" / "a.json").write_text('{"summary": "Same", "description": "Same"}', "utf-8")
    (tmp_path / "videos" / "c.json").write_text('{"summary": null, "description": " "}', "utf-8")
    event = read_pyvideo_event(tmp_path)
    assert (event.opening, event.abstracts) == ("Two\nlines", ("Same", "Short\n\nLong", ""))


def test_an_event_of_pyvideo_on_disk(tmp_path: Path) -> None:
    """The folder gives the label, each file a talk, and one that is damaged a problem with its name."""
    folder = tmp_path / "docs-day"
    (folder / "videos").mkdir(parents=True)
    (folder / "category.json").write_text('{"title": "Docs Day"}', "utf-8")
    (folder / "videos" / "b.json").write_text('{"title": "B", "recorded": "2017-04-05"}', "utf-8")
    (folder / "videos" / "a.json").write_bytes(b'{"title": "\xe9"}')
    (folder / "videos" / "c.json").write_text("{", "utf-8")
    report, problems = read_pyvideo(folder)
    assert (report.label, report.title, [talk.title for talk in report.talks]) == (
        "docs-day",
        "Docs Day",
        ["é", "B", "Talk 3"],
    )
    assert [problem.message.partition(":")[0] for problem in problems] == ["a.json", "c.json"]
