"""The blog of Docusaurus (https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import graded, has, is_dated, is_list_of_maps, says
from sphinx_eventreport.core.dialects.values import labels, last_step, picture, seconds, updated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.frontmatter import FrontMatter

_OWN_KEYS = frozenset(
    "hide_table_of_contents hide_title toc_max_heading_level toc_min_heading_level custom_edit_url unlisted "
    "last_update title_meta sidebar_label sidebar_position pagination_label pagination_next pagination_prev "
    "displayed_sidebar author_title author_url author_image_url".split()
)
# The days of posts in its templates, which are written in the same Markdown.
_OF_ASTRO = ("pubDate", "pubDatetime")
_ENTITIES = ("about", "mentions")
_POST = ("slug", "image", "authors")


def _likeness(front: FrontMatter, filename: str) -> Likeness:
    mapping = front.mapping
    if not says(mapping, "title") or front.format not in {"yaml", None}:
        return Likeness.NONE
    own = (
        filename.endswith(".mdx")
        or has(mapping, _OF_ASTRO)
        or has(mapping, _OWN_KEYS)
        or has(mapping, _ENTITIES, 2)
        or is_list_of_maps(mapping.get("authors"), ("image_url",))
        or is_list_of_maps(mapping.get("chapters"), ("seconds",))
    )
    return graded(
        certain=own and (is_dated(mapping, filename) or has(mapping, _OF_ASTRO)),
        likely=own or (isinstance(mapping.get("authors"), list) and has(mapping, _POST, 3)),
    )


def _author(value: object, page: Mapping[str, object]) -> object:
    """Return the one author of an old post, with the address beside the name."""
    url = page.get("author_url")
    return {"name": value, "url": url} if isinstance(value, str) and isinstance(url, str) and url else value


DIALECT = Dialect(
    name="docusaurus",
    title="Docusaurus",
    likeness=_likeness,
    detected_by="a file `.mdx` with a title and a date, or these with keys of "
    "Docusaurus: `hide_table_of_contents`, `toc_max_heading_level`, "
    "`unlisted`, `author_url`, both `about` and `mentions`, and the like; or with the days of Astro, "
    "`pubDate` or `pubDatetime`",
    aliases={
        "slug": Alias("label", last_step),
        "author": Alias("authors", _author),
        "image": Alias("banner", picture),
        "last_update": Alias("updated", updated),
        "tags": Alias("tags", labels, merge=True),
        "keywords": Alias("tags", merge=True),
        "categories": Alias("tags", merge=True),
        "speakers": Alias("talks.speakers"),
        "duration": Alias("talks.duration", seconds),
    },
    ignored=_OWN_KEYS
    | frozenset("about draft hide_reading_time id mentions parse_number_prefixes showTitle".split()),
)
