"""Numbered examples of Pandoc, ``(@)`` and ``(@label)``, which go on through the whole page -> lists.

https://pandoc.org/MANUAL.html#numbered-example-lists
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import outside_code

if TYPE_CHECKING:
    import re
    from collections.abc import Container

_EXAMPLE = lazy_regex(r"(?P<indent>[ \t>]*)\(@(?P<label>[\w-]{0,80})\)[ \t]+(?=\S)")
_REFERENCE = lazy_regex(r"\(@(?P<whole>[\w-]{1,80})\)|(?<![\w@./])@(?P<label>[\w-]{1,80})")


def number_examples(lines: list[str], code: Container[int]) -> None:
    """Put numbers in place of the marks of examples in *lines*, and of what refers to one.

    *code* are lines not looked into. A label is that of its first example. What refers to none, such as the
    account of somebody, stays.
    """
    numbers: dict[str, int] = {}
    count = 0
    for number, line in enumerate(lines):
        match = _EXAMPLE.match(line) if "(@" in line and number not in code else None
        if match:
            count += 1
            if match["label"]:
                numbers.setdefault(match["label"], count)
            lines[number] = f"{match['indent']}{count}. {line[match.end() :]}"
    for number, line in enumerate(lines if numbers else ()):
        if "@" in line and number not in code:
            lines[number] = _referred(line, numbers)


def _referred(line: str, numbers: dict[str, int]) -> str:
    def shown(match: re.Match[str]) -> str:
        found = numbers.get(match["whole"] or match["label"])
        return match[0] if found is None else f"({found})" if match["whole"] else str(found)

    return outside_code(line, lambda text: _REFERENCE.sub(shown, text))
