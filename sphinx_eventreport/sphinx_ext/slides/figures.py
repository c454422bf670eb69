"""Decks and recordings -> figures that show nothing of another host before a reader asks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.core.media.providers import is_sandboxed, provider_name
from sphinx_eventreport.core.media.records import is_sound
from sphinx_eventreport.core.media.suffixes import is_office_path, is_pdf_path
from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.core.records import Deck, Recording
from sphinx_eventreport.sphinx_ext.inline.dates import size_text
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_facade
from sphinx_eventreport.sphinx_ext.reading.files import find_file
from sphinx_eventreport.sphinx_ext.slides.other_files import other_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment

Media = Deck | Recording


def media_figure(record: Media, *caption: nodes.Node) -> nodes.figure:
    """Return a figure for *record* without its facade: title and label come with the section."""
    kind = "er-deck" if isinstance(record, Deck) else "er-recording"
    figure = nodes.figure("", classes=[kind], align="default")
    figure["eventreport_media"] = record
    figure.extend(caption)
    return figure


def fill_figure(figure: nodes.figure, record: Media, env: BuildEnvironment) -> list[Problem]:
    """Put the facade of *record*, which has its final title, into *figure*; return what is missing."""
    problems: list[Problem] = []
    host = host_name(record)
    where = description(record, host)
    link: nodes.Element = nodes.reference("", record.title, refuri=_address(record))
    if record.path is not None:
        link, where = _file_link(record, where, env, problems, figure.line)
    where = ", ".join([where, *(_facts(record) if isinstance(record, Deck) else ())])
    facade = eventreport_facade(
        kind="deck" if isinstance(record, Deck) else "recording",
        embed=record.embed_url or "",
        ratio=record.ratio,
        host=host,
        about=where,
        link=record.url or record.path or record.source,
        # Asked while the address is known: when pages are written, thousands of others have come.
        is_sandboxed=is_sandboxed(record.embed_url or ""),
        classes=["er-face", "no-search"],
    )
    if isinstance(record, Recording) and is_sound(record):
        facade["what"] = "audio"
    if isinstance(record, Deck):
        if not record.slides and not record.embed_url and is_office_path(record.source):
            # No browser shows such a file, so a frame for it would stay empty.
            facade["is_line"] = True
        if record.archived and record.url:
            facade["origin"] = urlsplit(record.url).hostname or record.url, record.url
        figure["align"] = record.view.align or figure["align"]
        if record.view.width:
            figure["width"] = record.view.width
    if record.poster:
        alt = (record.alt if isinstance(record, Deck) else None) or ""
        facade += _poster(record.poster, alt, env, problems, figure.line)
    facade += link
    figure.insert(0, facade)
    if isinstance(record, Recording):
        figure.extend(other_files(record, env, problems, figure.line))
    return problems


def _facts(deck: Deck) -> Iterator[str]:
    """Yield where *deck* is to be opened, if nothing else says that, and its licence."""
    if deck.page and not (deck.slides or is_pdf_path(deck.source)):
        yield _("Slide %s") % deck.page
    if deck.license:
        yield _("License: %s") % deck.license


def _address(record: Media) -> str:
    """Return where a reader is led; a PDF is opened at the page that the author names (RFC 8118)."""
    address = record.url or record.source
    page = record.page if isinstance(record, Deck) else None
    return f"{address}#page={page}" if page and is_pdf_path(address) and "#" not in address else address


def host_name(record: Media) -> str:
    """Return what a reader calls the place *record* is at: "Speaker Deck", "pages.example.org"."""
    if record.path is not None:
        return ""
    return provider_name(record.provider) or (urlsplit(record.url or record.source).hostname or "")


def description(record: Media, host: str) -> str:
    """Return the line under the title: what it is, and where it is, which *host* tells."""
    if isinstance(record, Recording):
        if is_sound(record):
            return _("Audio on %s") % host if host else _("Audio")
        return _("Video on %s") % host if host else _("Video")
    if not host:
        return _("Slides")
    text = _("Slides on %s") % host
    return f"{text}, PDF" if is_pdf_path(record.url or record.source) else text


def _file_link(
    record: Media, about: str, env: BuildEnvironment, problems: list[Problem], line: int | None
) -> tuple[nodes.Element, str]:
    """Return the link to a file in the source tree, or its title if there is no link, and its name."""
    what = "a deck" if isinstance(record, Deck) else "a recording"
    archived = record.archived if isinstance(record, Deck) else None
    found = find_file(env, f"/{record.path}" if archived else record.source, what=what, line=line)
    title = nodes.inline("", record.title)
    if isinstance(found, Problem):
        problems.append(found)
        return title, f"{about}, {record.source}"
    size = size_text(found.absolute.stat().st_size, env.config.language)
    if archived:
        facts = [about, _("archived on %s") % date_text(archived, env.config.language), size]
    else:
        facts = [about, found.absolute.name, size]
    if isinstance(record, Deck):
        if record.page_count:
            facts.append(_("1 page") if record.page_count == 1 else _("%s pages") % record.page_count)
        if not record.view.download:
            return title, ", ".join(facts)
    link = addnodes.download_reference("", "", title, reftarget="/" + found.path, classes=["er-file"])
    return link, ", ".join(facts)


def _poster(
    written: str, alt: str, env: BuildEnvironment, problems: list[Problem], line: int | None
) -> list[nodes.Node]:
    found = find_file(env, written, what="a poster", line=line)
    if isinstance(found, Problem):
        problems.append(found)
        return []
    return [nodes.image(uri="/" + found.path, alt=alt, classes=["er-poster", "dark-light"])]
