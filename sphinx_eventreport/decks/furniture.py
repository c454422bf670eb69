"""What stands on every slide and belongs to none: headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.decks.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_eventreport.decks.lines import Line

_Key = tuple[int, str]
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:[^\W\d]{1,9}\.?\s*)?[(\[\u2039<\u2013-]?\s*(?P<number>\d{1,4})\s*[)\]\u203a>\u2013-]?"
    r"(?:\s*(?:/|\||[^\W\d]{2,4})\s*\d{1,4})?"
)
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_MARGIN = 0.14
_STEP = 0.015
_FEWEST_PAGES = 3
_MOST = 0.5
_NEARLY_ALL = 0.75


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page for this purpose: its number, its height in points, its lines."""

    number: int
    height: float
    lines: tuple[Line, ...]


class Furniture:
    """What stands at the same height of most of the pages it was made from."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        """Look at *sheets*, in the order of their numbers."""
        groups = list(_without_overlays([sheet for sheet in sheets if sheet.lines]))
        seen: defaultdict[_Key, int] = defaultdict(int)
        for sheet in groups:
            for key in {key for line in _in_margins(sheet) for key in _keys(sheet, line)}:
                seen[key] += 1
        self._known = _at_least(_MOST, len(groups), seen)
        self._known_headings = _at_least(_NEARLY_ALL, len(groups), seen)

    def removed(self, sheet: Sheet) -> tuple[Line, ...]:
        """Return the lines of *sheet* that are its own; the first page keeps what others repeat of it."""
        margins = set(_in_margins(sheet))
        largest = max((line.size for line in sheet.lines), default=0.0)
        own = [line for line in sheet.lines if line not in margins or not self._is(sheet, line, largest)]
        return tuple(own) or sheet.lines[:1]

    def _is(self, sheet: Sheet, line: Line, largest: float) -> bool:
        if _is_number(sheet, line):
            return True
        # Several slides may have one title.
        if line.base < sheet.height / 2 and line.size >= largest:
            known = self._known_headings if sheet.number > 1 else set()
        else:
            known = self._known
        return not known.isdisjoint(_keys(sheet, line))


def _at_least(share: float, of: int, seen: dict[_Key, int]) -> set[_Key]:
    fewest = max(_FEWEST_PAGES, of * share)
    return {key for key, count in seen.items() if count >= fewest}


def _in_margins(sheet: Sheet) -> Iterator[Line]:
    """Yield the lines of *sheet* near its upper and lower edge."""
    for line in sheet.lines:
        if not sheet.height * _MARGIN < line.base < sheet.height * (1 - _MARGIN):
            yield line


def _keys(sheet: Sheet, line: Line) -> tuple[_Key, ...]:
    """Return what two lines have in common that stand at about the same height and differ in digits."""
    words = _DIGITS.sub("", clean(line.text)).strip()
    words = "" if _ROMAN.fullmatch(words) else words
    step = round(line.base / (sheet.height * _STEP))
    return ((step, words), (step + 1, words))


def _is_number(sheet: Sheet, line: Line) -> bool:
    """Return whether *line* is the number of its page: "3", "3 / 40", "Page 3"."""
    match = _PAGE_NUMBER.fullmatch(clean(line.text))
    return bool(match and int(match["number"]) == sheet.number)


def _without_overlays(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """Yield *sheets* without those that say again what the one before says, and perhaps more."""
    before: set[str] = set()
    for sheet in sheets:
        own = {line.text for line in sheet.lines if not _DIGITS.search(line.text)}
        if not before or not before <= own:
            yield sheet
        before = own
