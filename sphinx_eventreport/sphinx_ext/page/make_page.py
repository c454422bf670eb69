"""One document -> the :class:`Page` that the environment keeps, with the head of a report drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from docutils import nodes

from sphinx_eventreport.core.dates.written import day_in
from sphinx_eventreport.core.identifiers import unique
from sphinx_eventreport.core.outline.talks import name_page
from sphinx_eventreport.core.schema.visibility import visibility_on
from sphinx_eventreport.sphinx_ext.config import today
from sphinx_eventreport.sphinx_ext.inline.languages import language_classes
from sphinx_eventreport.sphinx_ext.inline.paths import (
    link_files,
    link_paths,
    link_within,
    settle_pictures,
)
from sphinx_eventreport.sphinx_ext.inline.translations import Translations, source_title
from sphinx_eventreport.sphinx_ext.minutes.head import add_anchors
from sphinx_eventreport.sphinx_ext.minutes.summary import outcome_nodes, summary_nodes
from sphinx_eventreport.sphinx_ext.nodes.audience import is_cut
from sphinx_eventreport.sphinx_ext.nodes.sections import (
    anchor_around,
    heading_around,
    insert_after_title,
    title_of,
    title_section,
)
from sphinx_eventreport.sphinx_ext.page.draw_sections import SectionDrawing
from sphinx_eventreport.sphinx_ext.page.head import head_nodes
from sphinx_eventreport.sphinx_ext.page.pictures import report_pictures
from sphinx_eventreport.sphinx_ext.page.sections import contents_of
from sphinx_eventreport.sphinx_ext.reading.state import seen_as_page
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN, INDEX, PAGE, media_anchor
from sphinx_eventreport.sphinx_ext.site.page import Page
from sphinx_eventreport.sphinx_ext.site.placed import PlacedObject, PlacedTalk, Reference, Subject
from sphinx_eventreport.sphinx_ext.slides.open_decks import open_decks, without_texts
from sphinx_eventreport.sphinx_ext.slides.slide_captions import name_slides

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx import addnodes
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Report
    from sphinx_eventreport.sphinx_ext.nodes import eventreport_object
    from sphinx_eventreport.sphinx_ext.page.sections import SectionContent
    from sphinx_eventreport.sphinx_ext.reading.state import ReadingState
    from sphinx_eventreport.sphinx_ext.slides.figures import Media


def make_page(document: nodes.document, env: BuildEnvironment, state: ReadingState | None) -> Page:
    """Return what to keep of *document*; *state* is what its front matter says, if it is a report."""
    contents = contents_of(document)
    # A rule in a list or quotation stops docutils 0.21 with an AssertionError.
    contents.drop_rules(is_report=state is not None)
    talks, media = _assemble(contents.sections, document, env, state.report if state else None)
    page = Page(
        docname=env.docname,
        talks=talks,
        media=media,
        listings=tuple(node["listing"] for node in contents.listings),
        slides=tuple(node["target"] for node in contents.slides),
        subjects=tuple(
            Subject(
                node["type"],
                node["label"],
                node["name"],
                anchor_around(node, document),
                node.line,
                heading_around(node),
                node.get("feed", ()),
                node.get("feed_name", ""),
            )
            for node in contents.subjects
        ),
        objects=tuple(_placed(node, document) for node in contents.objects),
    )
    contents.references += name_slides(contents.slides, env.docname)
    if state is not None:
        settle_pictures(contents.images, env)
        link_within(contents.local_links, document)
        contents.references = link_files(contents.references, env)
        contents.references += link_paths(contents.path_links, env)
        page = _report_page(page, document, env, state)
    else:
        seen = seen_as_page(env)
        page = replace(page, seen_as_page=seen, visibility=visibility_on(seen, today(env.config)))
    references = (*_references(contents.references), *_links(contents.local_links, document))
    section = title_section(document)
    top = section["ids"][0] if section is not None else ""
    return replace(page, top=top, references=tuple(dict.fromkeys(references)), is_cut=is_cut(env))


def _assemble(
    contents: Sequence[SectionContent], document: nodes.document, env: BuildEnvironment, report: Report | None
) -> tuple[tuple[PlacedTalk, ...], tuple[Media, ...]]:
    """Name what is in *contents*, open its decks, draw it; return what the environment keeps of it.

    That has no texts of slides: these are in the document.
    """
    outlines = [content.outline() for content in contents]
    if report is None:
        named = name_page(outlines, page=env.docname, embeds_count=False)
    else:
        name = report.name
        named = name_page(outlines, page=name, event=report.event, known=report.talks)
    opened = open_decks(named.decks(), env)
    shown = named.with_decks(lambda deck: opened[deck.label].deck)
    translations = Translations(env, env.docname)
    if translations.are_there():
        shown = shown.with_titles(translations.of)
    problems = {label: deck.problems for label, deck in opened.items()}
    event = report.event if report else None
    places = SectionDrawing(document, env, event, problems).draw(contents, shown)
    kept = shown.with_decks(without_texts)
    talks = tuple(PlacedTalk(talk, *place) for talk, place in zip(kept.talks, places, strict=True))
    return talks, kept.loose


def _placed(node: eventreport_object, document: nodes.document) -> PlacedObject:
    """Return what to keep of an object, and leave its drawing in a box with an id."""
    # Two with one label get a warning, and still an id each.
    anchor = unique(media_anchor(node["type"], node["record"].label), document.ids)
    box = nodes.container("", *node.children, ids=[anchor], classes=[f"er-{node['type']}"], is_div=True)
    box.source, box.line = node.source, node.line
    document.ids[anchor] = box
    node.replace_self(box)
    return PlacedObject(node["type"], node["record"], anchor, node.line)


def _report_page(page: Page, document: nodes.document, env: BuildEnvironment, state: ReadingState) -> Page:
    """Return *page* with what makes it a report, and draw its head."""
    report = replace(
        state.report,
        talks=(),
        date=state.report.date or _day_of_heading(document, env),
        description=Translations(env, env.docname).of(state.report.description or "") or None,
    )
    pictures = report_pictures(report, state.lines, title_section(document) or document, env)
    page = replace(
        page,
        title=_title(document, report),
        report=report,
        addresses=state.addresses,
        author_ids=state.author_ids,
        thumbnail=pictures.thumbnail,
        visibility=visibility_on(report, today(env.config)),
    )
    banner = "/" + pictures.banner if pictures.banner else None
    summary = summary_nodes(page, document, env.config.language)
    head = head_nodes(page, report, document, env.config.language, banner, told=state.told)
    if report.minutes is not None:
        add_anchors(report.minutes, document)
    _put_head([*head, *outcome_nodes(summary, page)], document, report.language)
    (title_section(document) or document).extend(summary)
    if report.description:
        meta = nodes.meta("", name="description", content=report.description)
        # Translators get it with its place.
        meta.source, meta.line = str(env.doc2path(page.docname)), state.lines.get("description", 1)
        document += meta
    return page


def _title(document: nodes.document, report: Report) -> str:
    section = title_section(document)
    title = title_of(section) if section is not None else None
    shown = title.astext() if title is not None else None
    return report.name if shown in {None, report.title} else shown


def _day_of_heading(document: nodes.document, env: BuildEnvironment) -> PartialDate | None:
    """Return the day in the first heading, be it the title or, below one that names none, the next."""
    titles = (source_title(node) for node in document.findall(nodes.title))
    days = (day_in(title, env.config.language) for title in islice(titles, 2))
    return next((day for day in days if day), None)


def _put_head(head: list[nodes.Node], document: nodes.document, language: str | None) -> None:
    section = title_section(document)
    insert_after_title(section or document, head)
    if section is not None:
        section["classes"] += ["er-event", *language_classes(language)]


def _links(found: Iterable[nodes.reference], document: nodes.document) -> Iterable[Reference]:
    """Return what ``[](#label)`` refers to, where that is not on the page but anywhere on the site."""
    slugs = getattr(document, "myst_slugs", {})
    for node in found:
        target = unquote(node.get("refuri", "")[1:])
        if target and target not in document.ids and target not in slugs:
            yield Reference("any", target)


def _references(found: Iterable[addnodes.pending_xref]) -> Iterable[Reference]:
    """Return what the page refers to that may change its name or place on another page."""
    references: dict[Reference, None] = {}
    for node in found:
        domain, kind = node.get("refdomain"), node["reftype"]
        if domain == DOMAIN:
            # The links of our own drawings to pages and indices name no object.
            if kind not in {INDEX, PAGE}:
                references[Reference(kind, node["reftarget"])] = None
        elif kind == "doc" or domain == "doc":
            references[Reference("doc", node["reftarget"])] = None
        elif kind in {"any", "myst"}:
            references[Reference("any", node["reftarget"])] = None
    return references
