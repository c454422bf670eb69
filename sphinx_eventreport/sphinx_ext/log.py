"""The only door for warnings: type ``eventreport``, a subtype, and always a location.

Problems of one document are said when they are found, and kept, for builds that look at it no more. They are
found while a document is read, or while what it shows of others is put in. Sphinx does both only when
something has changed, and a warning that comes once is lost in the next build.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx.util import logging
from sphinx.util.logging import get_node_location

from sphinx_eventreport.core.record import Record

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.problems import Problem

    Location = str | tuple[str, int | None] | nodes.Node | None

WARNING_TYPE = "eventreport"
_KEY = "eventreport_problems"

_logger = logging.getLogger("sphinx_eventreport")


def warn(problem: Problem, /, location: Location) -> None:
    """Log *problem* as a warning at *location*: a docname, (docname, line), or a node."""
    subtype = problem.subtype.value
    # In full for who listens: of a record from another process Sphinx keeps the message only.
    whole = {"problem": problem}
    _logger.warning("%s", problem, type=WARNING_TYPE, subtype=subtype, location=location, extra=whole)


def notice(message: str, *args: object) -> None:
    """Say something that is not a mistake, and does not fail a build under ``-W``."""
    _logger.info(message, *args)


@dataclass(frozen=True, slots=True)
class KeptProblem(Record):
    """A problem that is kept, and where Sphinx said that it is."""

    problem: Problem
    """The problem."""
    place: str = ""
    """A path and a line, as in "talks/moss.md:12"; "" is the document, at the line of the problem."""
    in_source: bool = False
    """Whether the path begins at the source directory, which another checkout has elsewhere."""


@dataclass(frozen=True, slots=True)
class PageProblems(Record):
    """What is kept of one document."""

    problems: tuple[KeptProblem, ...] = ()
    """The problems, in the order in which they were found."""
    may_pass: bool = False
    """Whether another try may end otherwise, for a problem or for what is said elsewhere."""

    def __bool__(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.problems) or self.may_pass


@dataclass(slots=True)
class _Found:
    problems: list[KeptProblem] = field(default_factory=list)
    may_pass: bool = False


def warn_on_page(env: BuildEnvironment, problem: Problem, where: nodes.Node | str | None = None) -> None:
    """Log *problem* of the document that *env* reads or resolves, and keep it.

    *where* is a node, or a path and a line as Sphinx writes them, or ``None`` for the line of the problem.
    """
    written = where if isinstance(where, str) else get_node_location(where) if where is not None else ""
    place = (written or "").removeprefix(_source(env))
    kept = KeptProblem(problem, place, in_source=place != written)
    found = _found(env)
    found.problems.append(kept)
    found.may_pass |= problem.may_pass
    _say(env, env.docname, kept)


def try_again(env: BuildEnvironment) -> None:
    """Have the next build try again what failed on the document, which is said on another one."""
    _found(env).may_pass = True


def problems_found(env: BuildEnvironment) -> PageProblems | None:
    """Return what was found since *env* began to read or resolve its document; ``None`` if nothing was."""
    found: _Found | None = env.temp_data.get(_KEY)
    return PageProblems(tuple(found.problems), found.may_pass) if found is not None else None


def say_again(env: BuildEnvironment, docname: str, found: PageProblems) -> None:
    """Log once more what was *found* in the document *docname*."""
    for kept in found.problems:
        _say(env, docname, kept)


def _found(env: BuildEnvironment) -> _Found:
    found: _Found | None = env.temp_data.get(_KEY)
    if found is None:
        env.temp_data[_KEY] = found = _Found()
    return found


def _say(env: BuildEnvironment, docname: str, kept: KeptProblem) -> None:
    if kept.place:
        warn(kept.problem, _source(env) + kept.place if kept.in_source else kept.place)
    else:
        warn(kept.problem, (docname, kept.problem.line))


def _source(env: BuildEnvironment) -> str:
    return f"{env.srcdir}{os.sep}"
