"""The record of a report -> native front matter."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.addresses import addresses_of
from sphinx_eventreport.core.identifiers import label_from_filename
from sphinx_eventreport.core.names import person, written_name
from sphinx_eventreport.core.schema import is_kept
from sphinx_eventreport.core.schema.visibility import visibility_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.frontmatter import FrontMatter
    from sphinx_eventreport.core.records import (
        Attendee,
        Audience,
        Canonical,
        Event,
        Location,
        Minutes,
        Person,
        Report,
        Talk,
    )


def native_mapping(report: Report, front: FrontMatter, *, name: str) -> dict[str, object]:
    """Return the front matter of *report*, with those keys of *front* that are Sphinx's and MyST-Parser's.

    The addresses that *front* gives the page are kept as well, for the links that lead there. *name* is
    the file name, which gives the label where the front matter does not. A day on which a post is published
    or expires has no native key: what nobody may see today stays a draft.
    """
    seen = visibility_on(report, dt.datetime.now(tz=dt.UTC).date())
    return _filled(
        title=report.title,
        label=report.label if report.label != label_from_filename(name) else None,
        description=report.description,
        date=plain_date(report.date),
        updated=plain_date(report.updated),
        authors=_people(report.authors),
        tags=list(report.tags),
        thumbnail=report.thumbnail,
        banner=report.banner,
        canonical=_canonical(report.canonical),
        aliases=list(addresses_of(front.mapping)),
        license=report.license,
        language=report.language,
        visibility=None if seen == "public" else seen,
        audience=unless_public(report.audience),
        raw_directive=None if report.raw_directive else False,
        event=_event(report.event),
        minutes=_minutes(report.minutes, report.extra),
        talks=[_talk(talk) for talk in report.talks],
        eventreport=None if report.event or report.minutes or report.talks else True,
    ) | {key: value for key, value in front.mapping.items() if is_kept(key)}


def plain_date(date: PartialDate | None) -> dt.date | int | str | None:
    """Return *date* as YAML has it: a day as a date, a year as a number, else as text."""
    if date is None:
        return None
    if date.precision == "day":
        return date.date
    return date.year if date.precision == "year" else date.isoformat()


def unless_public(audience: Audience) -> str | None:
    """Return *audience* where it has to be said."""
    return None if audience == "public" else audience


def _filled(**values: object) -> dict[str, object]:
    """Return what there is of *values*, in their order."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _people(people: Iterable[Person]) -> list[object]:
    return [_person(one) for one in people]


def _person(one: Person | None) -> object:
    """Return somebody as a name where that says it all, else as a map."""
    if one is None or one == person(one.name):
        return one.name if one else None
    label = one.label if one.label != person(one.name).label else None
    return _filled(
        name=written_name(one), id=label, url=one.url, affiliation=one.affiliation, handle=one.handle
    )


def _canonical(canonical: Canonical | None) -> object:
    if canonical is None or canonical.label is None:
        return canonical.url if canonical else None
    return {"url": canonical.url, "label": canonical.label}


def _event(event: Event | None) -> Mapping[str, object] | None:
    if event is None:
        return None
    return _filled(
        name=event.name,
        series=event.series,
        start=plain_date(event.start),
        end=plain_date(event.end),
        timezone=event.timezone,
        url=event.url,
        location=_location(event.location),
        mode=event.mode,
        status=event.status if event.status != "scheduled" else None,
        organizers=_people(event.organizers),
    )


def _location(location: Location) -> Mapping[str, object]:
    address = _filled(
        street=location.street, city=location.city, region=location.region, country=location.country
    )
    return _filled(name=location.name, address=address, url=location.url, online_url=location.online_url)


def _minutes(minutes: Minutes | None, extra: Iterable[tuple[str, object]]) -> object:
    """Return *minutes*, with what is below them in *extra*: the keys that nobody knows."""
    if minutes is None:
        return None
    start = "minutes."
    below = {path.removeprefix(start): value for path, value in extra if path.startswith(start)}
    said = _filled(
        status=minutes.status,
        approved=plain_date(minutes.approved) or minutes.approved_by,
        chair=_people(minutes.chair),
        scribe=_people(minutes.scribe),
        attendees=_attendees(minutes.attendees, below, "attendees"),
        guests=_attendees(minutes.guests, below, "guests"),
        regrets=_attendees(minutes.regrets, below, "regrets"),
        quorum=minutes.quorum,
        agenda=minutes.agenda,
        words=minutes.words,
    )
    return {**said, **below} or True


def _attendees(people: Sequence[Attendee], unread: dict[str, object], group: str) -> list[object]:
    """Return the *people* of a *group*; what *unread* has of them is taken out of it."""
    found = []
    for number, one in enumerate(people):
        start = f"{group}.{number}."
        more = {path.removeprefix(start): unread.pop(path) for path in [*unread] if path.startswith(start)}
        found.append(_attendee(one, more))
    return found


def _attendee(one: Attendee, more: Mapping[str, object]) -> object:
    """Return somebody as a name where that says it all, else as a map with the keys of *more* as well."""
    said = {**_filled(initials=one.initials, role=one.role, remote=one.remote or None), **more}
    who = _person(one.person)
    return {**(who if isinstance(who, dict) else {"name": who}), **said} if said else who


def _talk(talk: Talk) -> Mapping[str, object]:
    return _filled(
        title=talk.title,
        label=talk.label,
        speakers=_people(talk.speakers),
        start=plain_date(talk.start),
        end=plain_date(talk.end),
        duration=talk.duration,
        room=talk.room,
        track=talk.track,
        type=talk.type,
        language=talk.language,
        level=talk.level,
        tags=list(talk.tags),
        license=talk.license,
        deck=talk.decks[0].source if talk.decks else None,
        recording=talk.recordings[0].source if talk.recordings else None,
        links=[_filled(label=link.label, url=link.url) for link in talk.links],
        audience=unless_public(talk.audience),
    )
