"""Lines of reStructuredText in which nothing is looked for: literal blocks, code, and comments."""

from __future__ import annotations

from sphinx_eventreport.core.lazy_regex import lazy_regex

_DIRECTIVE = lazy_regex(r"\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?(?P<name>[A-Za-z][\w:.+-]*?)::(?:[ \t].*)?")
_NO_COMMENT = lazy_regex(r"\.\.[ \t]+[_\[|].*|\.\.[ \t]+[^ \t].*::(?:[ \t].*)?")
_VERBATIM = frozenset(
    "code code-block sourcecode highlight literal parsed-literal raw math prompt productionlist doctest "
    "testcode testoutput testsetup graphviz digraph graph mermaid uml plantuml csv-table".split()
)


def literal_lines(lines: list[str]) -> frozenset[int]:
    """Return the numbers from 0 of *lines* that are below what makes them literal, and deeper."""
    found: set[int] = set()
    around: int | None = None
    for number, line in enumerate(lines):
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        if not text:
            continue
        if around is not None and indent > around:
            found.add(number)
        else:
            around = indent if _opens(text) else None
    return frozenset(found)


def _opens(text: str) -> bool:
    """Return whether what is deeper below a line with *text* is literal, or a comment."""
    directive = _DIRECTIVE.fullmatch(text)
    if directive:
        return directive["name"].lower() in _VERBATIM
    is_comment = text == ".." or (text.startswith(".. ") and not _NO_COMMENT.fullmatch(text))
    return is_comment or text.endswith("::")
