"""Alternative texts of pictures over several lines: MyST-Parser puts their words together without a space."""

from __future__ import annotations

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import code_lines

# Within a paragraph, and with what a picture has behind its text.
_PICTURE = lazy_regex(r"!\[(?P<text>(?:[^\[\]\n]|\n(?![ \t>]*\n)){1,2000})\](?:(?P<named>\[\])|(?=[\[(]))")
_END = lazy_regex(r"[ \t]*\r?\n[ \t]*")
_SPACE = "&#32;"


def keep_spaces(text: str) -> str:
    """Return *text*, Markdown, with a space that is kept at the end of each line within such a text."""
    found = [match for match in _PICTURE.finditer(text) if "\n" in match[0]] if "![" in text else []
    if not found:
        return text
    code = code_lines(text.split("\n"))
    parts: list[str] = []
    done = 0
    for match in found:
        if text.count("\n", 0, match.start()) not in code:
            parts += [text[done : match.start()], _END.sub(f"{_SPACE}\n", f"![{match['text']}]")]
            # The text is the name of an address as well, and has to stay that.
            parts += [f"[{_END.sub(' ', match['text'])}]"] if match["named"] else []
            done = match.end()
    return "".join([*parts, text[done:]])
