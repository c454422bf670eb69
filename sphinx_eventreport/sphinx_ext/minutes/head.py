"""The head of minutes: how far they are, who led, wrote and attended the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.people import people_nodes
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_details,
    eventreport_fact,
    eventreport_facts,
    eventreport_minutes_state,
    eventreport_summary,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.records import Attendee, Minutes, Person

GROUPS = ("present", "guests", "regrets", "chair", "scribe")
"""The people at a meeting whom ``{attendees}`` can show."""


def minutes_nodes(minutes: Minutes, document: nodes.document, docname: str) -> list[nodes.Node]:
    """Return the place of their state, who led and wrote, and the attendance folded below its numbers."""
    found: list[nodes.Node] = [eventreport_minutes_state()]
    led = [(_("Chair"), minutes.chair), (_("Scribe"), minutes.scribe)]
    facts = [_fact(term, people_nodes(people, document, docname)) for term, people in led if people]
    if minutes.agenda:
        facts.append(_fact(_("Agenda"), [nodes.reference("", minutes.agenda, refuri=minutes.agenda)]))
    if facts:
        found.append(eventreport_facts("", *facts, classes=["er-roll"]))
    return [*found, *_attendance(minutes, document, docname)]


def roll_nodes(
    minutes: Minutes, document: nodes.document, docname: str, show: Sequence[str] = ()
) -> eventreport_facts | None:
    """Return who was there, who was a guest, and who could not come; ``None`` if nobody is named.

    *show* are the groups to show, all but those who led where it is empty.
    """
    groups = {
        "present": (_("Present"), minutes.attendees),
        "guests": (_("Guests"), minutes.guests),
        "regrets": (_("Regrets"), minutes.regrets),
    }
    facts = [
        _fact(f"{term} ({len(people)})", _names(people, document, docname))
        for name, (term, people) in groups.items()
        if people and (not show or name in show)
    ]
    led = {"chair": (_("Chair"), minutes.chair), "scribe": (_("Scribe"), minutes.scribe)}
    facts += [
        _fact(term, people_nodes(people, document, docname))
        for name, (term, people) in led.items()
        if people and name in show
    ]
    return eventreport_facts("", *facts, classes=["er-roll"]) if facts else None


def _attendance(minutes: Minutes, document: nodes.document, docname: str) -> list[nodes.Node]:
    roll = roll_nodes(minutes, document, docname)
    counts = [
        (_("%s present"), len(minutes.attendees)),
        (_("%s guests"), len(minutes.guests)),
        (_("%s regrets"), len(minutes.regrets)),
    ]
    texts = [text % number for text, number in counts if number]
    if minutes.quorum:
        texts.append(_("quorum %s") % minutes.quorum)
    line = " · ".join(texts)
    if roll is None:
        return [nodes.paragraph(line, line, classes=["er-by"])] if line else []
    return [
        eventreport_details("", eventreport_summary(line, line), roll, open=False, classes=["er-attendance"])
    ]


def _fact(term: str, words: Sequence[nodes.Node]) -> eventreport_fact:
    return eventreport_fact("", nodes.term(term, term), nodes.definition("", nodes.paragraph("", "", *words)))


def _names(people: Sequence[Attendee], document: nodes.document, docname: str) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    for number, one in enumerate(people):
        person: list[Person] = [one.person]
        found += [nodes.Text(", ")] if number else []
        found += people_nodes(person, document, docname)
        beside = [text for text in (one.role, one.initials, _("remote") if one.remote else None) if text]
        if beside:
            text = ", ".join(beside)
            found += [nodes.Text(" "), nodes.inline(text, text, classes=["er-label"])]
    return found
