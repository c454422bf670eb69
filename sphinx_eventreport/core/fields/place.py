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
    """What is wrong, in the order in which it was found."""
    extra: list[tuple[str, object]] = field(default_factory=list)
    """Keys that no field has, with their values."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one value in one front matter."""

    front: FrontMatter
    """The front matter."""
    findings: Findings
    """Where to put what is found besides the value."""
    path: str = ""
    """The field that the value is read for: ``description``."""
    written: str = ""
    """The key that the author used: ``excerpt``."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """The key as written for each field that has another name."""
    timezone: str | None = None
    """What times without a zone are in, an IANA name."""
    day: PartialDate | None = None
    """What times without a day are on."""
    language: str | None = None
    """The language in which months are written, a BCP 47 tag."""

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
