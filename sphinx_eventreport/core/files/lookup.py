"""Paths -> files on disk, whichever way their letters are composed."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_MODULES = ("docusaurus.config", "gatsby-config", "eleventy.config", ".eleventy", "astro.config")
ROOT_MARKS = (
    *("conf.py", "_config.yml", "_config.yaml", "_config.toml", "mkdocs.yml", "mkdocs.yaml"),
    *("_quarto.yml", "_quarto.yaml", "config/_default", "pelicanconf.py"),
    *(f"{name}.{suffix}" for name in ("hugo", "config") for suffix in ("toml", "yaml", "yml", "json")),
    *(f"{name}.{suffix}" for name in _MODULES for suffix in ("js", "mjs", "cjs", "ts", "mts", "cts")),
)
"""Files and folders that make the folder they are in the root of a site: Sphinx and Nikola, Jekyll and Hexo,
MkDocs, Quarto, Hugo and Zola, Pelican, and those that are configured by a module of JavaScript."""

_INDEX_NAMES = frozenset({"index", "_index"})
_COVERS = ("featured", "feature", "cover")
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".avif"})


def existing(base: Path, path: str) -> str | None:
    """Return the path of the file at *path* below *base* as the disk has it; ``None`` if there is none.

    A name is the same whether an accent is a part of its letter or comes after it: the disks of
    macOS have the one, what people type is the other.
    """
    if _is_file(base / path):
        return path
    if path.isascii():
        return None
    found = _resolved(base, path, _composed)
    return found if found is not None and _is_file(base / found) else None


def differing_in_case(base: Path, path: str) -> str | None:
    """Return the path of a file below *base* that is *path* but for upper and lower case."""
    found = _resolved(base, path, lambda name: _composed(name).casefold())
    return found if found is not None and found != path and _is_file(base / found) else None


def is_root(folder: Path) -> bool:
    """Return whether *folder* is the root of a site, as the configuration in it says."""
    return any((folder / mark).exists() for mark in ROOT_MARKS)


def cover_in(folder: Path) -> str | None:
    """Return the name of the picture in *folder* that generators show for the page of that folder."""
    pictures = {
        name.stem.lower(): name.name for name in sorted(_files(folder)) if name.suffix.lower() in _PICTURES
    }
    return next((pictures[cover] for cover in _COVERS if cover in pictures), None)


def cover_of(page: Path) -> Path | None:
    """Return the picture that generators show for the page in the file *page*, if it is in a bundle.

    A bundle is the folder of an index; *page* may be without suffix.
    """
    if page.stem.lower() not in _INDEX_NAMES:
        return None
    name = cover_in(page.parent)
    return page.parent / name if name else None


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_file()]
    except OSError:
        return []


def _is_file(path: Path) -> bool:
    # `is_file` raises for a name longer than the file system takes; `access` says no.
    return os.access(path, os.R_OK) and path.is_file()


def _resolved(base: Path, path: str, key: Callable[[str], str]) -> str | None:
    """Return *path* with each step as the folder has it that *key* makes the same of; ``None`` if none is."""
    found = ""
    for step in path.split("/"):
        names = _names_in(base / found)
        name = step if step in names else next((name for name in names if key(name) == key(step)), None)
        if name is None:
            return None
        found = f"{found}/{name}" if found else name
    return found


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
