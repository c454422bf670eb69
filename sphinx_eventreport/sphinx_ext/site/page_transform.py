"""A transform of pages that knows the site, when they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import ReferencesResolver, SphinxPostTransform

from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.site import Site


class PageTransform(SphinxPostTransform):
    """A transform of pages that show something of others, before the references in them are resolved.

    Some builders put all pages into one document. There, nodes tell by their place which page they
    belong to, and all are looked at.
    """

    default_priority = ReferencesResolver.default_priority - 5

    @property
    def site(self) -> Site:
        """The facts that follow from all pages."""
        return site_of(self.env)

    @property
    def page(self) -> Page | None:
        """The page that is kept of the document being written."""
        return self.site.pages.get(self.env.docname)

    @property
    def may_hold_all_pages(self) -> bool:
        """Whether the document may be more than one page. A walk costs, so most pages are spared it."""
        return not self.site.build.writes_single_pages

    def docname_of(self, node: nodes.Node) -> str:
        """Return the name of the page on which *node* stands."""
        parent: nodes.Node | None = node
        while parent is not None:
            # Sphinx notes it in the title's section, and may leave the section's parent as it was.
            if isinstance(parent, nodes.section) and "docname" in parent:
                return str(parent["docname"])
            parent = parent.parent
        return self.env.docname
