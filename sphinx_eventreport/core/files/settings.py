"""The settings in ``conf.py`` about reports, read without running it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.conf import CONF, read_conf
from sphinx_eventreport.core.files.drives import from_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

_PATTERNS, _DIALECT, _FILE_PATH = "eventreport_patterns", "eventreport_dialect", "eventreport_file_path"
_FOLLOW = "eventreport_follow_symlinks"
_SUFFIX, _RST = "source_suffix", "restructuredtext"


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The settings of one site."""

    root: Path
    """The source directory, from which the names of documents count."""
    patterns: tuple[str, ...] = ()
    """Patterns of document names that are reports, as ``eventreport_patterns``."""
    dialect: str | None = None
    """The name of the dialect of most pages, as ``eventreport_dialect``."""
    folders: tuple[Path, ...] = ()
    """Where files named by name alone are looked for, as ``eventreport_file_path``."""
    follow_symlinks: bool = False
    """Whether links may lead out of the site, as ``eventreport_follow_symlinks``."""

    def names(self, path: Path) -> bool:
        """Return whether a pattern names the document that *path* is the source of."""
        name = from_folder(path.absolute(), self.root).with_suffix("").as_posix()
        return matches(name, self.patterns)


@dataclass(slots=True)
class SettingsReader:
    """Finds the settings of the site of a file; those given here come first, or on top."""

    folder: Path
    """Where names of documents count from where there is no ``conf.py``."""
    patterns: tuple[str, ...] = ()
    """Patterns beside those of ``conf.py``."""
    dialect: str | None = None
    """The dialect in place of that of ``conf.py``."""
    follow_symlinks: bool = False
    """Whether links may lead out of every site."""
    _found: dict[Path, SiteSettings] = field(default_factory=dict)

    def of(self, path: Path) -> SiteSettings:
        """Return what holds for the file *path*: what the nearest ``conf.py`` says, and what is given."""
        here = path.absolute().parent
        if here not in self._found:
            conf = next((up / CONF for up in (here, *here.parents) if (up / CONF).is_file()), None)
            root = conf.parent if conf else self.folder.absolute()
            said = {name: value for name, (value, _line) in read_conf(conf).items()} if conf else {}
            dialect = said.get(_DIALECT)
            self._found[here] = SiteSettings(
                root,
                (*_texts(said.get(_PATTERNS)), *self.patterns),
                self.dialect or (dialect if isinstance(dialect, str) else None),
                tuple(root / folder for folder in _texts(said.get(_FILE_PATH))),
                self.follow_symlinks or said.get(_FOLLOW) is True,
            )
        return self._found[here]


def source_suffixes(site: Path) -> Mapping[str, bool]:
    """Return the suffixes that a build of the folder *site* reads, and whether each is reStructuredText."""
    written = read_conf(site / CONF).get(_SUFFIX)
    said = written.value if written else None
    if isinstance(said, str | list | tuple):
        said = dict.fromkeys([said] if isinstance(said, str) else said, _RST)
    found = {".rst": True, **dict.fromkeys((".md", ".markdown", ".mdx", ".qmd"), False)}
    if isinstance(said, dict):
        found |= {name.lower(): kind == _RST for name, kind in said.items() if isinstance(name, str)}
    return found


def _texts(value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list | tuple) else ()
    return tuple(item for item in listed if isinstance(item, str))


def pattern_of(names: Collection[str]) -> str:
    """Return a pattern that may be meant for *names*: that of a folder, of days, or an example."""
    folders = Counter(folder for name in sorted(names) if (folder := name.rpartition("/")[0]))
    if folders:
        return f"{folders.most_common(1)[0][0]}/*"
    return "[0-9]*" if any(name[:1].isdecimal() for name in names) else "reports/*"


def matches(name: str, patterns: tuple[str, ...] | list[str]) -> bool:
    """Return whether one of *patterns*, with ``*``, ``**``, ``?`` and ``[a-z]``, fits the document *name*.

    The rules are those of Sphinx's ``exclude_patterns``.
    """
    return any(_compiled(pattern).fullmatch(name) for pattern in patterns)


@lru_cache(maxsize=100)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = [_part(piece) for piece in re.findall(r"\*\*|\[!?\]?[^\]]*\]|.", pattern, re.DOTALL)]
    try:
        return re.compile("".join(parts), re.DOTALL)
    except re.error:
        return re.compile(re.escape(pattern))


def _part(piece: str) -> str:
    if piece in {"**", "*", "?"}:
        return {"**": ".*", "*": "[^/]*", "?": "[^/]"}[piece]
    if len(piece) > 1:
        inner = re.sub(r"([\\\[&~|])", r"\\\1", piece[1:-1])
        # A slash is never among the characters that are not named.
        return f"[^/{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"
    return re.escape(piece)
