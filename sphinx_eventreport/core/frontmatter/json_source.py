"""JSON -> front matter, within the same limits."""

from __future__ import annotations

import json

from sphinx_eventreport.core.frontmatter.model import MAX_DEPTH, MAX_ITEMS, FrontMatter, printable
from sphinx_eventreport.core.problems import Problem, Subtype

# JSONDecodeError is a ValueError; lists in lists in lists recurse.
_CANNOT_READ = (ValueError, RecursionError)


def read_json(text: str) -> FrontMatter:
    """Return the map that *text*, a whole JSON file, is; an empty one with a problem if it is not one.

    Values have no lines: the whole map is on line 1.
    """
    try:
        value = json.loads(text.removeprefix("\ufeff"))
    except _CANNOT_READ as error:
        return _nothing(f"The JSON cannot be read: {_reason(error)}")
    if not isinstance(value, dict):
        return _nothing("The JSON is not a map")
    return FrontMatter(_plain_map(value, 1), end=text.count("\n") + 1, format="json")


def _reason(error: Exception) -> str:
    return (
        str(error).lower()
        if isinstance(error, json.JSONDecodeError)
        else "it is too large or nested too deeply"
    )


def _nothing(message: str) -> FrontMatter:
    problem = Problem(Subtype.FRONT_MATTER, message, 1, hint="write one map: { ... }")
    return FrontMatter(problems=(problem,), format="json")


def _plain_map(value: dict[str, object], depth: int) -> dict[str, object]:
    items = list(value.items())[:MAX_ITEMS]
    return {printable(key): _plain(item, depth + 1) for key, item in items}


def _plain(value: object, depth: int) -> object:
    if isinstance(value, str):
        return printable(value)
    if depth > MAX_DEPTH:
        return None
    if isinstance(value, list):
        return [_plain(item, depth + 1) for item in value[:MAX_ITEMS]]
    return _plain_map(value, depth) if isinstance(value, dict) else value
