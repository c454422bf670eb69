"""Links and pictures of Obsidian and other wikis: ``[[Page#Part|words]]``, ``![[a.png|300]]``.

https://help.obsidian.md/links
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import outside_code

if TYPE_CHECKING:
    import re

# What begins with a digit and is no day, or has quotes, is a list of some language; what is behind brackets
# is another link.
_LINK = lazy_regex(
    r"(?P<mark>!?)\[\[(?:(?P<to>(?:[^\W\d_]|\d{4}-\d\d(?!\d))[^\[\]|#<>\"'=\n]{0,200})|(?=#))"
    r"(?P<part>#[^\[\]|<>\n]{1,200})?"
    r"(?:\|(?P<words>[^\[\]\n]{1,200}))?\]\](?![(\[:])"
)
_FILE = lazy_regex(r".*\.(?P<suffix>[A-Za-z][A-Za-z0-9]{1,4})")
_PICTURES = frozenset("png jpg jpeg gif svg webp avif bmp".split())


def with_links(line: str) -> str:
    """Return *line* with links and pictures of Markdown for those of wikis; a page is beside this one."""
    return outside_code(line, lambda text: _LINK.sub(_markdown, text)) if "[[" in line else line


def _markdown(match: re.Match[str]) -> str:
    to, part, words = (match["to"] or "").strip(), (match["part"] or "").strip("# \t"), match["words"]
    file = _FILE.fullmatch(to)
    if match["mark"] and file and file["suffix"].lower() in _PICTURES:
        # What is behind the bar is a width, or says what is to be seen.
        alt = words if words and words.strip("0123456789x") else to.rpartition("/")[2]
        return f"![{alt}](<{to}>)"
    shown = words or " > ".join(filter(None, (to, part.removeprefix("^"))))
    page = f"{to}.md" if to and not file else to
    return f"[{shown.strip()}](<{page}{_heading(part)}>)"


def _heading(part: str) -> str:
    """Return *part* of a page as it is in an address; one that begins with a caret is the name of a block."""
    if not part:
        return ""
    return f"#{part[1:]}" if part.startswith("^") else f"#{'-'.join(part.lower().split())}"
