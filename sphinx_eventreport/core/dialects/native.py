"""The keys of this project, those of the reference of front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.base import Dialect, Likeness

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter import FrontMatter


def _likeness(_front: FrontMatter, _filename: str) -> Likeness:
    """Take what no other dialect claims."""
    return Likeness.LIKELY


DIALECT = Dialect(name="native", title="native", likeness=_likeness)
