"""A report that was read -> the text of a native one, and what of it could not be turned."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter import write_front_matter
from sphinx_eventreport.core.posts.outside_files import OutsideFiles
from sphinx_eventreport.core.records import Report, Talk
from sphinx_eventreport.core.reports import front_matter_in, read_with
from sphinx_eventreport.core.schema import is_kept
from sphinx_eventreport.core.schema.visibility import visibility_on
from sphinx_eventreport.importing.embeds import with_directives
from sphinx_eventreport.importing.foreign_directives import foreign_directive, has_foreign_role
from sphinx_eventreport.importing.front import native_mapping
from sphinx_eventreport.importing.model import Left, Native, Page, Texts
from sphinx_eventreport.importing.restructuredtext import native_rst
from sphinx_eventreport.importing.talks import body_of_talks
from sphinx_eventreport.importing.tidy import tidied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.reports import Reading

_NATIVE = "native"
_OF_THE_DIALECT = frozenset({"dialect", "sources", "extra", "raw_directive"})


def native_page(page: Page, *places: str) -> Native:
    """Return the native text of *page*; it is read again, and what differs then is said.

    *places* are the paths that it has below the top of its site, where it is and where it goes.
    """
    outside = OutsideFiles(places or (page.name,))
    native = _native_page(page, outside)
    return replace(native, left=(*native.left, *_foreign(page, native.report, native.text, outside)))


def _foreign(page: Page, report: Report, text: str, outside: OutsideFiles) -> Iterable[Left]:
    """Return what is said of directives in *text* that are not obeyed."""
    files = dict.fromkeys(outside.found)
    said = [(file, f"{file!r} leads out of the site; what would read it is text") for file in files]
    directive = foreign_directive(text) if report.raw_directive != page.fields.raw_directive else ""
    if directive:
        said.append(_of_raw(directive))
    return Left.all_of(page.path, said)


def _of_raw(directive: str) -> tuple[str, str]:
    why = "HTML in it, or in a file that it reads, is converted as in the post, by `raw_directive: false`"
    return directive, f"{directive!r}: {why}; take that out to pass such HTML as it is"


def _native_page(page: Page, outside: OutsideFiles) -> Native:
    if page.rst is not None:
        return _native_rst(page, page.rst, outside)
    if page.body is None:
        # The body has no place for links; front matter completes its talks.
        linked = (talk for talk in page.report.talks if talk.links)
        talks = tuple(Talk(talk.label, talk.title, links=talk.links) for talk in linked)
        return _written(page, replace(page.fields, talks=talks), _body(page.report.talks, page.texts), ())
    front = replace(page.fields, description=page.report.description, tags=page.report.tags)
    body = page.body.text
    if page.fields.dialect != _NATIVE:
        body = outside.shown_in_markdown(tidied(body, is_below_title=page.body.title is not None))
        front = _without_raw(front, body, page.front.mapping)
    turned, left = with_directives(body)
    native = _written(page, front, turned, left)
    # Two embeds may mean something else beside each other; then what was written stays.
    return native if not _differences(page.report, native.report) else _written(page, front, body, left)


def _native_rst(page: Page, rst: str, outside: OutsideFiles) -> Native:
    is_native = page.fields.dialect == _NATIVE
    rst = rst if is_native else outside.shown_in_rst(rst)
    text = native_rst(page.fields, page.front, rst, name=page.name)
    fields = page.fields if is_native else _without_raw(page.fields, text, {})
    if not is_native and has_foreign_role(text):
        # A build looks for what nobody defines only in pages that say so.
        fields = replace(fields, raw_directive=False)
    if fields != page.fields:
        text = native_rst(fields, page.front, rst, name=page.name)
    again = _read(text, page.name)
    return Native(text, again.report, tuple(_unlike(page.report, again.report)))


def _without_raw(report: Report, text: str, mapping: Mapping[str, object]) -> Report:
    """Return *report* so that no raw HTML passes in *text* that would not in its post.

    MyST-Parser may put texts of its front matter, *mapping*, into it.
    """
    put_in = _texts_in([value for key, value in mapping.items() if is_kept(key)])
    passes = not any(foreign_directive(part) for part in (text, *put_in))
    return replace(report, raw_directive=report.raw_directive and passes)


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(item)


def _body(talks: tuple[Talk, ...], texts: Texts | None) -> str:
    """Return the body that *talks* make, with what is said about them."""
    texts = texts or Texts()
    sections = body_of_talks(talks, texts.abstracts)
    return "".join((_apart(texts.opening), sections, _apart(texts.closing)))


def _apart(text: str) -> str:
    return f"\n{text}\n" if text else ""


def _written(page: Page, front: Report, body: str, html: tuple[str, ...]) -> Native:
    """Return the report with what *front* says, and *body*; *html* are addresses in HTML that stays."""
    mapping = native_mapping(front, page.front, name=page.name)
    text = write_front_matter(mapping) + body
    again = _read(text, page.name)
    if again.report.dialect != _NATIVE:
        text = write_front_matter({**mapping, "dialect": _NATIVE}) + body
        again = _read(text, page.name)
    said = Left.all_of(page.path, ((source, f"the HTML around {source} stays as it is") for source in html))
    return Native(text, again.report, (*said, *_unlike(page.report, again.report)))


def _read(text: str, name: str) -> Reading:
    return read_with(front_matter_in(text, name), text, filename=name)


def _unlike(before: Report, after: Report) -> list[Left]:
    return [Left(f"`{name}` is not the same as before") for name in _differences(before, after)]


def _differences(before: Report, after: Report) -> list[str]:
    before = _as_of_today(before)
    names = [field.name for field in fields(Report) if field.name not in _OF_THE_DIALECT]
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def _as_of_today(report: Report) -> Report:
    """Return *report* with the visibility that it has today, and without the days that have come."""
    today = dt.datetime.now(tz=dt.UTC).date()
    return replace(
        report,
        visibility=visibility_on(report, today),
        publish_date=_if_to_come(report.publish_date, today),
        expiry_date=_if_to_come(report.expiry_date, today),
    )


def _if_to_come(day: PartialDate | None, today: dt.date) -> PartialDate | None:
    return day if day is not None and day.date > today else None
