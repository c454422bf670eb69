"""Whether a page says that it holds a talk, which makes it a report."""

from __future__ import annotations

import re

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.body import read_body

# Indented it may be an example, in a block of code.
_IN_RST = lazy_regex(r"^\.\. (?:eventreport:)?talk::", re.MULTILINE)


def has_talk(text: str, *, is_rst: bool) -> bool:
    """Return whether *text*, Markdown or reStructuredText, has a directive ``talk``."""
    if is_rst:
        return bool(_IN_RST.search(text))
    # Few pages have the word, and to read the outline of all others would cost more than all else here.
    return "talk}" in text and any(section.talk is not None for section in read_body(text).sections)
