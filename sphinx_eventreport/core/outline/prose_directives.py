"""Directives of MyST whose content is Markdown: what is marked in it is marked, as anywhere else."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLED = frozenset(
    "admonition attention card caution danger dropdown error grid-item-card hint important note seealso "
    "sidebar tab-item tip topic warning".split()
)
"""Those whose argument is text as well: a title, or the first words."""
_PROSE = _TITLED | frozenset(
    "audience card-carousel compound container deprecated div epigraph figure grid grid-item highlights only "
    "pull-quote tab-set table versionadded versionchanged".split()
)
_INFO = lazy_regex(r"[ \t]*\{([\w:+.-]{1,80})\}[^\n]*")
_OPTION = lazy_regex(r"[ \t]*:[\w-]+:(?:[ \t][^\n]*)?\r?")
_YAML = lazy_regex(r"[ \t]*-{3}[ \t]*\r?")


def is_prose(info: str) -> bool:
    """Return whether *info*, what is behind the marks of a fence, opens a directive that holds Markdown."""
    return _name_in(info) in _PROSE


def has_title(info: str) -> bool:
    """Return whether the words behind the name of the directive in *info* are shown."""
    return _name_in(info) in _TITLED


def count_options(lines: Sequence[str]) -> int:
    """Return how many of *lines*, the content of a directive, are its options."""
    if lines and _YAML.fullmatch(lines[0]):
        ends = (number for number, line in enumerate(lines[1:], start=2) if _YAML.fullmatch(line))
        return next(ends, len(lines))
    return len(list(takewhile(_OPTION.fullmatch, lines)))


def _name_in(info: str) -> str:
    match = _INFO.fullmatch(info)
    return match[1].lower().removeprefix("eventreport:") if match else ""
