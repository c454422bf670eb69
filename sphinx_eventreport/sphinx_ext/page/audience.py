"""``{audience}``: a section, or a part of one, that is only on the site for the team.

The source of a document has nothing of it any more when it is parsed (`reading.source_read`). What comes here
stands where that does not look: in ``{eval-rst}``, in HTML, in sources of other parsers.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.schema.audience import AUDIENCES, audience_of
from sphinx_eventreport.sphinx_ext.nodes import eventreport_internal
from sphinx_eventreport.sphinx_ext.nodes.audience import internal_notice, is_shown
from sphinx_eventreport.sphinx_ext.nodes.directive import ReportDirective


class AudienceDirective(ReportDirective):
    """For whom the content is; without content, the section around the directive."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the content, marked as internal; nothing where the site may not show it."""
        said = self.arguments[0].strip().lower()
        if said not in AUDIENCES:
            message = f"`audience` is {said[:80]!r}, which is not one of its values; so it is internal"
            hint = "write one of " + ", ".join(AUDIENCES)
            self.warn([Problem(Subtype.VALUE, message, field="audience", hint=hint)])
        audience = audience_of(said)
        if not is_shown(self.env, audience):
            return [] if self.content else [eventreport_internal()]
        content = self.parse_content_to_nodes()
        if audience == "public":
            return content
        notice = internal_notice()
        return (
            [nodes.container("", notice, *content, classes=["er-audience"], is_div=True)]
            if content
            else [notice]
        )


class TakeOutInternal(SphinxTransform):
    """Take out the sections that say that they are internal, before anything looks at what is in them."""

    default_priority = 2

    def apply(self, **kwargs: Any) -> None:
        """Remove each section with its names; of a document without sections, all of it."""
        for marker in in_order(self.document, eventreport_internal):
            around = marker.parent
            while around is not None and not isinstance(around, nodes.section | nodes.document):
                around = around.parent
            if around is None:
                # An outer section is gone already.
                continue
            gone = list(around.children) if isinstance(around, nodes.document) else [around]
            for node in gone:
                _forget(node, self.document)
                node.parent.remove(node)


def _forget(gone: nodes.Node, document: nodes.document) -> None:
    """Take what is in *gone* out of the lists that *document* keeps of its elements."""
    inside: set[int] = set()
    for element in gone.findall(nodes.Element):
        inside.add(id(element))
        identities: list[str] = element.get("ids", [])
        names: list[str] = element.get("names", [])
        for identity in identities:
            document.ids.pop(identity, None)
        for name in names:
            document.nameids.pop(name, None)
            document.nametypes.pop(name, None)
    kept: Any
    by_name = (document.refnames, document.refids, document.footnote_refs, document.citation_refs)
    for kept in (
        *(found for table in by_name for found in table.values()),
        document.autofootnotes,
        document.autofootnote_refs,
        document.symbol_footnotes,
        document.symbol_footnote_refs,
        document.footnotes,
        document.citations,
        document.indirect_targets,
    ):
        kept[:] = [node for node in kept if id(node) not in inside]
