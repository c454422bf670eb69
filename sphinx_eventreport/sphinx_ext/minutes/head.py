"""The head of minutes: who led, wrote and attended the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.people import people_nodes
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_details,
    eventreport_fact,
    eventreport_facts,
    eventreport_summary,
)
from sphinx_eventreport.sphinx_ext.site.names import media_anchor

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sphinx_eventreport.core.records import Attendee, Minutes, Person

GROUPS = {
    "chair": "chair",
    "scribe": "scribe",
    "present": "attendees",
    "guests": "guests",
    "regrets": "regrets",
}
"""The people at a meeting whom ``{attendees}`` can show, in the order of a page -> the field of records."""
_LED = ("chair", "scribe")
_WHO_CAME = ("present", "guests", "regrets")


def minutes_nodes(
    minutes: Minutes, document: nodes.document, docname: str, told: Collection[str] = ()
) -> list[nodes.Node]:
    """Return who led and wrote, and the attendance folded below its numbers.

    *told* are the kinds of people whom the body names; the numbers of those who came are shown all the same.
    """
    facts = _facts(minutes, [name for name in _LED if name not in told], document, docname)
    if minutes.agenda:
        facts.append(_fact(_("Agenda"), [nodes.reference("", minutes.agenda, refuri=minutes.agenda)]))
    led = [eventreport_facts("", *facts, classes=["er-roll"])] if facts else []
    untold = [name for name in _WHO_CAME if GROUPS[name] not in told]
    return [*led, *_attendance(minutes, _facts(minutes, untold, document, docname))]


def add_anchors(minutes: Minutes, document: nodes.document) -> None:
    """Let links to people lead to the words of *document* that name them, unless something of ours does so.

    Words name somebody otherwise now and then, by initials for one: then it is the first paragraph.
    """
    came = (*minutes.attendees, *minutes.guests, *minutes.regrets)
    people = (*minutes.chair, *minutes.scribe, *(one.person for one in came))
    anchors = {media_anchor("person", person.label): person.name for person in people}
    missing = {anchor: name for anchor, name in anchors.items() if anchor not in document.ids}
    paragraphs = [(node, node.astext()) for node in document.findall(nodes.paragraph)] if missing else []
    for anchor, name in missing.items() if paragraphs else ():
        place = next((node for node, text in paragraphs if name in text), paragraphs[0][0])
        document.ids[anchor] = nodes.inline("", ids=[anchor], classes=["er-mention"])
        place.insert(0, document.ids[anchor])


def roll_nodes(
    minutes: Minutes, document: nodes.document, docname: str, show: Collection[str] = ()
) -> eventreport_facts | None:
    """Return who was there, who was a guest, and who could not come; ``None`` if nobody is named.

    *show* are the groups to show, all but those who led where it is empty.
    """
    facts = _facts(minutes, [name for name in GROUPS if name in (show or _WHO_CAME)], document, docname)
    return eventreport_facts("", *facts, classes=["er-roll"]) if facts else None


def kinds_shown(show: Collection[str]) -> frozenset[str]:
    """Return the kinds of people that ``roll_nodes`` names where it is told to *show* these groups."""
    return frozenset(GROUPS[name] for name in (show or _WHO_CAME))


def _facts(
    minutes: Minutes, show: Iterable[str], document: nodes.document, docname: str
) -> list[eventreport_fact]:
    led = {"chair": (_("Chair"), minutes.chair), "scribe": (_("Scribe"), minutes.scribe)}
    came = {
        "present": (_("Present"), minutes.attendees),
        "guests": (_("Guests"), minutes.guests),
        "regrets": (_("Regrets"), minutes.regrets),
    }
    facts = []
    for name in show:
        if name in led and led[name][1]:
            term, people = led[name]
            facts.append(_fact(term, people_nodes(people, document, docname)))
        elif name in came and came[name][1]:
            term, attendees = came[name]
            facts.append(_fact(f"{term} ({len(attendees)})", _names(attendees, document, docname)))
    return facts


def _attendance(minutes: Minutes, facts: Sequence[eventreport_fact]) -> list[nodes.Node]:
    counts = [
        (_("%s present"), len(minutes.attendees)),
        (_("1 guest") if len(minutes.guests) == 1 else _("%s guests"), len(minutes.guests)),
        (_("%s regrets"), len(minutes.regrets)),
    ]
    texts = [text.replace("%s", str(number)) for text, number in counts if number]
    if minutes.quorum:
        texts.append(_("quorum %s") % minutes.quorum)
    line = " · ".join(texts)
    if not facts:
        return [nodes.paragraph(line, line, classes=["er-by"])] if line else []
    roll = eventreport_facts("", *facts, classes=["er-roll"])
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
