"""Paths that a report names -> where their files are, without Sphinx and whatever generator it is for."""

from __future__ import annotations

import os
from pathlib import Path

from sphinx_eventreport.core.files.candidates import PagePlace, candidates
from sphinx_eventreport.core.files.drives import below, from_here
from sphinx_eventreport.core.files.lookup import existing, is_root


class SiteFiles:
    """Finds files; what is the root of a site, and where a file is, is remembered for each folder.

    *top* is the root of a site that has no generator's configuration, if that is known.
    """

    def __init__(self, top: Path | None = None) -> None:
        self._top = top
        self._roots: dict[Path, Path | None] = {}
        self._found: dict[tuple[Path, str], Path | None] = {}

    def root(self, folder: Path) -> Path | None:
        """Return the folder, *folder* or one above, that a generator's configuration marks as root."""
        if folder not in self._roots:
            # Without "..": what is beside a folder on the way is not around it.
            absolute = Path(os.path.normpath(folder.absolute()))
            self._roots[folder] = next(filter(is_root, (absolute, *absolute.parents)), None)
        return self._roots[folder]

    def _root_of(self, page: Path) -> Path | None:
        return self.root(page.parent) or self._top

    def find(self, page: Path, written: str, folders: tuple[Path, ...] = ()) -> Path | None:
        """Return the file that *written* names on *page*; ``None`` if it is not there, or not known.

        *folders* are where the site has files that are named by name alone.
        """
        key = (page, written)
        if key not in self._found:
            self._found[key] = self._search(page, written, folders)
        return self._found[key]

    def _search(self, page: Path, written: str, folders: tuple[Path, ...]) -> Path | None:
        root = self._root_of(page)
        if not without_query(written) or "\0" in written or (written.startswith("/") and root is None):
            return None
        # From the root of the drive, so that a path may lead out of the site it is written on.
        top = Path(page.absolute().anchor)
        place = PagePlace.of(below(page.absolute().with_suffix(""), top))
        roots = (below(root, top),) if root else (place.folder,)
        searched = [below(folder, top) for folder in folders]
        tried = dict.fromkeys(candidates(written, place, roots, searched))
        found = next(filter(None, (existing(top, path) for path in tried)), None)
        if found is None:
            return None
        return top / found if page.is_absolute() else from_here(top / found)


def without_query(written: str) -> str:
    """Return the path in *written*, without what follows a ? or #."""
    return written.partition("#")[0].partition("?")[0]
