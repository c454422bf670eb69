"""Which slides have a small page of their own, for chats that show what a link leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.site.names import qualified, slide_anchor
from sphinx_eventreport.sphinx_ext.site.published import published
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_eventreport.core.records import Deck
    from sphinx_eventreport.sphinx_ext.site.page import Page

FOLDER = "s"
"""The folder of the pages of slides in the output: a short one, as people read the address."""


class DeckPages(NamedTuple):
    """A deck whose slides chats can show."""

    deck: Deck
    """The deck."""
    folder: str
    """The folder of its files, from that of the output, which ends with a slash."""
    slides: tuple[int, ...]
    """The numbers of the slides of which there is a picture."""
    has_pages: bool
    """Whether each slide has a page as well."""

    @property
    def anchor(self) -> str:
        """The id of the first slide in the page of the deck, by which that of all others are known, too."""
        return slide_anchor(self.deck.label, self.deck.slides[0].number)

    def name(self, number: int, suffix: str) -> str:
        """Return the name of a file of the slide *number* in its folder."""
        return f"{number}.{suffix}"

    def file(self, number: int, suffix: str) -> str:
        """Return the path of a file of the slide *number*, from the folder of the output."""
        return f"{self.folder}{self.name(number, suffix)}"


def deck_pages(site: Site, docname: str) -> Sequence[DeckPages]:
    """Return the decks on the page *docname* whose slides chats can show."""
    return _by_page(site).get(docname, ())


def opening_picture(site: Site, page: Page) -> str:
    """Return the path of the picture of the first slide on *page*, "" where there is none.

    The path is that in the output. Such a picture is for a report that names none of its own.
    """
    found = deck_pages(site, page.docname)
    if not found or page.thumbnail:
        return ""
    return found[0].file(found[0].slides[0], "jpg")


@fact
def _by_page(site: Site) -> Mapping[str, Sequence[DeckPages]]:
    """Return the decks that chats can show, by docname; of two with one name the first."""
    if published(site) is None:
        return {}
    has_pages = read_value(site.env.config, "slide_pages")
    # Another page of the site may be where one of ours would be.
    taken = {f"{docname.rpartition('/')[0]}/" for docname in site.env.found_docs}
    found: dict[str, Sequence[DeckPages]] = {}
    for docname, page in site.listed.items():
        decks = [one for one in _of(page, has_pages=has_pages) if one.folder not in taken]
        taken.update(one.folder for one in decks)
        if decks:
            found[docname] = tuple(decks)
    return found


def _of(page: Page, *, has_pages: bool) -> Iterator[DeckPages]:
    """Yield the decks of *page*; where slides have no pages, the one that shows what the report is about."""
    for deck in page.decks():
        if not deck.slides or deck.view.layout == "link":
            continue
        folder = f"{FOLDER}/{qualified(page.report, deck.label)}/"
        numbers = tuple(slide.number for slide in deck.slides)
        if has_pages:
            yield DeckPages(deck, folder, numbers, has_pages)
        elif page.report is not None and not page.thumbnail:
            yield DeckPages(deck, folder, numbers[:1], has_pages)
            return
