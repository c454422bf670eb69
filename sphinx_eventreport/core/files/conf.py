"""The values in a ``conf.py`` that are written out, read without running it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.files.text import decode, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CONF = "conf.py"
"""The name of the file that makes a folder the source directory of a site."""


class Written(NamedTuple):
    """A value as it is written."""

    value: object
    """The value."""
    line: int
    """The line on which it begins, counted from 1."""


def read_conf(conf: Path) -> Mapping[str, Written]:
    """Return the values in the file *conf* by their names; none if it cannot be read.

    A value that has to be computed is not among them. ``+=`` adds to one that is written out.
    """
    try:
        module = ast.parse(decode(read_bytes(conf))[0])
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, Written] = {}
    for statement in module.body:
        for name, value in _assigned(statement):
            found[name] = Written(value, statement.lineno)
        if isinstance(statement, ast.AugAssign):
            found.update(_added(statement, found))
    return found


def _assigned(statement: ast.stmt) -> Iterator[tuple[str, object]]:
    """Yield the names that *statement* gives a value that is written out, with that value."""
    if isinstance(statement, ast.Assign):
        targets, value = statement.targets, statement.value
    elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets, value = [statement.target], statement.value
    else:
        return
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    try:
        found = ast.literal_eval(value)
    except (ValueError, TypeError, RecursionError, MemoryError):
        return
    yield from ((name, found) for name in names)


def _added(statement: ast.AugAssign, known: Mapping[str, Written]) -> dict[str, Written]:
    """Return the list that *statement* makes longer, if it and what is added are written out."""
    name = statement.target.id if isinstance(statement.target, ast.Name) else ""
    before = known[name].value if name in known else None
    try:
        more = ast.literal_eval(statement.value)
    except (ValueError, TypeError, RecursionError, MemoryError):
        return {}
    if not (isinstance(before, list) and isinstance(more, list | tuple)):
        return {}
    return {name: Written([*before, *more], statement.lineno)}
