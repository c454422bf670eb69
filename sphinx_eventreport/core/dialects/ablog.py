"""ABlog (https://ablog.readthedocs.io/en/stable/manual/markdown.html), in MyST and reStructuredText."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import graded, has, is_dated, says
from sphinx_eventreport.core.dialects.values import address, day, only_text, people

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter import FrontMatter

_SIGNED = ("author", "tags")
_FILED = ("category", "redirect")
_TYPICAL = (*_SIGNED, *_FILED, "external_link", "subtitle")


def _likeness(front: FrontMatter, filename: str) -> Likeness:
    """Take a page that says so; else one with a date that is signed and tagged, or filed, as posts are.

    A page of documentation may have an author, or a date, or tags, and a few have two of them. In
    Markdown its title is a heading; where front matter has it, the post is more likely another's.
    """
    mapping = front.mapping
    if front.post or mapping.get("blogpost") is True:
        return Likeness.CERTAIN
    if "blogpost" in mapping or front.format not in {"yaml", None}:
        return graded(certain=False, likely="blogpost" in mapping)
    is_post = says(mapping, "date") and (
        has(mapping, _FILED) or ("title" not in mapping and has(mapping, _SIGNED, 2))
    )
    return graded(certain=is_post, likely=is_dated(mapping, filename) and has(mapping, _TYPICAL))


DIALECT = Dialect(
    name="ablog",
    title="ABlog",
    likeness=_likeness,
    detected_by="`blogpost: true`, a `post` directive, or `date` with `category` or `redirect`; without "
    "`title`, `date` with `author` and `tags`",
    aliases={
        "author": Alias("authors", people),
        "category": Alias("tags", merge=True),
        "excerpt": Alias("description", only_text),
        "subtitle": Alias("description", weak=True),
        "image": Alias("thumbnail", address),
        "updated": Alias("updated", day),
        "update": Alias("updated", day, weak=True),
        "external_link": Alias("canonical.url"),
    },
    ignored=frozenset("blogpost redirect location exclude permalink published".split()),
)
