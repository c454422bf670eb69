"""The keys of this project, those of the reference of front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.base import Dialect

if TYPE_CHECKING:
    from collections.abc import Mapping


def _matches(_mapping: Mapping[str, object], _filename: str) -> bool:
    """Take what no other dialect claims."""
    return True


DIALECT = Dialect(name="native", title="native", matches=_matches)
