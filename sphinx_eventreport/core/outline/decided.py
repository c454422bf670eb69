"""The directives of a page that say what was decided and what is to be done -> their records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from sphinx_eventreport.core.identifiers import unique
from sphinx_eventreport.core.outline.body import DECIDED
from sphinx_eventreport.core.records import Action, Decision
from sphinx_eventreport.core.schema.minutes import read_action, read_decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_eventreport.core.outline.directive_text import DirectiveText
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Event

R = TypeVar("R", Action, Decision)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, what is to be done, and what is wrong with it."""

    decisions: tuple[Decision, ...]
    """In the order of the page."""
    actions: tuple[Action, ...]
    """In the order of the page."""
    problems: tuple[Problem, ...]
    """In the order of the page."""


def read_decided(directives: Iterable[DirectiveText], event: Event | None) -> Decided:
    """Return the records of *directives*, numbered as they stand on a page about *event*."""
    decisions: list[Decision] = []
    actions: list[Action] = []
    problems: list[Problem] = []
    for each in directives:
        said = {"title": each.argument, **each.options}
        lines = {"title": each.line, **each.lines}
        if DECIDED[each.name] == "decision":
            number = len(decisions) + 1
            decision, wrong = read_decision(said, lines, wording=each.body, number=number, event=event)
            decisions.append(_apart(decision, decisions))
        else:
            action, wrong = read_action(said, lines, wording=each.body, number=len(actions) + 1, event=event)
            actions.append(_apart(action, actions))
        problems.extend(wrong)
    return Decided(tuple(decisions), tuple(actions), tuple(problems))


def _apart(one: R, others: Iterable[R]) -> R:
    """Return *one* with a label that none of the *others* has."""
    return replace(one, label=unique(one.label, {other.label for other in others}))
