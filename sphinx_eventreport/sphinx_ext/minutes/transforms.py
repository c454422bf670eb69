"""When a page is written: what other pages say of its minutes, decisions and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.sphinx_ext.inline.dates import time_node
from sphinx_eventreport.sphinx_ext.inline.links import link_node, spaced
from sphinx_eventreport.sphinx_ext.inline.words import action_word, minutes_word
from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_due,
    eventreport_minutes_state,
    eventreport_object_state,
)
from sphinx_eventreport.sphinx_ext.site.decided import MinutesState, State, minutes_state, states
from sphinx_eventreport.sphinx_ext.site.page_transform import PageTransform

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page

_OVER = frozenset({"done", "dropped"})


class SayStates(PageTransform):
    """Replace the places of states by what is known now."""

    def run(self, **kwargs: Any) -> None:
        """Look at pages with minutes, decisions or actions only."""
        page = self.page
        has_some = page is not None and (page.objects or (page.report and page.report.minutes))
        if not has_some and not self.may_hold_all_pages:
            return
        known: dict[str, Mapping[str, State]] = {}
        # Both are looked for at once: a walk for each would take as long as all that is said.
        spots: list[nodes.Element] = in_order(
            self.document, eventreport_minutes_state, eventreport_object_state
        )
        for spot in spots:
            docname = self.docname_of(spot)
            page = self.site.pages.get(docname)
            if isinstance(spot, eventreport_minutes_state):
                self._say_of_minutes(spot, page, docname)
                continue
            if docname not in known:
                known[docname] = states(self.site, page) if page else {}
            said = known[docname].get(next(iter(spot.parent["ids"]), ""), State())
            for problem in said.problems:
                warn_on_page(self.env, problem, spot.parent)
            _say(spot, said, docname, self.config.language)

    def _say_of_minutes(self, spot: nodes.Element, page: Page | None, docname: str) -> None:
        """Put how far the minutes of *page* are in the place of *spot*."""
        state = minutes_state(self.site, page) if page else MinutesState()
        if state.problem:
            warn_on_page(self.env, state.problem, spot)
        spot.replace_self(_minutes(state, docname, self.config.language))


def _say(spot: nodes.Element, state: State, docname: str, language: str) -> None:
    """Put *state* where it belongs: the word for an action that is further elsewhere, and a line below."""
    made: nodes.Element = spot.parent
    if state.superseded_by:
        made["classes"].append("er-superseded")
    if state.later:
        _replace_state(made, _later(state, state.later, docname, language), is_over=state.status in _OVER)
    facts = list(_state(state, docname))
    line = [nodes.paragraph("", "", *spaced(facts), classes=["er-facts-line"])] if facts else []
    spot.replace_self(line)


def _replace_state(made: nodes.Element, later: nodes.Node, *, is_over: bool) -> None:
    """Let a *later* meeting say how far an action is; what is over is not late any more."""
    for node in list(made.findall(nodes.inline)):
        if "er-state" in node["classes"]:
            node.replace_self(later)
            break
    for due in list(made.findall(eventreport_due)) if is_over else ():
        due.replace_self(nodes.inline("", "", *due.children))


def _minutes(state: MinutesState, docname: str, language: str) -> list[nodes.Node]:
    """Return a line that says how far minutes are; nothing where nobody said."""
    if not state.status:
        return []
    if state.status == "approved" and (state.approved or state.by):
        line = nodes.strong("", _("Approved"))
        words: list[nodes.Node] = [line]
        if state.approved:
            words += [nodes.Text(" "), time_node(state.approved, date_text(state.approved, language))]
        if state.by:
            words += [nodes.Text(" · "), link_node(state.by, docname)]
    else:
        words = [nodes.strong("", minutes_word(state.status))]
    return [nodes.paragraph("", "", *words, classes=["er-minutes", f"er-minutes-{state.status}"])]


def _later(state: State, later: Link, docname: str, language: str) -> nodes.inline:
    """Return how far an action is in a *later* meeting."""
    line = nodes.inline(
        "", "", nodes.Text(action_word(state.status)), classes=["er-state", f"er-is-{state.status}"]
    )
    if state.status in _OVER and state.done:
        line += [nodes.Text(" "), time_node(state.done, date_text(state.done, language))]
    line += [nodes.Text(": "), link_node(later, docname)]
    return line


def _state(state: State, docname: str) -> Iterator[nodes.Node]:
    if state.superseded_by:
        yield _links(_("Superseded by"), state.superseded_by, docname)
    if state.amended_by:
        yield _links(_("Amended by"), state.amended_by, docname)
    if state.earlier:
        yield _links(_("Earlier:"), state.earlier, docname)
    if state.topic:
        yield _links(_("Earlier on this topic:"), state.topic, docname)


def _links(text: str, links: Sequence[Link], docname: str) -> nodes.inline:
    line = nodes.inline("", "", nodes.Text(f"{text} "))
    for number, link in enumerate(links):
        line += [nodes.Text(", ")] if number else []
        line += link_node(link, docname)
    return line
