"""Paths -> everything that is wrong with the reports below them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.named import named_files
from sphinx_eventreport.core.files.pyvideo import CATEGORY, is_pyvideo_event, read_pyvideo
from sphinx_eventreport.core.files.site import SiteFiles
from sphinx_eventreport.core.files.sources import source_files
from sphinx_eventreport.core.files.text import decode, read_bytes
from sphinx_eventreport.core.people.similar import near_names
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.reports import read_if_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sphinx_eventreport.core.files.named import NamedFile
    from sphinx_eventreport.core.files.settings import SettingsReader, SiteSettings
    from sphinx_eventreport.core.records import Person, Report

SUFFIXES = (".md", ".markdown", ".mdx", ".qmd", ".rst", CATEGORY)


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, the file it is in, and whether it only may be one."""

    path: Path
    problem: Problem
    title: str
    notice: bool = False


@dataclass(slots=True)
class Check:
    """Reads reports, which those are that say so or that the ``settings`` of their site name.

    ``reports`` counts them, and ``names`` says where each person is first.
    """

    settings: SettingsReader
    reports: int = 0
    names: dict[str, list[Path]] = field(default_factory=lambda: defaultdict(list))
    _site: SiteFiles = field(default_factory=SiteFiles)

    def findings(self, paths: Iterable[Path]) -> Iterator[Finding]:
        """Yield what is wrong, file by file, and at last what people look like one another."""
        for path in _files(paths):
            for problem in self._problems(path):
                yield Finding(path, problem, f"eventreport.{problem.subtype.value}")
        yield from self._near_names()

    def _problems(self, path: Path) -> Iterator[Problem]:
        try:
            found = _read(path, self.settings.of(path))
        except OSError as error:
            message = f"The file cannot be read: {error.strerror or error}"
            yield Problem(Subtype.MISSING_FILE, message, hint="check its permissions")
            return
        if found is None:
            return
        report, problems = found
        self.reports += 1
        for person in _people(report):
            if path not in self.names[person.name]:
                self.names[person.name].append(path)
        yield from problems
        folders = self.settings.of(path).folders
        yield from (
            _missing(path, named)
            for named in named_files(report)
            if self._site.lacks(path, named.path, folders)
        )

    def _near_names(self) -> Iterator[Finding]:
        for pair in near_names(self.names):
            rarer, other = sorted(pair, key=lambda name: (len(self.names[name]), len(name), name))
            path = self.names[rarer][0]
            problem = Problem(
                Subtype.VALUE,
                f"{rarer} may be {other} ({self.names[other][0].as_posix()})",
                line=_line_of(path, rarer),
                hint="if so, write one name, or give both the same label",
            )
            yield Finding(path, problem, "eventreport.near_name", notice=True)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from (source_files(path, suffixes=SUFFIXES) if path.is_dir() else [path])


def _read(path: Path, settings: SiteSettings) -> tuple[Report, tuple[Problem, ...]] | None:
    if path.name != CATEGORY:
        return read_if_report(path, settings.dialect, named=settings.names(path))
    return read_pyvideo(path.parent) if is_pyvideo_event(path) else None


def _people(report: Report) -> Iterator[Person]:
    yield from report.authors
    for talk in report.talks:
        yield from talk.speakers


def _missing(path: Path, named: NamedFile) -> Problem:
    message = f"There is no file {named.path!r} for {named.what}"
    hint = "put the file there, or correct the path; a leading / is the source directory"
    return Problem(Subtype.MISSING_FILE, message, line=_line_of(path, named.path), hint=hint)


def _line_of(path: Path, written: str) -> int | None:
    """Return the first line of the file *path* that has *written* in it."""
    lines = decode(read_bytes(path))[0].split("\n")
    return next((number for number, line in enumerate(lines, start=1) if written in line), None)
