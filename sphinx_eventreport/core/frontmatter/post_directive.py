"""ABlog's ``post`` directive -> front matter (https://ablog.readthedocs.io/en/stable/manual/posting-and-listing.html).

It stands anywhere in a page, most often below the title: ``.. post:: 21 July 2013`` with options below it
in reStructuredText, a fence ``{post} 21 July 2013`` in MyST Markdown.
"""

from __future__ import annotations

import re

from sphinx_eventreport.core.frontmatter.model import FrontMatter, Reading, printable

_POST = re.compile(r"(?P<mark>\.\.[ \t]+post::|(?:```+|:::+)\{post\})(?:[ \t]+(?P<date>.*))?")
_OPTION = re.compile(r"[ \t]*:([\w-]{1,60}):(?:[ \t]+(.*)|$)")
# MyST takes options between lines --- as well.
_YAML_OPTION = re.compile(r"([\w-]{1,60}):(?:[ \t]+(.*)|$)")
_FENCE = re.compile(r"`{3,}|~{3,}")
_MORE = re.compile(r"[ \t]+[^\s:].*")
_MOST_LINES = 300


def read_post_directive(text: str) -> FrontMatter | None:
    """Return the date and the options of the first ``post`` near the top of *text*, ``None`` without one.

    It takes no lines of the page: :attr:`.FrontMatter.end` is 0.
    """
    lines = [line.rstrip("\r") for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]]
    around = ""
    for number, line in enumerate(lines):
        match = None if around else _POST.fullmatch(line)
        if match:
            return _options(lines, number, match["date"] or "")
        fence = _FENCE.match(line)
        if around and line.strip() == around:
            around = ""
        elif fence and not around:
            around = fence[0]
    return None


def _options(lines: list[str], number: int, date: str) -> FrontMatter:
    reading = Reading({"date": printable(date).strip()} if date.strip() else {}, {"date": number + 1})
    last = ""
    first = number + 1
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
    return reading.front_matter("post", end=0)
