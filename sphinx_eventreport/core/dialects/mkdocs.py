"""The blog of Material for MkDocs (https://squidfunk.github.io/mkdocs-material/plugins/blog/#metadata)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import graded, has, is_map_of, says
from sphinx_eventreport.core.dialects.values import created, last_step, picture, updated

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter import FrontMatter

_OWN_KEYS = frozenset("readtime pin".split())
_TYPICAL = frozenset("slug categories links icon hide".split())


def _likeness(front: FrontMatter, _filename: str) -> Likeness:
    mapping = front.mapping
    by_ids = says(mapping, "date") and isinstance(mapping.get("authors"), list)
    return graded(
        certain=is_map_of(mapping.get("date"), ("created",))
        or (says(mapping, "date") and has(mapping, _OWN_KEYS))
        or (by_ids and "title" not in mapping and has(mapping, _TYPICAL)),
        likely=by_ids and has(mapping, _TYPICAL),
    )


DIALECT = Dialect(
    name="mkdocs",
    title="MkDocs Material",
    likeness=_likeness,
    detected_by="`date` as a map with `created`; `date` with `readtime` or `pin`; without `title`, `date` "
    "and a list `authors` with `slug`, `categories`, `links`, `icon` or `hide`",
    aliases={
        "date": Alias("date", created),
        "slug": Alias("label", last_step),
        "categories": Alias("tags", merge=True),
        "subtitle": Alias("description", weak=True),
        "image": Alias("banner", picture),
    },
    also={"date": Alias("updated", updated)},
    ignored=frozenset(
        "comments draft hide icon links pin readtime search social status template toc_depth".split()
    ),
)
