"""The small pages of slides, written with the page of their deck: HTML, oEmbed and a picture each."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
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
from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.sphinx_ext.exports.writing import write_if_other
from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide, eventreport_slide_text
from sphinx_eventreport.sphinx_ext.site.decks import slide_file
from sphinx_eventreport.sphinx_ext.site.names import slide_anchor, slide_name
from sphinx_eventreport.sphinx_ext.site.published import published
from sphinx_eventreport.sphinx_ext.site.slide_pages import deck_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from docutils import nodes

    from sphinx_eventreport.core.files.output import OutputFolder
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
        pictures, beside = _pictures(site, found), folder.folder(found.folder)
        for number, picture in pictures.items():
            # Another process may tidy up a store that several sites share.
            with suppress(FileNotFoundError):
                write_if_other(beside, found.name(number, "jpg"), picture.read_bytes())
        for said in _slide_pages(where, page, found, texts, pictures) if found.has_pages else ():
            write_if_other(beside, found.name(said.number, "html"), slide_html(said).encode(errors="replace"))
            write_if_other(beside, found.name(said.number, "json"), oembed(said).encode(errors="replace"))


def deck_link(site: Site, page: Page) -> Iterator[str]:
    """Yield the link to the description of the first deck on *page* in the words of oEmbed."""
    where = published(site)
    found = next((one for one in deck_pages(site, page.docname) if one.has_pages), None)
    if where is not None and found is not None:
        yield oembed_link(next(_slide_pages(where, page, found, {}, {})))


def _pictures(site: Site, found: DeckPages) -> Mapping[int, Path]:
    return site.build.decks.chat_pictures(slide_file(found.deck), found.slides)


def _slide_pages(
    where: Published, page: Page, found: DeckPages, texts: Mapping[str, str], pictures: Mapping[int, Path]
) -> Iterator[SlidePage]:
    """Yield the pages of the slides of a deck; what all of them say is found out once."""
    site, deck = where.site, found.deck
    talk = next((one.talk for one in page.talks if any(deck is each for each in one.talk.decks)), None)
    language = (talk.language if talk else None) or (page.report.language if page.report else None)
    # So that it leads on in a copy of the site as well, such as a preview.
    goal = as_uri(relative_uri(found.folder, site.build.builder.get_target_uri(page.docname)))
    common = SlidePage(
        folder=where.base + as_uri(found.folder),
        number=0,
        title="",
        name="",
        text="",
        goal=goal,
        site=str(site.env.config.project),
        base=where.base,
        language=language or str(site.env.config.language or "en"),
        authors=tuple(one.name for one in (talk.speakers if talk else ())),
    )
    for slide in deck.slides:
        anchor, name = slide_anchor(deck.label, slide.number), slide_name(slide.number, slide.title)
        size = site.build.decks.chats.size_of(slide.width, slide.height)
        yield replace(
            common,
            number=slide.number,
            title=f"{name} – {deck.title}",
            name=name,
            text=texts.get(anchor, ""),
            goal=f"{goal}#{as_uri(anchor)}",
            picture=SlidePicture(f"{slide.number}.jpg", *size) if slide.number in pictures else None,
        )


def _texts(doctree: nodes.document) -> Mapping[str, str]:
    """Return the texts of the slides in *doctree* by their ids: what readers of the page see, and no more."""
    found = {}
    for slide in in_order(doctree, eventreport_slide):
        texts = (child.astext() for child in slide.children if isinstance(child, eventreport_slide_text))
        found[slide["ids"][0]] = " ".join(texts)
    return found
