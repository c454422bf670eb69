"""Documents whose files are those of the last build, byte for byte, are not read again."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.environment import CONFIG_OK
from sphinx.util import logging

from sphinx_eventreport.optimize.listeners import listening
from sphinx_eventreport.optimize.unchanged.digests import UNCERTAIN, FileState, FileStates
from sphinx_eventreport.optimize.unchanged.kept import Kept, documents_file, read_kept, write_kept
from sphinx_eventreport.optimize.unchanged.made_with import code
from sphinx_eventreport.optimize.unchanged.warned import WarnedDocuments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_logger = logging.getLogger(__name__)

_FIRST = 100
"""Of the listeners of ``env-get-outdated``: the others see what will be read."""

_LAST = 900
"""Of the listeners of ``env-before-read-docs``: the others may change what will be read."""


@contextmanager
def keep_documents(app: Sphinx) -> Iterator[str]:
    """Have Sphinx read those documents whose files have other bytes, and no others.

    What comes with it is a digest of the code that they are made with.
    """
    documents = Documents(app)
    with ExitStack() as stack:
        stack.enter_context(documents.warned)
        stack.enter_context(listening(app, "env-get-outdated", documents.compare, _FIRST))
        stack.enter_context(listening(app, "env-before-read-docs", documents.forget, _LAST))
        stack.enter_context(listening(app, "write-started", documents.keep))
        try:
            yield documents.made_with
        finally:
            documents.keep_warned()


class Documents:
    """The documents of one build, and what is known of them from the last one.

    A document is known by the time of its doctree. If something else has read it in between, or a build that
    was killed, that is another time, or none.
    """

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._file = documents_file(app)
        self._began = time.time_ns()
        self._kept = read_kept(self._file)
        self._states = FileStates(self._kept.files if self._kept else {})
        self.made_with = code(app, self._states)
        self._code_files = self._states.paths()
        self._paths: dict[str, list[str]] = {}
        self._is_same: dict[str, bool | None] = {}
        self._read: set[str] = set()
        self.warned = WarnedDocuments(app)

    def compare(
        self,
        _app: Sphinx,
        env: BuildEnvironment,
        _added: set[str],
        changed: set[str],
        _removed: set[str],
    ) -> set[str]:
        """Take documents that are as they were from *changed*; return the others (``env-get-outdated``)."""
        self._began = time.time_ns()
        # Before anything is read: a file that is changed in the meantime is another one for the next build.
        self._is_same = {docname: self._compared(env, docname) for docname in sorted(env.found_docs)}
        if self._kept is None or env.config_status != CONFIG_OK:
            # Sphinx's times are all there is, or it reads everything.
            return set()
        if self._kept.made_with != self.made_with:
            _logger.info("all documents are read again: Sphinx, an extension or Python is another one")
            return set(self._is_same)
        # Where there were warnings, times decide: in a checkout it is read, and they are said again.
        same = {name for name, is_same in self._is_same.items() if is_same}.difference(self._kept.warned)
        changed -= {name for name in changed & same - env.reread_always if _has_doctree(env, name)}
        return {name for name, is_same in self._is_same.items() if is_same is False}

    def forget(self, _app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
        """Forget *docnames*, which are going to be read (``env-before-read-docs``).

        Their doctrees are written long before the environment. A build that is killed in between leaves some
        that the environment does not know.
        """
        self._read = set(docnames)
        if self._kept is not None and self._read.intersection(self._kept.documents):
            stay = {name: time for name, time in self._kept.documents.items() if name not in self._read}
            self._write(replace(self._kept, documents=stay))

    def keep(self, _app: Sphinx, _builder: Builder) -> None:
        """Keep what the documents were made of, when the environment has been written (``write-started``)."""
        env = self._app.env
        documents = {
            docname: time
            for docname, time in env.all_docs.items()
            if docname in self._read or self._is_same.get(docname) is not False
        }
        self._paths |= {docname: _paths(env, docname) for docname in self._read}
        of_read = {path for docname in self._read for path in self._paths[docname]}
        uncertain = [path for path in of_read if self._was_late(path)]
        paths = of_read.union(*(self._paths[docname] for docname in documents))
        files = self._states.to_keep(paths | self._code_files) | dict.fromkeys(
            uncertain, FileState(UNCERTAIN)
        )
        self._write(Kept(self.made_with, documents, files, warned=self._warned()))

    def keep_warned(self) -> None:
        """Keep also of which documents was warned when they were written, at the end of the build."""
        if self._kept:
            self._write(replace(self._kept, warned=self._warned()))

    def _write(self, kept: Kept) -> None:
        if kept != self._kept:
            write_kept(self._file, kept)
            self._kept = kept

    def _warned(self) -> tuple[str, ...]:
        before = set(self._kept.warned if self._kept else ()) - self._read
        return tuple(sorted((before | self.warned.docnames) & self._app.env.all_docs.keys()))

    def _was_late(self, path: str) -> bool:
        """Return whether the bytes at *path* may be others than those that a document was made of.

        A document tells what it depends on after it has been read, and that may have been touched since.
        """
        return path not in self._states and self._states[path].may_be_later_than(self._began)

    def _compared(self, env: BuildEnvironment, docname: str) -> bool | None:
        """Return whether the files of a document are as they were; None if their times have to tell."""
        paths = self._paths[docname] = _paths(env, docname)
        now = [self._states[path].digest for path in paths]
        if self._kept is None or docname not in env.all_docs:
            return None
        if self._kept.documents.get(docname) != env.all_docs[docname]:
            return False
        known = self._states.known
        then = [known[path].digest if path in known else None for path in paths]
        if then != now:
            return False
        # What is still missing makes Sphinx read the document.
        return None if "" in now else True


def _paths(env: BuildEnvironment, docname: str) -> list[str]:
    """Return the files that a document is made of: its source, and what it depends on."""
    folder = str(env.srcdir)
    dependencies = [os.path.join(folder, path) for path in env.dependencies.get(docname, ())]  # noqa: PTH118
    return [str(env.doc2path(docname)), *sorted(dependencies)]


def _has_doctree(env: BuildEnvironment, docname: str) -> bool:
    return Path(env.doctreedir, f"{docname}.doctree").is_file()
