"""The line under a talk's heading: who, when, where, what language, and the links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.dates import language_name, time_node
from sphinx_eventreport.sphinx_ext.inline.people import people_nodes
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.page.head import spaced
from sphinx_eventreport.sphinx_ext.site.names import media_anchor

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Talk


def talk_line(talk: Talk, document: nodes.document, env: BuildEnvironment) -> list[nodes.Node]:
    """Return one paragraph, or nothing if there is nothing to say."""
    facts: list[nodes.Node] = []
    if talk.speakers:
        facts.append(nodes.inline("", "", *people_nodes(talk.speakers, document, env.docname)))
    facts.extend(_when(talk))
    texts = (
        _("Track %s") % talk.track if talk.track else None,
        _("Room %s") % talk.room if talk.room else None,
        talk.type,
        talk.level,
        language_name(talk.language, env.config.language) if talk.language else None,
        talk.license,
        ", ".join(talk.tags),
    )
    facts.extend(nodes.inline(text, text) for text in texts if text)
    facts.extend(nodes.reference("", link.label, refuri=link.url) for link in talk.links)
    if not facts:
        return []
    facts.extend(_media_links(talk))
    return [nodes.paragraph("", "", *spaced(facts), classes=["er-talk-line"])]


def _when(talk: Talk) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    if talk.start and talk.start.time:
        found.append(time_node(talk.start, talk.start.time.strftime("%H:%M")))
    if talk.duration:
        text = _("%s min") % talk.duration
        found.append(nodes.inline(text, text))
    return found


def _media_links(talk: Talk) -> list[nodes.Node]:
    links = [(_("Slides"), "deck", deck.label) for deck in talk.decks]
    links += [(_("Video"), "recording", video.label) for video in talk.recordings]
    return [nodes.reference("", text, refid=media_anchor(kind, label)) for text, kind, label in links]
