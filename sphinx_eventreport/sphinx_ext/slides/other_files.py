"""The other files of a recording: formats, captions, subtitles, as links of which a player is made."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.sphinx_ext.reading.files import find_file

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Recording, Track


def other_files(
    record: Recording, env: BuildEnvironment, problems: list[Problem], line: int | None
) -> list[nodes.Node]:
    """Return what is below the facade of *record*; what is missing comes to *problems*.

    Classes say what each file is, so that the script can put it into a player.
    """
    files = [
        *(_OtherFile(source, "", ("er-source",)) for source in record.alternatives),
        *(_OtherFile(track.source, track.label or "", _classes(track)) for track in record.tracks),
    ]
    found: list[nodes.Node] = []
    for file in files:
        found += [nodes.Text(" · ")] if found else []
        found.append(_link(file, env, problems, line))
    line_of_links = nodes.paragraph("", "", *found, classes=["er-files", "no-search"])
    return [nodes.legend("", line_of_links)] if found else []


class _OtherFile(NamedTuple):
    source: str
    label: str
    classes: tuple[str, ...]


def _classes(track: Track) -> tuple[str, ...]:
    language = [f"er-lang-{track.language}"] if track.language else []
    return ("er-track", f"er-kind-{track.kind}", *language, *(["er-default"] if track.default else []))


def _link(file: _OtherFile, env: BuildEnvironment, problems: list[Problem], line: int | None) -> nodes.Node:
    text = file.label or posixpath.basename(urlsplit(file.source).path) or file.source
    classes = list(file.classes)
    if file.source.startswith(("https://", "http://")):
        return nodes.reference("", text, refuri=file.source, classes=classes)
    found = find_file(env, file.source, what="a recording", line=line)
    if isinstance(found, Problem):
        problems.append(found)
        return nodes.inline("", text)
    title = nodes.inline("", text)
    return addnodes.download_reference("", "", title, reftarget="/" + found.path, classes=classes)
