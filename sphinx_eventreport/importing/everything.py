"""All that reports say, as one document of JSON, and its schema.

An event is what its front matter would be, with every field by name, so nothing that has no key there gets
out: no password of a deck. What is in the text of the page is beside it: decisions, actions, decks.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.exports.addresses import on_the_web
from sphinx_eventreport.core.frontmatter import FrontMatter
from sphinx_eventreport.core.schema import json_schema
from sphinx_eventreport.importing.front import native_mapping, plain_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_eventreport.core.records import Action, Decision, Deck, Person, Recording, Report, Talk

FORMAT = 1
"""The version of the document; it grows when a key means something else, and not when there is a new one."""
_TEXT = {"type": "string"}
_NUMBER = {"type": "integer"}
_NAMES = {"type": "array", "items": _TEXT}
_DECISION = dict.fromkeys(
    ("name", "title", "status", "date", "requires", "how", "topic"), _TEXT
) | dict.fromkeys(
    (
        "by",
        "moved_by",
        "seconded_by",
        "supersedes",
        "amends",
        "approves",
        "tags",
        "in_favor",
        "against",
        "abstaining",
    ),
    _NAMES,
)
_ACTION = dict.fromkeys(("name", "title", "status", "due", "done", "continues", "issue", "topic"), _TEXT)
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
        "decisions": _list_of(_DECISION | {"votes": {"type": "object", "additionalProperties": _NUMBER}}),
        "actions": _list_of(_ACTION | {"owner": _NAMES, "tags": _NAMES}),
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
        decisions=[_decision(one, report) for one in report.decisions],
        actions=[_action(one, report) for one in report.actions],
        media=[_media(one, report, talk) for talk, one in media],
    )


def _decision(decision: Decision, report: Report) -> dict[str, object]:
    votes = decision.votes
    return _known(
        name=f"{report.label}/{decision.label}",
        title=decision.title,
        status=decision.status,
        date=plain_date(decision.date),
        by=_people(decision.by),
        moved_by=_people(decision.moved_by),
        seconded_by=_people(decision.seconded_by),
        votes=_known(yes=votes.yes, no=votes.no, abstain=votes.abstain) if votes else None,
        in_favor=_people(votes.in_favor) if votes else None,
        against=_people(votes.against) if votes else None,
        abstaining=_people(votes.abstaining) if votes else None,
        requires=decision.requires,
        how=decision.how,
        supersedes=list(decision.supersedes),
        amends=list(decision.amends),
        approves=list(decision.approves),
        topic=decision.topic,
        tags=list(decision.tags),
    )


def _action(action: Action, report: Report) -> dict[str, object]:
    return _known(
        name=f"{report.label}/{action.label}",
        title=action.title,
        status=action.status,
        owner=_people(action.owner),
        due=plain_date(action.due),
        done=plain_date(action.done),
        continues=action.continues,
        issue=on_the_web(action.issue),
        topic=action.topic,
        tags=list(action.tags),
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


def _people(people: Iterable[Person]) -> list[str]:
    return [one.name for one in people]


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
