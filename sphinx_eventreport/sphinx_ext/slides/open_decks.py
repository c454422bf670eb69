"""While a page is read: the PDF of a deck -> its slides, by the shelf of the site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.core.media.ratios import ratio_of_size
from sphinx_eventreport.core.media.records import DEFAULT_RATIO
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.config import read_config
from sphinx_eventreport.sphinx_ext.reading.files import find_file
from sphinx_eventreport.sphinx_ext.site.domain import report_domain
from sphinx_eventreport.sphinx_ext.slides.archived import archived_copy, copy_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Deck, Ratio
    from sphinx_eventreport.decks.model import DeckContent
    from sphinx_eventreport.sphinx_ext.reading.files import SourceFile


class DeckOpener:
    """Opens the decks of one page, and keeps what was wrong until it can be said where the deck stands."""

    def __init__(self, env: BuildEnvironment) -> None:
        """Open decks for the page that *env* reads."""
        self._env = env
        self._layout = read_config(env.config).deck_view
        self._problems: dict[str, list[Problem]] = {}

    def open(self, deck: Deck) -> Deck:
        """Return *deck* with its slides, if it is a PDF on the site, or has a copy there, and can be read."""
        deck = self._with_copy(deck)
        if deck.path is None or not deck.path.lower().endswith(".pdf"):
            return deck
        found = find_file(self._env, f"/{deck.path}" if deck.archived else deck.source, what="a deck")
        return deck if isinstance(found, Problem) else self._read(deck, found)

    def _with_copy(self, deck: Deck) -> Deck:
        """Return a hosted *deck* with the copy that is on the site, if there is one."""
        archive = report_domain(self._env).archive
        entry = archived_copy(deck, archive, Path(self._env.srcdir))
        if entry is None:
            return deck
        day = entry.retrieved
        return replace(deck, path=copy_path(entry), archived=PartialDate(day.year, day.month, day.day))

    def _read(self, deck: Deck, file: SourceFile) -> Deck:
        shelf = report_domain(self._env).shelf
        content, sha256 = shelf.read(file, deck.password, deck.view.pages)
        deck = replace(deck, path=file.path, sha256=sha256)
        if isinstance(content, Problem):
            self._problems[deck.label] = [content]
            return deck
        self._problems[deck.label] = list(_missing_pages(deck, content))
        return replace(
            deck,
            ratio=deck.ratio if deck.ratio != DEFAULT_RATIO else _ratio(content) or deck.ratio,
            view=deck.view if deck.view.layout else replace(deck.view, layout=self._layout),
            slides=content.slides,
            page_count=content.page_count,
        )

    def problems_of(self, deck: Deck) -> list[Problem]:
        """Return what was wrong with the file of *deck*."""
        return self._problems.get(deck.label, [])


def without_texts(deck: Deck) -> Deck:
    """Return *deck* for the environment: its slides have names and sizes, and no texts."""
    if not deck.slides:
        return deck
    return replace(deck, slides=tuple(replace(slide, text="", links=()) for slide in deck.slides))


def _missing_pages(deck: Deck, content: DeckContent) -> Iterator[Problem]:
    """Yield a problem if pages are chosen that the PDF does not have."""
    missing = [number for number in deck.view.pages if number > content.page_count]
    if missing:
        message = f"`pages` names slide {missing[0]}, and the deck has {content.page_count}"
        yield Problem(Subtype.VALUE, message, field="pages", hint="correct the numbers")


def _ratio(content: DeckContent) -> Ratio | None:
    if not content.slides:
        return None
    return ratio_of_size(content.slides[0].width, content.slides[0].height)
