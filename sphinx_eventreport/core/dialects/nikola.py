"""Nikola (https://getnikola.com/handbook.html#metadata-fields)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import graded, has
from sphinx_eventreport.core.dialects.values import day, last_step

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter import FrontMatter

_OWN_KEYS = frozenset("previewimage hidetitle has_math nocomments pretty_url".split())


def _likeness(front: FrontMatter, _filename: str) -> Likeness:
    mapping = front.mapping
    is_post = has(mapping, ("title", "slug", "date"), 3)
    as_its_editor_writes = mapping.get("type") == "text" and has(mapping, ("link", "tags", "category"))
    return graded(
        certain=front.format == "nikola" or (is_post and as_its_editor_writes),
        likely=is_post and has(mapping, _OWN_KEYS),
    )


DIALECT = Dialect(
    name="nikola",
    title="Nikola",
    likeness=_likeness,
    detected_by="lines `.. title:` and `.. date:` or `.. slug:`, in a comment, at the top, or in a `.meta` "
    "file; as YAML, `title`, `slug`, `date` and `type: text`",
    aliases={
        "slug": Alias("label", last_step),
        "author": Alias("authors"),
        "category": Alias("tags", merge=True),
        "previewimage": Alias("thumbnail"),
        "link": Alias("canonical.url"),
        "lang": Alias("language"),
        "updated": Alias("updated", day),
    },
    ignored=frozenset(
        "type status hidetitle has_math hyphenate nocomments pretty_url template medium enclosure "
        "url_type filters order section annotations noannotations".split()
    ),
)
