"""Computations of Liquid and its kin: conditions, loops, values of the page. Nothing is run."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LOOPS = frozenset({"for", "tablerow"})
"""Tags whose block is drawn many times, or never."""
CONDITIONS = frozenset({"if", "unless", "case", "ifchanged"})
"""Tags whose block is drawn or not."""
BRANCHES = frozenset({"else", "elsif", "elif", "when"})
"""Tags that part the block of one of these."""

_OVER = lazy_regex(r"[ \t]in[ \t]+(?P<what>[\w.\[\]'\"-]{1,80})")
_DATA = "site.data."
_ASSIGNED = lazy_regex(r"""\s*([\w-]{1,40})\s*=\s*["']([^"']*)["']\s*(?:\|[^|]*)?""")
_CAPTURED = lazy_regex(r"""\s*["']?([\w-]{1,40})["']?\s*""")
_OF_PAGE = lazy_regex(r"(?:page|front[mM]atter|page\.(?:meta|extra|params))\.(?P<key>[\w-]{1,60})")
_NOTE = lazy_regex(r"fndetail:\s*([\w-]{1,40})")
_NAME = lazy_regex(r"[A-Za-z_]\w{0,60}")
_LITERAL = lazy_regex(r"""(?:"([^"]*)"|'([^']*)')""")

_CASED: Mapping[str, Callable[[str], str]] = {
    "upcase": str.upper,
    "upper": str.upper,
    "lower": str.lower,
    "downcase": str.lower,
    "capitalize": str.capitalize,
}
# How often the words of the filter come before and after what they are added to.
_PLACED: Mapping[str, tuple[int, int]] = {"prepend": (1, 0), "append": (0, 1)}
# https://shopify.github.io/liquid/: what these make is not a part of what was said.
_COMPUTED = frozenset(
    "replace replace_first replace_last remove remove_first size split first last slice plus minus times "
    "divided_by modulo slugify number_of_words map where sort group_by jsonify".split()
)
# With a filter for dates, the day of the build.
_CLOCK = frozenset({"now", "today"})


def looped_over(arguments: str) -> str:
    """Return what the *arguments* of a loop run over: a data file, or the name of a value, "" if unknown."""
    match = _OVER.search(arguments)
    if match is None:
        return ""
    what = match["what"]
    return f"_data/{what.removeprefix(_DATA).partition('.')[0]}.yml" if what.startswith(_DATA) else what


def _filtered(said: str, written: str) -> str | None:
    """Return what the filter *written* makes of *said*; ``None`` if nothing here can tell."""
    name, _, argument = written.partition(":")
    literal = _LITERAL.fullmatch(argument.strip())
    words = (literal[1] or literal[2] or "") if literal else None
    if name.strip() in _PLACED:
        before, after = _PLACED[name.strip()]
        return None if words is None else f"{words * before}{said}{words * after}"
    if name.strip() in _CASED:
        return _CASED[name.strip()](said)
    return None if name.strip() in _COMPUTED else said


class Values:
    """The texts that a page may name: those of its front matter, *page*, and those it sets itself."""

    def __init__(self, page: Mapping[str, object]) -> None:
        self._page, self._set = page, dict[str, str]()

    def assign(self, arguments: str) -> None:
        """Remember the text that ``{% assign name = "text" %}`` gives, if it is one."""
        match = _ASSIGNED.fullmatch(arguments)
        if match:
            self._set[match[1]] = match[2]

    def capture(self, arguments: str) -> None:
        """Remember that what ``{% capture name %}`` holds is shown where it is, and nowhere else."""
        match = _CAPTURED.fullmatch(arguments)
        if match:
            self._set[match[1]] = ""

    def output(self, expression: str) -> str | None:
        """Return what ``{{ expression }}`` shows; ``None`` if nothing says it.

        Filters that leave the words as they are do nothing, and of those that make others few are known.
        """
        name, *filters = (part.strip() for part in expression.split("|"))
        literal = _LITERAL.fullmatch(name)
        note = _NOTE.fullmatch(filters[0]) if literal and filters else None
        if literal and note:
            # A footnote of fastpages.
            return f"[^{note[1]}]: {literal[1] or literal[2] or ''}"
        found = _OF_PAGE.fullmatch(name)
        said = self.of_page(found["key"]) if found else self._set.get(name)
        if said is None and not found and _NAME.fullmatch(name):
            # Eleventy has what front matter says without a word before it.
            said = self.of_page(name)
        said = literal[1] or literal[2] or "" if literal else said
        for written in filters:
            said = _filtered(said, written) if said is not None else None
        return None if said in _CLOCK and filters else said

    def of_page(self, key: str) -> str | None:
        """Return what front matter says under *key*, which may have dots; ``None`` if it says no text."""
        value: object = self._page
        for step in key.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, dt.datetime):
            value = value.date()
        is_text = isinstance(value, str | int | float | dt.date) and not isinstance(value, bool)
        return " ".join(str(value).split()) if is_text else None
