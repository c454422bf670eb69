"""Pages that are as they were written, of documents that were not read since, are not written again."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sphinx.builders.html import INVENTORY_FILENAME, StandaloneHTMLBuilder
from sphinx.util import logging

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.core.patching import replaced
from sphinx_eventreport.optimize.unchanged.digests import FileStates
from sphinx_eventreport.optimize.unchanged.kept import Kept, pages_file, read_kept, write_kept
from sphinx_eventreport.optimize.unchanged.made_with import frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx.application import Sphinx

_logger = logging.getLogger(__name__)


@contextmanager
def keep_pages(app: Sphinx, made_with: str) -> Iterator[None]:
    """Have Sphinx write those pages that are not as it wrote them, or that have to change."""
    builder = app.builder
    if getattr(type(builder), "get_outdated_docs", None) is not StandaloneHTMLBuilder.get_outdated_docs:
        # Others write one file of everything, or each file in every build, or take little time for it.
        yield
        return
    pages = Pages(app, cast("StandaloneHTMLBuilder", builder), made_with)
    by_time = builder.get_outdated_docs
    with replaced(builder, "get_outdated_docs", lambda: pages.outdated(by_time)):
        yield
    pages.keep()


class Pages:
    """The pages of one build, and what is known of them from the last one that ended well.

    A page belongs to a doctree, which is known by its time. A page that was cut, or came from elsewhere, is
    known by its digest. So is the output as a whole: a cache may have doctrees of one build and pages of
    another.
    """

    def __init__(self, app: Sphinx, builder: StandaloneHTMLBuilder, made_with: str) -> None:
        self._app = app
        self._builder = builder
        self._paths: dict[str, str] = {}
        self._file = pages_file(app)
        self._kept = read_kept(self._file)
        self._states = FileStates(self._kept.files if self._kept else {})
        self._frame = frame(app, made_with, self._states)
        self._frame_files = self._states.paths()
        self._output = self._output_now(self._states)
        self._before = {name: self._states[self._path(name)] for name in app.env.all_docs}
        self._is_update = False
        if self._kept:
            self._remove_spoilt_indices(self._kept)

    def outdated(self, by_time: Callable[[], Iterable[str]]) -> set[str]:
        """Return the documents to write; *by_time* tells which ones these are by their times.

        Those that are going to be read are written in any case.
        """
        self._is_update = True
        kept, found = self._kept, self._app.env.found_docs
        if kept is None:
            return set(by_time())
        if not self._is_whole(kept):
            _logger.info(
                "all pages are written again: a template, a style sheet or the whole output is another one"
            )
            return set(found)
        unknown = found - kept.documents.keys()
        stale = {name for name in found - unknown if not self._is_current(kept, name)}
        # Sphinx's way takes longer, and takes templates that were only installed again for changed ones.
        return stale | (unknown.intersection(by_time()) if unknown else set())

    def keep(self) -> None:
        """Keep what the output is after a build that has ended well."""
        states = FileStates({**self._states.known, **self._states.found})
        documents = {
            name: time for name, time in self._app.env.all_docs.items() if self._is_right(name, states)
        }
        indices = [name for name, *_ in getattr(self._builder, "domain_indices", ())]
        # A build of single documents leaves the others as they are, in another frame.
        is_whole = self._is_update or self._kept is None or self._is_whole(self._kept)
        paths = {self._path(name) for name in (*documents, *indices)}
        if self._kept:
            self._remove_pages_of_gone(self._kept, states)
        new = Kept(
            self._frame if is_whole else "",
            documents,
            states.to_keep(paths | self._frame_files),
            self._output_now(states),
            tuple(indices),
        )
        if new != self._kept:
            write_kept(self._file, new)

    def _path(self, pagename: str) -> str:
        path = self._paths.get(pagename)
        if path is None:
            path = self._paths[pagename] = str(self._builder.get_outfilename(pagename))
        return path

    def _is_whole(self, kept: Kept) -> bool:
        """Return whether what is around all pages is the same, and the output is the one of that build."""
        return (kept.made_with, kept.output) == (self._frame, self._output)

    def _is_current(self, kept: Kept, docname: str) -> bool:
        """Return whether the page of a document is as it was written, from the doctree that there is."""
        path = self._path(docname)
        return (
            kept.documents[docname] == self._app.env.all_docs.get(docname)
            and kept.files[path].digest == self._states[path].digest
        )

    def _is_right(self, docname: str, states: FileStates) -> bool:
        """Return whether the page of a document was written in this build, or was current before."""
        state = states[self._path(docname)]
        if not state.digest or state != self._before.get(docname):
            return bool(state.digest)
        if self._kept is None:
            return self._is_update
        return docname in self._kept.documents and self._is_current(self._kept, docname)

    def _output_now(self, states: FileStates) -> str:
        """Return a digest of what the output has for all pages together."""
        names = (self._builder.searchindex_filename, INVENTORY_FILENAME)
        return " ".join(states[str(Path(self._app.outdir, name))].digest for name in names)

    def _remove_spoilt_indices(self, kept: Kept) -> None:
        """Remove indices of domains that are not as they were written: who wrote them may think they are."""
        for path in map(self._path, kept.indices):
            if path in kept.files and self._states[path].digest not in {"", kept.files[path].digest}:
                OutputFolder(Path(self._app.outdir)).remove(path)

    def _remove_pages_of_gone(self, kept: Kept, states: FileStates) -> None:
        """Remove the pages of documents that are gone, as far as they are still as they were written."""
        in_use = set(map(self._path, self._app.env.all_docs))
        for path in map(self._path, kept.documents.keys() - self._app.env.all_docs.keys()):
            if path not in in_use and states[path].digest == kept.files[path].digest:
                OutputFolder(Path(self._app.outdir)).remove(path)
