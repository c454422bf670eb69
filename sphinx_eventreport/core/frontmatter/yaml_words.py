"""The complaints of YAML, in words for somebody who writes posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter.model import TOO_DEEP
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

# What YAML says, what it means, what to do.
_EXPLANATIONS = (
    (
        "mapping values are not allowed",
        "A value contains a colon followed by a space",
        "put quotes around the value",
    ),
    (
        "start any token",
        "A value starts with a character that has a meaning in YAML",
        "put quotes around it",
    ),
    (
        "escape",
        "A backslash in double quotes does not start a known escape",
        "use single quotes, or write \\\\",
    ),
    ("quoted scalar", "A quotation mark is opened and never closed", "close it, or remove it"),
    ("expected ':'", "A line is not `key: value`", "add the colon, or indent the line under its key"),
    (
        "block mapping",
        "A line is indented differently from its neighbours, or a quote ends too early",
        "align it",
    ),
    ("flow", "A list or map in brackets is not closed, or lacks a comma", "close the bracket"),
)


def explained(error: MarkedYAMLError, first_line: int, last_line: int) -> Problem:
    """Return *error*, found in text from *first_line* to *last_line*, as people would say it."""
    said = f"{error.context or ''} {error.problem or ''}".strip()
    if "nesting depth" in said:  # libyaml from 0.2.6 up has a limit of its own, above ours.
        meaning, hint = TOO_DEEP
        line = (error.problem_mark.line if error.problem_mark else 0) + first_line
        return Problem(Subtype.LIMIT, meaning, min(line, last_line), hint=hint)
    found = next((row for row in _EXPLANATIONS if row[0] in said), None)
    meaning, hint = (
        (found[1], found[2]) if found else (f"The YAML cannot be read ({said})", "correct this line")
    )
    # What is not closed is noticed at the end of the text, and is said where the context starts.
    begun = any(word in said for word in ("quoted scalar", "expected ':'", "flow"))
    opened = error.context_mark if begun else None
    mark = opened or error.problem_mark or error.context_mark
    line = min((mark.line if mark else 0) + first_line, last_line)
    return Problem(Subtype.FRONT_MATTER, meaning, line, hint=hint)
