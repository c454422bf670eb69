"""The words that stand above or before a passage of minutes, and what the passage is then.

A heading or label counts as a whole only: "Backport decisions" and "Desired outcomes" are topics.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.minutes.lines import Line

ATTENDANCE = frozenset({"attendees", "guests", "regrets", "chair", "scribe"})
"""What a passage of attendance says."""

_WORDS: Mapping[str, str] = {
    "attendees": "present|attendees|attendee list|attendees list|list of attendees|attending|in attendance"
    "|attendance|participants|participant list|members present|people present|roll call|present/contributing"
    "|present/contributors|present / contributors|contributors present|remote attendees|virtual attendees"
    "|remote participants|in-person attendees|in person attendees|attendees (remote)|attendees (in person)"
    "|remote and in-person attendees|remote and in person attendees|in-person and remote attendees"
    "|in person and remote attendees|introduction of attendees|introductions of attendees"
    "|anwesend|anwesende|teilnehmer|teilnehmende|teilnehmerinnen"
    "|présents|participants présents|asistentes|presenti",
    "guests": "guest|guests|invited guests|observers|observer|observers/guests|guests/observers"
    "|gäste|invités",
    "regrets": "regrets|apologies|apologies from|apologies/contributing|absent|excused|not present"
    "|regrets/apologies|entschuldigt|excusés",
    "chair": "chair|chairs|co-chairs|chaired by|chairing|facilitator|facilitators|meeting chair|leitung"
    "|vorsitz|présidence",
    "scribe": "scribe|scribes|note-taker|note-takers|notetaker|notetakers|note taker|note takers"
    "|minute taker|minutes taker|minute-taker|minutes by|notes by|scribed by|protokoll|protokollant"
    "|secrétaire",
    "decision": "conclusion|conclusions|conclusion/resolution|conclusions/resolutions|conclusion/resolutions"
    "|consensus|consensus/resolution|concensus/resolution|resolution|decision"  # codespell:ignore concensus
    "|decision made|outcome|outcomes|summary / conclusion|summary and conclusion|beschluss|décision",
    "decisions": "decisions|resolutions|decisions made|beschlüsse|décisions",
    "actions": "action items|action item|actions|action points|next actions|next actions (team)|next steps"
    "|action list|aufgaben|prochaines étapes",
}
_KINDS = {word.replace(" / ", "/"): kind for kind, words in _WORDS.items() for word in words.split("|")}
_ELSEWHERE = frozenset({"remote", "remotely", "online", "on the phone", "by phone"})
"""Labels of those who took part from elsewhere: alone they may be about anything."""

_NUMBER = lazy_regex(r"^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[ivx]{1,5}[.)])\s+", re.IGNORECASE)
_DATE = lazy_regex(
    r"^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?"
    r"|\d{4}-\d{2}-\d{2})\s*[-–:]?\s+",
    re.IGNORECASE,
)
_BESIDE = lazy_regex(r"\s*\((?:\d{1,4}|[^()]*\b(?:add|sign|name)\b[^()]*)\)$", re.IGNORECASE)
_REMOTE = lazy_regex(r"\b(?:remote|virtual)\b", re.IGNORECASE)
_LABELLED = lazy_regex(r"([^:：]{3,60}?)\s*[:：]\s*(.*)", re.DOTALL)  # noqa: RUF001 -- full width
_AT_END = lazy_regex(r".*[.!?]\s+([^.!?:]{3,40}):", re.DOTALL)
_IN_BRACKETS = lazy_regex(r"^\s*\([^()]*\)\s*(?=:)")
_MARKS = " \t*_#:：."  # noqa: RUF001 -- full width


class Labelled(NamedTuple):
    """A label, and what follows it on its line."""

    kind: str
    """The kind of the label."""
    rest: str
    """What follows it on its line."""
    is_remote: bool = False
    """Whether the label says that people took part from elsewhere."""


def kind_of_heading(text: str) -> str:
    """Return what stands below a heading *text*, "" where that is nothing known."""
    return _KINDS.get(_plain(text), "")


def labelled(line: Line) -> Labelled | None:
    """Return the label that *line* begins with or is; ``None`` where it has none."""
    if line.kind in {"heading", "row"} or line.is_escaped:
        return None
    lead = _KINDS.get(_plain(line.lead))
    if lead and line.text.startswith(line.lead):
        rest = _IN_BRACKETS.sub("", line.text[len(line.lead) :])
        return _label(lead, line.lead, rest.strip(_MARKS.replace(".", "") + "-–"))
    match = _AT_END.fullmatch(line.text)
    if match and _plain(match[1]) in _KINDS:
        return _label(_KINDS[_plain(match[1])], match[1], "")
    match = _LABELLED.fullmatch(line.text)
    kind = _KINDS.get(_plain(match[1])) if match else None
    return _label(kind, match[1], match[2].strip()) if match and kind else None


def labelled_heading(text: str) -> Labelled | None:
    """Return the label that a heading *text* begins with, where the passage is in the heading itself."""
    match = _LABELLED.fullmatch(text)
    kind = _KINDS.get(_plain(match[1])) if match and match[2].strip() else None
    return _label(kind, match[1], match[2].strip()) if match and kind else None


def is_elsewhere(line: Line) -> bool:
    """Return whether *line* says of the names behind or below it that they took part from elsewhere."""
    label, colon, _rest = line.text.partition(":")
    # A rule below a paragraph makes a heading of it.
    return line.kind in {"text", "heading"} and bool(colon) and _plain(label) in _ELSEWHERE


def _label(kind: str, label: str, rest: str) -> Labelled:
    return Labelled(kind, rest, bool(_REMOTE.search(label)) and " and " not in label.lower())


def is_remote_heading(text: str) -> bool:
    """Return whether a heading *text* stands above those who were elsewhere."""
    return bool(_REMOTE.search(text)) and " and " not in text.lower()


def _plain(text: str) -> str:
    """Return a label as it is compared: without number, day, count and marks, in lower case."""
    plain = _BESIDE.sub("", _DATE.sub("", _NUMBER.sub("", text.strip(_MARKS)).strip(_MARKS)))
    return "/".join(" ".join(part.split()) for part in plain.casefold().split("/"))
