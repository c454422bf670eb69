"""Directives that say what front matter says: ABlog's ``post``, and our own ``event``.

``post`` may be anywhere in a page, most often below the title: ``.. post:: 21 July 2013`` with options below
it in reStructuredText, a fence ``{post} 21 July 2013`` in MyST Markdown
(https://ablog.readthedocs.io/en/stable/manual/posting-and-listing.html). ``event`` is read in
reStructuredText alone, which has no front matter.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter.model import Reading, printable
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    import re

    from sphinx_eventreport.core.frontmatter.model import Format, FrontMatter

_POST = lazy_regex(r"(?:\.\.[ \t]+post::|(?:```+|:::+)\{post\})(?:[ \t]+(?P<argument>.*))?")
_EVENT = lazy_regex(
    r"(?:\.\.[ \t]+(?:eventreport:)?event::|(?:```+|:::+)\{(?:eventreport:)?event\})"
    r"(?:[ \t]+(?P<argument>.*))?"
)
_OPTION = lazy_regex(r"[ \t]*:([\w-]{1,60}):(?:[ \t]+(.*)|$)")
# MyST takes options between lines --- as well.
_YAML_OPTION = lazy_regex(r"([\w-]{1,60}):(?:[ \t]+(.*)|$)")
_FENCE = lazy_regex(r"`{3,}|~{3,}")
_MORE = lazy_regex(r"[ \t]+[^\s:].*")
_MOST_LINES = 300


def read_post_directive(text: str) -> FrontMatter | None:
    """Return the date and the options of the first ``post`` near the top of *text*, ``None`` without one.

    It takes no lines of the page: :attr:`.FrontMatter.end` is 0.
    """
    if "post::" not in text and "{post}" not in text:
        return None
    return _read_directive(text, _POST, "date", "post")


def with_post(front: FrontMatter, text: str) -> FrontMatter:
    """Return *front*, that of *text*, with what a ``post`` directive below it says besides."""
    post = read_post_directive(text)
    if post is None or not front.end:
        return front
    return replace(
        front,
        mapping={**post.mapping, **front.mapping},
        lines={**post.lines, **front.lines},
        post=post.post,
    )


def read_event_directive(text: str) -> FrontMatter | None:
    """Return the name and the options of the first ``event`` near the top of *text*, ``None`` without one.

    They are text, by the names of the options; the name is ``name``.
    """
    return _read_directive(text, _EVENT, "name", "event")


def _read_directive(text: str, pattern: re.Pattern[str], key: str, form: Format) -> FrontMatter | None:
    """Return the first directive that *pattern* finds: its argument as *key*, and its options."""
    lines = [line.rstrip("\r") for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]]
    around = ""
    for number, line in enumerate(lines):
        match = None if around else pattern.fullmatch(line)
        if match:
            argument = printable(match["argument"] or "").strip()
            reading = Reading({key: argument} if argument else {}, {key: number + 1})
            _read_options(lines, number + 1, reading)
            return replace(reading.front_matter(form, end=0), post=number + 1 if form == "post" else 0)
        fence = _FENCE.match(line)
        if around and line.strip() == around:
            around = ""
        elif fence and not around:
            around = fence[0]
    return None


def _read_options(lines: list[str], first: int, reading: Reading) -> None:
    last = ""
    option = _OPTION
    if first < len(lines) and lines[first].strip() == "---":
        first, option = first + 1, _YAML_OPTION
    for line_number, line in enumerate(lines[first:], first + 1):
        match = option.fullmatch(line)
        if match:
            last = match[1]
            reading.mapping[last] = printable(match[2] or "").strip()
            reading.lines[last] = line_number
        elif last and _MORE.fullmatch(line):
            reading.mapping[last] = f"{reading.mapping[last]} {printable(line).strip()}".strip()
        else:
            break
