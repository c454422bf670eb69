"""Whether a page has marks of HackMD and HedgeDoc in its text, which nothing else writes."""

from __future__ import annotations

import re

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import code_lines
from sphinx_eventreport.core.problems import Problem, Subtype

_SERVICES = "youtube|vimeo|slideshare|speakerdeck|gist|pdf|hackmd|figma|jsfiddle|sketchfab"
# A selector of CSS, `input[name=email]`, has a word before it.
_OWN = lazy_regex(
    rf"^[ \t>]*\{{%(?:{_SERVICES})[ \t]+\S[^%\n]*%\}}|^[ \t]*#{{6}}[ \t]+tags:|^[ \t]*:::[ \t]*spoiler\b"
    r"|(?:^|[ \t])\[name=[^\[\]\n]{1,200}\](?:[ \t]*\[(?:time|color)=|[ \t]*$)",
    re.MULTILINE | re.IGNORECASE,
)
# Docusaurus and VuePress have them as well.
_SHARED = lazy_regex(r"^[ \t]*:::[ \t]*(?:info|success|warning|danger)\b[^{}\n]*$", re.MULTILINE)


# These are in other systems as well; none but HackMD and HedgeDoc has them beside such boxes.
_BESIDE = lazy_regex(
    r"^[ \t]*\[toc\][ \t]*$|(?<![\w=])==[^\s=][^=\n]*(?<=\S)==(?![\w=])"
    r"|!\[[^\]\n]*\]\([^()\s]+[ ]+=\d*x\d*\)",
    re.MULTILINE | re.IGNORECASE,
)


def is_note(text: str) -> bool:
    """Return whether *text*, Markdown, has marks that only HackMD and HedgeDoc read, outside of code."""
    if _line_of(_OWN, text) is not None:
        return True
    return _line_of(_SHARED, text) is not None and _line_of(_BESIDE, text) is not None


def mark_problem(text: str) -> Problem | None:
    """Return what is wrong with a page that is not a report and has a box of other systems: it stays text."""
    line = _line_of(_SHARED, text)
    if line is None:
        return None
    message = "::: is a box of HackMD, Docusaurus and others, and is text on a page that is not a report"
    hint = "write `:::{note}`, or `eventreport: true` in front matter"
    return Problem(Subtype.SHORTCODE, message, line + 1, hint=hint)


def _line_of(pattern: re.Pattern[str], text: str) -> int | None:
    """Return the number of the first line, from 0, in which *pattern* is outside of code."""
    if not pattern.search(text):
        return None
    lines = text.split("\n")
    code = code_lines(lines)
    found = (number for number, line in enumerate(lines) if number not in code and pattern.search(line))
    return next(found, None)
