"""Before a document is parsed: take the front matter out, and put the page's title in.

MyST-Parser turns typed front matter into text, and docutils moves some of its keys about, so they
see none of the keys that are ours.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.files.addresses import addresses_of
from sphinx_eventreport.core.files.authors import author_ids, with_authors
from sphinx_eventreport.core.files.settings import matches
from sphinx_eventreport.core.files.text import decode
from sphinx_eventreport.core.frontmatter import read_front_matter, read_meta_file, read_rst
from sphinx_eventreport.core.outline.note_marks import mark_problem
from sphinx_eventreport.core.posts.colon_fences import unread_fence
from sphinx_eventreport.core.posts.outside_files import show_outside_files
from sphinx_eventreport.core.reports import completed, dialect_of_page
from sphinx_eventreport.core.schema import is_kept, read_report_fields, read_visibility, says_no
from sphinx_eventreport.core.schema.plain_fields import plain_fields
from sphinx_eventreport.core.schema.visibility import EVERYBODY
from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.reading import pyvideo_events
from sphinx_eventreport.sphinx_ext.reading.audience import (
    empty_if_internal,
    public_front,
    public_report,
    public_source,
)
from sphinx_eventreport.sphinx_ext.reading.known_names import known_names
from sphinx_eventreport.sphinx_ext.reading.markdown import MARKDOWN, MYST, reads_colons
from sphinx_eventreport.sphinx_ext.reading.page_source import (
    imported_rst,
    markdown_source,
    rst_source,
    titled_source,
)
from sphinx_eventreport.sphinx_ext.reading.state import (
    ReadingState,
    refuse,
    set_reading_state,
    set_seen,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.frontmatter import FrontMatter
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Report

_RST = "restructuredtext"
_META = ".meta"
_OF_ANY_PAGE = frozenset({"title", "visibility", "draft", "eventreport"})


class Metadata(NamedTuple):
    """What a document says of itself."""

    front: FrontMatter
    """Its front matter."""
    report: Report | None = None
    """The record of it, if it is a report."""
    problems: tuple[Problem, ...] = ()
    """What is wrong in it."""
    author_ids: tuple[str, ...] = ()
    """The names of its authors in the authors file of its generator."""


def read_source(app: Sphinx, docname: str, source: list[str]) -> None:
    """Read the metadata of a report and keep its record for the transforms (``source-read``)."""
    path = Path(app.env.doc2path(docname))
    _text, problem = decode(path.read_bytes())
    if problem is not None:
        warn_on_page(app.env, problem)
    kind = _kind(app, path)
    is_event = kind == pyvideo_events.KIND
    if is_event:
        source[0], kind = pyvideo_events.written_event(app.env, path), MYST
    elif _beside(path).is_file():
        app.env.note_dependency(str(_beside(path)))
    found = _metadata(app, docname, kind, source[0], lambda used: app.env.note_dependency(str(used)))
    if found is None:
        return
    front, report, problems, ids = found
    name = relative_path(app, docname)
    seen, unread = read_visibility(front, filename=name) if report is None else (EVERYBODY, ())
    if empty_if_internal(app.env, (report or seen).audience, source, is_rst=kind == _RST):
        refuse(app.env)
        return
    source[0] = public_source(app.env, source[0], front.end, is_rst=kind == _RST)
    if report is None:
        set_seen(app.env, seen)
        _read_other_page(app, kind, front, unread, source)
        return
    report = public_report(app.env, report)
    read_rst_source = partial(rst_source, known=known_names(app))
    read = read_rst_source if kind == _RST else markdown_source
    page = read(source[0], front, report, keeps_post="ablog" in app.extensions)
    text, outside = show_outside_files(page.text, report.dialect, docname, is_rst=kind == _RST)
    fence = None if kind == _RST or reads_colons(app.config, front) else unread_fence(page.text)
    all_problems = (
        *front.located((*front.problems, *problems)),
        *page.problems,
        *outside,
        *((fence,) if fence else ()),
    )
    for problem in sorted(all_problems, key=lambda problem: problem.line or 0):
        warn_on_page(app.env, problem)
    report = completed(report, page.excerpt, page.tags)
    addresses, lines = addresses_of(front.mapping), _lines(front, report)
    # As MyST-Parser does, so that a page may show its own front matter. That of an event we wrote ourselves.
    fields = {} if is_event else plain_fields(public_front(app.env, front))
    app.env.metadata[docname].update(fields)
    set_reading_state(
        app.env,
        ReadingState(report, lines, page.title, addresses, ids, fields, is_open=_says_little(front)),
    )
    source[0] = text


def _read_other_page(
    app: Sphinx, kind: str, front: FrontMatter, problems: tuple[Problem, ...], source: list[str]
) -> None:
    """Read a page that is not a report: say what is wrong with it, and put its title in."""
    for problem in (*front.located(problems), *_in_text(app, kind, source)):
        warn_on_page(app.env, problem)
    if says_no(front):
        refuse(app.env)
    if kind in MARKDOWN and not _titles_itself(app, front):
        source[0] = titled_source(source[0], front)


def _in_text(app: Sphinx, kind: str, source: list[str]) -> tuple[Problem, ...]:
    """Return what is wrong in the text of a page whose front matter makes no report of it.

    One in reStructuredText may say so by ``event``, and have been imported.
    """
    if kind == _RST:
        source[0], problems = imported_rst(source[0], known_names(app))
        return problems
    mark = mark_problem(source[0])
    return (mark,) if mark else ()


def metadata_of(app: Sphinx, docname: str) -> Metadata | None:
    """Return what the file of *docname* says of itself, before it is read; ``None`` where nobody looks."""
    path = Path(app.env.doc2path(docname))
    return _metadata(app, docname, _kind(app, path), decode(path.read_bytes())[0])


def _metadata(
    app: Sphinx, docname: str, kind: str, text: str, note: Callable[[Path], object] | None = None
) -> Metadata | None:
    """Return what *text* says of itself; *note* is called with each file that was read besides."""
    if kind not in {*MARKDOWN, _RST}:
        return None
    path, name = Path(app.env.doc2path(docname)), relative_path(app, docname)
    front = _front_matter(path, kind, text)
    patterns = (read_value(app.config, key) for key in ("patterns", "minutes_patterns"))
    dialect = dialect_of_page(
        front,
        text,
        filename=name,
        is_rst=kind == _RST,
        usual=read_value(app.config, "dialect"),
        is_named=any(matches(docname, found) for found in patterns),
    )
    if dialect is None:
        return Metadata(front)
    ids = author_ids(front)
    front = with_authors(front, path, note)
    return Metadata(front, *read_report_fields(front, filename=name, dialect=dialect), ids)


def _front_matter(path: Path, kind: str, text: str) -> FrontMatter:
    """Return what *text* says of itself, or the ``.meta`` file beside it, if it says nothing."""
    front = read_rst(text) if kind == _RST else read_front_matter(text)
    beside = _beside(path)
    if not beside.is_file() or (front.format is not None and front.mapping):
        return front
    found = read_meta_file(decode(beside.read_bytes())[0], beside=True)
    return found if found.mapping else front


def _beside(path: Path) -> Path:
    return path.with_suffix(_META)


def find_new_metadata(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Return the documents that got a ``.meta`` file since they were read (``env-get-outdated``).

    A file that was not there cannot be noted as a dependency: Sphinx would read the page in every build.
    """
    known = env.all_docs.keys() - added - changed - removed
    return [docname for docname in sorted(known) if _has_new_metadata(env, docname)]


def _has_new_metadata(env: BuildEnvironment, docname: str) -> bool:
    beside = _beside(Path(env.doc2path(docname)))
    if not beside.is_file():
        return False
    return beside not in {Path(env.srcdir, name) for name in env.dependencies.get(docname, ())}


def _titles_itself(app: Sphinx, front: FrontMatter) -> bool:
    """Return whether MyST-Parser makes a heading of the title in *front*, or is told not to."""
    myst = front.mapping.get("myst")
    return bool(app.config.myst_title_to_header) or (isinstance(myst, dict) and "title_to_header" in myst)


def _lines(front: FrontMatter, report: Report) -> dict[str, int]:
    """Return the line of each native key, whatever its name is in the dialect of the page."""
    lines = {path: front.lines[key] for path, key in report.sources if key in front.lines}
    return {**lines, **front.lines}


def _says_little(front: FrontMatter) -> bool:
    """Return whether *front* leaves it to a directive which event the page is about."""
    return all(key in _OF_ANY_PAGE or is_kept(key) for key in front.mapping)


def _kind(app: Sphinx, path: Path) -> str:
    """Return what Sphinx calls the markup of *path*: that of the longest suffix it ends with."""
    found = [suffix for suffix in app.config.source_suffix if path.name.endswith(suffix)]
    kind: str = app.config.source_suffix[max(found, key=len)] if found else ""
    return kind


def relative_path(app: Sphinx, docname: str) -> str:
    """Return the path of *docname* with its suffix, by which some dialects are detected."""
    return docname + Path(app.env.doc2path(docname)).suffix
