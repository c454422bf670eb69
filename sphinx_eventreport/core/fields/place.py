"""Where a value is, and where the problems with it go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter import FrontMatter, line_of
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.dates.partial import PartialDate


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of reading one front matter besides its records."""

    problems: list[Problem] = field(default_factory=list)
    extra: list[tuple[str, object]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one value in one front matter.

    ``path`` is the field it is read for (``description``), ``written`` the key the author used
    (``excerpt``); ``origins`` gives the latter for each of the former that differ. ``timezone`` and
    ``day`` are what times without them mean, ``language`` is the one in which months are written.
    """

    front: FrontMatter
    findings: Findings
    path: str = ""
    written: str = ""
    origins: Mapping[str, str] = field(default_factory=dict)
    timezone: str | None = None
    day: PartialDate | None = None
    language: str | None = None

    def child(self, key: str | int) -> Place:
        """Return the place of the value *key* of the map or list that is here."""
        path = f"{self.path}.{key}" if self.path else str(key)
        written = f"{self.written}.{key}" if self.written else str(key)
        written = self.origins.get(path, written)
        # A place for each key of each report: `replace` would take longer than to read the value.
        return Place(
            self.front, self.findings, path, written, self.origins, self.timezone, self.day, self.language
        )

    @property
    def line(self) -> int | None:
        """Return the line of the value."""
        return line_of(self.front.lines, self.written)

    @property
    def raw(self) -> str | None:
        """Return the text of a value that YAML did not read as text: ``1.10``, ``yes``, ``12:30``."""
        return self.front.raw.get(self.written)

    def report(self, subtype: Subtype, message: str, hint: str = "") -> None:
        """Note a problem with the value; *message* goes on after the name of its key."""
        whole = f"`{self.written}` {message}"
        self.findings.problems.append(Problem(subtype, whole, self.line, self.path, hint))
