"""Paths -> the trees of sources to read: each is a site with a ``conf.py``, or files that belong to none."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.conf import CONF, read_conf
from sphinx_eventreport.core.files.lookup import is_root
from sphinx_eventreport.core.files.sources import source_files
from sphinx_eventreport.core.reports.pyvideo import CATEGORY, is_pyvideo_event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sphinx_eventreport.core.files.conf import Written

_SUFFIXES = (".md", ".markdown", ".mdx", ".qmd", ".rst", CATEGORY)


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder of sources, and what there is to know before they are read."""

    root: Path
    """The source directory, without links in its path, as Sphinx has it."""
    conf: Mapping[str, Written] = field(default_factory=dict)
    """The settings of ``conf.py``; the defaults without one."""
    wanted: frozenset[Path] | None = None
    """The files to read; ``None`` for all that a build would read."""
    is_whole: bool = True
    """Whether nothing else belongs to the site, so that a name which nothing has is wrong."""

    @property
    def is_rooted(self) -> bool:
        """Whether ``root`` is what a leading ``/`` means, because the configuration of a site marks it."""
        return is_root(self.root)


def find_trees(paths: Iterable[Path]) -> list[Tree]:
    """Return the trees that the files and folders *paths* belong to, each once.

    A site is read whole, for a name is right or wrong by what all of its pages say. Without a ``conf.py``
    the source directory is the folder that the configuration of another generator marks, else the
    folder that was named, or the folder of the file.
    """
    sites: dict[Path, None] = {}
    loose: dict[Path, set[Path]] = {}
    folders = {_real(path) for path in paths if path.is_dir()}
    for path in paths:
        top = _real(path if path.is_dir() else path.parent)
        for source in _sources(path):
            here = _real(source.parent)
            site = _at_or_above(here, _has_conf)
            if site is not None:
                sites[site] = None
            elif source.name != CONF:
                loose.setdefault(_at_or_above(here, is_root) or top, set()).add(here / source.name)
    found = [Tree(site, read_conf(site / CONF)) for site in sites]
    for root, files in loose.items():
        found.append(Tree(root, wanted=frozenset(files), is_whole=root in folders))
    return found


def alone(tree: Tree, file: Path) -> Tree:
    """Return the tree of *file*, which is in the folder of the site *tree* and which no build reads there."""
    conf = {name: said for name, said in tree.conf.items() if not name.endswith("clude_patterns")}
    return Tree(tree.root, conf, frozenset({file}), is_whole=False)


def _sources(path: Path) -> Iterator[Path]:
    """Yield the sources at and below *path*, and the configurations that say that there are others."""
    if not path.is_dir():
        yield path
        return
    yield path / CONF
    for source in source_files(path, suffixes=(*_SUFFIXES, CONF)):
        if source.name == CATEGORY and not is_pyvideo_event(source):
            continue
        if source.name == CONF or not source.name.endswith(CONF):
            yield source


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _has_conf(folder: Path) -> bool:
    return (folder / CONF).is_file()


def _at_or_above(folder: Path, is_wanted: Callable[[Path], bool]) -> Path | None:
    return next(filter(is_wanted, (folder, *folder.parents)), None)
