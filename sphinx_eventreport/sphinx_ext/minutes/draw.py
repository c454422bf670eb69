"""A decision or an action as readers see it: ordinary nodes, which every builder can write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.core.records import Decision
from sphinx_eventreport.sphinx_ext.inline.dates import time_node
from sphinx_eventreport.sphinx_ext.inline.due import due_node, due_word
from sphinx_eventreport.sphinx_ext.inline.links import spaced, tag_node
from sphinx_eventreport.sphinx_ext.inline.people import people_nodes
from sphinx_eventreport.sphinx_ext.inline.words import action_word, decision_word
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_object_state
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.records import Action, Person, Votes


def decision_nodes(
    decision: Decision,
    wording: Sequence[nodes.Node],
    document: nodes.document,
    env: BuildEnvironment,
    *,
    is_written: bool,
) -> list[nodes.Node]:
    """Return number and title, the *wording*, the facts, and the place of what others say of it.

    *is_written* says that its author gave it the label, which is its number then.
    """
    number = decision.label.upper() if is_written else _("Decision %s") % decision.number
    head = nodes.paragraph("", classes=["er-object-title"])
    head += [nodes.inline(number, number, classes=["er-number"]), nodes.Text(" ")]
    head += nodes.strong(decision.title, decision.title)
    facts = list(_decision_facts(decision, document, env))
    line = [nodes.paragraph("", "", *spaced(facts), classes=["er-facts-line"])] if facts else []
    return [head, *wording, *line, eventreport_object_state()]


def action_nodes(
    action: Action, details: Sequence[nodes.Node], document: nodes.document, env: BuildEnvironment
) -> list[nodes.Node]:
    """Return what is to be done, the *details*, the facts, and the place of what others say of it."""
    head = nodes.paragraph("", "", nodes.strong(action.title, action.title), classes=["er-object-title"])
    facts = list(_action_facts(action, document, env))
    line = nodes.paragraph("", "", *spaced(facts), classes=["er-facts-line", f"er-is-{action.status}"])
    return [head, *details, line, eventreport_object_state()]


def read_nodes(
    record: Decision | Action, document: nodes.document, env: BuildEnvironment
) -> list[nodes.Node]:
    """Return what was read from words of the page, so that nothing is read wrong in silence."""
    if isinstance(record, Decision):
        number = _("Decision %s") % record.number
        facts = [nodes.inline(number, number, classes=["er-number"]), *_decision_facts(record, document, env)]
    else:
        facts = list(_action_facts(record, document, env))
    line = nodes.paragraph("", "", *spaced(facts), classes=["er-facts-line", f"er-is-{record.status}"])
    return [line, eventreport_object_state()]


def _decision_facts(
    decision: Decision, document: nodes.document, env: BuildEnvironment
) -> Iterator[nodes.Node]:
    word, language = decision_word(decision.status), env.config.language
    yield nodes.inline(word, word, classes=["er-state", f"er-is-{decision.status}"])
    if decision.date:
        yield time_node(decision.date, date_text(decision.date, language))
    if decision.how:
        yield nodes.inline(decision.how, decision.how)
    people = (
        (_("By"), decision.by),
        (_("Moved by"), decision.moved_by),
        (_("Seconded by"), decision.seconded_by),
        (_("Consulted:"), decision.consulted),
        (_("Informed:"), decision.informed),
    )
    for text, named in people:
        if named:
            yield _people(text, named, document, env)
    if decision.votes:
        yield from _votes(decision.votes, document, env)
    if decision.requires:
        text = _("Requires %s") % decision.requires
        yield nodes.inline(text, text)
    if decision.closes:
        yield _dated(_("Open until"), decision.closes, language)
    links = (
        (_("Supersedes"), "decision", decision.supersedes),
        (_("Amends"), "decision", decision.amends),
        (_("Approves the minutes of"), "event", decision.approves),
    )
    for text, object_type, labels in links:
        if labels:
            yield _references(text, object_type, labels, env)
    yield from _about(decision.topic, decision.tags, env)


def _action_facts(action: Action, document: nodes.document, env: BuildEnvironment) -> Iterator[nodes.Node]:
    language = env.config.language
    if action.done:
        yield _dated(action_word(action.status), action.done, language, css_class=f"er-is-{action.status}")
    else:
        word = action_word(action.status)
        yield nodes.inline(word, word, classes=["er-state", f"er-is-{action.status}"])
    if action.owner:
        yield nodes.inline("", "", *people_nodes(action.owner, document, env.docname))
    else:
        text = _("Nobody yet")
        yield nodes.inline(text, text)
    if action.due:
        # What is done is not late any more.
        is_open = action.status in {"open", "started"}
        text = date_text(action.due, language)
        yield due_node(action.due.isoformat(), text) if is_open else _dated(due_word(), action.due, language)
    if action.issue:
        yield nodes.reference("", _("Issue"), refuri=action.issue)
    if action.continues:
        yield _references(_("Continues"), "action", (action.continues,), env)
    yield from _about(action.topic, action.tags, env)


def _about(topic: str | None, tags: Sequence[str], env: BuildEnvironment) -> Iterator[nodes.Node]:
    if topic:
        text = _("Topic %s") % topic
        yield nodes.inline(text, text)
    for tag in tags:
        yield tag_node(tag, env.docname)


def _dated(text: str, date: PartialDate, language: str, css_class: str = "") -> nodes.inline:
    classes = ["er-state", css_class] if css_class else []
    return nodes.inline(
        "", "", nodes.Text(f"{text} "), time_node(date, date_text(date, language)), classes=classes
    )


def _people(
    text: str, people: Sequence[Person], document: nodes.document, env: BuildEnvironment
) -> nodes.inline:
    return nodes.inline("", "", nodes.Text(f"{text} "), *people_nodes(people, document, env.docname))


def _votes(votes: Votes, document: nodes.document, env: BuildEnvironment) -> Iterator[nodes.Node]:
    sides = (
        (_("%s in favour"), votes.yes, votes.in_favor),
        (_("%s against"), votes.no, votes.against),
        (_("%s abstained"), votes.abstain, votes.abstaining),
    )
    for text, number, people in sides:
        if number is None:
            continue
        line = nodes.inline("", "", nodes.Text(text % number))
        if people:
            line += [nodes.Text(" ("), *people_nodes(people, document, env.docname), nodes.Text(")")]
        yield line


def _references(text: str, object_type: str, labels: Sequence[str], env: BuildEnvironment) -> nodes.inline:
    """Return links to what *labels* name; an unknown one is a warning, as of any role."""
    line = nodes.inline("", "", nodes.Text(f"{text} "))
    for number, label in enumerate(labels):
        link = addnodes.pending_xref(
            "",
            nodes.inline(label, label),
            refdomain=DOMAIN,
            reftype=object_type,
            reftarget=label,
            refdoc=env.docname,
            refexplicit=False,
            refwarn=True,
        )
        line += [nodes.Text(", ")] if number else []
        line += link
    return line
