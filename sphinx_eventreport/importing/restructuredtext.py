"""A report in reStructuredText -> the same with ``event`` for its metadata, and directives for its embeds."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter import FIELD, first_heading
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.headings import same_heading
from sphinx_eventreport.core.posts import rst_body, without_metadata
from sphinx_eventreport.core.posts.metadata import without_directive
from sphinx_eventreport.core.schema import EVENT_OPTIONS, KEPT_KEYS
from sphinx_eventreport.importing.directives import directives_for
from sphinx_eventreport.importing.front import native_mapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_eventreport.core.frontmatter import FrontMatter
    from sphinx_eventreport.core.records import Report

_RAW = lazy_regex(r"([ \t]*)\.\.[ \t]+raw::[ \t]+html[ \t]*")
_FIELD_OR_MORE = lazy_regex(rf"{FIELD.pattern}|[ \t]+\S.*")
_ADORNMENTS = "#*=~^"


def native_rst(report: Report, front: FrontMatter, text: str, *, name: str) -> str:
    """Return *text* as a report in the project's own words: *front* is its metadata, *report* what that says.

    *name* is the file name, which gives the label where nothing else does.
    """
    text = without_metadata(text.replace("\r", ""), front, KEPT_KEYS)
    if front.format == "event":
        text = without_directive(text, front.lines["event"])
    # A native report has no ABlog to read its directive.
    text, _problems = rst_body(text, report.dialect, lambda name: name != "update")
    lines = text.split("\n")
    if front.format == "nikola":
        lines = lines[max(front.lines.values()) :]
    lines = list(_with_directives(lines))
    heading, number = first_heading(lines)
    if number and (report.title is None or same_heading(heading, report.title)):
        above, below = lines[: number + 1], lines[number + 1 :]
    else:
        heading = report.name
        fields, below = _leading_fields(lines)
        above = [*fields, *_title(heading, lines)]
    event = _event_lines(native_mapping(report, front, name=name), heading)
    return "\n".join([*above, "", *event, "", *_trimmed(below)]) + "\n"


def _trimmed(lines: list[str]) -> list[str]:
    """Return *lines* without empty ones around them, and with one in place of several."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n").split("\n")


def _leading_fields(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the field list that *lines* begin with, which Sphinx reads, and the others."""
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    end = first
    while end < len(lines) and (FIELD if end == first else _FIELD_OR_MORE).fullmatch(lines[end]):
        end += 1
    return ([*lines[first:end], ""], lines[end:]) if end > first else ([], lines)


def _title(title: str, lines: list[str]) -> list[str]:
    """Return a heading with a line above it and one below it, of a kind that is above all others."""
    used = {above[0] for above, below in zip(lines, lines[2:], strict=False) if above and above == below}
    adornment = next((char for char in _ADORNMENTS if char not in used), _ADORNMENTS[0])
    line = adornment * (len(title) + 2)
    return [line, f" {title}", line]


def _event_lines(mapping: Mapping[str, object], heading: str) -> Iterator[str]:
    """Yield the directive that says *mapping*, native front matter, below *heading*."""
    # Fields of Sphinx are among it, and stay where they are.
    options = {name: value for name, value in _options(mapping) if name in EVENT_OPTIONS}
    if options.get("title") == heading:
        del options["title"]
    name = options.pop("name", "")
    yield f".. event:: {name}".rstrip()
    for option, value in options.items():
        yield f"   :{option}: {' '.join(value.split())}"


def _options(mapping: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield what *mapping* says, native front matter, as names and texts; maps of places are taken apart."""
    for name, value in mapping.items():
        if name in {"event", "address"} and isinstance(value, dict):
            yield from _options(value)
        elif name == "location" and isinstance(value, dict):
            place = dict(value)
            named = {"location": place.pop("name", None), "location_url": place.pop("url", None)}
            yield from _options({**named, **place})
        elif name == "canonical" and isinstance(value, dict):
            yield name, str(value["url"])
        elif name in {"authors", "organizers"} and isinstance(value, list):
            # With a semicolon at the end, a name with a comma or an "and" stays one.
            yield name, "; ".join(str(one["name"] if isinstance(one, dict) else one) for one in value) + ";"
        elif isinstance(value, list):
            yield name, ", ".join(str(item) for item in value)
        elif value is not None:
            yield name, str(value).lower() if isinstance(value, bool) else str(value)


def _with_directives(lines: list[str]) -> Iterator[str]:
    """Yield *lines*, with directives in place of raw HTML that embeds something and says nothing else."""
    number = 0
    while number < len(lines):
        match = _RAW.fullmatch(lines[number])
        if match is None:
            yield lines[number]
            number += 1
            continue
        end = _end_of_block(lines, number + 1, len(match[1]))
        html = textwrap.dedent("\n".join(lines[number + 1 : end]))
        found = directives_for(html)
        if found:
            for directive in found:
                yield from ["", *(match[1] + line for line in directive.rst())]
            yield ""
        else:
            yield from lines[number:end]
        number = end


def _end_of_block(lines: list[str], number: int, indent: int) -> int:
    """Return the number of the line after the block that is deeper than *indent*."""
    end = number
    for at, line in enumerate(lines[number:], number + 1):
        if line.strip():
            if len(line) - len(line.lstrip()) <= indent:
                break
            end = at
    return end
