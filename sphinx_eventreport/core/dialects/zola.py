"""Zola (https://www.getzola.org/documentation/content/page/#front-matter): TOML with ``[extra]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import (
    graded,
    has,
    is_dated,
    is_map_of,
    is_native,
    is_section_page,
)
from sphinx_eventreport.core.dialects.values import address, day, last_step, picture, where

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.frontmatter import FrontMatter

_OWN_KEYS = frozenset("extra taxonomies template in_search_index updated".split())
_SESSION = frozenset({"session", "duration", "slides", "video", "room", "track"})


def _likeness(front: FrontMatter, filename: str) -> Likeness:
    mapping = front.mapping
    if front.format != "toml" or is_native(front) or not has(mapping, _OWN_KEYS):
        return Likeness.NONE
    is_page = not is_section_page(filename) and (is_dated(mapping, filename) or _is_talk(mapping))
    return graded(certain=is_page, likely=True)


def _is_talk(page: Mapping[str, object]) -> bool:
    """Return whether a page is about a talk: it names who speaks, and when or where."""
    extra = page.get("extra")
    return is_map_of(extra, ("authors", "author", "speakers")) and is_map_of(extra, _SESSION)


DIALECT = Dialect(
    name="zola",
    title="Zola",
    likeness=_likeness,
    detected_by="TOML with `[extra]`, `[taxonomies]` or `template`, and a date in it or in the file name; "
    "or in `[extra]` who speaks, and a `session` or `duration`",
    aliases={
        "updated": Alias("updated", day),
        "slug": Alias("label", last_step),
        "taxonomies.tags": Alias("tags", merge=True),
        "taxonomies.categories": Alias("tags", merge=True),
        "extra.author": Alias("authors"),
        "extra.authors": Alias("authors", weak=True),
        "extra.subtitle": Alias("description", weak=True),
        "extra.image": Alias("banner", picture),
        "extra.thumbnail": Alias("thumbnail", picture),
        "extra.lang": Alias("language"),
        "extra.speakers": Alias("talks.speakers"),
        "extra.track": Alias("talks.track"),
        "extra.session": Alias("talks.track", where(_is_talk), weak=True),
        "extra.room": Alias("talks.room"),
        "extra.duration": Alias("talks.duration"),
        "extra.slides": Alias("talks.deck", address),
        "extra.video": Alias("talks.recording", address),
        "extra.venue": Alias("event.location.name", where(_is_talk)),
    },
    also={
        "extra.authors": Alias("talks.speakers", where(_is_talk)),
        "extra.author": Alias("talks.speakers", where(_is_talk)),
    },
    ignored=frozenset(
        "aliases draft extra in_search_index path render sort_by taxonomies template weight".split()
    ),
)
