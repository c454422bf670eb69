"""The dialects of front matter, in the order in which they are tried.

A new one is a module with a ``DIALECT`` table, and a line here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects import jekyll, native
from sphinx_eventreport.core.dialects.base import Alias, Dialect, Translation, translate

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DIALECTS", "NATIVE", "Alias", "Dialect", "Translation", "detect", "named", "translate"]

NATIVE = native.DIALECT
DIALECTS = (
    jekyll.DIALECT,
    NATIVE,  # Takes everything, so it is the last.
)


def detect(mapping: Mapping[str, object], filename: str) -> Dialect:
    """Return the dialect *mapping* is written in; *filename* is a path or document name."""
    return next(dialect for dialect in DIALECTS if dialect.matches(mapping, filename))


def named(name: object) -> Dialect | None:
    """Return the dialect called *name*, if there is one."""
    return next((dialect for dialect in DIALECTS if dialect.name == name), None)
