"""The role ``{by}``: who says it, by name, initials or handle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from sphinx_eventreport.core.minutes.known import Known
from sphinx_eventreport.core.names import person_of
from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.sphinx_ext.inline.people import people_nodes

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Minutes

_CLASS, _KEY = "er-said-by", "eventreport_said_by"


class ByRole(SphinxRole):
    """Somebody who was there, by what minutes call them; anybody else by name."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Leave a place: who was there may stand further down on the page."""
        self.env.current_document[_KEY] = True
        return [nodes.inline(self.rawtext, self.text, classes=[_CLASS])], []


def name_speakers(document: nodes.document, env: BuildEnvironment, minutes: Minutes | None) -> None:
    """Put the people into the places that ``{by}`` left."""
    if not env.current_document.get(_KEY):
        return
    known = Known(minutes)
    for place in in_order(document, nodes.inline):
        if _CLASS in place["classes"]:
            written = place.astext()
            person = known.owner(written) or person_of(written)
            named = people_nodes([person], document, env.docname) if person else [nodes.Text(written)]
            # Not `replace_self`, which wants the class of the place to be kept.
            place.parent.replace(place, named)
