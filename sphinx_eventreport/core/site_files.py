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
            self._roots[folder] = next(filter(_is_root, (absolute, *absolute.parents)), None)
        return self._roots[folder]

    def is_known(self, page: Path, written: str) -> bool:
        """Return whether one can tell where *written* leads from *page*; without a root, not that of a /."""
        path = without_query(written)
        return bool(path) and "\0" not in path and (not path.startswith("/") or bool(self.root(page.parent)))

    def find(self, page: Path, written: str) -> Path | None:
        """Return the file that *written* names on *page*; ``None`` if it is not there, or not known."""
        if not self.is_known(page, written):
            return None
        root = self.root(page.parent) if written.startswith("/") else None
        key = (root or page.parent, written)
        if key not in self._found:
            folders = [root / static for static in _STATIC] if root else [page.parent]
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


def _is_root(folder: Path) -> bool:
    return any((folder / mark).is_file() for mark in _MARKS)
