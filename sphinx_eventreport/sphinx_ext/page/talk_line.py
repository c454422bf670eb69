"""The line under a talk's heading: who, when, where, what language, and the links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.sphinx_ext.inline.dates import language_name, time_node, weekday_text
from sphinx_eventreport.sphinx_ext.inline.links import spaced, tag_node
from sphinx_eventreport.sphinx_ext.inline.people import people_nodes
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.page.moments import Clocks
from sphinx_eventreport.sphinx_ext.site.names import media_anchor

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Event, Talk


def talk_line(
    talk: Talk, event: Event | None, document: nodes.document, env: BuildEnvironment
) -> list[nodes.Node]:
    """Return one paragraph about a *talk* of *event*, or nothing if there is nothing to say."""
    facts: list[nodes.Node] = []
    if talk.speakers:
        facts.append(nodes.inline("", "", *people_nodes(talk.speakers, document, env.docname)))
    facts.extend(_when(talk, Clocks(event), env.config.language))
    texts = (
        _("Track %s") % talk.track if talk.track else None,
        _("Room %s") % talk.room if talk.room else None,
        talk.type,
        talk.level,
        language_name(talk.language, env.config.language) if talk.language else None,
        _("License: %s") % talk.license if talk.license else None,
    )
    facts.extend(nodes.inline(text, text) for text in texts if text)
    if talk.tags:
        tags = [[nodes.Text(", "), tag_node(tag, env.docname)] for tag in talk.tags]
        facts.append(nodes.inline("", "", *[node for pair in tags for node in pair][1:]))
    facts.extend(nodes.reference("", link.label, refuri=link.url) for link in talk.links)
    if not facts:
        return []
    facts.extend(_media_links(talk))
    return [nodes.paragraph("", "", *spaced(facts), classes=["er-talk-line"])]


def _when(talk: Talk, clocks: Clocks, language: str) -> list[nodes.Node]:
    """Return the day, where the head does not tell it, the times, and how long it took."""
    found: list[nodes.Node] = []
    start, end = clocks.there(talk.start), clocks.there(talk.end)
    if start is not None:
        day = _day(start, clocks, language)
        texts = [text for text in (day, clocks.text(start)) if text]
        moment: list[nodes.Node] = [time_node(start, ", ".join(texts))] if texts else []
        if moment and end is not None and end.time:
            moment += [nodes.Text("–"), time_node(end, clocks.text(end))]
        found += [nodes.inline("", "", *moment)] if moment else []
    if talk.duration:
        text = _("%s min") % talk.duration
        found.append(nodes.inline(text, text))
    return found


def _day(start: PartialDate, clocks: Clocks, language: str) -> str:
    """Return the day of a talk where it is not that of the event."""
    is_told = clocks.start is not None and clocks.start.date == start.date and not clocks.takes_days
    if is_told or not start.day:
        return ""
    same_year = clocks.start is not None and clocks.start.year == start.year
    return weekday_text(start, language, is_short=True) if same_year else date_text(start, language)


def _media_links(talk: Talk) -> list[nodes.Node]:
    links = [(_("Slides"), "deck", deck.label) for deck in talk.decks]
    links += [(_("Video"), "recording", video.label) for video in talk.recordings]
    return [nodes.reference("", text, refid=media_anchor(kind, label)) for text, kind, label in links]
