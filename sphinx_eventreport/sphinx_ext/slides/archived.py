"""Hosted decks whose copies are in the source tree: what the lock file of the archive says of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.archive_lock import FOLDER, LOCK_NAME, lock_key, read_lock
from sphinx_eventreport.core.files.text import decode, read_bytes
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.log import warn
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.files.archive_lock import ArchivedDeck
    from sphinx_eventreport.core.records import Deck
    from sphinx_eventreport.sphinx_ext.site.site import Site


def open_archive(app: Sphinx) -> Mapping[str, ArchivedDeck]:
    """Return what the lock file says, if there is one."""
    lock = Path(app.srcdir, FOLDER, LOCK_NAME)
    if not lock.is_file():
        return {}
    try:
        text = decode(read_bytes(lock))[0]
    except OSError as error:
        message = f"The lock file cannot be read: {error.strerror or error}"
        warn(Problem(Subtype.ARCHIVE, message, hint="hosted decks are shown by their hosts"), f"{lock}:1")
        return {}
    archive, problems = read_lock(text)
    for problem in problems:
        # A location without a line would be taken for the name of a document.
        warn(problem, f"{lock}:{problem.line or 1}")
    return archive


def archived_copy(deck: Deck, archive: Mapping[str, ArchivedDeck], source: Path) -> ArchivedDeck | None:
    """Return what the *archive* has of *deck*; ``None`` if there is no copy below *source*."""
    entry = archive.get(lock_key(deck.url)) if deck.url else None
    return entry if entry is not None and Path(source, copy_path(entry)).is_file() else None


def copy_path(entry: ArchivedDeck) -> str:
    """Return the path of a copy from the source directory."""
    return f"{FOLDER}/{entry.path}"


def pages_with_other_copies(
    app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], _removed: set[str]
) -> list[str]:
    """Return the pages whose decks have come into the archive, or have gone from it (``env-get-outdated``).

    A page does not depend on the lock file as a whole: most pages have nothing to do with a new entry.
    """
    return sorted(_outdated(site_of(env), Path(app.srcdir)))


def _outdated(site: Site, source: Path) -> Iterator[str]:
    for docname, page in site.pages.items():
        for deck in page.decks():
            entry = archived_copy(deck, site.build.archive, source)
            if deck.url and deck.path != (copy_path(entry) if entry else None):
                yield docname
                break
