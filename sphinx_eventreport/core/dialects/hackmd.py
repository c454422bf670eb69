"""Notes of HackMD and HedgeDoc (https://hackmd.io/c/tutorials/%2F%40docs%2Fyaml-metadata)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import graded, has, is_dated
from sphinx_eventreport.core.dialects.values import only_text

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter import FrontMatter

_OWN_KEYS = frozenset("slideOptions GA breaks opengraph disqus langs newpage".split())


def _likeness(front: FrontMatter, filename: str) -> Likeness:
    """Take a note that says its tags as HackMD does, or has keys of its own; a day makes it a report."""
    mapping = front.mapping
    if mapping.get("type") == "slide":
        return Likeness.NONE
    is_note = front.format == "hackmd" or (front.format == "yaml" and has(mapping, _OWN_KEYS))
    return graded(certain=is_note and is_dated(mapping, filename), likely=is_note)


DIALECT = Dialect(
    name="hackmd",
    title="HackMD and HedgeDoc",
    likeness=_likeness,
    detected_by="a date, and a line `###### tags:`, or keys of HackMD: `breaks`, `slideOptions`, `GA`, "
    "`opengraph` and the like; without either, a mark that only HackMD reads: `:::spoiler`, `[name=Ada]`, "
    "`{%youtube ID %}`, that line of tags",
    aliases={
        "lang": Alias("language"),
        "image": Alias("thumbnail", only_text),
        "author": Alias("authors"),
    },
    ignored=_OWN_KEYS | frozenset("dir robots spellcheck type".split()),
)
