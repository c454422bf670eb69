"""Boxes whose content is indented, ``!!! note "Title"``, as Python-Markdown has them -> MyST directives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import code_lines
from sphinx_eventreport.core.shortcodes.boxes import KINDS, box, called

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

_TICKS = 6
"""Fewer backticks than a box in a fence of colons has: it may be around this one."""
_MOST_NESTED = 20
_BOX = lazy_regex(
    r"""([ \t]*)(?:!!!|\?\?\?\+?)[ \t]*(?:([A-Za-z][\w-]*)((?:[ \t]+[\w-]+)*))?[ \t]*(?:"(.*)")?[ \t]*\r?"""
)
_TAB = lazy_regex(r"""([ \t]*)===[+!]?()()[ \t]+"(.*)"[ \t]*\r?""")
_INDENT = "    "
# Python-Markdown's generic blocks (pymdownx.blocks) have lines around them in place of an indent.
_BLOCK = lazy_regex(r"([ \t]*)/{3,}[ \t]*([\w-]+)?[ \t]*(?:\|[ \t]*(.*?))?[ \t]*\r?")
_BLOCK_OPTION = lazy_regex(r"[ ]{4}[\w-]+:.*")
_SNIPPET = lazy_regex(r"""[ \t]*;?-{1,4}8<-{1,4}(?:[ \t]+["'].*["'])?[ \t]*\r?""")
_DIVISIONS = frozenset({"tab", "caption", "html"})
_CLASSES = frozenset({"inline", "end"})


def blocks_as_colons(lines: list[str]) -> None:
    """Replace ``/// note | Title`` and ``///`` in *lines* by fences of colons, which are read later."""
    code = code_lines(lines)
    for number, line in enumerate(lines):
        match = _BLOCK.fullmatch(line) if "///" in line and number not in code else None
        if match is None:
            continue
        name, title = match[2] or "", match[3] or ""
        if name in _DIVISIONS:
            shown = f' title="{title}"' if name == "tab" and title else ""
            written = f"{{.{name}{shown}}}"
        else:
            written = f"{name} {title}".strip()
        lines[number] = f"{match[1]}:::{written}"
        following = number + 1
        while name and following < len(lines) and _BLOCK_OPTION.fullmatch(lines[following]):
            lines[following] = ""
            following += 1


def note_snippets(lines: list[str], note: Callable[[int, str, str], None]) -> None:
    """Tell of lines that put in another file, ``--8<-- "a.md"``, which stay as text."""
    code = code_lines(lines)
    for number, line in enumerate(lines):
        if _SNIPPET.fullmatch(line) and number not in code:
            message = f"{line.strip()[:60]} puts in another file, and stays as text"
            note(number, message, "write {include} of MyST, or the text itself")


def indented_as_directives(lines: list[str], *, has_tabs: bool) -> None:
    """Replace boxes in *lines*, line for line; an inner one comes after its outer one.

    *has_tabs* says that ``=== "Title"`` is one as well. Where there is no line for the end of a box, or
    nothing in it, its title stays in bold.
    """
    depth, outer_end = 0, 0
    code = code_lines(lines)
    for number in range(len(lines)):
        match = None if number in code and number >= outer_end else _match(lines[number], has_tabs=has_tabs)
        if match is None or not (match[2] or match[4]):
            continue
        end = _end_of(lines, number + 1, match[1] + _INDENT)
        # What goes on to the end of the page, or of the box around it, needs no end of its own.
        ends_all = end == len(lines) or (number < outer_end and end == outer_end)
        if end == number + 1:
            if has_tabs:
                lines[number] = f"{match[1]}**{_title(match)}**"
            continue
        _take_indent(lines, number, end, match[1])
        if not ends_all and lines[end].strip():
            lines[number] = f"{match[1]}**{_title(match)}:**"
            continue
        depth = depth + 1 if number < outer_end else 0
        outer_end = max(outer_end, end)
        ticks = "`" * (_TICKS + max(_MOST_NESTED - depth, 0))
        lines[number] = f"{match[1]}{ticks}{_directive(match)}"
        lines[end : end + 1] = lines[end : end + 1] if ends_all else [match[1] + ticks]


def _match(line: str, *, has_tabs: bool) -> re.Match[str] | None:
    if "!!!" in line or "???" in line:
        return _BOX.fullmatch(line)
    return _TAB.fullmatch(line) if has_tabs and "===" in line else None


def _directive(match: re.Match[str]) -> str:
    """Return the directive of a box; words behind one that is no kind are no classes, but prose."""
    kind = (match[2] or "note").lower()
    is_prose = kind not in KINDS and bool(match[3])
    return box(kind, match[4] or (_title(match) if is_prose else ""))


def _title(match: re.Match[str]) -> str:
    """Return what readers see above a box: its title, or the words that say what it is."""
    words = [word for word in (match[3] or "").split() if word not in _CLASSES]
    return match[4] or " ".join([called((match[2] or "").lower()), *words])


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
