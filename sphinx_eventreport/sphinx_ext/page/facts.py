"""What the head of a report says at a glance: when, where, which event, which series, who runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.core.identifiers import slugify
from sphinx_eventreport.core.outline.headings import same_heading
from sphinx_eventreport.sphinx_ext.inline.dates import (
    clock_text,
    country_name,
    day_name,
    range_text,
    time_node,
    zone_text,
)
from sphinx_eventreport.sphinx_ext.inline.links import name_node
from sphinx_eventreport.sphinx_ext.inline.words import mode_word
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_fact, eventreport_facts
from sphinx_eventreport.sphinx_ext.page.moments import Clocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Event, Location, Person

    Line = Sequence[nodes.Node]
    """The text of a fact, in one line."""

_DASHES = " –—-~\N{FULLWIDTH TILDE}\N{CJK UNIFIED IDEOGRAPH-81F3}"
"""The words or signs between two days, in the languages of CLDR."""


def facts_nodes(
    event: Event, title: str, docname: str, language: str, *, has_times: bool
) -> list[nodes.Node]:
    """Return the facts of *event* as one list; nothing where nothing is known.

    *title* is that of the page, which an event of the same name does not repeat. *has_times* says that
    there are times on the page for which the zone has to be known.
    """
    event_lines = list(_name(event, title))
    organizers = list(_organizers(event.organizers))
    if organizers and event_lines:
        event_lines.append([nodes.Text(_("Organized by") + " "), *organizers])
    facts: list[tuple[str, list[Line]]] = [
        (_("When"), list(_when(event, language, has_times=has_times))),
        (_("Where"), list(_where(event, language))),
        (_("Event"), event_lines),
        (_("Series"), list(_series(event, docname))),
        (_("Organized by"), [organizers] if organizers and not event_lines else []),
    ]
    shown = [_fact(term, lines) for term, lines in facts if lines]
    return [eventreport_facts("", *shown)] if shown else []


def _fact(term: str, lines: Sequence[Line]) -> eventreport_fact:
    paragraphs = [nodes.paragraph("", "", *line) for line in lines]
    return eventreport_fact("", nodes.term(term, term), nodes.definition("", *paragraphs))


def _when(event: Event, language: str, *, has_times: bool) -> Iterator[Line]:
    clocks = Clocks(event)
    start, end = clocks.start, clocks.there(event.end)
    if start is None:
        return
    yield _days(start, end, language)
    zone = zone_text(start) or zone_text(end or start) or event.timezone or ""
    hours = list(_hours(start, end, language))
    if hours:
        yield [*hours, nodes.Text(f" ({zone})")] if zone else hours
    elif has_times and event.timezone:
        text = _("Times in %s") % event.timezone
        yield [nodes.Text(text)]


def _days(start: PartialDate, end: PartialDate | None, language: str) -> list[nodes.Node]:
    """Return the days of an event, both of them for machines where the text says the last one whole."""
    text = range_text(start, end, language)
    last = date_text(end, language) if end else text
    if end is None or text == last or not text.endswith(last):
        return [time_node(start, text)]
    first = text.removesuffix(last)
    dash = first[len(first.rstrip(_DASHES)) :]
    return [time_node(start, first.removesuffix(dash)), nodes.Text(dash), time_node(end, last)]


def _hours(start: PartialDate, end: PartialDate | None, language: str) -> Iterator[nodes.Node]:
    """Yield when it begins and ends; with the day of the week where it takes several."""
    is_long = end is not None and end.date != start.date
    is_first = True
    for moment in (start, end):
        if moment is None or not moment.time:
            continue
        if not is_first:
            yield nodes.Text(" – ")
        elif moment is end:
            yield nodes.Text(_("until") + " ")
        day = f"{day_name(moment, language)} " if is_long else ""
        yield time_node(moment, f"{day}{clock_text(moment)}")
        is_first = False


def _where(event: Event, language: str) -> Iterator[Line]:
    """Yield the venue and its town, then the rest of the address, then how to take part from elsewhere."""
    place = event.location
    parts = list(dict.fromkeys(part for part in (place.name, place.city) if part))
    country = country_name(place.country, language) if place.country else None
    rest = [part for part in (place.street, place.region, country) if part]
    if not parts:
        parts, rest = rest, []
    if parts:
        yield _named_place(", ".join(parts), place)
    if rest:
        yield [nodes.Text(", ".join(rest))]
    words = _mode(event, is_somewhere=bool(parts))
    if words:
        yield [_online(words, place)]


def _named_place(words: str, place: Location) -> Line:
    """Return *words*, which begin with the name of the place if it has one, with a link to its page."""
    if not place.url:
        return [nodes.Text(words)]
    name = place.name or words
    rest = words.removeprefix(name)
    link = nodes.reference("", name, refuri=place.url)
    return [link, nodes.Text(rest)] if rest else [link]


def _mode(event: Event, *, is_somewhere: bool) -> str:
    if event.mode == "mixed" and is_somewhere:
        return str(_("And online"))
    if event.mode is None or (event.mode == "offline" and event.location.online_url):
        return mode_word("online") if event.location.online_url else ""
    return "" if event.mode == "offline" and is_somewhere else mode_word(event.mode)


def _online(words: str, place: Location) -> nodes.Node:
    return nodes.reference("", words, refuri=place.online_url) if place.online_url else nodes.Text(words)


def _name(event: Event, title: str) -> Iterator[Line]:
    """Yield the name of the event, where the title of the page is not it, or there is a link to make."""
    if event.url:
        yield [nodes.reference("", event.name, refuri=event.url)]
    elif not same_heading(event.name, title):
        yield [nodes.Text(event.name)]


def _organizers(organizers: Sequence[Person]) -> Iterator[nodes.Node]:
    """Yield names with commas between them; most are organisations, so they are not among the people."""
    for number, one in enumerate(organizers):
        if number:
            yield nodes.Text(", ")
        yield nodes.reference("", one.name, refuri=one.url) if one.url else nodes.Text(one.name)


def _series(event: Event, docname: str) -> Iterator[Line]:
    if event.series:
        shown, label = nodes.inline(event.series, event.series), slugify(event.series)
        yield [name_node("series", label, shown, docname) if label else shown]
