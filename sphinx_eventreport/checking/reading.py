"""A tree of sources -> the warnings of a build of it. Sphinx reads it; only a temporary folder is written."""

from __future__ import annotations

import os
import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_eventreport.checking import collect
from sphinx_eventreport.checking.directives import OtherDirectives
from sphinx_eventreport.checking.minutes import minutes_notes
from sphinx_eventreport.core.files.conf import CONF
from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.core.files.text import decode, read_bytes
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.sphinx_ext.config import ABOUT, PREFIX, read_config, today
from sphinx_eventreport.sphinx_ext.config.misspelt import START
from sphinx_eventreport.sphinx_ext.site.domain import site_of
from sphinx_eventreport.sphinx_ext.visibility.drafts import Gate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.checking.collect import Warned
    from sphinx_eventreport.checking.minutes import Note
    from sphinx_eventreport.checking.trees import Tree
    from sphinx_eventreport.sphinx_ext.site.page import Page

# What a build would run, or write elsewhere.
_NEVER = frozenset({"eventreport_deck_executor", "eventreport_deck_store"})
_TAKEN = {PREFIX + name for name in ABOUT if PREFIX + name not in _NEVER} | {
    *("eventreport_optimize", "exclude_patterns", "include_patterns", "language", "numfig", "primary_domain"),
    *("root_doc", "master_doc", "rst_epilog", "rst_prolog", "suppress_warnings"),
}
_DRAFTS, _AUDIENCE, _MYST = "eventreport_drafts", "eventreport_audience", "myst_"
# Notebooks in Markdown are Markdown to us, whoever runs them; of other kinds there is no parser here.
_PARSERS: Mapping[object, str] = {
    "markdown": "markdown",
    "myst-nb": "markdown",
    "restructuredtext": "restructuredtext",
}
_BEFORE_ALL, _AFTER_ALL = 1, 900
# As a key, an option or a directive.
_OF_AUDIENCE = lazy_regex(r"audience[\"']?(?:\}|::?)\s|internal-pages:", re.IGNORECASE)
# With fewer pages another process costs more time than it saves.
_WORTH_A_PROCESS = 50
# A page that ends a build is left out, and the others are read; so many times.
_MOST_FAILURES = 20


@dataclass(slots=True)
class Reading:
    """What Sphinx found in a tree, as the domain keeps it of each page, and what it warned about."""

    warned: list[Warned] = field(default_factory=list)
    """What Sphinx, and all that runs in it, warned about."""
    sources: dict[str, Path] = field(default_factory=dict)
    """The file of each document."""
    pages: dict[str, Page] = field(default_factory=dict)
    """The pages by document, as the domain keeps them."""
    notes: list[Note] = field(default_factory=list)
    """What is to be looked at in minutes."""
    public: list[str] = field(default_factory=list)
    """Patterns of what looks private, and that the site knows to be public."""
    failures: dict[Path, str] = field(default_factory=dict)
    """The files that would end a build, or the source directory, and why."""
    day: dt.date | None = None
    """The day of the check, if it was read to its end."""


def read_tree(tree: Tree, patterns: tuple[str, ...] = (), dialect: str | None = None) -> Reading:
    """Return what a build of *tree* would say, whose ``conf.py`` is not run.

    *patterns* and *dialect* are as ``eventreport_patterns`` and ``eventreport_dialect``, on top and in place.
    """
    values = _values(tree)
    if patterns:
        values["eventreport_patterns"] = [*values.get("eventreport_patterns", ()), *patterns]
    if dialect:
        values["eventreport_dialect"] = dialect
    reading = _read_to_the_end(tree, _with_all(values))
    if _is_more_than_a_build_has(reading, values):
        # On what a build leaves out, links and listings of the pages that it makes do not lead.
        _take_in(reading, _read_to_the_end(tree, values))
    return reading


def _read_to_the_end(tree: Tree, values: Mapping[str, Any]) -> Reading:
    """Read *tree* again and again, each time without a page that has failed."""
    reading = Reading()
    while not _read(tree, values, reading) and len(reading.failures) < _MOST_FAILURES:
        if tree.root in reading.failures:
            break
    return reading


def _with_all(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return *values* of a site with drafts and what is internal, which is to be right when it is shown."""
    found = dict(values)
    if isinstance(values.get(_DRAFTS, False), bool):
        found[_DRAFTS] = True
    if values.get(_AUDIENCE, "public") == "public":
        found[_AUDIENCE] = "internal"
    return found


def _is_more_than_a_build_has(reading: Reading, values: Mapping[str, Any]) -> bool:
    """Return whether a site with *values* leaves out a page or a part of one that is in *reading*."""
    if reading.day is None:
        return False
    is_for_all = values.get(_AUDIENCE, "public") != "internal"
    gate = Gate(reading.day, "public" if is_for_all else "internal", values.get(_DRAFTS) is True)
    is_less = not all(gate.opens_for(page.seen) for page in reading.pages.values())
    return is_less or (is_for_all and any(map(_has_parts, reading.sources.values())))


def _has_parts(path: Path) -> bool:
    """Return whether the source at *path* may say of a part that it is not for everybody."""
    return _OF_AUDIENCE.search(decode(read_bytes(path))[0]) is not None


def _take_in(reading: Reading, other: Reading) -> None:
    """Put what *other* warned about into *reading*, but for what both did, be it with other advice."""

    def said(one: Warned) -> tuple[object, ...]:
        return one.type, one.path, one.line, one.problem.message if one.problem else one.message

    known = set(map(said, reading.warned))
    reading.warned += [one for one in other.warned if said(one) not in known]


def _values(tree: Tree) -> dict[str, Any]:
    """Return the configuration: what ``conf.py`` says of reading and of us, nothing of other extensions."""
    said = {name: written.value for name, written in tree.conf.items() if _is_taken(name)}
    suffixes = tree.conf["source_suffix"].value if "source_suffix" in tree.conf else None
    if isinstance(suffixes, dict):
        said["source_suffix"] = {
            suffix: _PARSERS[kind] for suffix, kind in suffixes.items() if kind in _PARSERS
        }
    elif suffixes:
        said["source_suffix"] = suffixes
    return {**said, "extensions": ["sphinx_eventreport", collect.__name__], "nitpicky": False}


def _is_taken(name: str) -> bool:
    """Return whether a check has the value *name* as well: also one that is nearly called as one of ours."""
    return name in _TAKEN or (name.startswith((_MYST, START)) and name not in _NEVER)


def _conf(values: Mapping[str, Any]) -> str:
    lines = [f"{name} = {value!r}" for name, value in values.items()]
    return "\n".join(["from math import inf, nan", *lines, ""])


def _read(tree: Tree, values: Mapping[str, Any], reading: Reading) -> bool:
    """Read *tree* into *reading*, without what has failed; return whether that went to its end."""
    with ExitStack() as stack:
        scratch = stack.enter_context(OutputFolder.temporary("sphinx-eventreport-check"))
        stack.enter_context(patch_docutils(tree.root))
        stack.enter_context(docutils_namespace())
        app: Sphinx | None = None
        try:
            # In a file: Sphinx would read text on its command line as a number where it wants one.
            scratch.write(CONF, _conf(values).encode())
            folders = (tree.root, scratch.path, scratch.path / "out", scratch.path / "doctrees")
            app = Sphinx(*folders, "dummy", status=None, warning=None)
            app.connect("env-get-outdated", _Wanted(tree, reading))
            others = OtherDirectives()
            app.connect("source-read", others.forget, priority=_BEFORE_ALL)
            app.connect("source-read", others.know, priority=_AFTER_ALL)
            app.build()
        except Exception as error:  # noqa: BLE001 -- whatever ends a build is to be said of its page
            return _failed(tree, app, error, reading)
        finally:
            reading.warned = collect.warned()
        reading.sources = {name: Path(app.env.doc2path(name)) for name in app.env.found_docs}
        site = site_of(app.env)
        reading.pages = dict(site.pages)
        reading.notes = list(minutes_notes(site, today(app.config)))
        reading.public = read_config(app.config).public
        reading.day = today(app.config)
        return True


def _failed(tree: Tree, app: Sphinx | None, error: Exception, reading: Reading) -> bool:
    env = app.env if app is not None and hasattr(app, "env") else None
    if env is not None and not env.found_docs:
        # Nothing to read is not wrong.
        return True
    docname = env.temp_data.get("docname") if env is not None else None
    path = Path(env.doc2path(docname)) if env is not None and docname else tree.root
    reading.failures[path] = f"{type(error).__name__}: {error}".partition("\n")[0]
    return False


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Leaves the other documents out (listener of ``env-get-outdated``)."""

    tree: Tree
    reading: Reading

    def __call__(
        self, app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], _removed: set[str]
    ) -> list[str]:
        others = {name for name in env.found_docs if not self._is_wanted(Path(env.doc2path(name)))}
        for names in (env.found_docs, added, changed):
            names.difference_update(others)
        if env.found_docs and app.config.root_doc not in env.found_docs:
            # Sphinx cannot do without one.
            app.config.root_doc = min(env.found_docs)
        if len(env.found_docs) >= _WORTH_A_PROCESS:
            app.parallel = os.cpu_count() or 1
        return []

    def _is_wanted(self, path: Path) -> bool:
        wanted = self.tree.wanted
        return path not in self.reading.failures and (wanted is None or path in wanted)
