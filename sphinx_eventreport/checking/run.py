"""Paths -> everything that is wrong with the reports at and below them."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.checking.metadata import metadata_findings
from sphinx_eventreport.checking.minutes import OVERDUE
from sphinx_eventreport.checking.model import Finding
from sphinx_eventreport.checking.not_reports import ReadPage, folders_of_notes, pages_with_media
from sphinx_eventreport.checking.others import knows_all, problem_of
from sphinx_eventreport.checking.private import PRIVATE, private_problems, strange_turns
from sphinx_eventreport.checking.reading import read_tree
from sphinx_eventreport.checking.trees import alone, find_trees
from sphinx_eventreport.core.files.conf import CONF
from sphinx_eventreport.core.files.text import decode, read_bytes
from sphinx_eventreport.core.files.written import line_of
from sphinx_eventreport.core.people.similar import near_names
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_eventreport.checking.collect import Warned
    from sphinx_eventreport.checking.reading import Reading
    from sphinx_eventreport.checking.trees import Tree
    from sphinx_eventreport.core.records import Minutes

# What only the whole site tells.
_OF_THE_SITE = frozenset({Subtype.UNKNOWN_TARGET, Subtype.AMBIGUOUS_TARGET, Subtype.DUPLICATE_LABEL})
_OTHERS_OF_THE_SITE = frozenset({"toc.not_readable", "ref.doc", "myst.xref_missing"})


@dataclass(slots=True)
class Check:
    """Reads the sites that files and folders belong to."""

    paths: Sequence[Path]
    """The files and folders."""
    patterns: tuple[str, ...] = ()
    """As ``eventreport_patterns`` in ``conf.py``, besides those there."""
    dialect: str | None = None
    """As ``eventreport_dialect``, in place of the one there."""
    fails_overdue: bool = False
    """Whether an open action whose day is over is a problem, and not only to be looked at."""
    wants_metadata: bool = False
    """Whether to say what keeps reports from being rich results of search engines."""
    _pages: list[ReadPage] = field(default_factory=list)
    _names: dict[str, list[Path]] = field(default_factory=lambda: defaultdict(list))

    @property
    def reports(self) -> int:
        """The number of reports that were asked for and read."""
        return sum(page.is_report for page in self._pages)

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong, site by site and file by file, and at last who may be one person."""
        read: set[Path] = set()
        for tree in find_trees(self.paths):
            yield from self._of(tree, read)
        for path in self.paths:
            file = Path(os.path.realpath(path))
            if path.is_file() and file not in read:
                yield from self._of(alone(find_trees([path])[0], file), read)
        yield from folders_of_notes(self.paths, self._pages)
        yield from self._near_names()

    def _of(self, tree: Tree, read: set[Path]) -> Iterator[Finding]:
        """Yield what is wrong with the files of *tree* that were asked for, and note which were *read*."""
        reading = read_tree(tree, self.patterns, self.dialect)
        read.update(reading.sources.values(), reading.failures)
        pages = list(self._asked(reading))
        self._pages += pages
        self._note_names(reading, pages)
        found = [*_failures(reading), *_warnings(tree, reading), *self._of_minutes(reading)]
        if self.wants_metadata:
            found += (_with_line(one) for one in metadata_findings(tree, reading))
        shown = [replace(one, path=path) for one in found if (path := self._shown(one.path))]
        shown += pages_with_media(pages)
        yield from sorted(dict.fromkeys(shown), key=lambda one: (one.path.as_posix(), one.problem.line or 0))

    def _of_minutes(self, reading: Reading) -> Iterator[Finding]:
        for note in reading.notes:
            path, problem = reading.sources[note.docname], note.problem
            if problem.line is None:
                wanted = problem.target or (problem.field or "").rpartition(".")[2]
                problem = replace(problem, line=_line_of(path, wanted))
            is_notice = not (self.fails_overdue and note.title == OVERDUE)
            yield Finding(path, problem, note.title, notice=is_notice)
        for docname, page in reading.pages.items():
            minutes = page.report.minutes if page.report else None
            if minutes is not None and docname in reading.sources:
                yield from _in_text(reading.sources[docname], minutes, reading.public)

    def _asked(self, reading: Reading) -> Iterator[ReadPage]:
        """Yield the pages that were asked for."""
        for name, source in sorted(reading.sources.items()):
            path, page = self._shown(source), reading.pages.get(name)
            if path is not None and page is not None:
                yield ReadPage(path, name, page.report is not None, bool(page.media), bool(page.listings))
            elif path is not None:
                yield ReadPage(path, name, is_report=False)

    def _note_names(self, reading: Reading, pages: Sequence[ReadPage]) -> None:
        """Note who is named in those of *pages* that are reports."""
        for page in pages:
            if page.is_report:
                for person in reading.pages[page.docname].mentioned():
                    self._names[person.name].append(page.path)

    def _shown(self, file: Path) -> Path | None:
        """Return the path of *file* from the one that asks for it; ``None`` if none does."""
        for path in self.paths:
            top = Path(os.path.realpath(path))
            if file.is_relative_to(top):
                return path / file.relative_to(top)
        return None

    def _near_names(self) -> Iterator[Finding]:
        for pair in near_names(self._names):
            rarer, other = sorted(pair, key=lambda name: (len(self._names[name]), len(name), name))
            path = self._names[rarer][0]
            problem = Problem(
                Subtype.VALUE,
                f"{rarer} may be {other} ({self._names[other][0].as_posix()})",
                line=_line_of(path, rarer),
                hint="if so, write one name, or give both the same label",
            )
            yield Finding(path, problem, "eventreport.near_name", notice=True)


def _failures(reading: Reading) -> Iterator[Finding]:
    for path, why in reading.failures.items():
        problem = Problem(Subtype.MISSING_FILE, f"It cannot be read, and a build ends there: {why}")
        yield Finding(path, problem, "eventreport.unreadable")


def _warnings(tree: Tree, reading: Reading) -> Iterator[Finding]:
    """Yield what a build would warn about that counts."""
    reports = {reading.sources[name] for name, page in reading.pages.items() if page.report}
    for warned in reading.warned:
        if warned.problem is not None:
            problem: Problem | None = replace(warned.problem, line=warned.line)
        else:
            problem = problem_of(warned, knows_all=knows_all(tree.conf, is_report=warned.path in reports))
        if problem is None or not (tree.is_whole or _is_of_the_page(warned, problem)):
            continue
        if problem.target.startswith("/") and not tree.is_rooted:
            # Nobody knows what a leading / is.
            continue
        path = warned.path or tree.root / CONF
        if warned.path is None:
            problem = replace(problem, line=_line_in_conf(tree, problem))
        elif problem.line is None and problem.target:
            problem = replace(problem, line=_line_of(path, problem.target))
        yield Finding(path, problem, warned.type)


def _is_of_the_page(warned: Warned, problem: Problem) -> bool:
    return problem.subtype not in _OF_THE_SITE and warned.type not in _OTHERS_OF_THE_SITE


def _in_text(path: Path, minutes: Minutes, public: Sequence[str]) -> Iterator[Finding]:
    """Yield what is private in the text of minutes, and whose turn is nobody's."""
    lines = decode(read_bytes(path))[0].split("\n")
    for problem in private_problems(lines, public):
        yield Finding(path, problem, PRIVATE, notice=True)
    for problem in strange_turns(lines, minutes):
        yield Finding(path, problem, "eventreport.minutes", notice=True)


def _with_line(finding: Finding) -> Finding:
    """Return *finding* with the line on which the field is that it is about."""
    line = _line_of(finding.path, finding.problem.field or "")
    return replace(finding, problem=replace(finding.problem, line=line))


def _line_in_conf(tree: Tree, problem: Problem) -> int | None:
    """Return the line of ``conf.py`` on which the value is that *problem* is about."""
    written = tree.conf.get(problem.field or "")
    return written.line if written else None


def _line_of(path: Path, written: str) -> int | None:
    """Return the first line of the file *path* that names *written*."""
    try:
        return line_of(decode(read_bytes(path))[0].split("\n"), written)
    except OSError:
        return None
