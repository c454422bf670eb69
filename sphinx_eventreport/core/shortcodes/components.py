"""Components of MDX around text, and what a page exports -> Markdown that says the same.

Docusaurus' ``<Admonition>`` and ``<Tabs>``, ``<Aside>`` of Starlight, ``<Callout>`` of Nextra and the like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import code_lines
from sphinx_eventreport.core.shortcodes.arguments import read_arguments
from sphinx_eventreport.core.shortcodes.boxes import FENCE, KINDS, box
from sphinx_eventreport.core.shortcodes.mdx import plain_attributes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_eventreport.core.shortcodes.arguments import Arguments

    Note = Callable[[int, str, str], None]

_TAG = lazy_regex(r"([ \t]*)<(/?)([A-Z]\w{0,40})((?:[ \t][^<>]{0,1000})?)>[ \t]*\r?")
_ON_ONE_LINE = lazy_regex(r"([ \t]*)<([A-Z]\w{0,40})((?:[ \t][^<>]{0,1000})?)>(.+)</\2>[ \t]*\r?")
_BOXES: Mapping[str, str] = {
    **{kind: kind.lower() for kind in "Note Tip Info Warning Danger Caution Important Check".split()},
    **dict.fromkeys("Admonition Aside Callout Alert".split(), "note"),
    **dict.fromkeys("Accordion Expandable Collapse Details Spoiler".split(), "details"),
}
# What they are called is above what they hold.
_TITLED = frozenset("TabItem Tab Card Step LinkCard".split())
_WRAPPERS = (
    frozenset("Tabs Steps CardGroup CardGrid Columns Column Frame AccordionGroup CodeGroup".split()) | _TITLED
)
_TITLES = ("title", "label", "heading", "value", "name")
_CODE = lazy_regex(r"export[ ]+(?:const|let|var|default|function|async|class)\b.*|import[ ]*\{[^}]*")
_MOST_LINES = 200


def components_as_markdown(lines: list[str]) -> None:
    """Replace in *lines* the tags of components that have a line of their own, line for line."""
    code = code_lines(lines)
    for number, line in enumerate(lines):
        whole = _ON_ONE_LINE.fullmatch(line) if "</" in line and number not in code else None
        if whole:
            lines[number] = _one_line(*whole.groups()) or line
        match = _TAG.fullmatch(line) if "<" in line and number not in code else None
        if match is None:
            continue
        indent, slash, name, attributes = match.groups()
        if name in _BOXES:
            lines[number] = indent + FENCE + ("" if slash else _box(name, _arguments(attributes)))
        elif name in _WRAPPERS:
            title = "" if slash or name not in _TITLED else _arguments(attributes).called(*_TITLES)
            lines[number] = f"{indent}**{title}**" if title else ""


def _one_line(indent: str, name: str, attributes: str, text: str) -> str:
    """Return what a component with its text on one line says; "" for one that nobody knows."""
    said = _arguments(attributes)
    if name in _BOXES:
        return f"{indent}> **{said.called('title', 'summary') or name}:** {text}"
    title = said.called(*_TITLES) if name in _TITLED else ""
    return (f"{indent}**{title}:** {text}" if title else indent + text) if name in _WRAPPERS else ""


def _arguments(attributes: str) -> Arguments:
    return read_arguments(plain_attributes(attributes, {}))


def _box(name: str, arguments: Arguments) -> str:
    said = arguments.called("type", "kind", "variant").lower()
    return box(said if said in KINDS else _BOXES[name], arguments.called("title", "summary"))


def comment_out_code(lines: list[str], note: Note) -> None:
    """Make comments of the JavaScript in *lines*, and tell of what it exports: nothing is run."""
    code = code_lines(lines)
    number = 0
    while number < len(lines):
        if number in code or not _CODE.match(lines[number]):
            number += 1
            continue
        end = _end_of_code(lines, number)
        if lines[number].startswith("export"):
            message = f"{lines[number][:60].strip()} is JavaScript, which is not run"
            note(number, message, "write what it would show")
        inner = [line.replace("--", "- -") for line in lines[number:end]]
        inner[0] = f"<!-- {inner[0]}"
        inner[-1] = f"{inner[-1]} -->"
        lines[number:end] = inner
        number = end


def _end_of_code(lines: list[str], first: int) -> int:
    """Return the line after the code that begins in line *first*: the next empty one outside of braces."""
    depth = 0
    for number in range(first, min(first + _MOST_LINES, len(lines))):
        line = lines[number]
        if not line.strip() and depth <= 0:
            return number
        depth += sum(map(line.count, "{([")) - sum(map(line.count, "})]"))
        if depth <= 0 and line.rstrip().endswith((";", "}")):
            return number + 1
    return first + 1
