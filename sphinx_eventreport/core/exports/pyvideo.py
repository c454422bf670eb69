"""A report as the PyVideo archive keeps one: ``category.json``, and a file for each talk.

https://github.com/pyvideo/data has both formats; what a report has and neither has a place for is left out:
rooms, tracks, ends, minutes, a second deck or recording, the text of the page.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sphinx_eventreport.core.names import written_person

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.core.records import Report, Talk


def pyvideo_files(report: Report) -> Mapping[str, bytes]:
    """Return the files of *report* by their paths in the folder of the event."""
    event = report.event
    category = {
        "title": event.name if event else report.name,
        "description": report.description,
        "url": event.url if event else None,
        "start_date": event.start.isoformat() if event and event.start else None,
        "end_date": event.end.isoformat() if event and event.end else None,
    }
    names = _names(report.talks)
    talks = {
        f"videos/{name}.json": _json(_video(talk)) for name, talk in zip(names, report.talks, strict=True)
    }
    return {"category.json": _json(category), **talks}


def _names(talks: Sequence[Talk]) -> list[str]:
    """Return the names of the files of *talks*, which are read in the order of their names."""
    labels = [talk.label for talk in talks]
    files = [f"{label}.json" for label in labels]
    if files == sorted(files):
        return labels
    digits = len(str(len(labels)))
    return [f"{number:0{digits}d}-{label}" for number, label in enumerate(labels, 1)]


def _video(talk: Talk) -> dict[str, object]:
    deck = talk.decks[0] if talk.decks else None
    slides = [{"label": "Slides", "url": deck.source}] if deck else []
    return {
        "title": talk.title,
        "slug": talk.label,
        "speakers": [written_person(one) for one in talk.speakers],
        "recorded": talk.start.isoformat() if talk.start else None,
        "duration": talk.duration * 60 if talk.duration else None,
        "language": talk.language,
        "tags": list(talk.tags),
        "copyright_text": talk.license,
        "videos": [{"type": one.provider or "other", "url": one.source} for one in talk.recordings[:1]],
        "related_urls": [*slides, *({"label": link.label, "url": link.url} for link in talk.links)],
    }


def _json(values: Mapping[str, object]) -> bytes:
    known = {name: value for name, value in values.items() if value not in (None, "", [])}
    return json.dumps(known, ensure_ascii=False, indent=2).encode(errors="replace") + b"\n"
