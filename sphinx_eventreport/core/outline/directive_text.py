"""A fence of MyST Markdown -> the directive in it: name, argument, options, body.

The syntax is that of MyST-Parser, "Directives" in its documentation: options are lines ``:key:
value`` at the top of the content, or YAML between ``---`` and ``---``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter import read_front_matter
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.problems import Problem

_INFO = lazy_regex(r"\{([^\s{}]{1,80})\}(.*)", re.DOTALL)
_OPTION = lazy_regex(r"\s*:([^\s:][^:]*):(?:\s+(.*))?\s*")
_DOMAIN = "eventreport:"


@dataclass(frozen=True, slots=True)
class DirectiveText:
    """A directive as written."""

    name: str
    """Its name, without the domain."""
    argument: str
    """The text after the name."""
    options: Mapping[str, object] = field(default_factory=dict)
    """Its options: texts, or what YAML made of them."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line in the file of each option."""
    body: str = ""
    """Its content."""
    body_line: int = 1
    """The line on which the content begins."""
    line: int = 1
    """The line on which the directive begins."""
    problems: tuple[Problem, ...] = ()
    """Its problems."""

    def texts(self) -> dict[str, str]:
        """Return the options that are a text or a number, as text."""
        plain = (str, int, float)
        return {key: str(value) for key, value in self.options.items() if isinstance(value, plain)}


def read_directive(info: str, content: str, line: int) -> DirectiveText | None:
    """Return the directive of a fence, or ``None`` if there is none.

    *info* is what follows the fence's marks on *line*, *content* what is between the fences.
    """
    match = _INFO.match(info.strip())
    if match is None:
        return None
    name, argument = match[1].removeprefix(_DOMAIN), match[2].strip()
    lines = content.split("\n")
    if lines[0].startswith("---"):
        return _with_yaml(name, argument, lines, line)
    options: dict[str, object] = {}
    option_lines: dict[str, int] = {}
    written = list(takewhile(bool, map(_OPTION.fullmatch, lines)))
    for number, option in enumerate(filter(None, written), start=line + 1):
        key = option[1].strip()
        options[key] = _unquoted(option[2] or "")
        option_lines[key] = number
    body = "\n".join(lines[len(written) :])
    return DirectiveText(name, argument, options, option_lines, body, line + len(written) + 1, line)


def _with_yaml(name: str, argument: str, lines: list[str], line: int) -> DirectiveText:
    front = read_front_matter("\n".join(lines))
    options = {key: front.raw.get(key, value) for key, value in front.mapping.items()}
    return DirectiveText(
        name,
        argument,
        options,
        {key: line + number for key, number in front.lines.items()},
        "\n".join(lines[front.end :]),
        line + front.end + 1,
        line,
        tuple(problem.moved(line) for problem in front.problems),
    )


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        # In YAML, which MyST-Parser follows, a single quote inside single ones is written twice.
        return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1]
    return text
