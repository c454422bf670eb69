"""Directives of MyST with a fence of colons, ``:::{tip}``, which it reads only where a site says so."""

from __future__ import annotations

import re

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import code_lines
from sphinx_eventreport.core.problems import Problem, Subtype

COLON_FENCE = "colon_fence"
"""What the extension of MyST-Parser is called that reads them."""
_OPENING = lazy_regex(r"^[ \t>]*:{3,}[ \t]*(\{[\w:+.-]{1,80}\})", re.MULTILINE)


def unread_fence(text: str) -> Problem | None:
    """Return what is wrong with *text*, MyST of a whole page that is read without that extension.

    ``None`` where there is no such directive outside of code.
    """
    if not _OPENING.search(text):
        return None
    lines = text.split("\n")
    code = code_lines(lines, opens_directives=True)
    found = ((number, _OPENING.match(line)) for number, line in enumerate(lines) if number not in code)
    number, match = next((place for place in found if place[1]), (0, None))
    if match is None:
        return None
    message = f":::{match[1]} is text here, as is every other fence of colons on the page: MyST reads none"
    hint = f'write ```{match[1]}, or add "{COLON_FENCE}" to myst_enable_extensions in conf.py'
    return Problem(Subtype.SHORTCODE, message, number + 1, hint=hint)
