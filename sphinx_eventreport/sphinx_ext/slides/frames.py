"""Frames that are neither slides nor recordings -> figures that say what they are, and belong to no talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.core.media.providers import is_sandboxed
from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_facade
from sphinx_eventreport.sphinx_ext.reading.files import find_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Frame

# What is in a frame: by itself, and with the place it is at. Marked here, translated when it is said.
_WORDS: Mapping[str, tuple[Callable[[], str], Callable[[], str]]] = {
    "page": (lambda: _("Content"), lambda: _("Content of %s")),
    "map": (lambda: _("Map"), lambda: _("Map on %s")),
    "calendar": (lambda: _("Calendar"), lambda: _("Calendar on %s")),
    "form": (lambda: _("Form"), lambda: _("Form on %s")),
    "audio": (lambda: _("Audio"), lambda: _("Audio on %s")),
    "picture": (lambda: _("Picture"), lambda: _("Picture on %s")),
    "code": (lambda: _("Code"), lambda: _("Code on %s")),
    "document": (lambda: _("Document"), lambda: _("Document on %s")),
}


def frame_figure(
    record: Frame, env: BuildEnvironment, *caption: nodes.Node, line: int | None = None
) -> tuple[nodes.figure, list[Problem]]:
    """Return the figure of *record* on the page being read, and what is missing; *line* is its own."""
    problems: list[Problem] = []
    name = frame_name(record)
    title = record.title or name
    link: nodes.Element = nodes.reference("", title, refuri=record.url or record.source)
    if record.path is not None:
        link = _file_link(record.source, title, env, problems, line)
    facade = eventreport_facade(
        "",
        "",
        link,
        kind="frame",
        what=record.kind,
        embed=record.embed_url or "",
        ratio=record.ratio,
        host=record.host,
        about=name if record.title else record.host or record.source,
        link=record.url or record.source,
        is_sandboxed=is_sandboxed(record.embed_url or ""),
        classes=["er-face", "no-search"],
    )
    figure = nodes.figure("", facade, *caption, classes=["er-embed"], align="default")
    figure.line = line
    return figure, problems


def frame_name(record: Frame) -> str:
    """Return what *record* is, and where it is if that is another host: "Map on OpenStreetMap"."""
    alone, at_host = _WORDS.get(record.kind, _WORDS["page"])
    return at_host() % record.host if record.host else alone()


def _file_link(
    source: str, title: str, env: BuildEnvironment, problems: list[Problem], line: int | None
) -> nodes.Element:
    """Return the link to a file of the site, or its title where there is no such file."""
    found = find_file(env, source, what="a frame", line=line)
    text = nodes.inline("", title)
    if isinstance(found, Problem):
        problems.append(found)
        return text
    return addnodes.download_reference("", "", text, reftarget="/" + found.path, classes=["er-file"])
