"""``{decision}``, ``{action}``, ``{attendees}``, ``{key-points}`` and ``{conclusion}``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, TypeVar

from docutils import nodes

from sphinx_eventreport.core.identifiers import unique
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Action, Decision
from sphinx_eventreport.core.schema.minutes import ACTION, DECISION, read_action, read_decision
from sphinx_eventreport.sphinx_ext.minutes.draw import action_nodes, decision_nodes
from sphinx_eventreport.sphinx_ext.minutes.head import GROUPS, kinds_shown, roll_nodes
from sphinx_eventreport.sphinx_ext.minutes.page_labels import labels_on_page
from sphinx_eventreport.sphinx_ext.nodes.directive import ReportDirective, text_options
from sphinx_eventreport.sphinx_ext.reading.state import reading_state, set_reading_state

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec

    from sphinx_eventreport.core.records import Event

R = TypeVar("R", Action, Decision)


class _Decided(ReportDirective):
    """A title as argument, fields as options, the wording as content."""

    optional_arguments = 1
    final_argument_whitespace = True

    def _said(self) -> tuple[dict[str, object], dict[str, int]]:
        """Return the options, the title among them, and their lines."""
        title = {"title": self.arguments[0]} if self.arguments else {}
        return {**title, **self.options}, {**dict.fromkeys(title, self.lineno), **self.option_lines()}

    def _event(self) -> Event | None:
        state = reading_state(self.env)
        return state.report.event if state else None

    def _apart(self, object_type: str, record: R) -> R:
        """Return *record* with a label that no other on the page has, unless the author wrote it."""
        taken = labels_on_page(self.env, object_type)
        if "label" not in self.options:
            record = replace(record, label=unique(record.label, set(taken)))
        taken.append(record.label)
        return record

    def _inside(self) -> list[nodes.Node]:
        # Most have a title only, and MyST-Parser takes as long for nothing as for a paragraph.
        return self.parse_content_to_nodes() if self.content else []

    def _number(self, object_type: str) -> int:
        return len(labels_on_page(self.env, object_type)) + 1


class DecisionDirective(_Decided):
    """Something that a meeting decided."""

    option_spec: ClassVar[OptionSpec] = text_options(*DECISION.names())

    def run(self) -> list[nodes.Node]:
        """Return the decision, with the wording that is its content."""
        if self.is_withheld():
            return []
        said, lines = self._said()
        decision, problems = read_decision(
            said, lines, wording="\n".join(self.content), number=self._number("decision"), event=self._event()
        )
        self.warn(problems)
        decision = self._apart("decision", decision)
        wording = [*self.notices(), *self._inside()]
        is_written = "label" in self.options
        drawing = decision_nodes(decision, wording, self.state.document, self.env, is_written=is_written)
        return self.make_object("decision", decision, drawing)


class ActionDirective(_Decided):
    """Something that somebody is to do."""

    option_spec: ClassVar[OptionSpec] = text_options(*ACTION.names())

    def run(self) -> list[nodes.Node]:
        """Return the action, with the details that are its content."""
        if self.is_withheld():
            return []
        said, lines = self._said()
        action, problems = read_action(
            said, lines, wording="\n".join(self.content), number=self._number("action"), event=self._event()
        )
        self.warn(problems)
        action = self._apart("action", action)
        details = [*self.notices(), *self._inside()]
        return self.make_object(
            "action", action, action_nodes(action, details, self.state.document, self.env)
        )


class AttendeesDirective(ReportDirective):
    """Who was there: as front matter says, or a list of names as content."""

    option_spec: ClassVar[OptionSpec] = text_options("show")

    def run(self) -> list[nodes.Node]:
        """Return who the front matter names; without it, the content."""
        state = reading_state(self.env)
        minutes = state.report.minutes if state else None
        content = self.parse_content_to_nodes()
        if content:
            return content
        show = self.options.get("show", "").replace(",", " ").split()
        self.warn(_unknown(name) for name in show if name not in GROUPS)
        known = [name for name in show if name in GROUPS]
        roll = roll_nodes(minutes, self.state.document, self.env.docname, known) if minutes else None
        if roll is None:
            self.warn([_nobody()])
            return []
        if state:
            set_reading_state(self.env, replace(state, told=state.told | kinds_shown(known)))
        return [roll]


class KeyPointsDirective(ReportDirective):
    """What to remember of a talk or meeting: a list as content."""

    option_spec: ClassVar[OptionSpec] = text_options("card", "audience")

    def run(self) -> list[nodes.Node]:
        """Return the content in a box; nothing where there is none."""
        if self.is_withheld():
            return []
        if not self.content:
            self.warn([_empty(self.name)])
            return []
        classes = ["er-key-points", *(["er-key-points-card"] if "card" in self.options else [])]
        return [
            nodes.container("", *self.notices(), *self.parse_content_to_nodes(), classes=classes, is_div=True)
        ]


class ConclusionDirective(ReportDirective):
    """How a meeting or a topic ended: prose as content."""

    option_spec: ClassVar[OptionSpec] = text_options("audience")

    def run(self) -> list[nodes.Node]:
        """Return the content in a box; nothing where there is none."""
        if self.is_withheld():
            return []
        if not self.content:
            self.warn([_empty(self.name)])
            return []
        return [
            nodes.container(
                "", *self.notices(), *self.parse_content_to_nodes(), classes=["er-conclusion"], is_div=True
            )
        ]


def _unknown(group: str) -> Problem:
    message = f"`show` has {group!r}, which is not a group of people at a meeting"
    return Problem(Subtype.VALUE, message, field="show", hint=f"write some of {', '.join(GROUPS)}")


def _nobody() -> Problem:
    hint = "write `attendees` below `minutes` in the front matter, or the names as the content"
    return Problem(Subtype.VALUE, "{attendees} has nobody to show", hint=hint)


def _empty(directive: str) -> Problem:
    return Problem(
        Subtype.VALUE, f"{{{directive}}} is empty", hint="write its text as the content, or remove it"
    )
