"""Front matter -> the record of a report."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core import dialects
from sphinx_eventreport.core.dates.names import day_in_path
from sphinx_eventreport.core.dates.partial import date_from_path, date_from_url
from sphinx_eventreport.core.dates.written import day_in
from sphinx_eventreport.core.fields import Findings, Place
from sphinx_eventreport.core.fields.kept import plain
from sphinx_eventreport.core.frontmatter import FrontMatter, front_matter_of
from sphinx_eventreport.core.identifiers import label_from_filename, slug_or, undated
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Report, Talk
from sphinx_eventreport.core.schema import tables
from sphinx_eventreport.core.schema.audience import KEY as AUDIENCE
from sphinx_eventreport.core.schema.kinds import VISIBILITY
from sphinx_eventreport.core.schema.records import (
    Values,
    read_canonical,
    read_event,
    read_minutes,
    read_one_talk,
    read_talks,
    read_values,
)
from sphinx_eventreport.core.schema.unknown import nearest
from sphinx_eventreport.core.schema.visibility import (
    EVERYBODY,
    Seen,
    hides_nothing,
    said_by_habit,
    said_natively,
    strictest,
    visibility_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.dialects import Dialect, Translation
    from sphinx_eventreport.core.records import Event, Visibility

_REPORT_KEYS = ("event", "minutes", "talks")
# What is said about a page, and nothing that a report says.
_NOT_IN_RECORD = ("eventreport", "dialect", "aliases")


def is_report(front: FrontMatter, *, filename: str) -> bool:
    """Return whether the page with *front* is a report by what its front matter says.

    *filename* is its path or document name. Without front matter no page is.
    """
    return report_dialect(front, filename=filename) is not None


def report_dialect(front: FrontMatter, *, filename: str, usual: str | None = None) -> str | None:
    """Return the name of the dialect of a report; ``None`` for a page that is not one, as :func:`is_report`.

    *usual* is the name of the dialect of most pages: one that looks like it, and shows no other for
    certain, is a report in it.
    """
    if says_no(front):
        return None
    has_key = any(front.mapping.get(key) not in (None, False) for key in _REPORT_KEYS)
    spoken = dialects.named(front.mapping.get("dialect"))
    is_certain = spoken is not None and spoken is not dialects.NATIVE
    if spoken is None:
        spoken, likeness = dialects.detect(front, filename)
        is_certain = likeness is dialects.Likeness.CERTAIN
        preferred = None if is_certain else dialects.named(usual)
        if preferred and not has_key and dialects.is_usual(front, filename, preferred):
            spoken, is_certain = preferred, True
    said = front.mapping.get("eventreport") is True
    return spoken.name if said or has_key or is_certain else None


def says_no(front: FrontMatter) -> bool:
    """Return whether the page with *front* says that it is not a report, whatever else is on it."""
    return front.mapping.get("eventreport") is False


def dialect_name(front: FrontMatter, *, filename: str) -> str:
    """Return the name of the dialect that *front* names, or shows, be the page a report or not."""
    return _dialect_of(front, filename, None).name


def read_report_fields(
    front: FrontMatter, *, filename: str, dialect: str | None = None
) -> tuple[Report, tuple[Problem, ...]]:
    """Return the record of a report, without its body, and what is wrong with its front matter.

    *filename* is its path or document name, which gives the label and the date where no key does.
    *dialect* is the name of a dialect; without it the front matter names it, or shows it.
    """
    spoken = _dialect_of(front, filename, dialect)
    translation = dialects.translate(front, spoken, filename)
    findings = Findings(problems=list(translation.problems))
    findings.extra.extend((key, plain(value)) for key, value in translation.extra.items())
    place = Place(front, findings, origins=translation.origins)
    _check_dialect(front, place)
    report = _read_report(translation, place, filename, spoken)
    return report, tuple(sorted(findings.problems, key=lambda problem: problem.line or 0))


def read_visibility(front: FrontMatter, *, filename: str) -> tuple[Seen, tuple[Problem, ...]]:
    """Return who may see the page with *front*, which is not a report, and what is wrong with that.

    What looks like a page of another generator may say it in the words of that one; a date of the page, which
    may be anything, hides it in none. *filename* is as in :func:`read_report_fields`.
    """
    if says_no(front):
        return EVERYBODY, ()
    findings = Findings()
    place = Place(front, findings)
    if "visibility" in front.mapping:
        VISIBILITY.read(front.mapping["visibility"], place.child("visibility"))
    seen, said = visibility_of(front.mapping, filename), said_natively(front.mapping)
    if _dialect_of(front, filename, None) is dialects.NATIVE:
        for key, level in hides_nothing(front.mapping):
            message = "hides nothing on a page that is neither a report nor a post"
            place.child(key).report(Subtype.UNKNOWN_KEY, message, f"write `visibility: {level}`")
        seen = EVERYBODY._replace(audience=seen.audience)
    return seen._replace(visibility=strictest([seen.visibility, said])), tuple(findings.problems)


def read_talk(
    mapping: Mapping[str, object], lines: Mapping[str, int] | None = None, *, event: Event | None = None
) -> tuple[Talk, tuple[Problem, ...]]:
    """Return the talk that *mapping* says, from front matter or the options of a directive.

    *lines* gives the line of each key. *event* tells the day and zone of a time that has none.
    """
    findings = Findings()
    day, timezone = (event.start, event.timezone) if event else (None, None)
    place = Place(front_matter_of(mapping, lines), findings, timezone=timezone, day=day)
    talk = read_one_talk(dict(mapping), place, fallback_title="")
    return talk, tuple(findings.problems)


EVENT_OPTIONS = (
    *(name for name in tables.EVENT.names() if name != "location"),
    "location",
    *tables.ADDRESS.names(),
    "location_url",
    "online_url",
    *(name for name in tables.REPORT.names() if name not in {*_REPORT_KEYS, *_NOT_IN_RECORD}),
    "aliases",
)
"""Names of the options that say in reStructuredText what front matter says in Markdown."""


def event_front_matter(options: Mapping[str, str], lines: Mapping[str, int]) -> FrontMatter:
    """Return what the *options* of an ``event`` directive, one line of text each, say as front matter.

    Without a word about an event the page is a report all the same, of none.
    """
    mapping: dict[str, Any] = {name: options[name] for name in tables.REPORT.names() if name in options}
    event: dict[str, Any] = {name: options[name] for name in tables.EVENT.names() if name in options}
    address = {name: options[name] for name in tables.ADDRESS.names() if name in options}
    location = {
        "name": options.get("location"),
        "address": address,
        "url": options.get("location_url"),
        "online_url": options.get("online_url"),
    }
    place = {name: value for name, value in location.items() if value}
    if event or place:
        mapping["event"] = {**event, "location": place}
    else:
        mapping["eventreport"] = True
    if "aliases" in options:
        mapping["aliases"] = [part.strip() for part in options["aliases"].split(",")]
    paths = {f"event.{name}": line for name, line in lines.items()}
    return front_matter_of(mapping, {**paths, **lines, "event": min(lines.values(), default=1)})


def _read_report(translation: Translation, place: Place, filename: str, dialect: Dialect) -> Report:
    mapping = translation.mapping
    event_zone = _timezone_of(mapping)
    language = mapping.get("language")
    place = replace(place, language=language if isinstance(language, str) else None)
    zoned = replace(place, timezone=event_zone) if event_zone else place
    if dialect is not dialects.NATIVE:
        # Others may mean something else by it.
        mapping = {key: value for key, value in mapping.items() if key != AUDIENCE}
    values = read_values(tables.REPORT, mapping, zoned, dialect.aliases)
    for key in _NOT_IN_RECORD:
        values.pop(key, None)
    seen = _seen(values, place.front.mapping, filename, dialect)
    label = slug_or(values.get("label", ""), label_from_filename(filename))
    values["label"] = label
    name = values.get("title") or undated(label) or label
    # The date of a native report is the day it was published, which is after the event.
    published = values.get("date") if dialect is not dialects.NATIVE else None
    event = read_event(mapping.get("event"), place.child("event"), fallback_name=name, published=published)
    values["canonical"] = read_canonical(mapping.get("canonical"), place.child("canonical"))
    _date_from_elsewhere(values, filename)
    habit = said_by_habit(dialect.name, values)
    values.update(seen._replace(visibility=strictest([seen.visibility, habit]))._asdict())
    values["event"] = event
    values["minutes"] = read_minutes(mapping.get("minutes"), place.child("minutes"))
    where = replace(place, day=event.start, timezone=event.timezone) if event else place
    values["talks"] = read_talks(mapping.get("talks"), where.child("talks"), page_title=name)
    sources = _once(tuple(sorted(translation.origins.items())))
    return Report(**values, extra=tuple(place.findings.extra), sources=sources)


def _seen(values: Values, mapping: Mapping[str, object], filename: str, dialect: Dialect) -> Seen:
    """Return who may see the page; of a native one only `visibility`, `draft` and `audience` say it."""
    said: list[Visibility] = [values.pop("visibility", None) or "public"]
    if values.pop("draft", None):
        said.append("draft")
    if dialect is dialects.NATIVE:
        audience = values.pop(AUDIENCE, "public")
        return Seen(strictest([*said, said_natively(mapping)]), dialect=dialect.name, audience=audience)
    found = visibility_of(mapping, filename, dialect.name)
    return found._replace(visibility=strictest([*said, found.visibility]))


@lru_cache(maxsize=1_000)
def _once(sources: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return the same object for equal *sources*: posts of a blog have the same keys, which are kept once."""
    return sources


def _timezone_of(mapping: Mapping[str, object]) -> str | None:
    event = mapping.get("event")
    zone = event.get("timezone") if isinstance(event, dict) else None
    return zone if isinstance(zone, str) else None


def _date_from_elsewhere(values: Values, filename: str) -> None:
    """Take the date of the file name, the original's URL, or the title, where no key gives one."""
    if "date" in values:
        return
    canonical = values["canonical"]
    values["date"] = (
        date_from_path(filename)
        or (date_from_url(canonical.url) if canonical else None)
        or day_in_path(filename)
        or day_in(values.get("title", ""), values.get("language"))
    )


def _dialect_of(front: FrontMatter, filename: str, name: str | None) -> Dialect:
    said = dialects.named(name) or dialects.named(front.mapping.get("dialect"))
    return said or dialects.detect(front, filename)[0]


def _check_dialect(front: FrontMatter, place: Place) -> None:
    said = front.mapping.get("dialect")
    if said is None or dialects.named(said):
        return
    names = [dialect.name for dialect in dialects.DIALECTS]
    near = nearest(str(said), names, cutoff=0.6)
    hint = f"did you mean {near}?" if near else "write one of " + ", ".join(names)
    place.child("dialect").report(Subtype.VALUE, "is not the name of a dialect", hint)
