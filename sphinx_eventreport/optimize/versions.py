"""The releases of other packages that an optimization was read for.

It leaves out what changes nothing, and that was found out by reading their code. In another release
the same may change something.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases of a package whose code was read."""

    package: str
    """Its name on PyPI."""
    since: str
    """The first release that was read."""
    before: str
    """The first release after those that were read, its pre-releases included."""

    def __str__(self) -> str:
        return f"{self.package} from {self.since} and below {self.before}"

    def hold(self, installed: str) -> bool:
        """Return whether the release *installed* is one of them."""
        return _numbers(self.since) <= _numbers(installed) < _numbers(self.before)


SPHINX = Releases("sphinx", "8.2", "9.3")
DOCUTILS = Releases("docutils", "0.21", "0.24")
MYST_PARSER = Releases("myst-parser", "5.2", "5.3")
SPHINX_DESIGN = Releases("sphinx-design", "0.8", "0.9")


@cache
def installed_versions() -> Mapping[str, str]:
    """Return the version of each package that is named here, if it is installed.

    To ask for them takes a twentieth of a small build, and a process may make many.
    """
    found = {}
    for releases in (SPHINX, DOCUTILS, MYST_PARSER, SPHINX_DESIGN):
        try:
            found[releases.package] = version(releases.package)
        except PackageNotFoundError:
            continue
    return found


def unread(read_for: Iterable[Releases], installed: Mapping[str, str]) -> str | None:
    """Return why what was *read_for* some releases does not fit those *installed*; None if it does."""
    for releases in read_for:
        found = installed.get(releases.package)
        if found is None:
            return f"{releases.package} is not installed"
        if not releases.hold(found):
            return f"{releases.package} is {found}, and it was read for {releases}"
    return None


def _numbers(release: str) -> tuple[int, ...]:
    """Return the leading numbers of *release*: (9, 2, 0) of 9.2.0b1."""
    found = re.match(r"\d+(?:\.\d+)*", release)
    return tuple(map(int, found[0].split("."))) if found else ()
