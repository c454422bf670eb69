"""Paths that a report names -> where their files are, without Sphinx and whatever generator it is for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from pathlib import Path

_MARKS = ("conf.py", "_config.yml", "mkdocs.yml", "hugo.toml", "hugo.yaml", "config.toml", "_quarto.yml")
# Where generators keep what has an address from the root of the site.
_STATIC = ("", "static", "public", "assets", "source", "content", "docs")


class SiteFiles:
    """Finds files; what is the root of a site, and where a file is, is remembered for each folder."""

    def __init__(self) -> None:
        self._roots: dict[Path, Path | None] = {}
        self._found: dict[tuple[Path, str], Path | None] = {}

    def root(self, folder: Path) -> Path | None:
        """Return the folder, *folder* or one above, that a generator's configuration marks as root."""
        if folder not in self._roots:
            absolute = folder.absolute()
            self._roots[folder] = next(filter(is_root, (absolute, *absolute.parents)), None)
        return self._roots[folder]

    def find(self, page: Path, written: str) -> Path | None:
        """Return the file that *written* names on *page*; ``None`` if it is not there, or not known."""
        base = self._base(page.parent, written)
        return self._find_below(base, written) if base else None

    def lacks(self, page: Path, written: str) -> bool:
        """Return whether one can tell where *written* leads from *page*, and there is no file.

        Without a root, one cannot tell where a leading / leads.
        """
        base = self._base(page.parent, written)
        return base is not None and self._find_below(base, written) is None

    def _base(self, folder: Path, written: str) -> Path | None:
        """Return the folder that *written*, on a page in *folder*, starts from; ``None`` if not known."""
        path = without_query(written)
        if not path or "\0" in path:
            return None
        return self.root(folder) if path.startswith("/") else folder

    def _find_below(self, base: Path, written: str) -> Path | None:
        key = (base, written)
        if key not in self._found:
            folders = [base / static for static in _STATIC] if written.startswith("/") else [base]
            self._found[key] = self._search(folders, written)
        return self._found[key]

    @staticmethod
    def _search(folders: list[Path], written: str) -> Path | None:
        path = without_query(written)
        names = dict.fromkeys(name.lstrip("/") for name in (written, path, unquote(path)))
        found = (folder / name for folder in folders for name in names)
        # `is_file` raises for a name longer than the file system takes; `access` says no.
        return next((path for path in found if os.access(path, os.R_OK) and path.is_file()), None)


def without_query(written: str) -> str:
    """Return the path in *written*, without what follows a ? or #."""
    return written.partition("#")[0].partition("?")[0]


def is_root(folder: Path) -> bool:
    """Return whether a generator keeps its configuration in *folder*."""
    return any((folder / mark).is_file() for mark in _MARKS)
