"""When a page is written: slides get the pictures that its builder shows, or stay a link and text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from sphinx_eventreport.core.exports.addresses import as_uri
from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.log import try_again, warn_on_page
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_facade,
    eventreport_picture,
    eventreport_program_item,
    eventreport_slide,
    eventreport_slide_place,
    eventreport_slides,
    eventreport_slides_bar,
)
from sphinx_eventreport.sphinx_ext.site.decks import SlideFile, slide_file
from sphinx_eventreport.sphinx_ext.site.domain import site_of
from sphinx_eventreport.sphinx_ext.site.names import slide_name
from sphinx_eventreport.sphinx_ext.site.slide_pages import deck_pages
from sphinx_eventreport.sphinx_ext.slides.notes import show_notes
from sphinx_eventreport.sphinx_ext.slides.slide_nodes import opening_first

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.sphinx_ext.site.decks import SiteDecks
    from sphinx_eventreport.sphinx_ext.site.picture_plan import PicturePlan

# How wide a slide is shown, for the browser to choose the picture by.
_SIZES = {
    "player": "(max-width: 52rem) 100vw, 52rem",
    "gallery": "(max-width: 30rem) 100vw, 16rem",
    "program": "(max-width: 30rem) 6.5rem, 16rem",
}


class ShowSlides(SphinxPostTransform):
    """Give decks and slides the pictures that the builder shows: after cards, which may show a slide."""

    default_priority = 250

    def run(self, **kwargs: Any) -> None:
        """Complete the slides; a site without any is spared the walk through every page.

        Which page it is does not tell: a book, or a site in one file, has many pages in one document.
        """
        site = site_of(self.env)
        if site.has_slides:
            SlideShow(self.env, site.build.decks).complete(self.document)


@dataclass(frozen=True, slots=True)
class SlideShow:
    """Completes the slides of one page."""

    env: BuildEnvironment
    """The environment."""
    decks: SiteDecks
    """The decks of the site."""

    def complete(self, document: nodes.document) -> None:
        """Complete every deck and every single slide of *document*."""
        for node in in_order(document, eventreport_slides, eventreport_slide_place):
            if isinstance(node, eventreport_slides):
                self._show_deck(node)
            elif isinstance(node, eventreport_slide_place):
                self._show_slide(node)
        show_notes(document)

    def _show_deck(self, slides: eventreport_slides) -> None:
        layout = slides["view"].layout
        if self.decks.plan is None:
            _keep_texts(slides)
            return
        problem = self.decks.problem(slides["file"])
        if problem is not None:
            warn_on_page(self.env, problem, slides.parent)
            slides["layout"] = "text"
        elif not self.decks.plan.is_page:
            self._show_some(slides, self.decks.plan)
        elif layout == "link":
            slides["layout"] = "text"
            _facade_of(slides)["is_line"] = True
        elif layout == "poster":
            self._show_poster(slides)
        else:
            self._show_all(slides, layout)

    def _show_all(self, slides: eventreport_slides, layout: str) -> None:
        """Show every slide, and the link below them instead of the facade above."""
        slides["layout"] = layout
        if layout == "player":
            self._note_pages(slides)
        for slide in _slides_of(slides):
            picture = self._picture_of(slide, slides)
            if picture is not None:
                picture["sizes"] = _SIZES[layout]
                slide.insert(0, picture)
        facade = _facade_of(slides)
        about = {name: facade[name] for name in ("about", "origin") if name in facade}
        slides += eventreport_slides_bar("", "", *_downloads(facade), **about)
        facade.parent.remove(facade)

    def _note_pages(self, slides: eventreport_slides) -> None:
        """Note where the small pages of the slides are, for the link to one that a reader copies."""
        anchor = next(_slides_of(slides))["ids"][0]
        for found in deck_pages(site_of(self.env), self.env.docname):
            if found.has_pages and found.anchor == anchor:
                page = site_of(self.env).build.builder.get_target_uri(self.env.docname)
                slides["pages"] = relative_uri(page, as_uri(found.folder))

    def _show_poster(self, slides: eventreport_slides) -> None:
        """Show the slide to open at behind the title of the facade."""
        slides["layout"] = "text"
        first = min(_slides_of(slides), key=lambda slide: slide["number"] != slides.get("opens_at"))
        picture = self._picture_of(first, slides)
        if picture is not None:
            picture["classes"].append("er-poster")
            picture["sizes"] = _SIZES["player"]
            facade = _facade_of(slides)
            facade["ratio"] = picture["pixels"]
            facade.insert(0, picture)

    def _show_some(self, slides: eventreport_slides, plan: PicturePlan) -> None:
        """Show the slide to open at, or the chosen ones; the names of all stay, for references lead there."""
        slides["layout"] = "static"
        children = list(_slides_of(slides))
        numbers = opening_first((slide["number"] for slide in children), slides.get("opens_at"))
        drawn = plan.drawn(slides["view"], numbers)
        for slide in children:
            if slides["view"].text != "open":
                slide.clear()
            if slide["number"] in drawn:
                picture = self._picture_of(slide, slides)
                slide[:0] = [picture] if picture is not None else []
            if not slide.children:
                slides["ids"] += slide["ids"]
                slides.remove(slide)

    def _show_slide(self, place: eventreport_slide_place) -> None:
        """Put the picture of one slide into its *place*; where there is none, the caption is left."""
        picture = None
        for entry in site_of(self.env).names.find("slide", place["target"])[:1]:
            deck, slide = entry.deck, entry.slide
            if deck is not None and slide is not None and self.decks.plan is not None:
                size = (slide.width, slide.height)
                picture = self._picture(slide_file(deck), slide.number, size, slide.title)
        if picture is None:
            # They are those of a picture; docutils lets none get lost.
            place["classes"] = []
            place.replace_self(place.children)
            return
        if place["alt"] is not None:
            picture["alt"] = place["alt"]
        small = "program" if isinstance(place.parent, eventreport_program_item) else "gallery"
        picture["sizes"] = _SIZES[small if place.get("is_small") else "player"]
        picture["classes"] += place["classes"]
        place.replace_self(picture)

    def _picture_of(self, slide: eventreport_slide, slides: eventreport_slides) -> eventreport_picture | None:
        """Return the picture of a slide of a deck; that there is none is said where the deck is."""
        picture = self._picture(slides["file"], slide["number"], slide["size"], slide["title"])
        if picture is None:
            message = f"Page {slide['number']} of the PDF cannot be drawn, and its slide has no picture"
            problem = Problem(Subtype.DECK, message, hint="export it again")
            warn_on_page(self.env, problem, slides.parent)
        return picture

    def _picture(
        self, file: SlideFile, number: int, size: tuple[float, float], title: str
    ) -> eventreport_picture | None:
        """Return the picture of a slide, known to the builder; ``None`` where it could not be drawn."""
        drawn = self.decks.picture(file, number, size)
        if drawn is None:
            problem = self.decks.problem(file)
            if problem is not None and problem.may_pass:
                try_again(self.env)
            return None
        picture = eventreport_picture(
            **self._known(drawn.path), alt=slide_name(number, title), pixels=drawn.pixels
        )
        if drawn.thumbnail is not None:
            # For Sphinx to copy; its address becomes an attribute of the large one.
            picture += nodes.image(**self._known(drawn.thumbnail))
        return picture

    def _known(self, path: Path) -> dict[str, Any]:
        """Return the attributes of an image that the builder copies, as it copies a converted one."""
        uri = str(path)
        self.env.images.add_file(self.env.docname, uri)
        return {"uri": uri, "candidates": {"*": uri}}


def _keep_texts(slides: eventreport_slides) -> None:
    """Leave the texts where they were asked for, else only the link of the facade."""
    slides["layout"] = "text"
    if slides["view"].text != "open":
        slides.parent.remove(slides)


def _slides_of(slides: eventreport_slides) -> Iterator[eventreport_slide]:
    return (child for child in slides.children if isinstance(child, eventreport_slide))


def _facade_of(slides: eventreport_slides) -> eventreport_facade:
    return next(node for node in slides.parent.children if isinstance(node, eventreport_facade))


def _links(facade: eventreport_facade) -> list[nodes.Node]:
    return [child for child in facade.children if not isinstance(child, nodes.image)]


def _downloads(facade: eventreport_facade) -> list[nodes.Node]:
    """Return the links of *facade*, which say what they do: what the deck is called stands above it."""
    links = _links(facade)
    for link in links:
        if isinstance(link, addnodes.download_reference):
            link.children = [nodes.inline("", _("Download PDF"))]
    return links
