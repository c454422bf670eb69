"""The roles: ``{talk}`` and ``{eventreport:talk}`` alike lead to a name of the domain."""

from __future__ import annotations

from docutils import nodes
from sphinx.roles import XRefRole

from sphinx_eventreport.sphinx_ext.site.domain import DOMAIN

ROLES = ("event", "talk", "deck", "slide", "recording", "person", "series")


class ReportRole(XRefRole):
    """A cross-reference to an object of one type, whatever name the role was called by."""

    def __init__(self, object_type: str) -> None:
        """Refer to objects of *object_type*."""
        # Names in prose are prose, as those of {ref} are; the default is the type of code.
        super().__init__(innernodeclass=nodes.inline, warn_dangling=True)
        self.object_type = object_type

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the reference as if the role had been called by its full name."""
        self.name = f"{DOMAIN}:{self.object_type}"
        return super().run()
