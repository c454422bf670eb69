"""Pages that nobody is to see are taken out before anything is read.

Not by `exclude_patterns`, which Sphinx does not look at again in this build, and which reads the whole site
anew when it changes.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sphinx import addnodes
from sphinx.util import docname_join
from sphinx.util.matching import patfilter

from sphinx_eventreport.core.dialects import NATIVE
from sphinx_eventreport.core.dialects.jekyll import DRAFTS_FOLDER
from sphinx_eventreport.core.files.text import decode
from sphinx_eventreport.core.frontmatter import read_event_directive
from sphinx_eventreport.core.identifiers import undated
from sphinx_eventreport.core.patching import run_within
from sphinx_eventreport.core.schema import read_report_fields, read_visibility
from sphinx_eventreport.core.schema.audience import may_see
from sphinx_eventreport.core.schema.reports import event_front_matter
from sphinx_eventreport.core.schema.visibility import EVERYBODY, may_say_visibility, visibility_on
from sphinx_eventreport.sphinx_ext.config import read_config, today
from sphinx_eventreport.sphinx_ext.nodes.audience import note_cut
from sphinx_eventreport.sphinx_ext.reading.source_read import metadata_of, relative_path
from sphinx_eventreport.sphinx_ext.site.domain import report_domain, site_of
from sphinx_eventreport.sphinx_ext.visibility.output import Traces, forget_output, traces_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Audience, Report
    from sphinx_eventreport.core.schema.visibility import Seen

_LOGGER_OF_TOCTREES = "sphinx.sphinx.directives.other"
_EMPTY_GLOB = "empty_glob"


@dataclass(frozen=True, slots=True)
class Gate:
    """What a build lets through."""

    day: dt.date
    """The day of the build."""
    audience: Audience
    """For whom the site is built."""
    shows_drafts: bool
    """Whether drafts are built."""

    @classmethod
    def of(cls, app: Sphinx) -> Gate:
        """Return the gate that the configuration of *app* makes."""
        config = read_config(app.config)
        return cls(today(app.config), config.audience, config.drafts)

    def opens_for(self, page: Report | Seen) -> bool:
        """Return whether *page* is built."""
        is_draft = not self.shows_drafts and visibility_on(page, self.day) == "draft"
        return may_see(page.audience, self.audience) and not is_draft


class Drafts(logging.Filter):
    """What one application does not build: drafts, and what is not for the audience of the site.

    As a filter of Sphinx's log, it lets toctrees name them in silence.
    """

    def __init__(self) -> None:
        super().__init__()
        self._hidden: frozenset[str] = frozenset()
        self._were_written = False
        self._env: BuildEnvironment | None = None

    def hide(
        self, app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
    ) -> list[str]:
        """Take such pages out of the build, and what was written of them before (``env-get-outdated``).

        A draft is new in every build, so the day on which it is to be published is noticed, whatever the time
        of its file. Return the pages whose toctrees held what has become a draft: read again, they leave it
        out, where Sphinx would warn about it whenever it draws the toctree. With them are the pages whose
        day has come, which are marked for search engines, or as drafts.
        """
        self._env = env
        self._hidden = _hidden(app, env, {*added, *changed})
        self._were_written = _forget(app, env, self._hidden & env.found_docs, removed)
        gone = self._hidden & env.all_docs.keys()
        removed |= gone
        for names in (env.found_docs, added, changed):
            names.difference_update(self._hidden)
        holders = {holder for docname in gone for holder in env.files_to_rebuild.get(docname, ())}
        return sorted((holders | _seen_otherwise(app, env)) - self._hidden)

    @property
    def hidden(self) -> frozenset[str]:
        """The documents that were taken out of this build."""
        return self._hidden

    @property
    def were_written(self) -> bool:
        """Whether this builder had written one of them before."""
        return self._were_written

    def miss_none(self, app: Sphinx) -> None:
        """Have toctrees name drafts without a warning, during each build (``builder-inited``)."""
        run_within(app.builder, "build", self._on_guard)

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether *record* is about anything but a draft in a toctree."""
        arguments = record.args if isinstance(record.args, tuple) else ()
        if not arguments:
            return True
        if getattr(record, "subtype", "") == _EMPTY_GLOB:
            return not self._match_any(record, str(arguments[0]))
        if arguments[0] not in self._hidden or getattr(record, "type", "") != "toc":
            return True
        if self._env is not None:
            # The source of the page names one that nobody is to know of.
            note_cut(self._env)
        return False

    def _match_any(self, record: logging.LogRecord, pattern: str) -> bool:
        """Return whether the *pattern* of a toctree finds drafts, and so is not wrong."""
        toctree = getattr(record, "location", None)
        docname = toctree.get("parent", "") if isinstance(toctree, addnodes.toctree) else ""
        return bool(patfilter(self._hidden, docname_join(docname, pattern)))

    @contextmanager
    def _on_guard(self) -> Iterator[None]:
        logger = logging.getLogger(_LOGGER_OF_TOCTREES)
        logger.addFilter(self)
        try:
            yield
        finally:
            logger.removeFilter(self)


def _hidden(app: Sphinx, env: BuildEnvironment, outdated: set[str]) -> frozenset[str]:
    """Return the pages that are not built: the *outdated* ones by their files, others as they were read."""
    gate, pages = Gate.of(app), site_of(env).pages
    read = {name for name in outdated if _is_hidden(app, name, gate)}
    known = {name for name in env.all_docs if name in pages and name not in outdated}
    found = read | {name for name in known if not gate.opens_for(pages[name].seen)}
    # Sphinx cannot do without the page that is above all others.
    return frozenset(found - {env.config.root_doc})


def _forget(app: Sphinx, env: BuildEnvironment, hidden: AbstractSet[str], removed: set[str]) -> bool:
    """Delete what any builder may have written of *hidden* documents; return whether this one had.

    A post that is moved into a folder of drafts is the same post: what has been *removed* under its name
    goes, too, where Sphinx leaves pages of documents that are gone.
    """
    known: dict[str, Traces] = report_domain(env).data["traces"]
    moved = {name: _bare(name) for name in removed if name in site_of(env).pages}
    were_written = False
    for docname in sorted(hidden):
        found = [name for name, bare in moved.items() if bare == _bare(docname)]
        for name in (docname, *found):
            known[docname] = known.get(docname, Traces()).with_those_of(traces_of(app, name))
    for docname in sorted(known.keys() - hidden):
        del known[docname]
    for traces in known.values():
        were_written |= forget_output(app, traces, {*hidden, *removed})
    return were_written


def _bare(docname: str) -> str:
    """Return the name of a document without its folder and its date."""
    name = PurePosixPath(docname).name
    return undated(name) or name


def _seen_otherwise(app: Sphinx, env: BuildEnvironment) -> set[str]:
    """Return the pages that others may see today than on the day on which they were read."""
    day, pages = today(app.config), site_of(env).pages
    return {name for name, page in pages.items() if visibility_on(page.seen, day) != page.visibility}


def _is_hidden(app: Sphinx, docname: str, gate: Gate) -> bool:
    """Return whether the file of *docname* says, as a report or as any page, what *gate* is not open for."""
    path = Path(app.env.doc2path(docname))
    try:
        content = path.read_bytes()
    except OSError:
        return False
    beside = path.with_suffix(".meta")
    says_so = may_say_visibility(content, docname, gate.day)
    if not (says_so or DRAFTS_FOLDER in docname.split("/") or beside.is_file()):
        return False
    found = metadata_of(app, docname)
    if found and found.report:
        return not gate.opens_for(found.report)
    seen = read_visibility(found.front, filename=relative_path(app, docname))[0] if found else EVERYBODY
    said = (seen, _report_of_directive(content, docname) or EVERYBODY)
    return not all(map(gate.opens_for, said))


def _report_of_directive(content: bytes, docname: str) -> Report | None:
    event = read_event_directive(decode(content)[0])
    if event is None:
        return None
    options = {name: str(value) for name, value in event.mapping.items()}
    front = event_front_matter(options, event.lines)
    return read_report_fields(front, filename=docname, dialect=NATIVE.name)[0]
