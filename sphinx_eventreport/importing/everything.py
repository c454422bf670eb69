"""All that reports say, as one document of JSON, and its schema.

An event is what its front matter would be, with every field by name, so nothing that has no key there gets
out: no password of a deck. What is in the text of the page is beside it: decisions, actions, decks.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.frontmatter import FrontMatter
from sphinx_eventreport.core.schema import json_schema
from sphinx_eventreport.core.schema.minutes import ACTION, DECISION
from sphinx_eventreport.importing.decided import schemas_of, values_of
from sphinx_eventreport.importing.front import native_mapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_eventreport.core.records import Deck, Recording, Report, Talk

FORMAT = 1
"""The version of the document; it grows when a key means something else, and not when there is a new one."""
_TEXT = {"type": "string"}
_NUMBER = {"type": "integer"}
_MEDIA = dict.fromkeys(("type", "name", "title", "talk", "source", "url", "license"), _TEXT)


def everything(reports: Iterable[tuple[Report, str]]) -> bytes:
    """Return *reports*, each with the address of its page, as JSON."""
    content = {"format": FORMAT, "events": [_event(report, url) for report, url in reports]}
    return json.dumps(content, ensure_ascii=False, indent=1, default=str).encode(errors="replace") + b"\n"


def everything_schema() -> dict[str, Any]:
    """Return the schema (JSON Schema, draft 2020-12) of it; that of an event is the one of front matter."""
    event = json_schema()
    version = event.pop("$schema")
    event["properties"] |= {
        "name": _TEXT,
        "address": _TEXT,
        "decisions": _list_of(schemas_of(DECISION)),
        "actions": _list_of(schemas_of(ACTION)),
        "media": _list_of(_MEDIA | {"pages": _NUMBER}),
    }
    return {
        "$schema": version,
        "title": "Event reports",
        "type": "object",
        "properties": {"format": {"const": FORMAT}, "events": {"type": "array", "items": event}},
        "required": ["format", "events"],
        "additionalProperties": False,
    }


def _list_of(properties: Mapping[str, object]) -> dict[str, object]:
    items = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    return {"type": "array", "items": items}


def _event(report: Report, url: str) -> dict[str, object]:
    media = [(talk.label, one) for talk in report.talks for one in _media_of(talk)]
    return _known(
        name=report.label,
        address=url,
        **_without_email(native_mapping(report, FrontMatter(), name="")),
        decisions=[_known(**values_of(one, DECISION, report.label)) for one in report.decisions],
        actions=[_known(**values_of(one, ACTION, report.label)) for one in report.actions],
        media=[_media(one, report, talk) for talk, one in media],
    )


def _media_of(talk: Talk) -> list[Deck | Recording]:
    return [*talk.decks, *talk.recordings]


def _media(media: Deck | Recording, report: Report, talk: str) -> dict[str, object]:
    return _known(
        type=type(media).__name__.lower(),
        name=f"{report.label}/{media.label}",
        title=media.title,
        talk=f"{report.label}/{talk}",
        source=media.source,
        url=media.url,
        license=getattr(media, "license", None),
        pages=getattr(media, "page_count", None),
    )


def _without_email(value: Any) -> Any:  # noqa: ANN401 -- JSON
    """Return *value*, of any depth, without addresses of e-mail."""
    if isinstance(value, dict):
        return {key: _without_email(one) for key, one in value.items() if not _is_email(one)}
    if isinstance(value, list):
        return [_without_email(one) for one in value]
    return value


def _is_email(value: object) -> bool:
    return isinstance(value, str) and value.lower().startswith("mailto:")


def _known(**values: object) -> dict[str, object]:
    return {
        name: value for name, value in values.items() if value not in (None, "", [], {}, 0) or value is False
    }
