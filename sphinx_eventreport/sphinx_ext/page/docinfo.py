"""The front matter of a report as docutils has it, while transforms of others look for it.

ABlog's does, to find its posts. Outside of that moment there is no such node: it would be text of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_eventreport.sphinx_ext.reading.state import reading_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.sphinx_ext.reading.state import ReadingState

_OTHERS = 800
"""When ABlog looks: after the page is made (760), before Sphinx keeps what the document says (850)."""
_LENT = "eventreport-front-matter"
_NUMBERS = frozenset({"image", "excerpt"})
"""How many pictures and paragraphs ABlog shows; a text there, such as a path, stops it."""


class LendFrontMatter(SphinxTransform):
    """Put the front matter of a report in front of it."""

    default_priority = _OTHERS - 1

    def apply(self, **kwargs: Any) -> None:
        """Put in what was taken out of the source, and what was left there."""
        state = reading_state(self.env)
        fields = [*_fields(state)] if state is not None and self._is_looked_for() else []
        if not fields:
            return
        left = next((node for node in self.document.children if isinstance(node, nodes.docinfo)), None)
        kept = [child.deepcopy() for child in left.children] if left is not None else []
        self.document.insert(0, nodes.docinfo("", *kept, *fields, classes=[_LENT]))

    def _is_looked_for(self) -> bool:
        """Return whether somebody's transform comes then: nodes that nobody looks at take a while to make."""
        coming = self.document.transformer.transforms
        return any(transform.default_priority == _OTHERS for _number, transform, *_rest in coming)


class TakeFrontMatterBack(SphinxTransform):
    """Take it out again."""

    default_priority = _OTHERS + 1

    def apply(self, **kwargs: Any) -> None:
        """Remove the node, wherever it stands by now."""
        for node in self.document.children[:2]:
            if isinstance(node, nodes.docinfo) and _LENT in node["classes"]:
                self.document.remove(node)


def _fields(state: ReadingState) -> Iterator[nodes.field]:
    for key, value in state.fields.items():
        text = ", ".join(value) if isinstance(value, list) else value
        if key == "date":
            # ABlog stops at what it cannot read as a day.
            text = state.report.date.isoformat() if state.report.date else ""
        if text and (key not in _NUMBERS or text.isdecimal()):
            yield nodes.field(
                "", nodes.field_name(key, key), nodes.field_body("", nodes.paragraph(text, text))
            )
