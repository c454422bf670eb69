"""Indices as entries of a toctree: ``People <eventreport-people>``, like Sphinx's own ``genindex``.

So the navigation of a site can have the same few entries however many reports there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx import addnodes
from sphinx.domains.std import StandardDomain

from sphinx_eventreport.sphinx_ext.indices.of_domain import INDICES
from sphinx_eventreport.sphinx_ext.node_kinds import nodes_of
from sphinx_eventreport.sphinx_ext.site.domain import DOMAIN

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_NAMES = {f"{DOMAIN}-{index.name}": index.localname for index in INDICES}


def name_indices(app: Sphinx) -> None:
    """Let toctrees name the indices that the site has (when a build begins)."""
    wanted = app.config.html_domain_indices
    generated = _generated()
    for name, title in _NAMES.items():
        if wanted is True or (not isinstance(wanted, bool) and name in wanted):
            generated[name] = (name, title)


def forget_indices(_app: Sphinx, _exception: Exception | None) -> None:
    """Leave Sphinx as it was (``build-finished``)."""
    for name in _NAMES:
        _generated().pop(name, None)


def keep_out_of_books(_app: Sphinx, document: nodes.document) -> None:
    """Have toctrees link to indices, and include none of them (``doctree-read``, before Sphinx collects).

    There is no document to put into a book, or between the pages before and after.
    """
    for toctree in nodes_of(document, addnodes.toctree):
        if any(name in _NAMES for name in toctree["includefiles"]):
            toctree["includefiles"] = [name for name in toctree["includefiles"] if name not in _NAMES]


def _generated() -> dict[str, tuple[str, object]]:
    """Return what Sphinx knows of pages without a source; nothing it would see in a version without that."""
    return getattr(StandardDomain, "_virtual_doc_names", {})
