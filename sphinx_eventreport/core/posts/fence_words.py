"""The words behind a fence of code, which each generator writes in its own way -> the language alone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import code_spans, is_box

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Container, Iterator

_FENCE = lazy_regex(
    r"(?P<fence>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<marks>`{3,}|~{3,}))(?P<words>[^`\n]*?)(?P<end>\r?)"
)
# "js{1,3}", "python=", "js=101", "java!", "go {linenos=table}", "jsx title=...", "bash:setup.sh", "c++".
_LANGUAGE = lazy_regex(r"[ \t]*([A-Za-z][\w+#.-]*)(?:[={!:\[,]\S*)?(?:[ \t].*)?")
_TITLE = lazy_regex(r"""\b(?:title|filename|caption)=(?:"([^"]+)"|'([^']+)')""")
_NUMBERED = lazy_regex(r"([ \t]*[A-Za-z][\w+#.-]*)=(?:\d{0,9}|\+)(?:[ \t]+\[[^\[\]]*\])?[ \t]*")
# What other highlighters call so, and Pygments does not.
_AS_PYGMENTS = {
    **dict.fromkeys("txt plaintext plain nohighlight go-html-template".split(), "text"),
    **dict.fromkeys("jsonc json5".split(), "js"),
    **dict.fromkeys("svelte vue astro".split(), "html"),
    "mdx": "markdown",
    "dockerfile": "docker",
    "terminal": "console",
}
_PROSE = lazy_regex(r"[ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?[^\W_]")
_RAW = lazy_regex(r"\{%-?[ \t]*(?:end)?raw[ \t]*-?%\}")
# What stands below code in Chirpy, a theme of Jekyll: {: file="app.rb" }.
_FILE_BELOW = lazy_regex(
    r"""[ \t>]*\{:[^{}\n]{0,200}\bfile=(?:"([^"{}\n]{1,200})"|'([^'{}\n]{1,200})')[^{}\n]{0,200}\}[ \t]*\r?"""
)
# A heading, or where code or a box begins or ends: it is one on the line above as well.
_MOVABLE = lazy_regex(r"[ \t]*(?:#{1,6}[ \t]|`{3,}|~{3,})")
_ATTRIBUTES = lazy_regex(r"[ \t]*\{[ \t]*(?:[#][\w-]+[ \t]+)?[.]([\w+-]+)[^{}]*\}[ \t]*")


def plain_fences(lines: list[str], note: Callable[[int, str, str], None]) -> None:
    """Leave of what comes after the fences in *lines* the name of the language; directives stay.

    A title goes into the line above, if there is place in it; if not, *note* is told.
    """
    for number, match in _opened(lines):
        language = _ATTRIBUTES.fullmatch(match["words"]) or _LANGUAGE.fullmatch(match["words"])
        title = _TITLE.search(match["words"]) if language else None
        if language:
            lines[number] = f"{match['fence']}{_AS_PYGMENTS.get(language[1], language[1])}{match['end']}"
        title = title or _file_below(lines, number, match["marks"])
        if title and not _put_above(lines, number, title[1] or title[2]):
            message = f"there is no line for the title of this code, {title[1] or title[2]}; it is left out"
            note(number, message, "leave a line above the code empty")


def _file_below(lines: list[str], number: int, marks: str) -> re.Match[str] | None:
    """Return what names a file below the code that *marks* open in line *number*."""
    for below in range(number + 1, len(lines) - 1):
        text = lines[below].strip(" \t>\r")
        if text.startswith(marks) and not text.strip(marks[0]):
            return _FILE_BELOW.fullmatch(lines[below + 1])
    return None


def _opened(lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the numbers of the *lines* that begin code, also in boxes, and what is in them."""
    closing, boxes = "", list[str]()
    for number, line in enumerate(lines):
        match = _FENCE.fullmatch(line) if "```" in line or "~~~" in line else None
        if match is None:
            continue
        marks, words = match["marks"], match["words"].strip()
        if closing:
            closing = "" if marks.startswith(closing) and not words else closing
        elif is_box(marks, words):
            boxes.append(marks)
        elif boxes and marks.startswith(boxes[-1]) and not words:
            # Those inside end with the one around them.
            while boxes and marks.startswith(boxes[-1]):
                boxes.pop()
        else:
            closing = marks
            yield number, match


def _put_above(lines: list[str], number: int, title: str) -> bool:
    """Put the *title* of the code that begins in line *number* above it, behind prose that is there.

    A heading or a fence that is there goes up where a line is empty. A block of HTML goes on to the next
    empty line, so that one stays. Return whether there was a place.
    """
    if not number:
        return False
    above, before = lines[number - 1], lines[number - 2].strip() if number > 1 else ""
    if _PROSE.match(above):
        lines[number - 1] += f" **{title}**"
        return True
    if above.strip():
        if number == 1 or before or not _MOVABLE.match(above):
            return False
        lines[number - 2] = above
    elif before.startswith("<") or before.endswith(">"):
        lines[number - 2] += f"<p><b>{escape(title)}</b></p>"
        return True
    line = lines[number]
    lines[number - 1] = f"{line[: len(line) - len(line.lstrip())]}**{title}**"
    return True


def without_numbers(lines: list[str]) -> None:
    """Leave the language of what HackMD has behind fences to number the lines of code: ``python=101``."""
    for number, line in enumerate(lines):
        match = _FENCE.fullmatch(line) if "=" in line else None
        language = _NUMBERED.fullmatch(match["words"]) if match else None
        if match and language:
            lines[number] = f"{match['fence']}{language[1]}{match['end']}"


def without_raw_in_code(lines: list[str], code: Container[int]) -> None:
    """Take Liquid's ``{% raw %}`` out of code: it is read before Markdown, also there."""
    for number, line in enumerate(lines):
        if "raw" in line:
            is_code = number in code
            lines[number] = _RAW.sub("", line) if is_code else _without_raw_in_spans(line)


def _without_raw_in_spans(line: str) -> str:
    parts, done = [], 0
    for start, end in code_spans(line):
        parts += [line[done:start], _RAW.sub("", line[start:end])]
        done = end
    return "".join([*parts, line[done:]])
