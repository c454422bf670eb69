"""``{raw} html`` and ``.. raw:: html``: what an author of Sphinx writes to say "as it is"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst.directives.misc import Raw

from sphinx_eventreport.core.dialects import NATIVE
from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.reading.state import reading_state

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.sphinx_ext.reading.state import ReadingState

PASSES = "eventreport_passes"
"""Attribute of raw nodes: whether they stay as they are; it is gone when the document is read."""


class RawDirective(Raw):
    """The directive of docutils; on a native report its node says that it is meant.

    Posts of other generators have no such directive, so what looks like one in them is HTML like all other.
    docutils' own ``raw_enabled`` has been asked before.
    """

    def run(self) -> list[nodes.Node]:
        """Return the node of docutils."""
        found = list(super().run())
        state = reading_state(self.state.document.settings.env)
        for node in found if state else ():
            if isinstance(node, nodes.raw):
                # Said in both cases: what comes from a file does not look like the author's.
                node[PASSES] = may_pass(state, self.state.document.settings.env)
        return found


def may_pass(state: ReadingState | None, env: BuildEnvironment) -> bool:
    """Return whether the report that *state* is of passes raw HTML."""
    if state is None or state.report.dialect != NATIVE.name:
        return False
    return state.report.raw_directive and read_value(env.config, "raw_directive")
