"""Pelican (https://docs.getpelican.com/en/latest/content.html#file-metadata); keys may be in any case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import graded, has
from sphinx_eventreport.core.dialects.values import day, last_step, people, placed_picture

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter import FrontMatter

_CAPITALS = frozenset("Date Category Tags Slug Author Authors Summary".split())
_BELOW_A_TITLE = frozenset("category slug tags".split())
_STATES = frozenset({"draft", "hidden", "published", "skip"})


def _likeness(front: FrontMatter, _filename: str) -> Likeness:
    mapping = front.mapping
    if front.format == "docinfo":
        is_post = has(mapping, _BELOW_A_TITLE) or mapping.get("status") in _STATES
        return graded(certain="date" in mapping and "blogpost" not in mapping and is_post)
    in_capitals = "Title" in mapping and has(mapping, _CAPITALS)
    return graded(certain=front.format == "meta" or (front.format == "yaml" and in_capitals))


DIALECT = Dialect(
    name="pelican",
    title="Pelican",
    likeness=_likeness,
    detected_by="lines `Title:` and `Date:` at the top without a fence, or between fences with capitals; "
    "in reStructuredText `:date:` with `:category:`, `:slug:`, `:tags:` or `:status:` below "
    "the title",
    aliases={
        "slug": Alias("label", last_step),
        "author": Alias("authors", people),
        "summary": Alias("description"),
        "subtitle": Alias("description", weak=True),
        "category": Alias("tags", merge=True),
        "keywords": Alias("tags", merge=True),
        "lang": Alias("language"),
        "modified": Alias("updated", day),
        "cover": Alias("banner", placed_picture),
        "image": Alias("banner", placed_picture, weak=True),
        "featured_image": Alias("banner", placed_picture, weak=True),
        "header_cover": Alias("banner", placed_picture, weak=True),
        "og_image": Alias("thumbnail", placed_picture, weak=True),
    },
    ignored=frozenset(
        "status template save_as url translation series comments hide_title toc gittime "
        "related_posts disqus_identifier summary_length".split()
    ),
    folded=True,
)
