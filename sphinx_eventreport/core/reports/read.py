"""A file, or its text -> the record of a report and problems."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.audience import public_markdown
from sphinx_eventreport.core.dates.written import day_in
from sphinx_eventreport.core.dialects import hackmd
from sphinx_eventreport.core.dialects.detection import is_other_page
from sphinx_eventreport.core.files.authors import with_authors
from sphinx_eventreport.core.files.text import decode, read_bytes
from sphinx_eventreport.core.frontmatter import (
    read_event_directive,
    read_front_matter,
    read_json,
    read_meta_file,
    read_rst,
)
from sphinx_eventreport.core.minutes.markdown_lines import markdown_lines
from sphinx_eventreport.core.minutes.read import with_words
from sphinx_eventreport.core.outline.body import below_title, read_body
from sphinx_eventreport.core.outline.decided import read_decided
from sphinx_eventreport.core.outline.note_marks import is_note
from sphinx_eventreport.core.outline.talk_marks import has_talk
from sphinx_eventreport.core.outline.talks import name_page
from sphinx_eventreport.core.reports.page_body import read_page_body
from sphinx_eventreport.core.schema import (
    dialect_name,
    event_front_matter,
    read_report_fields,
    report_dialect,
    says_no,
)
from sphinx_eventreport.core.schema.audience import KEY as AUDIENCE
from sphinx_eventreport.core.schema.audience import for_audience
from sphinx_eventreport.core.schema.visibility import NATIVE_KEYS

if TYPE_CHECKING:
    import os

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.frontmatter import FrontMatter
    from sphinx_eventreport.core.outline.body import Section
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Audience, Report
    from sphinx_eventreport.core.reports.page_body import PageBody

_RST = ".rst"
_METADATA_ONLY = (".json", ".meta", _RST)


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as it was read."""

    report: Report
    """All that it says."""
    problems: tuple[Problem, ...]
    """The problems, in the order of the lines."""
    fields: Report
    """The report as the front matter alone says it."""
    body: PageBody | None = None
    """The body, if it is Markdown; of other sources only the metadata is read."""
    sections: tuple[Section, ...] = ()
    """The outline of the body."""


def read_report(path: str | os.PathLike[str]) -> tuple[Report, tuple[Problem, ...]]:
    """Return the report in the file *path*, and its problems in the order of their lines.

    The record has what the front matter says, and the talks, decks and recordings of the body, which
    is Markdown, with what generators of blogs understand besides. Of reStructuredText (``.rst``) only
    the metadata is read, be it the directive ``event`` or that of a generator; JSON (``.json``) is that of
    PyVideo. Metadata of Nikola may be in a ``.meta`` file beside *path*. Nothing wrong in the file
    raises; a file that cannot be read raises :exc:`OSError`.
    """
    path = Path(path)
    front, text, problem = _read(path)
    dialect = dialect_name(front, filename=path.as_posix())
    reading = read_with(with_authors(front, path), text, filename=path.as_posix(), dialect=dialect)
    return reading.report, _in_order((problem, *reading.problems)) if problem else reading.problems


def dialect_of_page(  # noqa: PLR0913 -- all that makes a page a report
    front: FrontMatter, text: str, *, filename: str, is_rst: bool, usual: str | None, is_named: bool
) -> str | None:
    """Return the name of the dialect of a report; ``None`` for a page that is not one.

    *front* is the front matter of *text*, the whole page. *usual* is the name of the dialect of most pages,
    as in :func:`.report_dialect`; *is_named* says that the site makes a report of a page that does not say
    what it is. A page with a talk, or with marks that only HackMD has, is a report as well, unless it says
    that it is not.
    """
    dialect = report_dialect(front, filename=filename, usual=usual)
    if dialect is not None or says_no(front):
        return dialect
    if is_named or has_talk(text, is_rst=is_rst):
        return dialect_name(front, filename=filename)
    is_of_hackmd = not is_rst and is_note(text) and not is_other_page(front.mapping, filename)
    return hackmd.DIALECT.name if is_of_hackmd else None


def _read(path: Path) -> tuple[FrontMatter, str, Problem | None]:
    text, problem = decode(read_bytes(path))
    beside = path.with_suffix(".meta")
    meta = decode(read_bytes(beside))[0] if beside != path and beside.is_file() else ""
    return front_matter_in(text, path.as_posix(), meta), text, problem


def read_report_text(text: str, *, filename: str, meta: str = "") -> tuple[Report, tuple[Problem, ...]]:
    """Return the report in *text* and its problems.

    *filename* gives the label, and the date, where the front matter does not say them; its suffix tells
    what *text* is. *meta* is what a ``.meta`` file beside it says, which counts where the text itself
    has no front matter.
    """
    reading = read_with(front_matter_in(text, filename, meta), text, filename=filename)
    return reading.report, reading.problems


def read_with(
    front: FrontMatter,
    text: str,
    *,
    filename: str,
    dialect: str | None = None,
    audience: Audience = "internal",
) -> Reading:
    """Return the report in *text*, whose front matter *front* is; as :func:`read_report_text`.

    *dialect* is the name of a dialect; without it the front matter names it, or shows it. What is not for
    *audience* is left out of the text and of the talks, as a site that is built for it leaves it out.
    """
    fields, problems = read_report_fields(front, filename=filename, dialect=dialect)
    fields = for_audience(fields, audience)
    text = text if audience == "internal" else public_markdown(text, front.end)
    said = front.located((*front.problems, *problems))
    if filename.endswith(_METADATA_ONLY):
        return Reading(fields, _in_order(said), fields)
    body = read_page_body(text, front, fields)
    outline = read_body(body.text, first_line=front.end + 1)
    page = below_title(outline.sections, _title_above(body, front, fields))
    named = name_page(page, page=fields.name, event=fields.event, known=fields.talks)
    report = replace(
        completed(fields, body.excerpt, body.tags),
        title=fields.title or _first_heading(outline.sections),
        talks=named.talks,
        date=fields.date or _day_of_heading(outline.sections, fields.language),
    )
    decided = read_decided(outline.decided, fields.event)
    report = replace(report, decisions=decided.decisions, actions=decided.actions)
    lines = markdown_lines(body.text, front.end + 1, has_title=_title_above(body, front, fields) is not None)
    report, unread = with_words(report, lines)
    found = (*said, *body.problems, *outline.problems, *named.problems, *decided.problems, *unread)
    return Reading(report, _in_order(found), fields, body, outline.sections)


def completed(report: Report, excerpt: str, tags: tuple[str, ...]) -> Report:
    """Return *report* with what its text says in place of front matter: an excerpt, and *tags*."""
    every = tuple(dict.fromkeys((*report.tags, *tags)))
    return replace(report, description=report.description or excerpt or None, tags=every)


def front_matter_in(text: str, filename: str, meta: str = "") -> FrontMatter:
    """Return the front matter of a file, by the suffix of its name; *meta* as in :func:`read_report_text`."""
    readers = {".json": read_json, ".rst": _read_rst, ".meta": read_meta_file}
    read = readers.get("." + filename.rpartition(".")[2], read_front_matter)
    front = read(text)
    return front if front.mapping or not meta else read_meta_file(meta, beside=True)


def _read_rst(text: str) -> FrontMatter:
    """Return what our own directive says of a page of reStructuredText, else the metadata of a generator."""
    found = read_rst(text)
    event = read_event_directive(text)
    if event is None:
        return found
    title = {
        key: str(found.mapping[key]) for key in ("title", AUDIENCE, *NATIVE_KEYS) if key in found.mapping
    }
    options = {name: str(value) for name, value in event.mapping.items()}
    return replace(
        event_front_matter({**title, **options}, event.lines), problems=event.problems, format="event"
    )


def _title_above(body: PageBody, front: FrontMatter, fields: Report) -> str | None:
    """Return the title that is above the body on the page; without front matter, only a written one."""
    return body.title if front.end or fields.title is not None else None


def _first_heading(sections: tuple[Section, ...]) -> str | None:
    return next((section.title for section in sections if section.level == 1), None)


def _day_of_heading(sections: tuple[Section, ...], language: str | None) -> PartialDate | None:
    """Return the day that the first heading of the body names."""
    heading = next((section.title for section in sections if section.level), "")
    return day_in(heading, language)


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))
