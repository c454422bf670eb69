"""Links and pictures of Obsidian and other wikis: ``[[Page#Part|words]]``, ``![[a.png|300]]``.

https://help.obsidian.md/links
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import outside_code

if TYPE_CHECKING:
    import re

# What begins with a digit or has quotes is a list of some language; what is behind brackets is another link.
_LINK = lazy_regex(
    r"(?P<mark>!?)\[\[(?P<to>[^\W\d_][^\[\]|#<>\"'=\n]{0,200})(?P<part>#[^\[\]|<>\n]{1,200})?"
    r"(?:\|(?P<words>[^\[\]\n]{1,200}))?\]\](?![(\[:])"
)
_FILE = lazy_regex(r".*\.(?P<suffix>[A-Za-z][A-Za-z0-9]{1,4})")
_PICTURES = frozenset("png jpg jpeg gif svg webp avif bmp".split())


def with_links(line: str) -> str:
    """Return *line* with links and pictures of Markdown for those of wikis; a page is beside this one."""
    return outside_code(line, lambda text: _LINK.sub(_markdown, text)) if "[[" in line else line


def _markdown(match: re.Match[str]) -> str:
    to, part, words = match["to"].strip(), (match["part"] or "").lstrip("#").strip(), match["words"]
    file = _FILE.fullmatch(to)
    if match["mark"] and file and file["suffix"].lower() in _PICTURES:
        # What is behind the bar is a width, or says what is to be seen.
        alt = words if words and words.strip("0123456789x") else to.rpartition("/")[2]
        return f"![{alt}](<{to}>)"
    shown = (words or (f"{to} > {part}" if part else to)).strip()
    heading = f"#{'-'.join(part.lower().split())}" if part else ""
    return f"[{shown}](<{to if file else f'{to}.md'}{heading}>)"
