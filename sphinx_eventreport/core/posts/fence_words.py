"""The words behind a fence of code, which each generator writes in its own way -> the language alone."""

from __future__ import annotations

import re

_FENCE = re.compile(
    r"(?P<fence>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<marks>`{3,}|~{3,}))(?P<words>[^`\n]*?)(?P<end>\r?)"
)
# "js{1,3}", "python=", "js=101", "java!", "go {linenos=table}", "jsx title=...", "bash:setup.sh", "c++".
_LANGUAGE = re.compile(r"[ \t]*([A-Za-z][\w+#.-]*)(?:[={!:\[,]\S*)?(?:[ \t].*)?")
_TITLE = re.compile(r"""\b(?:title|filename|caption)=(?:"([^"]+)"|'([^']+)')""")
_ATTRIBUTES = re.compile(r"[ \t]*\{[ \t]*(?:[#][\w-]+[ \t]+)?[.]([\w+-]+)[^{}]*\}[ \t]*")


def plain_fences(lines: list[str]) -> None:
    """Leave of what stands behind the fences in *lines* the name of the language; directives stay.

    A title goes into the empty line above, if there is one.
    """
    closing = ""
    for number, line in enumerate(lines):
        match = _FENCE.fullmatch(line) if "```" in line or "~~~" in line else None
        if match is None:
            continue
        if closing:
            if match["marks"].startswith(closing) and not match["words"].strip():
                closing = ""
            continue
        closing = match["marks"]
        language = _ATTRIBUTES.fullmatch(match["words"]) or _LANGUAGE.fullmatch(match["words"])
        if language is None:
            continue
        lines[number] = f"{match['fence']}{language[1]}{match['end']}"
        title = _TITLE.search(match["words"])
        if title and number and not lines[number - 1].strip():
            indent = line[: len(line) - len(line.lstrip())]
            lines[number - 1] = f"{indent}**{title[1] or title[2]}**"
