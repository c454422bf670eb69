"""When a page is written: our own links, which need none of what Sphinx does for a reference."""

from __future__ import annotations

from typing import Any

from sphinx import addnodes
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import ReferencesResolver

from sphinx_eventreport.core.node_kinds import nodes_of
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN, INDEX, PAGE
from sphinx_eventreport.sphinx_ext.site.page_transform import PageTransform
from sphinx_eventreport.sphinx_ext.site.resolving import Place, resolved


class ResolveOwnLinks(PageTransform):
    """Resolve the links that we made ourselves: of people, to pages, to what has a tag.

    Minutes have dozens of them on a page. Sphinx copies what each shows, and each of its resolvers walks
    past it. What leads nowhere is left to Sphinx, which asks other extensions.
    """

    # After the transforms that make links, before those that look at references.
    default_priority = ReferencesResolver.default_priority - 4

    def run(self, **kwargs: Any) -> None:
        """Replace each link by one that the builder can write."""
        builder = self.site.build.builder
        for node in nodes_of(self.document, addnodes.pending_xref):
            if node.get("refdomain") != DOMAIN or not _is_ours(node):
                continue
            place = Place(self.site, builder, node["refdoc"])
            try:
                link = resolved(place, node["reftype"], node["reftarget"], node, node[0])  # type: ignore[arg-type]
            except NoUri:
                continue
            if link is not None:
                node.replace_self(link)


def _is_ours(node: addnodes.pending_xref) -> bool:
    return node["reftype"] in {PAGE, INDEX} or bool(node.get("mention"))
