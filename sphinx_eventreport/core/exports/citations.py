"""Talks as something to cite: BibTeX for LaTeX, CSL-JSON for programs that keep references.

The fields of BibTeX are those of http://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf, in UTF-8, which biber
and bibtexu read; those of CSL are in https://docs.citationstyles.org/en/stable/specification.html, appendix
IV.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.partial import in_zone
from sphinx_eventreport.core.exports.dois import doi_of_talk
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Person, Report, Talk

    Cited = tuple[Report, Talk, str]
    """A report, a talk of it, and the address of the talk, "" where it is not known."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SPECIAL = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces, whatever is before them.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_"},
}
_NOT_IN_KEY = lazy_regex(r"[^\w.+-]+")
_PARTED = lazy_regex(r",|\band\b", re.IGNORECASE)
"""What parts a name, or one name from the next, in a list of authors."""


def bibtex(talks: Iterable[Cited]) -> str:
    """Return *talks* as entries of BibTeX, one each."""
    return "\n".join(_entry(*cited) for cited in talks)


def csl(talks: Iterable[Cited]) -> str:
    """Return *talks* as a list of CSL-JSON."""
    items = [_item(*cited) for cited in talks]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def report_bibtex(report: Report, url: str) -> str:
    """Return *report*, at the address *url*, as an entry of BibTeX."""
    event = f"Report on {_escaped(event_of(report))}" if report.event else ""
    about = {
        "author": " and ".join(map(_author, report.authors)),
        "title": _braced(_escaped(report.name)),
        "howpublished": ", ".join(filter(None, (event, _escaped(place_of(report))))),
        **_date_fields(report.date or report.start),
        "url": _whole(url),
        "language": report.language or "",
    }
    return _misc(report.label, about)


def talk_in_words(cited: Cited, day: str) -> str:
    """Return a talk as it is cited in words; *day* is its date in those of the reader."""
    report, talk, url = cited
    return _in_words(talk.speakers, talk.title, (event_of(report), place_of(report), day), url)


def report_in_words(report: Report, url: str, day: str) -> str:
    """Return *report* as it is cited in words; *day* is its date in those of the reader."""
    event = event_of(report) if report.event and report.event.name != report.name else ""
    return _in_words(report.authors, report.name, (event, place_of(report), day), url)


def _in_words(people: Sequence[Person], title: str, about: Sequence[str], url: str) -> str:
    names = ", ".join(one.name for one in people)
    beginning = f"{names}: {title}" if names else title
    return " ".join(f"{part}." for part in (beginning, ", ".join(filter(None, about))) if part) + f" {url}"


def _entry(report: Report, talk: Talk, url: str) -> str:
    how = (f"Talk at {_escaped(event_of(report))}", _escaped(place_of(report)))
    fields = {
        "author": " and ".join(map(_author, talk.speakers)),
        "title": _braced(_escaped(talk.title)),
        "howpublished": ", ".join(filter(None, how)),
        **_date_fields(when(report, talk)),
        "doi": _whole(doi_of_talk(talk)),
        "url": _whole(url),
        "language": talk.language or report.language or "",
    }
    return _misc(f"{report.label}.{talk.label}", fields)


def _date_fields(day: PartialDate | None) -> Mapping[str, str]:
    if day is None:
        return {}
    return {"year": f"{day.year:04d}", "month": _MONTHS[day.month - 1] if day.month else ""}


def _whole(url: str) -> str:
    """Return *url* without what would end a field."""
    return "".join(f"%{ord(char):02X}" if char in "{}\\" else char for char in url)


def _misc(key: str, fields: Mapping[str, str]) -> str:
    lines = [
        f"  {name} = {value if name == 'month' else _braced(value)},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@misc{{{_NOT_IN_KEY.sub('-', key)},", *lines, "}", ""])


def _item(report: Report, talk: Talk, url: str) -> dict[str, object]:
    day = when(report, talk)
    known = {
        "id": f"{report.label}/{talk.label}",
        "type": "speech",
        "title": talk.title,
        "author": [{"literal": one.name} for one in talk.speakers],
        "issued": {"date-parts": [_parts(day)]} if day else None,
        "event-title": event_of(report),
        "event-place": place_of(report),
        "genre": talk.type,
        "language": talk.language or report.language,
        "DOI": doi_of_talk(talk),
        "URL": url,
    }
    return {name: value for name, value in known.items() if value}


def when(report: Report, talk: Talk) -> PartialDate | None:
    """Return the day of *talk* where it took place, or else that of its event."""
    zone = report.event.timezone if report.event else None
    return in_zone(talk.start, zone) if talk.start else report.start


def _parts(date: PartialDate) -> Sequence[int]:
    return [part for part in (date.year, date.month, date.day) if part]


def event_of(report: Report) -> str:
    """Return what the event of *report* is called."""
    return report.event.name if report.event else report.name


def place_of(report: Report) -> str:
    """Return the city and the country of the event of *report*, "" where they are not known."""
    place = report.event.location if report.event else None
    return ", ".join(filter(None, (place.city, place.country))) if place else ""


def _author(person: Person) -> str:
    name = _escaped(person.name)
    return f"{{{name}}}" if _PARTED.search(name) else name


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in " ".join(text.split()) if char.isprintable())


def _braced(text: str) -> str:
    return f"{{{text}}}"
