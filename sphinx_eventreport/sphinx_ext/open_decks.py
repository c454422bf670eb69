"""While a page is read: the PDF of a deck -> its slides, by the shelf of the site."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from sphinx_eventreport.core.media import DEFAULT_RATIO
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.ratios import ratio_of_size
from sphinx_eventreport.core.records import Deck, Recording
from sphinx_eventreport.sphinx_ext.config import read_config
from sphinx_eventreport.sphinx_ext.domain import report_domain
from sphinx_eventreport.sphinx_ext.files import find_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Ratio
    from sphinx_eventreport.decks.model import DeckContent

    _M = TypeVar("_M", bound=Deck | Recording)


class DeckOpener:
    """Opens the decks of one page, and keeps what was wrong until it can be said where the deck stands."""

    def __init__(self, env: BuildEnvironment) -> None:
        """Open decks for the page that *env* reads."""
        self._env = env
        self._layout = read_config(env.config).deck_view
        self._problems: dict[str, list[Problem]] = {}

    def open(self, media: _M) -> _M:
        """Return *media* with its slides, if it is a deck held as a PDF that can be read."""
        if not isinstance(media, Deck) or media.path is None or not media.path.lower().endswith(".pdf"):
            return media
        found = find_file(self._env, media.source, what="a deck")
        if isinstance(found, Problem):
            return media
        shelf = report_domain(self._env).shelf
        content, sha256 = shelf.read(found, media.password, media.view.pages)
        if isinstance(content, Problem):
            self._problems[media.label] = [content]
            return media
        self._problems[media.label] = list(_missing_pages(media, content))
        ratio = media.ratio if media.ratio != DEFAULT_RATIO else _ratio(content) or media.ratio
        return replace(
            media,
            path=found.path,
            ratio=ratio,
            view=media.view if media.view.layout else replace(media.view, layout=self._layout),
            slides=content.slides,
            page_count=content.page_count,
            sha256=sha256,
        )

    def problems_of(self, media: Deck | Recording) -> list[Problem]:
        """Return what was wrong with the file of *media*."""
        return self._problems.get(media.label, [])


def without_texts(media: _M) -> _M:
    """Return *media* for the environment: its slides have names and sizes, and no texts."""
    if not isinstance(media, Deck) or not media.slides:
        return media
    return replace(media, slides=tuple(replace(slide, text="", links=()) for slide in media.slides))


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
