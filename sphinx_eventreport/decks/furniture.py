"""What stands on every slide and belongs to none: headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sphinx_eventreport.decks.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_eventreport.decks.lines import Line

_Key = tuple[int, str]
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_PAGE_NUMBER = re.compile(
    rf"(?:(?P<before>[^\W\d_]+)[.:]?\s*)?[#(\[\u2039<\u2013-]?\s*"
    rf"(?P<number>\d{{1,4}}|{_ROMAN.pattern})\s*[)\]\u203a>\u2013-]?"
    r"(?:\s*(?P<after>[^\W\d_]+)|\s*(?:/|\||[^\W\d_]{2,4})\s*\d{1,4})?"
)
# What programs and templates write beside the number of a page. Any other word makes a title: "Python 3".
_WORDS_FOR_PAGE = frozenset(
    "page p pg pp slide slides sheet frame no nr folie seite s blatt diapositive diapo planche feuille"
    " página pagina pág pag diapositiva lámina folha lâmina dia bladzijde blz sida sid side bild sivu dian"
    " strona str slajd strana snímek oldal sayfa slayt σελίδα διαφάνεια стр страница слайд сторінка"
    " 第 ページ スライド 頁 页 張 张 쪽 슬라이드".split()
)

_MARGIN = 0.14
"""Of the height of a slide, from its upper and lower edge: where headers and footers have their baseline.

In real decks footers stand within 0.09 of the edge and headers within 0.12. With 0.13 to 0.18 all of them
are read alike; with 0.12 some headers become titles, with 0.28 titles become headers.
"""

_SMALL = 0.04
"""Of the height of a slide: no page number and no numbered footer is set larger (21 points of 540).

Page numbers of real decks have 0.016 to 0.026, of Marp's template 0.033; the smallest titles have 0.044.
"""

_SAME_HEIGHT = 0.015
"""Of the height of a slide: lines that stand no further apart are at the same place of their pages.

Programs put furniture at exactly the same point, and half and double of this read real decks alike. Two
layouts of one template differ by a few points of 540; the next line of small text is 0.03 below.
"""

_FEWEST_PAGES = 3
"""Pages on which a line has to stand to be furniture: twice may be a coincidence, as in a deck of two."""

_HABIT = 0.5
"""Share of the pages on which a line has to stand to be furniture.

It is missing on title slides, slides of sections and full-page pictures, in real decks on up to a third of
the pages. What stands on fewer than half may well be the title of a section or a diagram that is built up.
"""

_HABIT_OF_TITLES = 0.75
"""The same for a line as large as a title, of which several slides may have the same.

A title kept over half of a deck is common. A header as large as titles stands on 0.86 of a real deck.
"""


@dataclass(frozen=True)
class Sheet:
    """A page as furniture is looked for on it."""

    number: int
    """Counted from 1."""
    height: float
    """Points."""
    lines: tuple[Line, ...]
    """All that stands on it, in any order."""
    label: str = ""
    """The number that the PDF says is printed on it, such as "iv"; "" where it says nothing."""

    @cached_property
    def largest(self) -> float:
        """The size of the largest line, in points."""
        return max((line.size for line in self.lines), default=0.0)

    def is_heading(self, line: Line) -> bool:
        """Return whether *line* is in the upper half, and nothing on the page is larger."""
        return line.base < self.height / 2 and line.size >= self.largest

    def is_small(self, line: Line) -> bool:
        """Return whether *line* is as small as furniture is, and not what the page is called."""
        return line.size <= self.height * _SMALL and not self.is_heading(line)


class Furniture:
    """What stands at the same height of most of the pages it was made from."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        """Look at *sheets*, in the order of their numbers."""
        groups = list(_without_overlays([sheet for sheet in sheets if sheet.lines]))
        seen: defaultdict[_Key, int] = defaultdict(int)
        for sheet in groups:
            for key in {key for line in _in_margins(sheet) for key in _keys(sheet, line)}:
                seen[key] += 1
        self._known = _at_least(_HABIT, len(groups), seen)
        self._known_headings = _at_least(_HABIT_OF_TITLES, len(groups), seen)

    def removed(self, sheet: Sheet) -> tuple[Line, ...]:
        """Return the lines of *sheet* that are its own; the first page keeps what others repeat of it.

        A page of nothing but furniture keeps the first line that is no page number: it is called by it.
        """
        margins = set(_in_margins(sheet))
        numbers = {line for line in margins if _is_number(sheet, line)}
        lines = [line for line in sheet.lines if line not in numbers]
        own = [line for line in lines if line not in margins or not self._is(sheet, line)]
        return tuple(own or lines[:1])

    def _is(self, sheet: Sheet, line: Line) -> bool:
        known = self._known
        if sheet.is_heading(line):
            known = self._known_headings if sheet.number > 1 else set()
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
    """Return what two lines have in common that are the same furniture: their height, and their words.

    The digits of small lines may differ, for they count the pages. A run of titles "Tip 1", "Tip 2" is none.
    """
    words = clean(line.text)
    if sheet.is_small(line):
        words = _DIGITS.sub("", words).strip()
        words = "" if _ROMAN.fullmatch(words) else words
    # Two steps, so that lines on both sides of a boundary between steps have one in common.
    step = round(line.base / (sheet.height * _SAME_HEIGHT))
    return ((step, words), (step + 1, words))


def _is_number(sheet: Sheet, line: Line) -> bool:
    """Return whether *line* is the number of its page, "3", "3 / 40" or "Page 3", and as small as those."""
    match = _PAGE_NUMBER.fullmatch(clean(line.text).lower())
    if not match or line.size > sheet.height * _SMALL:
        return False
    beside = {match["before"], match["after"]} - {None}
    return beside <= _WORDS_FOR_PAGE and match["number"] in {str(sheet.number), sheet.label.lower()}


def _without_overlays(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """Yield *sheets* without those that say again what the one before says, and perhaps more."""
    before: set[str] = set()
    for sheet in sheets:
        own = {line.text for line in sheet.lines if not _DIGITS.search(line.text)}
        if not before or not before <= own:
            yield sheet
        before = own
