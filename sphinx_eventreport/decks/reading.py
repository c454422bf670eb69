"""A PDF -> what its pages say."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Slide
from sphinx_eventreport.decks.furniture import Furniture, Sheet
from sphinx_eventreport.decks.legibility import is_disguised, is_legible
from sphinx_eventreport.decks.lines import read_lines
from sphinx_eventreport.decks.links import read_links
from sphinx_eventreport.decks.model import MAX_PAGES, DeckContent
from sphinx_eventreport.decks.opening import nothing_readable, opened, page_of
from sphinx_eventreport.decks.order import blocks_in_order
from sphinx_eventreport.decks.paragraphs import paragraphs
from sphinx_eventreport.decks.titles import deck_title, split_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pypdfium2

    from sphinx_eventreport.decks.lines import Line

_WITNESSES = 20
"""So many pages are enough to see what stands on every page."""

_MOST = 0.5


@dataclass(frozen=True, slots=True)
class _Page:
    sheet: Sheet
    width: float
    links: tuple[str, ...]
    legible: bool


def read_pages(
    pdf: bytes, password: str | None = None, numbers: Sequence[int] | None = None
) -> DeckContent | Problem:
    """Return what the pages *numbers* of *pdf* say, counted from 1, without those it does not have.

    ``None`` means all pages, at most :data:`.MAX_PAGES`. Pages that are damaged are left out. What
    cannot be opened or has no page to read is a :class:`.Problem` of subtype ``DECK``.
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
        metadata = document.get_metadata_value("Title")
    if not pages:
        return nothing_readable()
    return _content(metadata, count, pages, wanted)


def _existing(numbers: Sequence[int] | None, count: int) -> list[int]:
    """Return those of *numbers* that a PDF of *count* pages has, in order, each once."""
    if numbers is None:
        return list(range(1, count + 1))
    return sorted({number for number in numbers if 1 <= number <= count})


def _spread(count: int) -> set[int]:
    """Return numbers of pages from all over a PDF, the first one among them."""
    return {1 + index * count // _WITNESSES for index in range(_WITNESSES)} if count else set()


def _read(document: pypdfium2.PdfDocument, numbers: Sequence[int]) -> dict[int, _Page]:
    pages: dict[int, _Page] = {}
    for number in numbers:
        with page_of(document, number) as page:
            if page is not None:
                pages[number] = _read_page(page, number)
    return pages


def _read_page(page: pypdfium2.PdfPage, number: int) -> _Page:
    width, height = page.get_size()
    with closing(page.get_textpage()) as textpage:
        read = read_lines(page, textpage)
        links = read_links(page, textpage)
    legible = is_legible(_text(read.lines), read.unmapped)
    return _Page(Sheet(number, height, read.lines), width, links, legible)


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _without_illegible(pages: dict[int, _Page]) -> dict[int, _Page]:
    """Return *pages*, those that nobody can read without lines; where most are such, doubtful ones too."""
    share = sum(not page.legible for page in pages.values()) / len(pages)
    return {
        number: page
        if page.legible and not (share > _MOST and is_disguised(_text(page.sheet.lines)))
        else replace(page, sheet=replace(page.sheet, lines=()))
        for number, page in pages.items()
    }


def _content(metadata: str, count: int, pages: dict[int, _Page], wanted: Sequence[int]) -> DeckContent:
    pages = _without_illegible(pages)
    furniture = Furniture([page.sheet for page in pages.values()])
    slides = {number: _slide(page, furniture) for number, page in pages.items()}
    first = slides[1].title if 1 in slides else ""
    chosen = tuple(slides[number] for number in wanted if number in slides)
    return DeckContent(deck_title(metadata, first), count, chosen)


def _slide(page: _Page, furniture: Furniture) -> Slide:
    sheet = page.sheet
    title, rest = split_title(furniture.removed(sheet), sheet.height)
    text = "\n".join(paragraphs(blocks_in_order(rest)))
    return Slide(sheet.number, title, text, page.links, round(page.width, 2), round(sheet.height, 2))
