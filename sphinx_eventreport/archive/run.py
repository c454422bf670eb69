"""Decks and an archive -> what became of each deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.archive.download import download, is_there, is_unchanged
from sphinx_eventreport.archive.model import Mode, NotFetched, Outcome, Status
from sphinx_eventreport.archive.partial import copy_name, part_of
from sphinx_eventreport.core.files.archive_lock import ArchivedDeck

if TYPE_CHECKING:
    from datetime import date

    from sphinx_eventreport.archive.download import Downloaded, Progress
    from sphinx_eventreport.archive.model import HostedDeck, Limits
    from sphinx_eventreport.archive.store import Store

_OTHER = "run again with --update to take the new one"


class Archiver:
    """Archives decks one after the other into *store*; *today* is the day they are said to come."""

    def __init__(self, store: Store, mode: Mode, limits: Limits, today: date, progress: Progress) -> None:
        self._store, self._mode, self._limits = store, mode, limits
        self._today, self._progress = today, progress

    def archive(self, deck: HostedDeck) -> Outcome:
        """Archive *deck*, or look after it if it is there already; return what became of it."""
        entry = self._store.entries.get(deck.url)
        try:
            if entry is None:
                return self._new(deck)
            return self._known(deck, entry) if self._store.has_copy(entry) else self._lost(deck, entry)
        except NotFetched as error:
            kept = entry is not None and self._store.has_copy(entry)
            hint = f"{error.hint}; the copy of {entry.retrieved} stays" if kept and entry else error.hint
            return Outcome(deck, error.status, error.message, hint)
        except BrokenPipeError:
            raise
        except OSError as error:
            place = error.filename or self._store.folder
            return Outcome(deck, Status.FAILED, f"It cannot be archived: {place}: {error.strerror or error}")
        except Exception as error:  # noqa: BLE001 -- one deck never ends a run
            message = f"It cannot be archived: {type(error).__name__}: {error}"
            return Outcome(
                deck, Status.FAILED, message, "this is a fault of sphinx-eventreport, please report it"
            )

    def _new(self, deck: HostedDeck) -> Outcome:
        if self._mode is Mode.CHECK:
            is_there(deck.asked, self._limits)
            return Outcome(deck, Status.MISSING, "It is not archived yet", "run again without --check")
        return self._keep(deck, self._download(deck))

    def _known(self, deck: HostedDeck, entry: ArchivedDeck) -> Outcome:
        if deck.is_export and self._mode is not Mode.UPDATE:
            is_there(deck.asked, self._limits)
            return Outcome(deck, Status.UNCHANGED)
        if is_unchanged(deck.asked, entry, self._limits):
            return Outcome(deck, Status.UNCHANGED)
        if self._mode is Mode.UPDATE:
            return self._keep(deck, self._download(deck))
        message = f"The deck has changed since {entry.retrieved}; the copy stays"
        return Outcome(deck, Status.CHANGED, message, _OTHER)

    def _lost(self, deck: HostedDeck, entry: ArchivedDeck) -> Outcome:
        """Bring a copy back that is missing or damaged: the deck of the lock file, or by update another."""
        if self._mode is Mode.CHECK:
            message = "Its copy is missing, or differs from what the lock file says"
            return Outcome(
                deck, Status.MISSING, message, "restore it from version control, or archive it again"
            )
        downloaded = self._download(deck)
        if downloaded.sha256 != entry.sha256 and self._mode is not Mode.UPDATE:
            part_of(deck.url, self._store.folder).remove()
            message = f"Its copy is missing, and the deck has changed since {entry.retrieved}"
            return Outcome(deck, Status.CHANGED, message, _OTHER)
        return self._keep(deck, downloaded)

    def _download(self, deck: HostedDeck) -> Downloaded:
        return download(deck.asked, part_of(deck.url, self._store.folder), self._limits, self._progress)

    def _keep(self, deck: HostedDeck, downloaded: Downloaded) -> Outcome:
        """Give the download its name, then write the lock file."""
        name = copy_name(deck.url, downloaded.sha256)
        part_of(deck.url, self._store.folder).move_to(name)
        self._store.keep(
            ArchivedDeck(
                url=deck.url,
                final_url=downloaded.final_url,
                retrieved=self._today,
                size=downloaded.size,
                sha256=downloaded.sha256,
                path=name,
                etag=downloaded.etag,
                last_modified=downloaded.last_modified,
            )
        )
        return Outcome(deck, Status.ARCHIVED, f"{downloaded.size} bytes, {self._store.folder.name}/{name}")
