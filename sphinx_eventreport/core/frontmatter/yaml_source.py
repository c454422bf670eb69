"""YAML -> values: front matter, of which what is malformed is read again key by key, and whole files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter.model import MAX_ITEMS, FrontMatter, Reading, printable
from sphinx_eventreport.core.frontmatter.yaml_values import Anchors, MalformedError, ValueBuilder
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEY_LINE = lazy_regex(
    r"""(?:"(?P<double>[^"]+)"|'(?P<single>[^']+)'|(?P<plain>[\w$][\w$.@/+-]*(?:\ [\w.-]+){0,2}))"""
    r"""[ \t]*:(?:[ \t]+(?P<value>.*))?$"""
)
_GLUED_LINE = lazy_regex(r"[a-z_]+:(?!/)\S")
_BELONGS_TO_KEY = lazy_regex(r"[ \t#]|- |-$|$")
# Comments and templates of other systems, which say nothing about the post.
_NOISE = lazy_regex(r"\[//\]|<!--|\{[%{#]|%%")

_MOST_ITEMS_OF_FILE = 100_000


@dataclass(slots=True)
class _Block:
    """One top-level key with all lines of its value; *key* is ``None`` for a line that has none."""

    line: int
    key: str | None
    text: str
    lines: list[str]
    after_blank: bool = False
    strays: int = 0

    def takes(self, line: str, *, after_blank: bool) -> bool:
        """Return whether *line*, which starts no key, goes on with this block.

        A line that should have been indented is taken for more of the value above it, but not
        where an empty line says that a paragraph begins.
        """
        if _BELONGS_TO_KEY.match(line):
            return True
        is_text = self.key is not None and not _NOISE.match(line)
        return is_text and not after_blank and not self.after_blank


def read_yaml(source: Sequence[str], first_line: int) -> Reading | None:
    """Return what the lines of *source* say, or ``None`` if they are something else than keys.

    *first_line* is the line the first of them has in its file.
    """
    reading = Reading()
    cleaned = _cleaned(source, first_line, reading)
    if not any(line.strip() for line in cleaned):
        return reading
    try:
        builder = ValueBuilder(reading, first_line, {})
        value = builder.build("\n".join(cleaned))
    except MalformedError as error:
        return _recovered(cleaned, first_line, error.problem)
    if isinstance(value, dict):
        reading.mapping = value
        reading.spans = {} if builder.is_flow else _spans(reading, first_line + len(cleaned) - 1)
        return reading
    return _unglued(cleaned, first_line) if isinstance(value, str) else None


def _cleaned(source: Sequence[str], first_line: int, reading: Reading) -> list[str]:
    """Replace the characters that YAML refuses, and say on which line the first was."""
    cleaned = [printable(line, "\N{REPLACEMENT CHARACTER}") for line in source]
    changed = next((number for number, line in enumerate(source) if cleaned[number] != line), None)
    if changed is not None:
        message = "The front matter contains a control character"
        hint = "remove it; the file may not be UTF-8"
        reading.report(Subtype.FRONT_MATTER, message, line=first_line + changed, hint=hint)
    return cleaned


def _spans(reading: Reading, last_line: int) -> dict[str, tuple[int, int]]:
    starts = {key: reading.lines[key] for key in reading.mapping if key in reading.lines}
    lines = sorted(starts.values())
    # No key may have a line of its own: a merge key can bring all, or nothing.
    ends = dict(zip(lines, [*lines[1:], last_line + 1], strict=False))
    return {key: (start, max(start, ends[start] - 1)) for key, start in starts.items()}


def _unglued(source: list[str], first_line: int) -> Reading | None:
    """Read ``title:Minutes``, which to YAML is one word."""
    if not all(_GLUED_LINE.match(line) for line in source if line.strip()):
        return None
    message = "There is no space between a key and its value"
    problem = Problem(Subtype.FRONT_MATTER, message, first_line, hint="put a space after each colon")
    return _recovered([line.replace(":", ": ", 1) for line in source], first_line, problem, always=True)


def _recovered(
    source: list[str], first_line: int, problem: Problem, *, always: bool = False
) -> Reading | None:
    """Read each key of *source* alone; *problem* is what stopped the reading of the whole."""
    blocks = _blocks(source, first_line)
    if _holds_prose(blocks) or not any(block.key for block in blocks):
        return None
    reading = Reading()
    anchors: Anchors = {}
    for block in blocks[:MAX_ITEMS]:
        _read_block(block, reading, anchors)
    if len(blocks) > MAX_ITEMS:
        message = f"The front matter has more than {MAX_ITEMS} keys, and the rest is left out"
        reading.report(Subtype.LIMIT, message, line=blocks[MAX_ITEMS].line)
    if always or not reading.problems:
        reading.problems.append(problem)
    return reading


def _blocks(source: list[str], first_line: int) -> list[_Block]:
    blocks: list[_Block] = []
    after_blank = False
    for number, line in enumerate(source, first_line):
        match = _KEY_LINE.match(line)
        if match and not (after_blank and " " in (match["plain"] or "")):
            key = match["double"] or match["single"] or match["plain"]
            blocks.append(_Block(number, key, match["value"] or "", [line], after_blank))
        elif blocks and blocks[-1].takes(line, after_blank=after_blank):
            blocks[-1].strays += not _BELONGS_TO_KEY.match(line)
            blocks[-1].lines.append(line)
        elif line.strip() and not line.startswith("#"):
            blocks.append(_Block(number, None, line, [line]))
        after_blank = not line.strip()
    return blocks


def _holds_prose(blocks: list[_Block]) -> bool:
    """Return whether a line that is not a key stands for itself: then the fence was not closed."""
    return any(block.key is None and not _NOISE.match(block.text) for block in blocks)


def _read_block(block: _Block, reading: Reading, anchors: Anchors) -> None:
    if block.key is None:
        message = "A line of the front matter is not `key: value`, and is left out"
        reading.report(Subtype.FRONT_MATTER, message, line=block.line, hint="remove it")
        return
    part = Reading()
    try:
        value = ValueBuilder(part, block.line, anchors).build("\n".join(block.lines))
    except MalformedError as error:
        part = _read_malformed(block, error.problem, anchors)
    else:
        part.mapping = value if isinstance(value, dict) else {}
    _add(part, block, reading)


def _read_malformed(block: _Block, problem: Problem, anchors: Anchors) -> Reading:
    """Read *block* with spaces for tabs, else as text, else not at all; say which."""
    part = Reading()
    untabbed = [_untabbed(line) for line in block.lines]
    if untabbed != block.lines:
        try:
            value = ValueBuilder(part, block.line, anchors).build("\n".join(untabbed))
        except MalformedError:
            part = Reading()
        else:
            part.mapping = value if isinstance(value, dict) else {}
            message = f"`{block.key}` is indented with tabs, which YAML does not allow"
            part.report(Subtype.FRONT_MATTER, message, line=block.line, hint="indent with spaces")
            return part
    continued = [line for line in block.lines[1:] if line.strip() and not line.startswith("#")]
    as_text = len(continued) == block.strays and problem.subtype is not Subtype.LIMIT
    if as_text:
        part.mapping[str(block.key)] = _unquoted(" ".join([block.text, *continued]))
        part.lines[str(block.key)] = block.line
    fate = "is read as text" if as_text else "is left out"
    message = f"`{block.key}` {fate}: {problem.message[0].lower()}{problem.message[1:]}"
    part.report(
        problem.subtype, message, line=problem.line or block.line, path=block.key or "", hint=problem.hint
    )
    return part


def _add(part: Reading, block: _Block, reading: Reading) -> None:
    for key, value in part.mapping.items():
        if key in reading.mapping:
            message = f"The key `{key}` is given twice, and the last one counts"
            reading.report(
                Subtype.DUPLICATE_KEY, message, line=block.line, path=key, hint="remove one of them"
            )
        reading.mapping[key] = value
        reading.spans[key] = (block.line, block.line + len(block.lines) - 1)
    reading.lines.update(part.lines)
    reading.raw.update(part.raw)
    reading.problems += part.problems


def _untabbed(line: str) -> str:
    content = line.lstrip(" \t")
    return line[: len(line) - len(content)].replace("\t", "  ") + content


def _unquoted(text: str) -> str:
    """Return *text* without the quotation marks around it, or the one that was never closed."""
    text = text.strip()
    quote = text[:1]
    if quote not in {'"', "'"} or (text.count(quote) > 1 and not text.endswith(quote)):
        return text
    return text.removeprefix(quote).removesuffix(quote).strip()


def read_yaml_file(text: str) -> tuple[object, FrontMatter]:
    """Return the value of *text*, and the lines, raw texts and problems that reading it gave.

    The value is a list or map of plain values, or ``None`` where it cannot be read at all.
    """
    reading = Reading()
    builder = ValueBuilder(reading, 1, {}, most_items=_MOST_ITEMS_OF_FILE)
    value: object = None
    try:
        value = builder.build(
            printable(text.removeprefix("\N{BYTE ORDER MARK}"), "\N{REPLACEMENT CHARACTER}")
        )
    except MalformedError as error:
        reading.problems.append(error.problem)
    return value, reading.front_matter("yaml", end=0)
