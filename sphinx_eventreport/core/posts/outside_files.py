"""Directives and roles in a post that read files out of the site: they are shown, and not obeyed.

The generator of the post does not have them, so nobody meant them. Whoever builds or imports posts of
others does not publish files of their own machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import dropwhile
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.text import line_with
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Iterable

# They read no text from a file. Others may, and docutils knows the names of its directives in many languages,
# so what is not named here is taken to do that.
HARMLESS = frozenset(
    "admonition attention caution danger error hint important note seealso tip warning dropdown card tab-set "
    "tab-item grid grid-item grid-item-card code code-block code-cell sourcecode math image figure deck "
    "recording iframe audio video slide talk event rubric epigraph glossary mermaid contents "
    "container compound topic sidebar list-table pull-quote highlights".split()
)
# A fence may begin in a list, a quotation, a footnote or a definition.
FENCE = lazy_regex(
    r"(?P<prefix>(?:.*?[\s>])?)(?P<marks>`{3,}|~{3,}|:{3,})[ \t]*(?P<info>\{(?P<name>[^\s{}]+)\}[^`\n]*)"
)
# It may begin in a list or a table.
RST = lazy_regex(r"(?<!\S)\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?(?P<name>[^\s:]\S*?)[ ]?::(?=\s|$)")
# In MyST also as YAML, without the first colon.
_FENCE_ENDS = lazy_regex(r"`{3,}|~{3,}|:{3,}")
_OPTION = lazy_regex(r":?([^:\s]+):(?:\s(.*)|$)")
_FILE = "file"
# docutils takes their `file` from the top of the machine.
_FROM_THE_TOP = frozenset({"raw", "csv-table"})
_ROLE = lazy_regex(r"(?P<role>\{download\}|:download:)(?P<rest>`(?:[^`<\n]*<)?(?P<path>[^`<>\n]+)>?`)")
# What the name of a file begins with that comes with docutils.
_STANDARD = "<"
# What a directive or a role begins with; most texts have neither. Each part begins with a character of its
# own, as in body.py.
_ANY = lazy_regex(r"`[ \t]*\{|~[ \t]*\{|:[ \t]*\{|\.\.[ \t]|download")
# Texts over several lines, and names and kinds of values.
_IN_YAML = (">", "|", "&", "*", "!")


# Sphinx has all of it, so what is in posts of these was meant.
_OF_SPHINX = frozenset({"native", "ablog"})


def show_outside_files(
    text: str, dialect: str, place: str, *, is_rst: bool
) -> tuple[str, tuple[Problem, ...]]:
    """Return *text* of a post in *dialect* at the path *place* of its site, and what is only shown in it.

    The result has as many lines, but for a fence that has no empty line above it.
    """
    if dialect in _OF_SPHINX:
        return text, ()
    outside = OutsideFiles((place,), keeps_lines=True)
    shown = outside.shown_in_rst(text) if is_rst else outside.shown_in_markdown(text)
    hint = "copy the file into the site, and name it there"
    problems = (
        Problem(
            Subtype.OUTSIDE_SOURCE,
            f"{file!r} leads out of the site, and what would read it is text",
            line_with(text, file),
            hint=hint,
        )
        for file in dict.fromkeys(outside.found)
    )
    return shown, tuple(problems)


@dataclass(slots=True)
class OutsideFiles:
    """Turns directives into text that read files out of the site."""

    places: tuple[str, ...]
    """The paths that the page has below the top of its site: where it is, and where it goes."""
    keeps_lines: bool = False
    """Whether the text keeps its number of lines, where the line above a fence is empty."""
    found: list[str] = field(default_factory=list)
    """The directives that were turned, as written."""

    def shown_in_markdown(self, text: str) -> str:
        """Return *text*, MyST, with code in place of such directives."""
        if not _ANY.search(text):
            return text
        written = text.split("\n")
        lines: list[str] = []
        for number, line in enumerate(written, start=1):
            match = FENCE.fullmatch(line)
            if match is None:
                lines.append(self._shown(line, _below(written, number)))
            elif self._is_outside(match["name"], _argument(match["info"]), _below(written, number)):
                before = re.sub(r"[^\s>]", " ", match["prefix"])
                if self.keeps_lines and lines and not lines[-1].strip() and before == match["prefix"]:
                    lines.pop()
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
        line = _ROLE.sub(self._role, line) if "download" in line else line
        found = RST.search(line)
        rest = line[found.end() :] if found else ""
        if found is None or not self._is_outside(found["name"], rest, below):
            return line
        # In a row of a table there may be more of them; each is as wide as before.
        return RST.sub(lambda match: f"\\..{match[0][3:]}", line)

    def _role(self, match: re.Match[str]) -> str:
        if not self._leads_out(match["path"]):
            return match[0]
        self.found.append(match["path"])
        return f"\\{match[0]}"

    def _is_outside(self, name: str, argument: str, below: Iterable[str]) -> bool:
        """Return whether the directive *name* reads a file out of the site; *below* is what follows it."""
        options, more = _head(below)
        file = options.get(_FILE, "")
        is_outside = (
            self._leads_out(file) or _is_unclear(file) or (name.lower() in _FROM_THE_TOP and file[:1] == "/")
        )
        found = [file] if is_outside else []
        path = "".join([argument.strip(), *more])
        if name.lower() not in HARMLESS and self._leads_out(path):
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
        if _is_empty(line) or _FENCE_ENDS.fullmatch(line):
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
