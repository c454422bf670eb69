"""Which pictures of slides a builder shows, and in which format: asked before and while pages are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.decks.model import PictureOptions
from sphinx_eventreport.sphinx_ext.site.builder_kinds import is_epub

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.builders import Builder

    from sphinx_eventreport.core.records import DeckView
    from sphinx_eventreport.sphinx_ext.config import ReportConfig

# Readers of books and TeX know no WebP; a picture there is alone, so it may be of better quality.
_BOOK_QUALITY = 85
# Facebook and LinkedIn want 1200 x 630 of a large picture, and a slide of 16:9 has 675 then. Not every chat
# shows WebP.
CHATS = PictureOptions(width=1200, thumbnail_width=None, quality=80, format="jpeg")
"""The form of the pictures that chats show of a link."""


@dataclass(frozen=True, slots=True)
class PicturePlan:
    """The pictures that a builder shows."""

    options: PictureOptions
    """Their form."""
    is_page: bool
    """Whether all slides of a deck are shown, and not only the first or chosen ones."""

    def drawn(self, view: DeckView, numbers: Sequence[int]) -> Sequence[int]:
        """Return which of the slides *numbers* are pictures where their deck is in this *view*."""
        if view.layout == "link":
            return ()
        everything = view.layout != "poster" and (self.is_page or bool(view.pages))
        return numbers if everything else numbers[:1]


def plan_of_page(config: ReportConfig) -> PicturePlan:
    """Return the plan of builders of web pages."""
    return PicturePlan(PictureOptions(width=config.deck_width), is_page=True)


def plan_of_book(config: ReportConfig) -> PicturePlan:
    """Return the plan of builders of books: EPUB, LaTeX, Texinfo."""
    options = PictureOptions(
        width=config.deck_width, thumbnail_width=None, quality=_BOOK_QUALITY, format="jpeg"
    )
    return PicturePlan(options, is_page=False)


def picture_plan(builder: Builder, config: ReportConfig) -> PicturePlan | None:
    """Return the plan of *builder*; ``None`` where nobody sees a picture: text, gettext, linkcheck."""
    if is_epub(builder) or builder.format in {"latex", "texinfo"}:
        return plan_of_book(config)
    return plan_of_page(config) if builder.format == "html" else None
