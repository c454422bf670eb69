"""The small pages of slides, written with the page of their deck: HTML, oEmbed and a picture each."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sphinx.util.osutil import relative_uri

from sphinx_eventreport.core.exports.addresses import as_uri
from sphinx_eventreport.core.exports.slide_page import (
    SlidePage,
    SlidePicture,
    oembed,
    oembed_link,
    slide_html,
)
from sphinx_eventreport.sphinx_ext.exports.writing import write_if_other
from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide, eventreport_slide_text
from sphinx_eventreport.sphinx_ext.site.decks import slide_file
from sphinx_eventreport.sphinx_ext.site.names import slide_anchor, slide_name
from sphinx_eventreport.sphinx_ext.site.published import published
from sphinx_eventreport.sphinx_ext.site.slide_pages import deck_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docutils import nodes

    from sphinx_eventreport.core.files.output import OutputFolder
    from sphinx_eventreport.core.records import Slide
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.published import Published
    from sphinx_eventreport.sphinx_ext.site.site import Site
    from sphinx_eventreport.sphinx_ext.site.slide_pages import DeckPages

SUFFIXES = ("html", "json", "jpg")
"""The files of a slide."""


def slide_files(site: Site, page: Page) -> Iterator[str]:
    """Yield the paths of the files of the slides on *page*."""
    for found in deck_pages(site, page.docname):
        for number in found.slides:
            yield from (found.file(number, suffix) for suffix in (SUFFIXES if found.has_pages else ("jpg",)))


def write_slide_pages(site: Site, page: Page, doctree: nodes.document, folder: OutputFolder) -> None:
    """Write the files of the slides on *page*, whose *doctree* has their texts."""
    where, decks = published(site), deck_pages(site, page.docname)
    if where is None or not decks:
        return
    texts = _texts(doctree)
    for found in decks:
        for slide in found.deck.slides:
            if slide.number in found.slides:
                _write_picture(site, found, slide, folder)
        for slide in found.deck.slides if found.has_pages else ():
            said = _slide_page(where, page, found, slide, texts)
            write_if_other(
                folder, found.file(slide.number, "html"), slide_html(said).encode(errors="replace")
            )
            write_if_other(folder, found.file(slide.number, "json"), oembed(said).encode(errors="replace"))


def deck_link(site: Site, page: Page) -> Iterator[str]:
    """Yield the link to the description of the first deck on *page* in the words of oEmbed."""
    where = published(site)
    found = next((one for one in deck_pages(site, page.docname) if one.has_pages), None)
    if where is not None and found is not None:
        yield oembed_link(_slide_page(where, page, found, found.deck.slides[0], {}))


def _write_picture(site: Site, found: DeckPages, slide: Slide, folder: OutputFolder) -> None:
    drawn = site.build.decks.chat_picture(slide_file(found.deck), slide.number)
    # Another process may tidy up a store that several sites share.
    with suppress(FileNotFoundError):
        if drawn is not None:
            write_if_other(folder, found.file(slide.number, "jpg"), drawn.read_bytes())


def _slide_page(
    where: Published, page: Page, found: DeckPages, slide: Slide, texts: Mapping[str, str]
) -> SlidePage:
    deck, anchor = found.deck, slide_anchor(found.deck.label, slide.number)
    talk = next((one.talk for one in page.talks if deck in one.talk.decks), None)
    site = where.site
    target = site.build.builder.get_target_uri(page.docname)
    name = slide_name(slide.number, slide.title)
    is_drawn = site.build.decks.chat_picture(slide_file(deck), slide.number) is not None
    size = site.build.decks.chats.size_of(slide.width, slide.height)
    language = (talk.language if talk else None) or (page.report.language if page.report else None)
    return SlidePage(
        folder=where.base + as_uri(found.folder),
        number=slide.number,
        title=f"{name} – {deck.title}",
        name=name,
        text=texts.get(anchor, ""),
        # So that it leads on in a copy of the site as well, such as a preview.
        goal=as_uri(f"{relative_uri(found.file(slide.number, 'html'), target)}#{anchor}"),
        site=str(site.env.config.project),
        base=where.base,
        language=language or str(site.env.config.language or "en"),
        authors=tuple(one.name for one in (talk.speakers if talk else ())),
        picture=SlidePicture(f"{slide.number}.jpg", *size) if is_drawn else None,
    )


def _texts(doctree: nodes.document) -> Mapping[str, str]:
    """Return the texts of the slides in *doctree* by their ids: what readers of the page see, and no more."""
    found = {}
    for slide in doctree.findall(eventreport_slide):
        texts = (child.astext() for child in slide.children if isinstance(child, eventreport_slide_text))
        found[slide["ids"][0]] = " ".join(texts)
    return found
