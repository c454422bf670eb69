"""Code that a shortcode or tag holds -> code of Markdown, before anything in it is read.

Hugo's and Jekyll's ``highlight``, ``codeblock`` of Octopress and Hexo, ``mermaid`` and the like.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import code_lines, code_spans
from sphinx_eventreport.core.shortcodes.arguments import read_arguments

if TYPE_CHECKING:
    from sphinx_eventreport.core.shortcodes.arguments import Arguments

# Those that give no language hold the source of a drawing, or what is typed.
_LANGUAGES = {
    **dict.fromkeys("highlight codeblock code code-block prism".split(), ""),
    **dict.fromkeys(
        "mermaid plantuml graphviz chart echarts dot flowchart abcjs markmap goat terminal command "
        "cli prompt".split(),
        "text",
    ),
    "console": "console",
}
_NAMES = "|".join(_LANGUAGES)
_OPENING = lazy_regex(
    rf"\{{%-?[ \t]*(?P<liquid>{_NAMES})\b(?P<liquid_args>[^%\n]{{0,500}}?)-?%\}}"
    rf"|\{{\{{(?P<sign>[<%])[ \t]*(?P<hugo>{_NAMES})\b(?P<hugo_args>[^\n]{{0,500}}?)[>%]\}}\}}",
    re.IGNORECASE,
)
_CLOSINGS = {
    name: (
        lazy_regex(rf"\{{%-?[ \t]*end{name}[ \t]*-?%\}}", re.IGNORECASE),
        lazy_regex(rf"\{{\{{[<%][ \t]*/[ \t]*{name}[ \t]*[>%]\}}\}}", re.IGNORECASE),
    )
    for name in _LANGUAGES
}
_FENCE = lazy_regex(r"[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(?P<info>[^\n]*)")
_RAW = lazy_regex(r"\{%-?[ \t]*(?:end)?raw[ \t]*-?%\}")
_TICKS = lazy_regex("`+")
_LANGUAGE = lazy_regex(r"(?:lang:)?([A-Za-z][\w+#.-]{0,20})")
_SHORTEST = 6
_INDENT_OF_CODE = 4


def code_as_markdown(text: str) -> str:
    """Return *text* with fences for what shortcodes and tags hold as code; each line keeps its number."""
    if not _OPENING.search(text):
        return text
    lines = text.split("\n")
    code = code_lines(lines)
    number, closing = 0, ""
    while number < len(lines):
        line = lines[number]
        if closing:
            closing = "" if _closes(line, closing) else closing
        elif (found := _opening(line)) and not (_is_indented(line) and number in code):
            last = _take(lines, number, found)
            if last == number and lines[number] != line:
                # There may be more of it in this line.
                continue
            number = last
        elif fence := _FENCE.fullmatch(line):
            closing = "" if "`" in fence["info"] and fence[1].startswith("`") else fence[1]
        number += 1
    return "\n".join(lines)


def _opening(line: str) -> re.Match[str] | None:
    """Return the first opening in *line* that is in no code span."""
    spans, found = code_spans(line), _OPENING.finditer(line)
    return next((match for match in found if not any(a <= match.start() < b for a, b in spans)), None)


def _closes(line: str, fence: str) -> bool:
    written = line.strip(" \t\r>")
    return written.startswith(fence) and not written.strip(fence[0])


def _is_indented(line: str) -> bool:
    return line.startswith("\t") or len(line) - len(line.lstrip(" ")) >= _INDENT_OF_CODE


def _take(lines: list[str], number: int, opening: re.Match[str]) -> int:
    """Make code of what *opening*, in line *number*, holds; return the line in which it ends."""
    name = (opening["liquid"] or opening["hugo"]).lower()
    ends = _CLOSINGS[name][0 if opening["liquid"] else 1]
    start = opening.end()
    for last in range(number, len(lines)):
        end = ends.search(lines[last], start if last == number else 0)
        if end:
            break
    else:
        return number
    language = _language(name, read_arguments(opening["liquid_args"] or opening["hugo_args"] or ""))
    before, behind = lines[number][: opening.start()], lines[last][end.end() :]
    if last == number:
        code = _RAW.sub("", lines[number][start : end.start()]).strip()
        _one_line(lines, number, language, (before, code, behind))
        return number
    first, rest = _RAW.sub("", lines[number][start:]), _RAW.sub("", lines[last][: end.start()])
    inner = [first, *lines[number + 1 : last], rest]
    if before.strip() or behind.strip() or first.strip() or rest.strip():
        html = _preformatted(language, "\n".join(inner))
        lines[number : last + 1] = (before + html + behind).split("\n")
    else:
        lines[number : last + 1] = _fenced(language, before, inner)
    return last


def _fenced(language: str, indent: str, inner: list[str]) -> list[str]:
    """Return the fence around the lines *inner*, whose first and last are those of the tags."""
    code = [_RAW.sub("", line) if _RAW.search(line) else None for line in inner]
    lines = [line if plain is None else plain for line, plain in zip(inner, code, strict=True)]
    first, last = 0, len(lines) - 1
    # A tag for raw text, alone on its line, would be an empty line of code.
    while first + 1 < last and code[first + 1] is not None and not lines[first + 1].strip():
        first += 1
    while last - 1 > first and code[last - 1] is not None and not lines[last - 1].strip():
        last -= 1
    ticks = _ticks("\n".join(lines))
    lines[: first + 1] = [*[""] * first, f"{indent}{ticks}{language}"]
    lines[last:] = [f"{indent}{ticks}", *[""] * (len(lines) - last - 1)]
    return lines


def _ticks(code: str) -> str:
    return "`" * max([_SHORTEST, *(len(run) + 1 for run in _TICKS.findall(code))])


def _one_line(lines: list[str], number: int, language: str, parts: tuple[str, str, str]) -> None:
    """Make code of the second of the *parts* of a line: a block if nothing is near it, else a span."""
    before, code, behind = parts
    is_alone = not before.strip() and not behind.strip()
    if (
        is_alone
        and 0 < number < len(lines) - 1
        and not lines[number - 1].strip()
        and not lines[number + 1].strip()
    ):
        ticks = _ticks(code)
        lines[number - 1 : number + 2] = [f"{before}{ticks}{language}", before + code, before + ticks]
    elif is_alone:
        lines[number] = before + _preformatted(language, code)
    else:
        ticks = "`" * max([1, *(len(run) + 1 for run in _TICKS.findall(code))])
        pad = " " if "`" in code else ""
        lines[number] = f"{before}{ticks}{pad}{code}{pad}{ticks}{behind}"


def _preformatted(language: str, code: str) -> str:
    said = f' class="language-{escape(language)}"' if language else ""
    # A brace would begin a shortcode.
    shown = escape(_RAW.sub("", code), quote=False).replace("{", "&#123;")
    return f"<pre><code{said}>{shown}</code></pre>"


def _language(name: str, arguments: Arguments) -> str:
    """Return the language of the code, "" if nothing says it."""
    if _LANGUAGES[name]:
        return _LANGUAGES[name]
    said = arguments.called("lang", "language", "syntax", "type")
    words = [
        word for word in arguments.positional if word.startswith("lang:") or name in {"highlight", "prism"}
    ]
    match = _LANGUAGE.match(said or next(iter(words), ""))
    return match[1].lower() if match and match[1].lower() not in {"linenos", "true", "false"} else ""
