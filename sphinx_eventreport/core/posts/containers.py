"""Boxes in a post -> MyST directives: callouts of Quarto, admonitions of Docusaurus and MkDocs.

MyST reads a colon fence only where a site says so; a fence of backticks it always reads.
"""

from __future__ import annotations

import re

from sphinx_eventreport.core.outline.code_lines import code_lines

_TICKS = 6
"""How many backticks come on top, so that code in a box does not end it."""
_MOST_NESTED = 20
_FENCE = re.compile(r"([ \t]*)(:{3,})[ \t]*(.*?)[ \t]*\r?")
_ANY_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_MYST = re.compile(r"\{([\w:-]+)\}(.*)")
_NAMED = re.compile(r"(\w+)(?:\[([^\]]*)\]|[ \t]+(.*))?(?:\{.*\})?")
_CALLOUT = re.compile(r"\{?[ \t]*\.?callout-(\w+)")
_TITLE = re.compile(r"""title=["']([^"']*)["']""")
_MKDOCS = re.compile(
    r"""([ \t]*)(?:!!!|\?\?\?\+?|===\+?)[ \t]+(?:([\w-]+)(?:[ \t]+[\w -]*)?)?[ \t]*(?:"(.*)")?[ \t]*\r?"""
)
_KINDS = {
    **{name: name for name in "note tip warning important caution danger hint attention error".split()},
    "info": "note",
    "abstract": "note",
    "success": "tip",
    "question": "hint",
    "failure": "error",
    "bug": "error",
    "example": "note",
    "quote": "note",
    "secondary": "note",
}


def as_directives(lines: list[str], dialect: str) -> None:
    """Replace the boxes in *lines* of a post in *dialect*, line for line; a box of no meaning is left out."""
    code = code_lines(lines) if any(":::" in line for line in lines) else frozenset[int]()
    _colons(lines, code)
    if dialect == "mkdocs":
        _indented(lines)


_CELL = re.compile(r"([ \t]*(`{3,}|~{3,}))[ \t]*\{[ \t]*[.=]?([\w+-]+)[^`]*\}[ \t]*\r?")


def cells_as_code(lines: list[str]) -> None:
    """Replace the openings of cells and of blocks with attributes by those of code in that language.

    Nothing is run: ``{r, echo=FALSE}`` and ``{.python filename="x.py"}`` are code in R and in Python.
    """
    closing = ""
    for number, line in enumerate(lines):
        match = None if closing else _ANY_FENCE.match(line)
        if closing and line.strip().startswith(closing) and not line.strip().strip(closing[0]):
            closing = ""
        elif match:
            closing = match[1]
            cell = _CELL.fullmatch(line)
            lines[number] = f"{cell[1]}{cell[3]}" if cell else line


def _colons(lines: list[str], code: frozenset[int]) -> None:
    opened: list[str] = []
    for number, line in enumerate(lines):
        match = _FENCE.fullmatch(line) if ":::" in line and number not in code else None
        if match is None:
            continue
        if match[3]:
            # An inner box may have as many colons as the one around it.
            ticks = "`" * (_TICKS + 3 + _MOST_NESTED - len(opened))
            found = _opening(match[3])
            opened.append(ticks if found else "")
            lines[number] = f"{match[1]}{ticks}{found}" if found else ""
        elif opened:
            lines[number] = match[1] + opened.pop()


def _opening(written: str) -> str:
    """Return the directive that a colon fence opens, "" if it is only a division."""
    myst = _MYST.fullmatch(written)
    if myst:
        return written
    callout = _CALLOUT.match(written)
    title = _TITLE.search(written)
    if callout:
        return _box(callout[1], title[1] if title else "")
    named = _NAMED.fullmatch(written)
    if named and named[1] in _KINDS:
        return _box(named[1], named[2] or named[3] or "")
    return ""


def _box(kind: str, title: str) -> str:
    """Return the directive of a box; without a title it is called what its generator calls it."""
    name = _KINDS.get(kind)
    title = title.strip() or ("" if name == kind else kind.capitalize())
    return f"{{admonition}} {title}" if title else f"{{{name}}}"


def _indented(lines: list[str]) -> None:
    """Replace boxes of MkDocs, whose content is indented by four; an inner one comes after its outer one."""
    depth, outer_end = 0, 0
    for number in range(len(lines)):
        match = _MKDOCS.fullmatch(lines[number])
        if not match or not (match[2] or match[3]):
            continue
        end = _end_of(lines, number + 1, match[1] + "    ")
        # What goes on to the end of the page, or of the box around it, needs no end of its own.
        ends_all = end == len(lines) or (number < outer_end and end == outer_end)
        if end > number + 1 and (ends_all or not lines[end].strip()):
            depth = depth + 1 if number < outer_end else 0
            outer_end = max(outer_end, end)
            ticks = "`" * (_TICKS + max(_MOST_NESTED - depth, 0))
            box = _box(match[2] or "note", match[3] or "")
            _take_indent(lines, number, end, match[1])
            lines[number] = f"{match[1]}{ticks}{box}"
            lines[end : end + 1] = lines[end : end + 1] if ends_all else [match[1] + ticks]


def _end_of(lines: list[str], first: int, indent: str) -> int:
    """Return the number of the line after the last that is indented, from *first* on."""
    last = number = first
    while number < len(lines) and (not lines[number].strip() or lines[number].startswith(indent)):
        number += 1
        last = number if lines[number - 1].strip() else last
    return last


def _take_indent(lines: list[str], number: int, end: int, margin: str) -> None:
    for inner in range(number + 1, end):
        lines[inner] = margin + lines[inner][len(margin) + 4 :] if lines[inner].strip() else ""
