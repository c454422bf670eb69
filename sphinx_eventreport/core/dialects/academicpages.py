"""Academicpages (https://academicpages.github.io/talks/): a page for each talk, made for Jekyll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import graded, has, is_dated
from sphinx_eventreport.core.dialects.values import link_called, picture

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter import FrontMatter

_LINK_KEYS = ("slides", "video", "poster", "osr", "pu")


def _likeness(front: FrontMatter, filename: str) -> Likeness:
    mapping = front.mapping
    collection = mapping.get("collection", "talks")
    is_talk = collection == "talks" and ("collection" in mapping or has(mapping, ("venue", "permalink"), 2))
    return graded(
        certain=is_dated(mapping, filename) and (is_talk or has(mapping, _LINK_KEYS, 3)), likely=is_talk
    )


DIALECT = Dialect(
    name="academicpages",
    title="Academicpages",
    likeness=_likeness,
    detected_by="a date, and `collection: talks`, or `venue` with `permalink`, or three of "
    "`slides`, `video`, `poster`, `osr`, `pu`",
    aliases={
        "slug": Alias("label"),
        "excerpt": Alias("description"),
        "summary": Alias("description", weak=True),
        "author": Alias("authors"),
        "tag": Alias("tags", merge=True),
        "category": Alias("tags", merge=True),
        "categories": Alias("tags", merge=True),
        "header": Alias("banner", picture),
        "teaser": Alias("thumbnail", picture),
        "lang": Alias("language"),
        "date": Alias("event.start"),
        "venue": Alias("event.name"),
        "location": Alias("event.location.name"),
        "link": Alias("event.url"),
        "type": Alias("talks.type"),
        "slides": Alias("talks.deck"),
        "slidesurl": Alias("talks.deck", weak=True),
        "slides_url": Alias("talks.deck", weak=True),
        "video": Alias("talks.recording"),
        "videourl": Alias("talks.recording", weak=True),
        "video_url": Alias("talks.recording", weak=True),
        "poster": Alias("talks.links", link_called("Poster"), merge=True),
        "paperurl": Alias("talks.links", link_called("Paper"), merge=True),
        "osr": Alias("talks.links", link_called("Materials"), merge=True),
        "pu": Alias("talks.links", link_called("Publication"), merge=True),
    },
    also={"date": Alias("date")},
    ignored=frozenset("collection comments layout permalink published redirect_from share sitemap".split()),
)
