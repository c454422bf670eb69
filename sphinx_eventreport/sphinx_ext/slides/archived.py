"""Hosted decks whose copies are in the source tree: what the lock file of the archive says of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.archive_lock import FOLDER, LOCK_NAME, lock_key, read_lock
from sphinx_eventreport.core.files.text import decode
from sphinx_eventreport.sphinx_ext.log import warn
from sphinx_eventreport.sphinx_ext.site.domain import report_domain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.files.archive_lock import ArchivedDeck
    from sphinx_eventreport.core.records import Deck
    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain


def open_archive(app: Sphinx) -> None:
    """Read the lock file, if there is one (when a build begins)."""
    lock = Path(app.srcdir, FOLDER, LOCK_NAME)
    domain = report_domain(app.env)
    domain.archive = {}
    if not lock.is_file():
        return
    domain.archive, problems = read_lock(decode(lock.read_bytes())[0])
    for problem in problems:
        warn(problem, str(lock))


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
    domain = report_domain(env)
    return sorted(_outdated(domain, Path(app.srcdir)))


def _outdated(domain: ReportDomain, source: Path) -> Iterator[str]:
    for docname, page in domain.pages.items():
        for deck in page.decks():
            entry = archived_copy(deck, domain.archive, source)
            if deck.url and deck.path != (copy_path(entry) if entry else None):
                yield docname
                break
