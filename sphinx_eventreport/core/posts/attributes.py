"""Lists of attributes behind an element: kramdown, Python-Markdown, Pandoc and Hugo write them.

Only the id of a heading means something here: links may lead to it.
"""

from __future__ import annotations

import re

# What stands in the braces: {: ...} is a list whatever it holds, {...} only if it holds nothing else.
_ITEM = r"""(?:[.#][\w:-]{1,80}|-|[\w:-]{2,40}=(?:"[^"{}]{0,200}"|'[^'{}]{0,200}'|[^\s"'{}]{1,200}))"""
_LIST = rf"""\{{(?::[^{{}}\n]{{0,300}}|[ \t]*{_ITEM}(?:[ \t]{{1,9}}{_ITEM}){{0,20}}[ \t]*)\}}"""
_ALONE = re.compile(r"[ \t]*\{(?::|::)[^{}\n]{0,300}\}[ \t]*")
_HEADING = re.compile(rf"([ \t]*#{{1,6}}[ \t].*?)[ \t]*({_LIST})[ \t]*#*[ \t]*")
_LINK = re.compile(rf"(\]\([^()\n]{{0,500}}(?:\([^()\n]{{0,200}}\)[^()\n]{{0,500}})?\))[ \t]?{_LIST}")
_SPAN = re.compile(rf"(?<=\]){_LIST}")
_KRAMDOWN = re.compile(r"(?<=[)\]*_`>\"])\{:[^{}\n]{1,300}\}")
_COMMENT = re.compile(r"([ \t]*#{1,6}[ \t].*?)[ \t]*\{/\*[ \t]*(#[\w:-]{1,80})[ \t]*\*/\}[ \t]*")
_ID = re.compile(r"#([\w:-]{1,80})")
_AFTER_CODE = re.compile(_LIST)
_CODE = re.compile(r"(`+)(?!`)(?:.*?[^`])\1(?!`)")


def without_attributes(line: str) -> str:
    """Return *line* of Markdown without lists of attributes; the id of a heading becomes an anchor."""
    ending = "\r" if line.endswith("\r") else ""
    line = line.removesuffix("\r")
    heading = _HEADING.fullmatch(line) or _COMMENT.fullmatch(line)
    if heading:
        name = _ID.search(heading[2])
        anchor = f' <a id="{name[1]}"></a>' if name else ""
        return heading[1] + anchor + ending
    if _ALONE.fullmatch(line):
        return ending
    return _outside_code(line) + ending


def _outside_code(line: str) -> str:
    parts: list[str] = []
    done = 0
    for code in _CODE.finditer(line):
        parts += [_cleared(line[done : code.start()]), code[0]]
        behind = _AFTER_CODE.match(line, code.end())
        done = behind.end() if behind else code.end()
    return "".join([*parts, _cleared(line[done:])])


def _cleared(text: str) -> str:
    if "{" not in text:
        return text
    return _KRAMDOWN.sub("", _SPAN.sub("", _LINK.sub(r"\1", text)))
