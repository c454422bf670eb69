"""A PDF -> what its pages say."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Slide
from sphinx_eventreport.decks.fonts import font_problem
from sphinx_eventreport.decks.furniture import Furniture, Sheet
from sphinx_eventreport.decks.lines import read_lines
from sphinx_eventreport.decks.links import read_links
from sphinx_eventreport.decks.model import MAX_PAGES, DeckContent
from sphinx_eventreport.decks.opening import label_of, nothing_readable, opened, page_of, title_of
from sphinx_eventreport.decks.order import blocks_in_order
from sphinx_eventreport.decks.paragraphs import paragraphs
from sphinx_eventreport.decks.text import is_disguised, is_legible
from sphinx_eventreport.decks.titles import deck_title, split_title

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    import pypdfium2

    from sphinx_eventreport.decks.lines import Line

T = TypeVar("T")

_WITNESSES = 20
"""Pages that are read besides those asked for, to find what every page repeats.

A line on half of the pages is on about half of these. Ten or forty tell the same of all decks that were
tried; a page takes some milliseconds.
"""

_MOST = 0.5
"""Share of the pages: if more than these are illegible, so are doubtful ones, which have the same fonts.

A deck is written by one program with one set of fonts, so nearly all of its pages are illegible, or few.
"""

_MOST_NAMED = 5
"""Numbers of pages in a warning."""


@dataclass(frozen=True, slots=True)
class _Page:
    sheet: Sheet
    width: float
    links: tuple[str, ...] = ()
    missing_fonts: frozenset[str] = frozenset()
    is_legible: bool = True
    is_read: bool = True


def read_pages(
    pdf: bytes, password: str | None = None, numbers: Sequence[int] | None = None
) -> DeckContent | Problem:
    """Return what the pages *numbers* of *pdf* say, counted from 1, without those it does not have.

    ``None`` means all pages, at most :data:`.MAX_PAGES`. Pages that are damaged are left out, and a page
    whose text cannot be read has none; ``problems`` says so. What cannot be opened or has no page to read
    is a :class:`.Problem` of subtype ``DECK``.
    """
    with opened(pdf, password) as document:
        if isinstance(document, Problem):
            return document
        count = len(document)
        if numbers is None and count > MAX_PAGES:
            message = f"The PDF has {count:,} pages, and at most {MAX_PAGES:,} are shown as slides"
            return Problem(Subtype.DECK, message, hint="choose pages with `pages: 1-10`")
        wanted = _existing(numbers, count)
        pages = _read(document, sorted({*wanted, *_spread(count)}))
        title = title_of(document)
    return _content(title, count, pages, wanted) if pages else nothing_readable()


def _existing(numbers: Sequence[int] | None, count: int) -> list[int]:
    """Return those of *numbers* that a PDF of *count* pages has, in order, each once."""
    if numbers is None:
        return list(range(1, count + 1))
    return sorted({number for number in numbers if 1 <= number <= count})


def _spread(count: int) -> set[int]:
    """Return the numbers of evenly spread pages, including the first."""
    return {1 + index * count // _WITNESSES for index in range(_WITNESSES)} if count else set()


def _read(document: pypdfium2.PdfDocument, numbers: Sequence[int]) -> dict[int, _Page]:
    pages: dict[int, _Page] = {}
    for number in numbers:
        with page_of(document, number) as page:
            if page is not None:
                width, height = page.get_size()
                bare = _Page(Sheet(number, height, (), label_of(document, number)), width)
                pages[number] = _guarded(_read_page, page, bare) or replace(bare, is_read=False)
    return pages


def _guarded(function: Callable[..., T], *arguments: object) -> T | None:
    """Return what *function* returns, or ``None`` if it raises: one page loses its text, not the deck."""
    try:
        return function(*arguments)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - Libraries raise anything for the bytes of strangers.
        return None


def _read_page(page: pypdfium2.PdfPage, bare: _Page) -> _Page:
    with closing(page.get_textpage()) as textpage:
        read = read_lines(page, textpage)
        links = read_links(page, textpage)
    legible = is_legible(_text(read.lines), read.unmapped)
    sheet = replace(bare.sheet, lines=read.lines)
    return _Page(sheet, bare.width, links, read.missing_fonts, legible)


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _without_illegible(pages: dict[int, _Page]) -> dict[int, _Page]:
    """Return *pages* without the lines of illegible ones; if most are illegible, also of doubtful ones."""
    share = sum(not page.is_legible for page in pages.values()) / len(pages)
    return {
        number: page
        if page.is_legible and not (share > _MOST and is_disguised(_text(page.sheet.lines)))
        else replace(page, sheet=replace(page.sheet, lines=()))
        for number, page in pages.items()
    }


def _content(metadata: str, count: int, pages: dict[int, _Page], wanted: Sequence[int]) -> DeckContent:
    pages = _without_illegible(pages)
    furniture = Furniture([page.sheet for page in pages.values()])
    first = _slide(pages[1], furniture).title if 1 in pages else ""
    slides = tuple(_slide(pages[number], furniture) for number in wanted if number in pages)
    problems = tuple(_problems(pages, wanted))
    return DeckContent(deck_title(metadata, first), count, slides, problems)


def _slide(page: _Page, furniture: Furniture) -> Slide:
    sheet = page.sheet
    title, rest = split_title(furniture.removed(sheet), sheet.height)
    text = "\n".join(paragraphs(blocks_in_order(rest)))
    label = "" if sheet.label == str(sheet.number) else sheet.label
    return Slide(sheet.number, title, text, page.links, round(page.width, 2), round(sheet.height, 2), label)


def _problems(pages: Mapping[int, _Page], wanted: Sequence[int]) -> Iterator[Problem]:
    """Yield what is wrong with some pages of a PDF that is otherwise readable."""
    damaged = [number for number in wanted if number not in pages]
    if damaged:
        slides = "its slide is" if len(damaged) == 1 else "their slides are"
        message = f"The PDF is damaged: {_named(damaged)} cannot be read, and {slides} left out"
        yield Problem(Subtype.DECK, message, hint="export it again")
    shown = [pages[number] for number in wanted if number in pages]
    unread = [page.sheet.number for page in shown if not page.is_read]
    if unread:
        message = f"The text of {_named(unread)} of the PDF cannot be read, and is left out"
        yield Problem(Subtype.DECK, message, hint="export it again")
    missing = font_problem({font for page in shown for font in page.missing_fonts})
    if missing:
        yield missing


def _named(numbers: Collection[int]) -> str:
    shown = ", ".join(map(str, sorted(numbers)[:_MOST_NAMED]))
    more = f" and {len(numbers) - _MOST_NAMED} more" if len(numbers) > _MOST_NAMED else ""
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}{more}"
