"""The PyVideo archive (https://github.com/pyvideo/data): JSON of an event with its talks, or of one talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import graded, has
from sphinx_eventreport.core.dialects.values import seconds
from sphinx_eventreport.core.media.providers import identify

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.frontmatter import FrontMatter


def _likeness(front: FrontMatter, _filename: str) -> Likeness:
    mapping = front.mapping
    is_event = isinstance(mapping.get("category"), dict) and isinstance(mapping.get("talks"), list)
    is_talk = isinstance(mapping.get("videos"), list) and has(mapping, ("recorded", "speakers"), 2)
    return graded(certain=is_event or is_talk)


def _talks(value: object, _page: Mapping[str, object]) -> object:
    maps = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    return [_talk(item) for item in maps]


def _talk(video: Mapping[str, object]) -> dict[str, object]:
    """Return the talk of one video in native keys."""
    related = _related(video.get("related_urls"))
    deck = _deck(related)
    talk = {
        "title": video.get("title"),
        "label": video.get("slug"),
        "speakers": video.get("speakers"),
        "start": video.get("recorded"),
        "duration": seconds(video.get("duration"), video),
        "language": video.get("language"),
        "tags": video.get("tags"),
        "license": video.get("copyright_text"),
        "deck": deck,
        "recording": _recording(video.get("videos"), video),
        "links": [link for link in related if link["url"] != deck],
    }
    return {key: value for key, value in talk.items() if value not in (None, "", [])}


def _recording(value: object, _page: Mapping[str, object]) -> object:
    videos = value if isinstance(value, list) else []
    return next((item["url"] for item in videos if isinstance(item, dict) and item.get("url")), None)


def _related(value: object) -> list[dict[str, str]]:
    """Return the links of a talk, which are texts or maps; a relative one leads nowhere."""
    found = []
    for item in value if isinstance(value, list) else []:
        link = item if isinstance(item, dict) else {"url": item}
        url, label = link.get("url"), link.get("label")
        if isinstance(url, str) and url.startswith(("http://", "https://", "//")):
            found.append({"label": label if isinstance(label, str) and label.strip() else url, "url": url})
    return found


def _deck(related: list[dict[str, str]]) -> str | None:
    """Return the link that is called slides, else the first to a host or file of slides."""
    called = [
        link["url"] for link in related if "slide" in link["label"].lower() and link["label"] != link["url"]
    ]
    hosted = [link["url"] for link in related if _is_deck(link["url"])]
    return next(iter([*called, *hosted]), None)


def _is_deck(url: str) -> bool:
    found = identify(url)
    # On an unknown host a "presentation" is often the page of the talk in a programme.
    return found is not None and found.kind == "deck" and (found.provider != "" or _says_slides(url))


def _says_slides(url: str) -> bool:
    return "slide" in url.lower() or url.lower().endswith((".ppt", ".pptx", ".odp", ".key"))


def _days(talks: object, _page: Mapping[str, object]) -> object:
    """Return the first and the last day on which talks were recorded, for events that do not say theirs."""
    maps = [item for item in talks if isinstance(item, dict)] if isinstance(talks, list) else []
    days = sorted(str(item["recorded"])[:10] for item in maps if isinstance(item.get("recorded"), str))
    return {"start": days[0], "end": days[-1]} if days else None


def _deck_of(value: object, _page: Mapping[str, object]) -> object:
    return _deck(_related(value))


def _links_of(value: object, _page: Mapping[str, object]) -> object:
    related = _related(value)
    deck = _deck(related)
    return [link for link in related if link["url"] != deck]


DIALECT = Dialect(
    name="pyvideo",
    title="PyVideo",
    likeness=_likeness,
    detected_by="JSON with a map `category` and a list `talks`, or with `speakers`, `recorded` and a list "
    "`videos`",
    aliases={
        "category.title": Alias("title"),
        "category.description": Alias("description"),
        "category.url": Alias("event.url"),
        "category.start_date": Alias("event.start"),
        "category.end_date": Alias("event.end"),
        "event": Alias("label"),
        "talks": Alias("talks", _talks),
        "slug": Alias("label"),
        "summary": Alias("description", weak=True),
        "recorded": Alias("talks.start"),
        "speakers": Alias("talks.speakers"),
        "duration": Alias("talks.duration", seconds),
        "language": Alias("talks.language"),
        "videos": Alias("talks.recording", _recording),
        "copyright_text": Alias("talks.license"),
        "related_urls": Alias("talks.deck", _deck_of),
        "thumbnail_url": Alias("thumbnail"),
    },
    also={
        "category.title": Alias("event.name"),
        "talks": Alias("event", _days),
        "recorded": Alias("event.start"),
        "related_urls": Alias("talks.links", _links_of),
    },
    ignored=frozenset(
        "id category alias quality_notes title2 ,duration source_url file_name related_url".split()
    ),
)
