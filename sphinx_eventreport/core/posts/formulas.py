"""Formulas between dollar signs -> MyST's role and directive; it reads them only where a site says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import outside_code

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

_ALONE = lazy_regex(r"[ \t]*\$\$[ \t]*\r?")
# In Quarto with a name, to which its references lead.
_END = lazy_regex(r"[ \t]*\$\$[ \t]*(?:\{#eq-[\w-]{1,80}\})?[ \t]*\r?")
_NAME_BEHIND = lazy_regex(r"(?<=\$\$)[ \t]*\{#eq-[\w-]{1,80}\}")
_DOUBLE = lazy_regex(r"(?<![\\$])\$\$(?!\$)([^$`\n]{1,1000}?)(?<!\\)\$\$(?!\$)")
# As Pandoc has it: no space inside of the signs, no digit behind them, so that "$5 and $10" is money.
_SINGLE = lazy_regex(r"(?<![\\$\w])\$(?=[^\s$])([^$`\n]{0,300}?[^\s\\$`])\$(?![\d$])")
_ALWAYS = frozenset({"hugoblox", "quarto"})
_KEYS = ("math", "mathjax", "katex", "use_math", "usemathjax", "has_math")
_MOST_LINES = 100


def formulas_as_roles(
    lines: list[str], code: AbstractSet[int], dialect: str, page: Mapping[str, object]
) -> None:
    """Replace the formulas in *lines*, line for line; *page* may say that one sign is enough."""
    single = dialect in _ALWAYS or any(page.get(key) not in {None, False, ""} for key in _KEYS)
    number = 0
    while number < len(lines):
        line = lines[number]
        if "$" in line and number not in code:
            end = _end_of_block(lines, number) if _ALONE.fullmatch(line) else None
            if end is not None:
                lines[number], lines[end] = "```{math}", "```"
                number = end
            else:
                lines[number] = outside_code(line, lambda text: _in_line(text, single=single))
        number += 1


def _end_of_block(lines: list[str], first: int) -> int | None:
    for number in range(first + 1, min(first + _MOST_LINES, len(lines))):
        if _END.fullmatch(lines[number]):
            return number if number > first + 1 else None
    return None


def _in_line(text: str, *, single: bool) -> str:
    text = _DOUBLE.sub(_role, _NAME_BEHIND.sub("", text))
    return _SINGLE.sub(_role, text) if single else text


def _role(match: re.Match[str]) -> str:
    return f"{{math}}`{match[1].strip()}`" if match[1].strip() else match[0]
