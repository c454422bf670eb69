"""While a document is read: what the words of its minutes say becomes decisions, actions and turns."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_eventreport.core.files.settings import matches
from sphinx_eventreport.core.identifiers import slug_or, unique
from sphinx_eventreport.core.minutes.attendance import OPENING_HEADINGS, read_roll
from sphinx_eventreport.core.minutes.read import read_words
from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.minutes.draw import read_nodes
from sphinx_eventreport.sphinx_ext.minutes.page_labels import labels_on_page
from sphinx_eventreport.sphinx_ext.minutes.page_lines import lines_of, parts_of
from sphinx_eventreport.sphinx_ext.minutes.said_by import name_speakers
from sphinx_eventreport.sphinx_ext.nodes import eventreport_break, eventreport_object
from sphinx_eventreport.sphinx_ext.reading.state import reading_state, set_reading_state

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.minutes.marks import Marked
    from sphinx_eventreport.core.minutes.read import Turn, Words
    from sphinx_eventreport.sphinx_ext.minutes.page_lines import PageLines


class ReadWords(SphinxTransform):
    """Find what was decided and what is to be done where nobody wrote a directive.

    After raw HTML became nodes (5), before typographic quotes (750).
    """

    default_priority = 6

    def apply(self, **kwargs: Any) -> None:
        """Read the page if it is one of minutes."""
        self._read()
        state = reading_state(self.env)
        name_speakers(self.document, self.env, state.report.minutes if state else None)

    def _read(self) -> None:
        state = reading_state(self.env)
        if state is None:
            return
        is_minutes = matches(self.env.docname, read_value(self.config, "minutes_patterns"))
        if not (is_minutes or state.report.minutes or self._begins_with_attendance()):
            return
        lines = lines_of(self.document)
        words = read_words(
            lines.found,
            state.report,
            is_minutes=is_minutes,
            by_default=read_value(self.config, "minutes_words"),
            taken={kind: labels_on_page(self.env, kind) for kind in ("decision", "action")},
        )
        if words is None:
            return
        for problem in words.problems:
            warn_on_page(self.env, problem)
        report = replace(state.report, minutes=words.minutes)
        set_reading_state(self.env, replace(state, report=report, told=state.told | words.told))
        _Marking(lines, words, self.document, self.env).mark()

    def _begins_with_attendance(self) -> bool:
        """Return whether the page looks like minutes, for which the beginning of most pages is enough."""
        return read_roll(lines_of(self.document, OPENING_HEADINGS).found).is_at_top


class _Marking:
    """Puts what was found into nodes of its own, which hold what stood there."""

    def __init__(
        self, lines: PageLines, words: Words, document: nodes.document, env: BuildEnvironment
    ) -> None:
        self._lines = lines
        self._marked: Mapping[int, Marked] = {one.lines.start: one for one in words.marked}
        self._turns: Mapping[int, Turn] = {one.line: one for one in words.turns}
        self._document = document
        self._env = env
        self._counts: Counter[str] = Counter()

    def mark(self) -> None:
        """Change the document."""
        found, index = self._lines.found, 0
        while index < len(found):
            end = index + 1
            place = self._lines.places[index]
            while end < len(found) and self._lines.places[end] is place:
                end += 1
            span = range(index, end)
            if found[index].kind == "text" and any(map(self._is_changed, span)):
                self._cut(place, span)
            elif found[index].kind in {"item", "heading"}:
                self._whole(place, index)
            index = end

    def _is_changed(self, index: int) -> bool:
        return index in self._marked or index in self._turns or self._has_backslash(index)

    def _has_backslash(self, index: int) -> bool:
        return self._lines.found[index].text.startswith("\\")

    def _cut(self, paragraph: nodes.Element, span: range) -> None:
        """Cut *paragraph* into what was found and what is around it."""
        parts = parts_of(paragraph)
        for index, part in zip(span, parts, strict=True):
            if self._has_backslash(index):
                part[0] = nodes.Text(part[0].astext().lstrip()[1:])
            if index in self._turns:
                part[:] = self._with_turn(part, self._turns[index])
        pieces: list[nodes.Node] = []
        index = span.start
        while index in span:
            marked = self._marked.get(index)
            end = marked.lines.stop if marked else index + 1
            while not marked and end in span and end not in self._marked:
                end += 1
            text = _joined(parts[index - span.start : end - span.start], paragraph)
            pieces.append(self._object(marked, [text]) if marked else text)
            index = end
        paragraph.replace_self(pieces)

    def _whole(self, place: nodes.Element, index: int) -> None:
        """Put the content of an item or of a section, less its heading and subsections, into an object."""
        turn, marked = self._turns.get(index), self._marked.get(index)
        first = place.children[0] if place.children else None
        if turn and isinstance(first, nodes.paragraph):
            part, *rest = parts_of(first)
            first.children = []
            first.extend(
                [*self._with_turn(part, turn), *(node for more in rest for node in (nodes.Text("\n"), *more))]
            )
        if marked:
            kept = [node for node in place.children if isinstance(node, nodes.title | nodes.section)]
            content = [node for node in place.children if node not in kept]
            made = self._object(marked, content)
            at = 1 if kept and isinstance(kept[0], nodes.title) else 0
            place.children = []
            place.extend([*kept[:at], made, *kept[at:]])

    def _object(self, marked: Marked, content: Sequence[nodes.Node]) -> eventreport_object:
        facts = read_nodes(marked.record, self._document, self._env)
        made = eventreport_object("", *content, *facts, type=marked.type, record=marked.record)
        made.source, made.line = self._document["source"], self._lines.found[marked.lines.start].line
        return made

    def _with_turn(self, part: Sequence[nodes.Node], turn: Turn) -> list[nodes.Node]:
        """Return a line with an address: a link to it is what stands before the colon."""
        name = slug_or(turn.words, "turn")
        self._counts[name] += 1
        anchor = unique(f"turn-{name}-{self._counts[name]}", self._document.ids)
        target = nodes.target("", "", ids=[anchor])
        self._document.ids[anchor] = target
        link = nodes.reference("", "", refid=anchor, classes=["er-says"], internal=True)
        if turn.person.name != turn.words:
            link["reftitle"] = turn.person.name
        first, *rest = part
        text = first.astext()
        if not isinstance(first, nodes.Text):
            link += first
            return [target, link, *rest]
        before, words, behind = text.partition(turn.words)
        link += nodes.Text(words)
        return [nodes.Text(before), target, link, nodes.Text(behind), *rest]


def _joined(parts: Sequence[Sequence[nodes.Node]], paragraph: nodes.Element) -> nodes.paragraph:
    """Return a paragraph of lines of another one."""
    made = nodes.paragraph("", "", **paragraph.attributes)
    made.source, made.line = paragraph.source, paragraph.line
    for number, part in enumerate(parts):
        is_cut = number and not isinstance(parts[number - 1][-1], eventreport_break)
        made += [nodes.Text("\n"), *part] if is_cut else list(part)
    return made
