"""Text that is repeated on every slide and belongs to none of them: headers, footers, page numbers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.decks.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_eventreport.decks.lines import Line

_Key = tuple[int, str]
_DIGITS = lazy_regex(r"\d+")
_ROMAN = lazy_regex(r"[ivxlc]{1,7}")
_PAGE_NUMBER = lazy_regex(
    rf"(?:(?P<before>[^\W\d_]+)[.:]?\s*)?[#(\[\u2039<\u2013-]?\s*"
    rf"(?P<number>\d{{1,4}}|{_ROMAN.pattern})\s*[)\]\u203a>\u2013-]?"
    r"(?:\s*(?P<after>[^\W\d_]+)|\s*(?:/|\||[^\W\d_]{2,4})\s*\d{1,4})?"
)
# What programs and templates write beside the number of a page. With any other word it is text: "Python 3".
_WORDS_FOR_PAGE = frozenset(
    "page p pg pp slide slides sheet frame no nr folie seite s blatt diapositive diapo planche feuille"
    " página pagina pág pag diapositiva lámina folha lâmina dia bladzijde blz sida sid side bild sivu dian"
    " strona str slajd strana snímek oldal sayfa slayt σελίδα διαφάνεια стр страница слайд сторінка"
    " 第 ページ スライド 頁 页 張 张 쪽 슬라이드".split()
)

_MARGIN = 0.14
"""Share of the height of a slide, at its top and bottom, in which headers and footers have their baseline.

In real decks footers are within 0.09 of the edge, headers within 0.12. All values from 0.13 to 0.18 read
them alike; with 0.12 headers are taken for text, with 0.28 text is taken for footers.
"""

_SMALL = 0.04
"""Share of the height of a slide: page numbers and numbered footers are no larger (21 points of 540).

Page numbers have 0.016 to 0.026 in real decks and 0.033 in Marp's template; the smallest titles have 0.044.
"""

_SAME_HEIGHT = 0.015
"""Share of the height of a slide: lines of two slides that differ by no more are in the same place.

Programs put furniture in exactly the same place, so half and twice this value read real decks alike. Two
layouts of one template differ by a few points of 540; a second line of small text is 0.03 lower.
"""

_FEWEST_PAGES = 3
"""Number of pages on which a line must be repeated to be furniture: on two it may be a coincidence."""

_HABIT = 0.5
"""Share of the pages on which a line must be repeated to be furniture.

Title slides, section slides and full-page pictures lack it, up to a third of the pages in real decks. A line
on fewer than half may well be the title of a section, or part of a diagram that is built up.
"""

_HABIT_OF_TITLES = 0.75
"""The same for a line as large as a title.

Several slides may share a title, even half of a deck. A real header of that size is on 0.86 of its deck.
"""


@dataclass(frozen=True)
class Sheet:
    """The part of a page that is needed to find its furniture."""

    number: int
    """Counted from 1."""
    height: float
    """Points."""
    lines: tuple[Line, ...]
    """All lines on the page, in any order."""
    label: str = ""
    """The label that the PDF gives the page, such as "iv"; "" if it gives none."""

    @cached_property
    def largest(self) -> float:
        """The size of the largest line, in points."""
        return max((line.size for line in self.lines), default=0.0)

    def is_heading(self, line: Line) -> bool:
        """Return whether *line* is in the upper half, and nothing on the page is larger."""
        return line.base < self.height / 2 and line.size >= self.largest

    def is_small(self, line: Line) -> bool:
        """Return whether *line* is small enough for furniture, and not the heading of the page."""
        return line.size <= self.height * _SMALL and not self.is_heading(line)


class Furniture:
    """The lines that most pages of a deck repeat in the same place."""

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
        """Return the lines of *sheet* without furniture; the first page keeps headings that others repeat.

        A page of nothing but furniture keeps the first line that is not a page number, as its title.
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
    """Return keys of *line*; two lines that share one are the same furniture: same height, same words.

    In small lines digits may differ, for they count the pages. In titles they may not: "Tip 1", "Tip 2".
    """
    words = clean(line.text)
    if sheet.is_small(line):
        words = _DIGITS.sub("", words).strip()
        words = "" if _ROMAN.fullmatch(words) else words
    # Two steps, so that lines on either side of a boundary between steps still share one.
    step = round(line.base / (sheet.height * _SAME_HEIGHT))
    return ((step, words), (step + 1, words))


def _is_number(sheet: Sheet, line: Line) -> bool:
    """Return whether *line* is the number of its page, such as "3", "3 / 40" or "Page 3", in small type."""
    match = _PAGE_NUMBER.fullmatch(clean(line.text).lower())
    if not match or line.size > sheet.height * _SMALL:
        return False
    beside = {match["before"], match["after"]} - {None}
    return beside <= _WORDS_FOR_PAGE and match["number"] in {str(sheet.number), sheet.label.lower()}


def _without_overlays(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """Yield *sheets* without overlays, which repeat the lines of the sheet before and may add some."""
    before: set[str] = set()
    for sheet in sheets:
        own = {line.text for line in sheet.lines if not _DIGITS.search(line.text)}
        if not before or not before <= own:
            yield sheet
        before = own
