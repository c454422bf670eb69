"""Records -> entries: which of their fields leave the site, and as what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sphinx_eventreport.core.dates.partial import in_zone
from sphinx_eventreport.core.exports.addresses import on_the_web
from sphinx_eventreport.core.exports.entry import Author, Enclosure, Entry
from sphinx_eventreport.core.records import Deck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinx_eventreport.core.records import Action, Decision, Person, Recording, Report, Talk

_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "webm": "video/webm",
    "ogv": "video/ogg",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
}
"""The media types of files by their suffixes, as IANA calls them; the standard library asks the system."""


@dataclass(frozen=True, slots=True)
class Files:
    """What is known of the files of a site."""

    address: Callable[[str], str] = lambda _path: ""
    """From the path of a file in the source directory to its address, "" where it has none."""
    size: Callable[[str], int] = lambda _path: 0
    """From that path to the number of its bytes, 0 where it is not known."""


NO_FILES = Files()


def event_entry(
    report: Report, url: str, media: Sequence[Deck | Recording] = (), files: Files = NO_FILES
) -> Entry:
    """Return the event that *report*, at the address *url*, is about; where it is about none, the report.

    *media* are the decks and recordings that belong to none of its talks.
    """
    event = report.event
    return Entry(
        type="event",
        identity=report.label,
        title=report.name,
        url=url,
        published=report.date,
        updated=report.updated,
        summary=report.description or "",
        authors=authors(report.authors or (event.organizers if event else ())),
        tags=report.tags,
        language=report.language or "",
        license=report.license or "",
        enclosures=enclosures(media, files),
        start=report.start,
        end=event.end if event else None,
        place=str(event.location) if event else "",
        online_url=on_the_web(event.location.online_url) if event else "",
        status=event.status if event else "scheduled",
        mode=event.mode if event else None,
        has_minutes=report.minutes is not None,
        state=(report.minutes.status or "") if report.minutes else "",
    )


def talk_entry(talk: Talk, report: Report, url: str, files: Files = NO_FILES) -> Entry:
    """Return a *talk* of *report*, at the address *url*."""
    event = report.event
    zone = event.timezone if event else None
    return replace(
        _part(report, "talk", talk.label, talk.title, url),
        authors=authors(talk.speakers),
        tags=talk.tags,
        language=talk.language or report.language or "",
        license=talk.license or "",
        enclosures=enclosures((*talk.decks, *talk.recordings), files),
        start=in_zone(talk.start, zone) if talk.start else report.start,
        end=in_zone(talk.end, zone) if talk.end else None,
        minutes=talk.duration or 0,
        place=", ".join(filter(None, (talk.room, str(event.location) if event else ""))),
        status=event.status if event else "scheduled",
        mode=event.mode if event else None,
    )


def media_entry(
    media: Deck | Recording, report: Report, url: str, talk: Talk | None = None, files: Files = NO_FILES
) -> Entry:
    """Return a deck or recording of *report*, at the address *url*; *talk* is the one that it belongs to."""
    return replace(
        _part(report, "deck" if isinstance(media, Deck) else "recording", media.label, media.title, url),
        authors=authors(talk.speakers if talk else ()),
        tags=talk.tags if talk else (),
        language=(talk.language if talk else None) or report.language or "",
        license=(media.license if isinstance(media, Deck) else None) or "",
        enclosures=enclosures((media,), files),
    )


def decision_entry(decision: Decision, report: Report, url: str, state: str = "") -> Entry:
    """Return a *decision* of *report*, at the address *url*; *state* is what became of it since."""
    return replace(
        _part(report, "decision", decision.label, decision.title, url),
        authors=authors(decision.by),
        tags=decision.tags,
        start=decision.date or report.start,
        state=state or decision.status,
    )


def action_entry(action: Action, report: Report, url: str) -> Entry:
    """Return an *action* of *report*, at the address *url*."""
    return replace(
        _part(report, "action", action.label, action.title, url),
        authors=authors(action.owner),
        tags=action.tags,
        state=action.status,
        due=action.due,
        done=action.done,
    )


def authors(people: Iterable[Person]) -> tuple[Author, ...]:
    """Return *people* as authors; an address that is not of the web stays here."""
    return tuple(Author(one.name, on_the_web(one.url)) for one in people)


def enclosures(media: Iterable[Deck | Recording], files: Files) -> tuple[Enclosure, ...]:
    """Return those of *media* that are files, with their addresses."""
    return tuple(found for one in media if (found := _enclosure(one, files)) is not None)


def _enclosure(one: Deck | Recording, files: Files) -> Enclosure | None:
    address = files.address(one.path) if one.path else on_the_web(one.source)
    media_type = _MEDIA_TYPES.get(urlsplit(address).path.rpartition(".")[2].lower()) if address else None
    if media_type is None:
        return None
    return Enclosure(one.title, address, media_type, files.size(one.path) if one.path else 0)


def _part(report: Report, object_type: str, label: str, title: str, url: str) -> Entry:
    """Return what every part of *report* says."""
    return Entry(
        type=object_type,
        identity=f"{report.label}/{label}",
        title=title,
        url=url,
        published=report.date,
        updated=report.updated,
        language=report.language or "",
        start=report.start,
        part_of=report.label,
    )
