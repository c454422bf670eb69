"""What search engines read of a report: JSON-LD in the words of schema.org (https://schema.org/Event).

What is unknown is left out: no place, time, or price is made up for an engine that would like to have one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import in_zone
from sphinx_eventreport.core.exports.addresses import on_the_web
from sphinx_eventreport.core.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Deck, Event, Location, Person, Recording, Report, Talk

    Node = dict[str, object]

SCHEMA = "https://schema.org/"
_STATUSES = {
    "scheduled": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
    "moved_online": "EventMovedOnline",
}
_MODES = {
    "offline": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "mixed": "MixedEventAttendanceMode",
}
_IN_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
"""What could end the element of a script, or a line of it; in JSON each may be written as its number."""


@dataclass(frozen=True, slots=True)
class PageAddresses(Record):
    """Where a report and its parts are."""

    page: str
    """The address of the page."""
    talks: tuple[str, ...] = ()
    """The addresses of the talks, in their order."""
    series: str = ""
    """That of the page about the series, "" where there is none."""
    image: str = ""
    """That of the picture of the report, "" where it has none."""


def report_graph(report: Report, where: PageAddresses) -> Node:
    """Return *report* and the event that it is about; its talks are the parts of the event."""
    article = f"{where.page}#report"
    nodes = [_report(report, where, article)]
    if report.event is not None:
        nodes.append(_event(report, report.event, where))
    return {"@context": SCHEMA, "@graph": nodes}


def person_graph(person: Person, url: str) -> Node:
    """Return the page at *url* about a *person*."""
    orcid = f"https://orcid.org/{person.orcid}" if person.orcid else ""
    same = [orcid, on_the_web(person.url), *(on_the_web(link.url) for link in person.links)]
    about = _known(
        {
            "@type": "Person",
            "name": person.name,
            "alternateName": list(person.aliases),
            "description": person.bio,
            "affiliation": _named("Organization", person.affiliation),
            "sameAs": list(dict.fromkeys(filter(None, same))),
        }
    )
    return {"@context": SCHEMA, "@type": "ProfilePage", "url": url, "mainEntity": about}


def script(graph: Node) -> str:
    """Return *graph* as an element of HTML, which nothing in it can end."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return f'<script type="application/ld+json">{text.translate(_IN_SCRIPT)}</script>'


def license_url(license_: str | None) -> str | None:
    """Return the page of SPDX about a licence, or the address that was written for one."""
    if not license_ or " " in license_:
        return None
    return on_the_web(license_) or f"https://spdx.org/licenses/{license_}"


def _report(report: Report, where: PageAddresses, identity: str) -> Node:
    return _known(
        {
            "@type": "Report",
            "@id": identity,
            "url": where.page,
            "headline": report.name,
            "description": report.description,
            "datePublished": _date(report.date),
            "dateModified": _date(report.updated),
            "author": [_person(one) for one in report.authors],
            "license": license_url(report.license),
            "inLanguage": report.language,
            "keywords": list(report.tags),
            "image": where.image,
            "about": {"@id": f"{where.page}#event"} if report.event else None,
        }
    )


def _event(report: Report, event: Event, where: PageAddresses) -> Node:
    talks = zip(report.talks, where.talks, strict=False)
    return _known(
        {
            "@type": "Event",
            "@id": f"{where.page}#event",
            "name": event.name,
            "url": on_the_web(event.url) or where.page,
            "description": report.description,
            "startDate": _date(event.start),
            "endDate": _date(event.end),
            "eventStatus": SCHEMA + _STATUSES[event.status],
            "eventAttendanceMode": SCHEMA + _MODES[event.mode] if event.mode else None,
            "location": _locations(event.location),
            "organizer": [_person(one) for one in event.organizers],
            "performer": list(_speakers(report)),
            "image": where.image,
            "superEvent": _known({"@type": "EventSeries", "name": event.series, "url": where.series})
            if event.series
            else None,
            "subEvent": [_talk(talk, event, url) for talk, url in talks],
        }
    )


def _speakers(report: Report) -> Iterator[Node]:
    """Yield everybody who gives a talk, once."""
    people = {one.label: one for talk in report.talks for one in talk.speakers}
    yield from map(_person, people.values())


def _talk(talk: Talk, event: Event, url: str) -> Node:
    start = in_zone(talk.start, event.timezone) if talk.start else event.start
    return _known(
        {
            "@type": "Event",
            "name": talk.title,
            "url": url,
            "startDate": _date(start),
            "endDate": _date(in_zone(talk.end, event.timezone) if talk.end else None),
            "duration": f"PT{talk.duration}M" if talk.duration else None,
            "performer": [_person(one) for one in talk.speakers],
            "location": _named("Place", talk.room),
            "inLanguage": talk.language,
            "keywords": list(talk.tags),
            "workFeatured": [_deck(deck, url) for deck in talk.decks],
            "recordedIn": [_recording(one, talk, event, url) for one in talk.recordings],
        }
    )


def _deck(deck: Deck, url: str) -> Node:
    pages = {"@type": "QuantitativeValue", "value": deck.page_count, "unitText": "slides"}
    return _known(
        {
            "@type": "PresentationDigitalDocument",
            "name": deck.title,
            "url": on_the_web(deck.url) or url,
            "license": license_url(deck.license),
            "encodingFormat": "application/pdf" if deck.path else None,
            "materialExtent": pages if deck.page_count else None,
        }
    )


def _recording(recording: Recording, talk: Talk, event: Event, url: str) -> Node:
    return _known(
        {
            "@type": "VideoObject",
            "name": recording.title,
            "url": on_the_web(recording.url) or url,
            "embedUrl": on_the_web(recording.embed_url),
            "inLanguage": talk.language,
            "uploadDate": _date(event.end or event.start),
        }
    )


def _locations(location: Location) -> list[Node]:
    address = _known(
        {
            "@type": "PostalAddress",
            "streetAddress": location.street,
            "addressLocality": location.city,
            "addressRegion": location.region,
            "addressCountry": location.country,
        }
    )
    has_address = len(address) > 1
    found: list[Node] = []
    place = {"name": location.name, "address": address if has_address else None}
    if any(place.values()):
        found.append(_known({"@type": "Place", **place, "url": on_the_web(location.url)}))
    if on_the_web(location.online_url):
        found.append({"@type": "VirtualLocation", "url": on_the_web(location.online_url)})
    return found


def _person(person: Person) -> Node:
    return _known({"@type": "Person", "name": person.name, "url": on_the_web(person.url)})


def _named(kind: str, name: str | None) -> Node | None:
    return {"@type": kind, "name": name} if name else None


def _date(date: PartialDate | None) -> str | None:
    return date.isoformat() if date else None


def _known(values: Mapping[str, object]) -> Node:
    return {name: value for name, value in values.items() if value not in (None, "", [])}
