"""While a page is read: the PDF of a deck -> its slides, by the decks of the site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.core.media.ratios import ratio_of_size
from sphinx_eventreport.core.media.records import DEFAULT_RATIO
from sphinx_eventreport.core.media.suffixes import is_pdf_path
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.schema.audience import may_see
from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.reading.files import find_file
from sphinx_eventreport.sphinx_ext.site.domain import report_domain
from sphinx_eventreport.sphinx_ext.slides.archived import archived_copy, copy_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Deck, Ratio
    from sphinx_eventreport.decks.model import DeckContent
    from sphinx_eventreport.sphinx_ext.reading.files import SourceFile


class OpenedDeck(NamedTuple):
    """A deck whose file was looked at."""

    deck: Deck
    """The deck, with its slides if the file can be read."""
    problems: tuple[Problem, ...] = ()
    """Why it cannot be."""


def open_decks(decks: Iterable[Deck], env: BuildEnvironment) -> dict[str, OpenedDeck]:
    """Return the *decks* of the page that *env* reads, each by its label, which no other one has."""
    return {deck.label: _opened(_with_copy(_for_audience(deck, env), env), env) for deck in decks}


def _for_audience(deck: Deck, env: BuildEnvironment) -> Deck:
    """Return *deck* without its internal slides, where the site may not show them: its file has them all."""
    if not deck.view.internal:
        return deck
    if may_see("internal", read_value(env.config, "audience")):
        return replace(deck, view=replace(deck.view, internal=()))
    return replace(deck, view=replace(deck.view, download=False))


def _with_copy(deck: Deck, env: BuildEnvironment) -> Deck:
    """Return a hosted *deck* with the copy that is on the site, if there is one."""
    entry = archived_copy(deck, report_domain(env).build.archive, Path(env.srcdir))
    if entry is None:
        return deck
    day = entry.retrieved
    return replace(deck, path=copy_path(entry), archived=PartialDate(day.year, day.month, day.day))


def _opened(deck: Deck, env: BuildEnvironment) -> OpenedDeck:
    """Return *deck* with its slides, if it is a PDF on the site, or has a copy there, and can be read."""
    if deck.path is None or not (is_pdf_path(deck.path) or deck.path.lower().endswith(".pdf")):
        return OpenedDeck(deck)
    found = find_file(env, f"/{deck.path}" if deck.archived else deck.source, what="a deck")
    # That there is no file is said where the figure with the link to it is made.
    return OpenedDeck(deck) if isinstance(found, Problem) else _read(deck, found, env)


def _read(deck: Deck, file: SourceFile, env: BuildEnvironment) -> OpenedDeck:
    content, sha256 = report_domain(env).build.decks.read(file, deck.password, deck.view.pages)
    deck = replace(deck, path=file.path, sha256=sha256)
    if isinstance(content, Problem):
        return OpenedDeck(deck, (content,))
    view = deck.view if deck.view.layout else replace(deck.view, layout=read_value(env.config, "deck_view"))
    opened = replace(
        deck,
        ratio=deck.ratio if deck.ratio != DEFAULT_RATIO else _ratio(content) or deck.ratio,
        view=view,
        slides=tuple(slide for slide in content.slides if slide.number not in view.internal),
        page_count=content.page_count,
    )
    return OpenedDeck(opened, (*content.problems, *_missing_pages(deck, content)))


def without_texts(deck: Deck) -> Deck:
    """Return *deck* for the environment: its slides have names and sizes, and no texts."""
    if not deck.slides:
        return deck
    return replace(deck, slides=tuple(replace(slide, text="", links=()) for slide in deck.slides))


def _missing_pages(deck: Deck, content: DeckContent) -> Iterator[Problem]:
    """Yield a problem if pages are chosen that the PDF does not have."""
    missing = [number for number in deck.view.pages if number > content.page_count]
    if missing:
        message = f"`pages` names slide {missing[0]}, but the deck has only {content.page_count}"
        yield Problem(Subtype.VALUE, message, field="pages", hint="correct the numbers")


def _ratio(content: DeckContent) -> Ratio | None:
    if not content.slides:
        return None
    return ratio_of_size(content.slides[0].width, content.slides[0].height)
