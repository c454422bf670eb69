"""The arguments of a shortcode: ``ID``, ``"a" "b"``, ``id=ID title="..."``, ``id: "..."``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUOTED = (
    r"""(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|"""
    r"""`(?P<raw>[^`]*)`|(?P<bare>[^\s"'`,()]+))"""
)
_ARGUMENT = lazy_regex(rf"(?:(?P<name>@?[\w-]{{1,40}})(?:\s*=\s*|:\s+|:(?=[\"'])))?{_QUOTED}", re.DOTALL)
_ESCAPED = lazy_regex(r"""\\(["'])""")
_MOST_ARGUMENTS = 30
_ADDRESS_NAMES = ("id", "url", "src", "file", "key", "href", "link", "path", "video", "data", "content")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a shortcode."""

    positional: tuple[str, ...] = ()
    """Those without a name, in their order."""
    named: Mapping[str, str] = field(default_factory=dict)
    """Those with a name."""

    @property
    def address(self) -> str:
        """Return the id, path or URL of what is embedded, "" if there is none."""
        return self.called(*_ADDRESS_NAMES) or self.at(0)

    def called(self, *names: str) -> str:
        """Return the text of the first of *names* that says something, "" if none does."""
        return next((self.named[name] for name in names if self.named.get(name)), "")

    def at(self, index: int) -> str:
        """Return the text in that place among those without a name, "" if there are not so many."""
        return self.positional[index] if index < len(self.positional) else ""


def read_arguments(text: str) -> Arguments:
    """Return the arguments in *text*; no more than thirty."""
    positional: list[str] = []
    named: dict[str, str] = {}
    for number, match in enumerate(_ARGUMENT.finditer(text)):
        if number == _MOST_ARGUMENTS:
            break
        value = next(part for part in match.group("double", "single", "raw", "bare") if part is not None)
        value = _ESCAPED.sub(r"\1", value).strip()
        if match["name"]:
            named.setdefault(match["name"].lower(), value)
        else:
            positional.append(value)
    return Arguments(tuple(positional), named)
