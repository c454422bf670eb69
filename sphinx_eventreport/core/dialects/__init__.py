"""The dialects of front matter, in the order in which they are tried.

A new one is a module with a ``DIALECT`` table, and a line here. Those with a form of their own come
first, then those whose keys nobody else has, last those that are known by a few common keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects import (
    ablog,
    academicpages,
    docusaurus,
    hackmd,
    hugo,
    hugoblox,
    jekyll,
    mkdocs,
    native,
    nikola,
    pelican,
    pyvideo,
    quarto,
    zola,
)
from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import NATIVE_KEYS, Dialect, Likeness, Translation, translate
from sphinx_eventreport.core.dialects.detection import (
    REPORT_KEYS,
    is_dated,
    is_other_page,
    is_section_page,
)

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter import FrontMatter

__all__ = [
    "DIALECTS",
    "NATIVE",
    "Alias",
    "Dialect",
    "Likeness",
    "Translation",
    "detect",
    "is_usual",
    "named",
    "translate",
]

NATIVE = native.DIALECT
DIALECTS = (
    pyvideo.DIALECT,
    nikola.DIALECT,
    academicpages.DIALECT,
    jekyll.DIALECT,
    zola.DIALECT,
    hugoblox.DIALECT,
    docusaurus.DIALECT,
    quarto.DIALECT,
    mkdocs.DIALECT,
    hugo.DIALECT,
    pelican.DIALECT,
    ablog.DIALECT,
    hackmd.DIALECT,
    NATIVE,  # Takes everything, so it is the last.
)

# A draft, and the day of a change, are called so by other generators as well.
_ONLY_NATIVE = NATIVE_KEYS - {"draft", "updated"}


def detect(front: FrontMatter, filename: str) -> tuple[Dialect, Likeness]:
    """Return the dialect *front* is written in, and how sure that is; *filename* is a path or document name.

    The first that is certain, else the first that is likely. Front matter of none but native keys, or
    with one of those that make a page a report, is not likely to be a foreign one. A page about a person, a
    paper or the like is certainly in none, for that would make it a report.
    """
    likely = None
    is_other = is_other_page(front.mapping, filename)
    for dialect in DIALECTS:
        likeness = dialect.likeness(front, filename)
        if likeness is Likeness.CERTAIN and not is_other:
            return dialect, likeness
        if likeness is not Likeness.NONE and likely is None:
            likely = dialect
    if likely is None or REPORT_KEYS & front.mapping.keys() or _ONLY_NATIVE.issuperset(front.mapping):
        return NATIVE, Likeness.LIKELY
    return likely, Likeness.LIKELY


def is_usual(front: FrontMatter, filename: str, dialect: Dialect) -> bool:
    """Return whether a page of a site that is written in *dialect* is a post of it.

    It looks like one, or has front matter, is dated and says nothing that speaks against it: posts of every
    generator may have a title, a date, tags and authors, and no more.
    """
    mapping = front.mapping
    if (
        dialect is NATIVE
        or is_other_page(mapping, filename)
        or is_section_page(filename)
        or "listing" in mapping
    ):
        return False
    likeness = dialect.likeness(front, filename)
    return likeness is not Likeness.NONE or (bool(mapping) and is_dated(mapping, filename))


def named(name: object) -> Dialect | None:
    """Return the dialect called *name*, if there is one."""
    return next((dialect for dialect in DIALECTS if dialect.name == name), None)
