"""Events of the PyVideo archive in the source directory: each is a page, as its folder is.

Sphinx knows a document by the end of its file name. So JSON is made a kind of source, in a site that
has such an event, and all of it but ``category.json`` is excluded.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from myst_parser.parsers.sphinx_ import MystParser

from sphinx_eventreport.core.files.sources import source_files
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.reports.pyvideo import CATEGORY, is_pyvideo_event, talk_files
from sphinx_eventreport.sphinx_ext.log import warn_on_page

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

KIND = "pyvideo"
"""Sphinx's name for this kind of source."""

_NAME, _SUFFIX = Path(CATEGORY).stem, Path(CATEGORY).suffix
_OTHER_JSON = tuple(
    f"**[!{_NAME[at - 1] if at else '/'}]{_NAME[at:]}{_SUFFIX}" for at in range(len(_NAME) + 1)
)
"""Patterns of all names that end in ``.json`` but that one; they are the same whichever events there are."""


class PyvideoParser(MystParser):
    """What :func:`written_event` wrote is MyST."""

    supported = (KIND,)  # type: ignore[misc] # A class variable of docutils', an instance's of MyST-Parser.


def find_events(app: Sphinx, config: Config) -> None:
    """Have the events in the source directory read, if there are any (``config-inited``)."""
    if _SUFFIX in config.source_suffix:
        return
    if any(map(is_pyvideo_event, source_files(Path(app.srcdir), suffixes=(CATEGORY,)))):
        # A mapping of its own: where the site says nothing it is Sphinx's default, which others have as well.
        config.source_suffix = {**config.source_suffix, _SUFFIX: KIND}
        config.exclude_patterns = [*config.exclude_patterns, *_OTHER_JSON]


def written_event(env: BuildEnvironment, path: Path) -> str:
    """Return the event whose ``category.json`` is *path* as a report in MyST."""
    # Few sites have such events, and the room takes as long to import as most of the others together.
    from sphinx_eventreport.importing.pages import native_page  # noqa: PLC0415
    from sphinx_eventreport.importing.sources import event_of_pyvideo  # noqa: PLC0415

    for talk in talk_files(path):
        env.note_dependency(str(talk))
    try:
        page = event_of_pyvideo(path)
    except OSError as error:
        file = Path(error.filename or path)
        message = f"{file.relative_to(path.parent).as_posix()} cannot be read: {error.strerror or error}"
        warn_on_page(env, Problem(Subtype.MISSING_FILE, message, hint="check its permissions"))
        return ""
    if page is None:
        message = f"{path.name} is not an event of PyVideo: there is no folder 'videos' beside it"
        hint = "if it is something else, put it into exclude_patterns"
        warn_on_page(env, Problem(Subtype.MISSING_FILE, message, hint=hint))
        return ""
    for problem in page.problems:
        # The message names the file, and the line is one in it.
        line = problem.line if problem.file == path.name else None
        warn_on_page(env, replace(problem, line=line))
    return native_page(replace(page, name=f"{_NAME}.md")).text


def find_new_talks(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Return the events that got a talk since they were read (``env-get-outdated``).

    A file that was not there cannot be noted as a dependency; of one that goes Sphinx knows.
    """
    if app.config.source_suffix.get(_SUFFIX) != KIND:
        return []
    known = env.all_docs.keys() - added - changed - removed
    return [docname for docname in sorted(known) if _has_new_talk(env, docname)]


def _has_new_talk(env: BuildEnvironment, docname: str) -> bool:
    path = Path(env.doc2path(docname))
    if path.name != CATEGORY:
        return False
    noted = {Path(env.srcdir, name) for name in env.dependencies.get(docname, ())}
    return not noted.issuperset(talk_files(path))
