"""Directives in a post that its generator does not have, and that a native report would obey.

A build of such a post in place converts what ``{raw}`` holds as it does all HTML. What an import writes is
native, so it says by ``raw_directive: false`` that this is to stay so. A directive that reads a file out of
the site is shown instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import dropwhile
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# They hold nothing raw and read no text from a file. Others may, and docutils knows the names of its
# directives in many languages, so what is not named here is taken to do both.
_HARMLESS = frozenset(
    "admonition attention caution danger error hint important note seealso tip warning dropdown card tab-set "
    "tab-item grid grid-item grid-item-card code code-block code-cell sourcecode math image figure deck "
    "recording iframe audio video slide talk event rubric epigraph glossary mermaid contents".split()
)
# A fence may begin in a list, a quotation, a footnote or a definition.
_FENCE = re.compile(
    r"(?P<prefix>(?:.*?[\s>])?)(?P<marks>`{3,}|~{3,}|:{3,})[ \t]*(?P<info>\{(?P<name>[^\s{}]+)\}[^`\n]*)"
)
# It may begin in a list or a table.
_RST = re.compile(r"(?<!\S)\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?(?P<name>[^\s:]\S*?)[ ]?::(?=\s|$)")
# In MyST also as YAML, without the first colon.
_OPTION = re.compile(r":?([^:\s]+):(?:\s(.*)|$)")
_FILE = "file"
_RAW = "raw"
# What the name of a file begins with that comes with docutils.
_STANDARD = "<"
# Texts over several lines, and names and kinds of values.
_IN_YAML = (">", "|", "&", "*", "!")


def foreign_directive(text: str) -> str:
    """Return the first directive in *text* that may hold or read raw HTML; "" if there is none."""
    for line in text.split("\n"):
        fence = _FENCE.fullmatch(line)
        for match in (fence,) if fence else _RST.finditer(line):
            if match["name"].lower() not in _HARMLESS:
                return f"{match[0]}{line[match.end() :]}".strip()
    return ""


@dataclass(slots=True)
class OutsideFiles:
    """Turns directives into text that read files out of the site; ``found`` has these, as written.

    ``places`` are the paths that the page has below the top of its site: where it is, and where it goes.
    """

    places: tuple[str, ...]
    found: list[str] = field(default_factory=list)

    def shown_in_markdown(self, text: str) -> str:
        """Return *text*, MyST, with code in place of such directives."""
        written = text.split("\n")
        lines: list[str] = []
        for number, line in enumerate(written, start=1):
            match = _FENCE.fullmatch(line)
            if match is None:
                lines.append(self._shown(line, _below(written, number)))
            elif self._is_outside(match["name"], _argument(match["info"]), _below(written, number)):
                before = re.sub(r"[^\s>]", " ", match["prefix"])
                lines += [f"{match['prefix']}{match['marks']}text", before + match["info"]]
            else:
                lines.append(line)
        return "\n".join(lines)

    def shown_in_rst(self, text: str) -> str:
        """Return *text*, reStructuredText, with words in place of such directives."""
        lines = text.split("\n")
        return "\n".join(
            self._shown(line, _below(lines, number)) for number, line in enumerate(lines, start=1)
        )

    def _shown(self, line: str, below: Iterable[str]) -> str:
        found = _RST.search(line)
        rest = line[found.end() :] if found else ""
        if found is None or not self._is_outside(found["name"], rest, below):
            return line
        # In a row of a table there may be more of them; each is as wide as before.
        return _RST.sub(lambda match: f"\\..{match[0][3:]}", line)

    def _is_outside(self, name: str, argument: str, below: Iterable[str]) -> bool:
        """Return whether the directive *name* reads a file out of the site; *below* is what follows it."""
        options, more = _head(below)
        file = options.get(_FILE, "")
        # docutils itself takes a path from the top of the machine as it is.
        is_outside = self._leads_out(file) or _is_unclear(file) or (name.lower() == _RAW and file[:1] == "/")
        found = [file] if is_outside else []
        path = "".join([argument.strip(), *more])
        if name.lower() not in _HARMLESS and self._leads_out(path):
            found.append(argument.strip() or path)
        self.found += found
        return bool(found)

    def _leads_out(self, path: str) -> bool:
        if ".." not in path:
            return False
        folders = [""] if path.startswith("/") else [dirname(place) for place in self.places]
        ways = (normpath(join(folder, path.lstrip("/"))) for folder in folders)
        return path.startswith(_STANDARD) or any(f"{way}/".startswith("../") for way in ways)


def _is_unclear(file: str) -> bool:
    """Return whether *file*, as YAML, may be another path than it looks."""
    return "\\" in file or file.startswith(_IN_YAML)


def _argument(info: str) -> str:
    return info.partition("}")[2]


def _below(lines: list[str], number: int) -> Iterable[str]:
    return map(lines.__getitem__, range(number, len(lines)))


def _head(lines: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Return the options at the top of *lines*, those below a directive, and what is above the options."""
    options: dict[str, str] = {}
    above: list[str] = []
    last = ""
    for line in dropwhile(_is_empty, map(_bare, lines)):
        match = _OPTION.fullmatch(line)
        if _is_empty(line):
            break
        if match:
            last = match[1].lower()
            options[last] = (match[2] or "").strip(" \t\"'")
        elif last:
            options[last] += line
        else:
            above.append(line)
    return options, above


def _bare(line: str) -> str:
    """Return *line* without the marks of what it is in, a quotation or a table, and without a rule."""
    return line.strip(" \t>|").strip("-")


def _is_empty(line: str) -> bool:
    return not line
