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
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Person, Report, Talk

    Cited = tuple[Report, Talk, str]
    """A report, a talk of it, and the address of the talk, "" where it is not known."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
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


def _entry(report: Report, talk: Talk, url: str) -> str:
    when = _when(report, talk)
    is_month = when is not None and when.month is not None
    event, place = _event_of(report), _place_of(report)
    fields = {
        "author": " and ".join(_author(one) for one in talk.speakers),
        "title": f"{{{_escaped(talk.title)}}}",
        "howpublished": ", ".join(filter(None, (f"Talk at {_escaped(event)}", _escaped(place)))),
        "year": f"{when.year:04d}" if when else "",
        "month": _MONTHS[when.month - 1] if is_month and when and when.month else "",
        "url": "".join(f"%{ord(char):02X}" if char in "{}\\" else char for char in url),
        "language": talk.language or report.language or "",
    }
    lines = [
        f"  {name} = {value if name == 'month' else _braced(value)},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@misc{{{_key(report, talk)},", *lines, "}", ""])


def _item(report: Report, talk: Talk, url: str) -> dict[str, object]:
    when = _when(report, talk)
    known = {
        "id": f"{report.label}/{talk.label}",
        "type": "speech",
        "title": talk.title,
        "author": [{"literal": one.name} for one in talk.speakers],
        "issued": {"date-parts": [_parts(when)]} if when else None,
        "event-title": _event_of(report),
        "event-place": _place_of(report),
        "genre": talk.type,
        "language": talk.language or report.language,
        "URL": url,
    }
    return {name: value for name, value in known.items() if value}


def _when(report: Report, talk: Talk) -> PartialDate | None:
    zone = report.event.timezone if report.event else None
    return in_zone(talk.start, zone) if talk.start else report.start


def _parts(date: PartialDate) -> Sequence[int]:
    return [part for part in (date.year, date.month, date.day) if part]


def _event_of(report: Report) -> str:
    return report.event.name if report.event else report.name


def _place_of(report: Report) -> str:
    place = report.event.location if report.event else None
    return ", ".join(filter(None, (place.city, place.country))) if place else ""


def _author(person: Person) -> str:
    name = _escaped(person.name)
    return f"{{{name}}}" if _PARTED.search(name) else name


def _key(report: Report, talk: Talk) -> str:
    return _NOT_IN_KEY.sub("-", f"{report.label}.{talk.label}")


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in " ".join(text.split()))


def _braced(text: str) -> str:
    return f"{{{text}}}"
