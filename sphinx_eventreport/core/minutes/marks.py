"""Lines that say what was decided and what is to be done -> their records."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.identifiers import Labels, slug_or
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.minutes.labels import kind_of_heading, labelled
from sphinx_eventreport.core.minutes.lines import below_label, items_below, section_after
from sphinx_eventreport.core.minutes.owners import read_task
from sphinx_eventreport.core.records import Action, Decision
from sphinx_eventreport.core.schema.minutes import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_eventreport.core.minutes.known import Known
    from sphinx_eventreport.core.minutes.lines import Line

TURN = lazy_regex(r"([^:]{1,40}?):\s+(?=\S)")
"""What stands before what somebody says."""
_COLON = "[:：]"  # noqa: RUF001 -- full width
_DECISION = lazy_regex(
    r"(?:RESOLUTION|RESOLVED|DECISION|OUTCOME|AGREED|CONCLUSION|Resolution|Resolved|Decision|Outcome|Conclusion"
    r"|resolution|resolved|decision|conclusion)"
    rf"(?:\s+#?\d{{1,4}})?\s*{_COLON}\s*(?P<rest>\S.*)",
    re.DOTALL,
)
_ACTION = lazy_regex(
    r"(?:ACTION ITEM|Action [Ii]tem|action item|ACTION|Action|AI)(?:[- ]#?\d{1,5})?"
    rf"(?:\s*\(\s*(?P<bracket>[^()]{{1,60}})\)\s*{_COLON}?|\s+(?:on\s+)?(?P<name>[^:：]{{1,40}}?)\s*{_COLON}"  # noqa: RUF001
    rf"|\s*{_COLON})\s*(?P<rest>\S.*)",
    re.DOTALL,
)
_ACTION_WITHOUT_COLON = lazy_regex(r"ACTION(?: ITEM)?\s+(?P<rest>\S.*)", re.DOTALL)
_BARE_AI = lazy_regex(rf"AI\s*{_COLON}")
_OUTCOMES: Mapping[str, re.Pattern[str]] = {
    "rejected": lazy_regex(
        r"\b(?:no consensus|not (?:reach|achieve|have) consensus|rejected)\b", re.IGNORECASE
    ),
    "withdrawn": lazy_regex(r"\bwithdrawn\b", re.IGNORECASE),
    "deferred": lazy_regex(r"\b(?:deferred|postponed|tabled)\b", re.IGNORECASE),
}
_NOTHING = lazy_regex(
    r"\W*(?:none|n/?a|nothing|no conclusions?\b.*|no (?:actions?|action items?|decisions?)|tb[ad]|to be \w+"
    r"|keine?)?\W*",
    re.IGNORECASE | re.DOTALL,
)
_NEXT_MEETING = lazy_regex(r"(?:the )?next (?:meeting|call)\b|we (?:will |shall )?meet\b", re.IGNORECASE)
"""What stands among actions, and is none."""
_SLIDE = lazy_regex(r"slides?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A decision or an action, and the lines that say it."""

    type: str
    """The object type."""
    record: Decision | Action
    """Its record."""
    lines: range
    """The indexes of the lines; a heading alone stands for what is in its section."""


class Marks:
    """Finds decisions and actions among the lines of a page, and numbers them."""

    def __init__(
        self, lines: Sequence[Line], known: Known, taken: Mapping[str, Sequence[str]], language: str | None
    ) -> None:
        """Begin with the labels that are *taken* on the page, by the types of their objects."""
        self._lines = lines
        self._known = known
        self._language = language
        self._labels = Labels()
        for object_type, labels in taken.items():
            for label in labels:
                self._labels.take(object_type, label)
        self._numbers = Counter({object_type: len(labels) for object_type, labels in taken.items()})
        # The lines before the first are read; those before the second are a decision already.
        self._over = self._decided = 0

    def read(self) -> Iterator[Marked]:
        """Yield them in the order of the page."""
        for index, line in enumerate(self._lines):
            if index < self._over or line.is_escaped:
                continue
            if line.kind == "heading":
                yield from self._of_heading(index)
            elif _is_label_of_actions(line):
                yield from self._actions(below_label(self._lines, index))
            elif line.kind != "row":
                found = self._decision_of_line(index) or self._action_of_line(index)
                self._over = found.lines.stop if found else index + 1
                yield from [found] if found else []

    def _of_heading(self, index: int) -> Iterator[Marked]:
        kind = kind_of_heading(self._lines[index].text)
        below = section_after(self._lines, index)
        if kind == "actions":
            yield from self._actions(below)
        elif kind == "decisions" and any(self._lines[place].kind == "item" for place in below):
            yield from self._decisions(below)
        elif kind in {"decision", "decisions"}:
            topic = self._topic(index)
            wording = " ".join(self._lines[place].text for place in below)
            if topic and not _NOTHING.fullmatch(wording):
                yield self._decision(topic, range(index, index + 1), wording)
                self._decided = below.stop

    def _topic(self, index: int) -> str:
        """Return the heading that a conclusion belongs to, "" where that is the whole page."""
        level = self._lines[index].level
        for line in reversed(self._lines[:index]):
            if line.kind == "heading" and line.level < level and not _SLIDE.match(line.text):
                return line.text if line.level > 1 else ""
        return ""

    def _decision_of_line(self, index: int) -> Marked | None:
        match = _DECISION.fullmatch(self._lines[index].text)
        if match is None:
            return self._decision_of_item(index)
        if index < self._decided or _NOTHING.fullmatch(match["rest"]):
            return None
        lines = self._with_continuation(index)
        wording = self._text_of(lines, match["rest"])
        return self._decision(shortened(wording), lines, wording)

    def _decision_of_item(self, index: int) -> Marked | None:
        """Return the decision that the items below an item say, whose own text is a label: "Conclusion:"."""
        line = self._lines[index]
        label = labelled(line) if line.kind == "item" else None
        if label is None or label.kind != "decision" or label.rest:
            return None
        wording = self._text_of(range(index, items_below(self._lines, index).stop), "").strip()
        if _NOTHING.fullmatch(wording):
            return None
        return self._decision(shortened(wording), range(index, index + 1), wording)

    def _action_of_line(self, index: int) -> Marked | None:
        line = self._lines[index]
        match = _ACTION.fullmatch(line.text) or _ACTION_WITHOUT_COLON.fullmatch(line.text)
        if match is None:
            return self._action(line.text, range(index, index + 1), line) if self._is_assigned(line) else None
        said = match.groupdict()
        if _NOTHING.fullmatch(match["rest"]) or (said.get("name") and not self._known.may_own(said["name"])):
            return None
        owner = next((name.strip() for name in (said.get("bracket"), said.get("name")) if name), "")
        lines = self._with_continuation(index)
        text = self._text_of(lines, match["rest"])
        # "AI:" may be somebody's initials, or the topic.
        is_vague = bool(_BARE_AI.match(line.text)) and not read_task(text, self._known).owner
        return None if is_vague else self._action(text, lines, line, owner)

    def _is_assigned(self, line: Line) -> bool:
        """Return whether *line* is a box to tick for somebody who is named; topics have boxes as well."""
        owners = read_task(line.text, self._known).owner if line.checked is not None else ()
        return bool(owners) and all(map(self._known.is_named, owners))

    def _text_of(self, lines: range, first: str) -> str:
        return " ".join([first, *(self._lines[place].text for place in lines[1:])])

    def _with_continuation(self, index: int) -> range:
        """Return the indexes of a line and of those of its paragraph that go on with it."""
        end = index + 1
        if self._lines[index].kind == "text":
            while end < len(self._lines) and self._goes_on(self._lines[index], self._lines[end]):
                end += 1
        return range(index, end)

    def _goes_on(self, first: Line, line: Line) -> bool:
        turn = TURN.match(line.text)
        is_turn = turn is not None and self._known.find(turn[1]) is not None
        is_next = is_turn or labelled(line) or _DECISION.fullmatch(line.text) or _ACTION.fullmatch(line.text)
        return line.block == first.block and not line.is_escaped and not is_next

    def _actions(self, below: range) -> Iterator[Marked]:
        """Yield the items of a list of actions; below an item that is a name are those of that person."""
        self._over, owner = max(below.stop, self._over), ""
        top = min((self._lines[place].level for place in self._items(below)), default=0)
        for place in self._items(below):
            line = self._lines[place]
            if line.level == top:
                owner = line.text.rstrip(":") if self._is_name_above(place, below) else ""
            is_action = not owner if line.level == top else bool(owner) and line.level == top + 1
            if is_action and not _NEXT_MEETING.match(line.text):
                match = _ACTION.fullmatch(line.text)
                text = match["rest"] if match else line.text
                yield self._action(text, range(place, place + 1), line, owner)

    def _is_name_above(self, place: int, below: range) -> bool:
        line = self._lines[place]
        has_items = place + 1 in below and self._lines[place + 1].level > line.level
        return has_items and self._known.find(line.text.rstrip(":")) is not None

    def _decisions(self, below: range) -> Iterator[Marked]:
        self._over = below.stop
        for place in self._items(below):
            if self._lines[place].level == 1:
                match = _DECISION.fullmatch(self._lines[place].text)
                wording = match["rest"] if match else self._lines[place].text
                yield self._decision(shortened(wording), range(place, place + 1), wording)

    def _items(self, below: range) -> Iterator[int]:
        for place in below:
            line = self._lines[place]
            if line.kind == "item" and not line.is_escaped and not _NOTHING.fullmatch(line.text):
                yield place

    def _decision(self, title: str, lines: range, wording: str) -> Marked:
        found = (status for status, words in _OUTCOMES.items() if words.search(wording))
        status: Any = next(found, "accepted")
        return Marked("decision", Decision(**self._named("decision", title), status=status), lines)

    def _action(self, text: str, lines: range, line: Line, owner: str = "") -> Marked:
        task = read_task(text, self._known, owner=owner, language=self._language)
        named = self._named("action", shortened(task.title or text))
        status: Any = "done" if line.checked or task.is_done else "open"
        return Marked("action", Action(**named, owner=task.owner, due=task.due, status=status), lines)

    def _named(self, object_type: str, title: str) -> dict[str, Any]:
        self._numbers[object_type] += 1
        number = self._numbers[object_type]
        label = self._labels.take(object_type, slug_or(title, f"{object_type}-{number}"))
        return {"label": label, "title": title, "number": number}


def _is_label_of_actions(line: Line) -> bool:
    """Return whether *line* is a label of actions; "Next steps:" among prose is a remark of somebody."""
    label = labelled(line)
    is_actions = label is not None and label.kind == "actions" and not label.rest
    return is_actions and not line.text.lower().startswith("next")
