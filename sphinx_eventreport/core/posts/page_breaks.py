"""Commands of LaTeX about pages and spaces, alone on a line: Pandoc leaves them out of a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container

_BREAK = lazy_regex(
    r"[ \t>]*\\(?:newpage|pagebreak|clearpage|cleardoublepage|bigskip|medskip|smallskip|noindent|vfill"
    r"|[vh]space\*?\{[^{}\n]{1,40}\})[ \t]*\r?"
)


def drop_page_breaks(lines: list[str], code: Container[int]) -> None:
    """Empty those of *lines* that are such a command; *code* are the numbers of lines not looked into."""
    for number, line in enumerate(lines):
        if "\\" in line and number not in code and _BREAK.fullmatch(line):
            lines[number] = ""
