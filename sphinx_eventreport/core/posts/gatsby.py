"""What plugins of Gatsby read: code that says what to embed, and the place of a table of contents."""

from __future__ import annotations

from html import escape

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import is_id
from sphinx_eventreport.core.outline.code import code_lines

_EMBED = lazy_regex(r"[ \t]*`(youtube|vimeo|video|gist):[ \t]*([^\s`]{1,500})`[ \t]*\r?")
_CONTENTS = lazy_regex(r"[ \t]*```toc[ \t]*\r?")
_END = lazy_regex(r"[ \t]*```[ \t]*\r?")
_PLACES = {"youtube": "https://youtu.be/", "vimeo": "https://vimeo.com/"}


def read_gatsby(lines: list[str]) -> None:
    """Replace in *lines* code that says what to embed, and drop the place of a table of contents."""
    if any("```toc" in line for line in lines):
        _drop_contents(lines)
    if any(":" in line and line.lstrip().startswith("`") for line in lines):
        code = code_lines(lines)
        for number, line in enumerate(lines):
            match = _EMBED.fullmatch(line) if "`" in line and number not in code else None
            if match:
                lines[number] = _embed(match[1], match[2]) or line


def _drop_contents(lines: list[str]) -> None:
    is_inside = False
    for number, line in enumerate(lines):
        if not is_inside and not _CONTENTS.fullmatch(line):
            continue
        lines[number] = ""
        is_inside = not (is_inside and _END.fullmatch(line))


def _embed(kind: str, said: str) -> str:
    """Return Markdown that shows what is *said*, "" if nobody can know what that is."""
    if kind == "gist":
        return f"[Gist {said}](https://gist.github.com/{said})" if "//" not in said else f"<{said}>"
    address = said if said.startswith(("https://", "http://")) else ""
    if not address and kind in _PLACES and is_id(said):
        address = _PLACES[kind] + said
    return f'<iframe src="{escape(address)}"></iframe>' if address else ""
