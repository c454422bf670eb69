"""TOML front matter -> a Reading; what is malformed is read again key by key."""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter.model import MAX_DEPTH, MAX_ITEMS, Reading, printable
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KEY = lazy_regex(r"""(?P<key>"[^"]+"|'[^']+'|[\w.-]+)[ \t]*=""")
_TABLE = lazy_regex(r"""\[\[?[ \t]*(?P<key>[\w."' -]+?)[ \t]*\]\]?[ \t]*(?:#.*)?$""")
_LINE_IN_MESSAGE = lazy_regex(r"\(at (?:line ([0-9]+), column [0-9]+|end of document)\)")
# tomllib raises a subclass of ValueError, ValueError for numbers of thousands of digits, and
# recurses for lists in lists.
_CANNOT_READ = (ValueError, RecursionError)


def read_toml(source: Sequence[str], first_line: int) -> Reading | None:
    """Return what the lines of *source* say, or ``None`` if they are something else than keys.

    *first_line* is the line the first of them has in its file.
    """
    reading = Reading()
    lines = [printable(line, "\N{REPLACEMENT CHARACTER}") for line in source]
    blocks = list(_blocks(lines, first_line))
    try:
        _add(reading, tomllib.loads("\n".join(lines)))
    except _CANNOT_READ as error:
        if not blocks:
            return None
        reading = _recovered(blocks)
        if not reading.problems:
            reading.problems.append(_explained(error, first_line, lines, "The TOML cannot be read"))
    if not reading.mapping and any(line.strip() for line in lines) and not blocks:
        return None
    _locate(reading, blocks)
    return reading


def _blocks(lines: list[str], first_line: int) -> Iterator[tuple[int, str, list[str]]]:
    """Yield the first line, the key and the lines of each top-level key or table."""
    starts: list[tuple[int, str]] = []
    tables: Counter[str] = Counter()
    in_table = False
    for number, line in enumerate(lines):
        table = _TABLE.match(line)
        match = table or (None if in_table else _KEY.match(line))
        in_table = in_table or bool(table)
        if match:
            key = _bare(match["key"])
            starts.append((number, f"{key}.{tables[key]}" if line.startswith("[[") else key))
            tables[key] += 1
    ends = [*(number for number, _ in starts[1:]), len(lines)]
    for (start, key), end in zip(starts, ends, strict=False):
        yield first_line + start, key, lines[start:end]


def _recovered(blocks: list[tuple[int, str, list[str]]]) -> Reading:
    reading = Reading()
    for line, key, lines in blocks[:MAX_ITEMS]:
        try:
            values = tomllib.loads("\n".join(lines))
        except _CANNOT_READ as error:
            kept = not isinstance(error, RecursionError) and _read_as_text(reading, key, lines)
            fate = "is read as text" if kept else "is left out"
            reading.problems.append(_explained(error, line, lines, f"`{key}` {fate}"))
        else:
            if key in reading.mapping:
                message = f"The key `{key}` is given twice, and the last one counts"
                hint = "remove one of them"
                reading.report(Subtype.DUPLICATE_KEY, message, line=line, path=key, hint=hint)
            _add(reading, values)
    return reading


def _read_as_text(reading: Reading, key: str, lines: list[str]) -> bool:
    """Keep the value of a key of a single line that is not TOML, such as an unquoted text."""
    content = [line for line in lines if line.strip() and not line.startswith("#")]
    if len(content) != 1 or _TABLE.match(content[0]) or "." in key:
        return False
    reading.mapping[key] = content[0].partition("=")[2].strip(" \t\"'")
    return True


def _add(reading: Reading, values: dict[str, object]) -> None:
    """Put *values* into *reading*, plain and no larger than front matter can sensibly be."""
    for key, value in values.items():
        limits: list[str] = []
        plain = _plain(value, limits, 1)
        for limit in limits[:1]:
            reading.report(Subtype.LIMIT, f"`{key}` {limit}", line=1, path=key, hint="shorten it")
        known = reading.mapping.get(key)
        if isinstance(known, dict) and isinstance(plain, dict):
            known.update(plain)
        elif isinstance(known, list) and isinstance(plain, list):
            known += plain
        else:
            reading.mapping[printable(key)] = plain


def _plain(value: object, limits: list[str], depth: int) -> object:
    if isinstance(value, str):
        return printable(value)
    if not isinstance(value, list | dict):
        return value
    if depth >= MAX_DEPTH:
        limits.append(f"is nested more than {MAX_DEPTH} levels deep, and is cut there")
        return None
    if len(value) > MAX_ITEMS:
        limits.append(f"has {len(value)} items, and only the first {MAX_ITEMS} are read")
    if isinstance(value, list):
        return [_plain(item, limits, depth + 1) for item in value[:MAX_ITEMS]]
    items = list(value.items())[:MAX_ITEMS]
    return {printable(str(key)): _plain(item, limits, depth + 1) for key, item in items}


def _locate(reading: Reading, blocks: list[tuple[int, str, list[str]]]) -> None:
    """Note the lines of keys: tomllib does not tell them."""
    for line, key, lines in blocks:
        reading.lines.setdefault(key, line)
        top = key.partition(".")[0]
        reading.lines.setdefault(top, line)
        first, last = reading.spans.get(top, (line, line))
        reading.spans[top] = (min(first, line), max(last, line + len(lines) - 1))
        for number, text in enumerate(lines):
            match = _KEY.match(text.lstrip())
            if match and number:
                reading.lines.setdefault(f"{key}.{_bare(match['key'])}", line + number)
    reading.problems = [
        Problem(one.subtype, one.message, reading.lines.get(one.field, 1), one.field, one.hint)
        if one.subtype is Subtype.LIMIT and one.field
        else one
        for one in reading.problems
    ]


def _bare(key: str) -> str:
    return key.replace('"', "").replace("'", "").replace(" ", "")


def _explained(error: Exception, first_line: int, lines: list[str], what: str) -> Problem:
    said = str(error)
    found = _LINE_IN_MESSAGE.search(said)
    number = 1
    if found:
        number = int(found[1] or len(lines))
    reason = _LINE_IN_MESSAGE.sub("", said).strip().lower()
    hint = "put quotes around a text, and write true and false in lower case"
    return Problem(Subtype.FRONT_MATTER, f"{what}: {reason}", first_line + number - 1, hint=hint)
