"""What is fuzzed: for each input that strangers write a function, which raises if a promise is broken."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import parse_date
from sphinx_eventreport.core.files.archive_lock import lock_text, read_lock
from sphinx_eventreport.core.files.text import decode
from sphinx_eventreport.core.listings.data import order_of
from sphinx_eventreport.core.listings.query import Query, parse_conditions, parse_sort, select
from sphinx_eventreport.core.listings.view import VIEW_OPTIONS, Vocabulary, parse_view
from sphinx_eventreport.core.people.file import read_people
from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.core.raw_html.tree import Element, TreeBuilder
from sphinx_eventreport.core.reports import read_report_text
from sphinx_eventreport.core.shortcodes.read import expand_shortcodes
from sphinx_eventreport.decks.drawing import draw_pages
from sphinx_eventreport.decks.model import PictureOptions
from sphinx_eventreport.decks.reading import read_pages
from sphinx_eventreport.decks.validation import valid_content, valid_pictures
from sphinx_eventreport.importing.model import State, UnreadableScheduleError
from sphinx_eventreport.importing.run import Importer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

NAMES = (
    "2021-03-04-post.md",
    "post.rst",
    "videos/talk.json",
    "post.meta",
    "_posts/2020-1-2-a.markdown",
    "a.qmd",
)
DIALECTS = (
    "native",
    "jekyll",
    "hugo",
    "quarto",
    "docusaurus",
    "zola",
    "hackmd",
    "nikola",
    "pelican",
    "mkdocs",
)
ROWS: Sequence[Mapping[str, Any]] = (
    {"title": "Kites", "start": parse_date("2015-05-01"), "tags": ("iot", "cloud"), "talks": 9},
    {"title": "Ölpreise", "start": parse_date("2016-03"), "tags": (), "talks": 10},
    {"title": "", "start": None, "tags": ("web",), "talks": 0},
)
_SMALL = PictureOptions(width=32, thumbnail_width=None)
_SECRET = b"of somebody else"
FIELDS = ("title", "start", "tags", "talks")


def front_matter(data: bytes) -> None:
    """Read a report, whose first byte chooses its file name: what is said of it can be shown and kept."""
    text = decode(data[1:])[0]
    report, problems = read_report_text(text, filename=_chosen(data, NAMES))
    _writable(asdict(report))
    _located(problems, text)


def html(data: bytes) -> None:
    """Build a tree of raw HTML, in pieces: it can be written, and what is wrong with it has its line."""
    text = decode(data)[0]
    tree = TreeBuilder[str]()
    line = 1
    for piece in text.split("\f"):
        tree.feed(piece, line)
        line += piece.count("\n")
    children, problems = tree.close()
    _writable(list(map(_plain, children)))
    _located(problems, text)


def shortcodes(data: bytes) -> None:
    """Expand shortcodes of the dialect that the first byte chooses: every line keeps its number."""
    text = decode(data[1:])[0]
    expanded, problems = expand_shortcodes(text, _chosen(data, DIALECTS), page={"title": "Kites", "n": [1]})
    assert expanded.count("\n") == text.count("\n"), "a line has moved"
    _writable(expanded)
    _located(problems, text)


def query(data: bytes) -> None:
    """Read the options of a listing, a line each, and run its query over rows."""
    written = [*decode(data)[0].split("\n"), *[""] * 4]
    include, problems = parse_conditions(written[0], FIELDS)
    exclude, more = parse_conditions(written[1], FIELDS)
    sort, odd = parse_sort(written[2], FIELDS)
    options = dict(zip(VIEW_OPTIONS, written[3:], strict=False))
    view, wrong = parse_view(options, Vocabulary(FIELDS, FIELDS, FIELDS))
    reads = {name: _reader(name) for name in FIELDS}
    wanted = Query("event", include=include, exclude=exclude, sort=sort, view=view)
    assert all(row in ROWS for row in select(ROWS, wanted, reads))
    for name in view.sort_ui:
        assert sorted(order_of(ROWS, name, reads[name])["up"]) == list(range(len(ROWS)))
    assert wanted.year is None or wanted.year > 0
    _located([*problems, *more, *odd, *wrong], "")


def people(data: bytes) -> None:
    """Read a people file: each is found by the name, and can be shown."""
    text = decode(data)[0]
    found, problems = read_people(text)
    for person in found.people.values():
        assert person.name
        _writable(asdict(person))
    assert set(found.spellings.values()) <= set(found.people)
    _located(problems, text)


def lock(data: bytes) -> None:
    """Read a lock file of archived decks: what is kept of it is read again as the same."""
    text = decode(data)[0]
    entries, problems = read_lock(text)
    again, wrong = read_lock(lock_text(entries.values()))
    assert (again, wrong) == (entries, ())
    _writable(list(map(asdict, entries.values())))
    _located(problems, text)


def schedule(data: bytes) -> None:
    """Import a schedule, in JSON or XML as its first byte is."""
    _import("schedule.xml" if data.lstrip()[:1] == b"<" else "schedule.json", data)


def posts(data: bytes) -> None:
    """Import a post, whose first byte chooses its file name."""
    _import(_chosen(data, NAMES), data[1:])


def pdf(data: bytes) -> None:
    """Read a PDF and draw its pages, as a worker does: what it hands over is valid, or a problem."""
    content = read_pages(data)
    if isinstance(content, Problem):
        return
    assert valid_content(content) is not None
    _writable(asdict(content))
    numbers = [slide.number for slide in content.slides[:2]]
    pictures = draw_pages(data, _SMALL, numbers)
    assert isinstance(pictures, Problem) or valid_pictures(pictures, numbers, thumbnails=False) is not None


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "front_matter": front_matter,
    "html": html,
    "shortcodes": shortcodes,
    "query": query,
    "people": people,
    "lock": lock,
    "schedule": schedule,
    "import": posts,
    "pdf": pdf,
}
"""What is fuzzed, by the name of its folder of inputs."""


def _import(name: str, data: bytes) -> None:
    """Import a file: twice is once, and nothing is written or read outside.

    A schedule that cannot be read is refused in words.
    """
    with suppress(UnreadableScheduleError), TemporaryDirectory() as folder:
        source, destination = Path(folder, "source", "blog"), Path(folder, "docs")
        path = source / name
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        path.with_name("near.png").write_bytes(b"near")
        (source.parent / "secret.png").write_bytes(_SECRET)
        first = _run(source, destination, path)
        written = {file for file in Path(folder).rglob("*") if file.is_file()} - {path}
        outside = {file for file in written if not file.is_relative_to(destination)}
        assert {file.name for file in outside} == {"near.png", "secret.png"}, f"written outside: {outside}"
        assert all(file.read_bytes() != _SECRET for file in written - outside), "copied from outside"
        again = _run(source, destination, path)
        assert State.WRITTEN not in again, f"{first} the first time, then {again}"


def _run(source: Path, destination: Path, path: Path) -> list[State]:
    importer = Importer(source, destination)
    outcomes = list(importer.run(path))
    importer.manifest.save()
    for outcome in outcomes:
        _writable([str(outcome.target), *outcome.left])
        _located(outcome.problems, decode(path.read_bytes())[0])
    return [outcome.state for outcome in outcomes]


def _chosen(data: bytes, names: Sequence[str]) -> str:
    return names[data[0] % len(names)] if data else names[0]


def _reader(name: str) -> Callable[[Mapping[str, Any]], Any]:
    return lambda row: row[name]


def _plain(node: Element | str) -> object:
    """Return what a tree holds as lists and texts."""
    return node if isinstance(node, str) else [node.tag, node.attrs, *map(_plain, node.children)]


def _writable(value: object) -> None:
    """Fail if *value* has text that no file can have: half a surrogate pair."""
    json.dumps(value, default=str, ensure_ascii=False).encode()


def _located(problems: Iterable[Problem], text: str) -> None:
    """Fail if one of *problems* cannot be shown, or is on a line that *text* does not have."""
    last = text.count("\n") + 1
    for problem in problems:
        assert problem.line is None or 1 <= problem.line <= last, (
            f"{problem} on line {problem.line} of {last}"
        )
        assert problem.message
        _writable([str(problem), problem.field, problem.file])
