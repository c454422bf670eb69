"""Hugo (https://gohugo.io/content-management/front-matter/), with keys of common themes; keys in any case.

The talks of devopsdays sites are written so too: TOML or YAML with keys such as ``Talk_date``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import (
    graded,
    has,
    is_dated,
    is_list_of_maps,
    is_native,
    is_section_page,
    lowered,
    says,
)
from sphinx_eventreport.core.dialects.spellings import plain_key
from sphinx_eventreport.core.dialects.values import (
    address,
    day,
    last_step,
    people,
    picture,
    slideshare,
    video,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.frontmatter import FrontMatter

_OWN_KEYS = frozenset(
    "contenttype displayinlist draft expirydate featured_image featuredimage iscjklanguage lastmod linktitle "
    "markup outputs publishdate toc_sticky showtoc cover".split()
)
_TALK_KEYS = frozenset("speakers talk_date talk_start_time talk_end_time youtube slideshare".split())
_NO_POSTS = frozenset({"speaker", "page", "section", "widget_page", "landing", "event", "welcome", "program"})
_TYPICAL = frozenset(
    "author categories slug summary keywords conferences series aliases modified lang".split()
)


def is_devopsdays_talk(mapping: Mapping[str, object]) -> bool:
    """Return whether front matter with keys in lower case is that of a talk of devopsdays."""
    return mapping.get("type") == "talk" and "title" in mapping and has(mapping, _TALK_KEYS, 2)


def _likeness(front: FrontMatter, filename: str) -> Likeness:
    mapping = lowered(front)
    if front.format not in {"yaml", "toml", None} or not says(mapping, "title") or is_section_page(filename):
        return Likeness.NONE
    if is_devopsdays_talk(mapping):
        return Likeness.CERTAIN
    if mapping.get("type") in _NO_POSTS:
        return Likeness.NONE
    in_toml = front.format == "toml" and not is_native(front)
    own = in_toml or has(mapping, _OWN_KEYS) or is_list_of_maps(mapping.get("resources"), ("src",))
    dated = is_dated(mapping, filename) and "Title" not in front.mapping
    return graded(
        certain=dated and (own or _is_event(mapping)),
        likely=in_toml or own or (dated and has(mapping, _TYPICAL)),
    )


def _is_event(mapping: Mapping[str, object]) -> bool:
    """Return whether a page has a venue and a day on which something begins there; jobs begin without one."""
    return says(mapping, "venue") and "startdate" in {plain_key(key) for key in mapping}


def _resource(value: object, _page: Mapping[str, object]) -> object:
    """Return the picture among the files of a page bundle, the one that is called so or the first."""
    maps = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    named = [item for item in maps if "image" in str(item.get("name", "")).lower()]
    return next((item["src"] for item in named if isinstance(item.get("src"), str)), None)


def _moment(value: object, page: Mapping[str, object]) -> object:
    """Return the time of a talk on its day, which is beside it."""
    day = page.get("talk_date")
    return f"{day} {value}" if day and isinstance(value, str) else value


DIALECT = Dialect(
    name="hugo",
    title="Hugo",
    likeness=_likeness,
    detected_by="a title and a date in TOML, or in YAML with `draft`, `lastmod`, `publishDate`, `linkTitle`, "
    "`featured_image` and the like, or with `venue` and `startDate`; `type: talk` with keys of a devopsdays "
    "talk",
    aliases={
        "slug": Alias("label", last_step),
        "publishdate": Alias("date", weak=True),
        "lastmod": Alias("updated", day),
        "modified": Alias("updated", day, weak=True),
        "author": Alias("authors", people),
        "authors": Alias("authors", people),
        "summary": Alias("description", weak=True),
        "subtitle": Alias("description", weak=True),
        "abstract": Alias("description", weak=True),
        "categories": Alias("tags", merge=True),
        "category": Alias("tags", merge=True),
        "keywords": Alias("tags", merge=True),
        "conferences": Alias("tags", merge=True),
        "image": Alias("banner", picture),
        "images": Alias("banner", picture, weak=True),
        "featured_image": Alias("banner", picture, weak=True),
        "featuredimage": Alias("banner", picture, weak=True),
        "cover": Alias("banner", picture, weak=True),
        "resources": Alias("banner", _resource, weak=True),
        "thumbnail": Alias("thumbnail", picture),
        "lang": Alias("language"),
        "canonicalurl": Alias("canonical.url"),
        "talk_date": Alias("event.start"),
        "talk_start_time": Alias("talks.start", _moment),
        "talk_end_time": Alias("talks.end", _moment),
        "speakers": Alias("talks.speakers"),
        "youtube": Alias("talks.recording", video),
        "vimeo": Alias("talks.recording", address, weak=True),
        "video": Alias("talks.recording", address, weak=True),
        "slideshare": Alias("talks.deck", slideshare),
        "speakerdeck": Alias("talks.deck", address, weak=True),
        "slides": Alias("talks.deck", address, weak=True),
    },
    ignored=_OWN_KEYS - {"featured_image", "featuredimage", "publishdate", "lastmod", "cover"}
    | frozenset(
        "aliases comments created difficulty icon layout linkedin math menu series share "
        "showonlyimage sitemap status toc twitter type url website weight reading_time".split()
    ),
    folded=True,
)
