"""The value of a directive's option -> how it is written."""

from __future__ import annotations

from sphinx_eventreport.core.lazy_regex import lazy_regex

_READ_OTHERWISE = lazy_regex(r"""^["'|>#]|\s\#""")


def quoted(value: str) -> str:
    """Return *value* in quotes where MyST-Parser would read a comment, or another kind of text, in it."""
    if not _READ_OTHERWISE.search(value):
        return value
    if "'" in value and '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
