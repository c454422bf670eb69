"""Indices as entries of a toctree: ``People <eventreport-people>``, like Sphinx's own ``genindex``.

So the navigation of a site can have the same few entries however many reports there are.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from sphinx import addnodes
from sphinx.domains.std import StandardDomain

from sphinx_eventreport.core.node_kinds import nodes_of
from sphinx_eventreport.core.patching import SharedChange, run_within
from sphinx_eventreport.sphinx_ext.indices.of_domain import INDICES
from sphinx_eventreport.sphinx_ext.site.names import index_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

_NAMES = {index_page(index.name): index.localname for index in INDICES}


@contextmanager
def _index_named(name: str) -> Iterator[None]:
    # Pages without a source that Sphinx knows in all builds; a version without them would not see ours.
    generated: dict[str, tuple[str, object]] = getattr(StandardDomain, "_virtual_doc_names", {})
    generated[name] = (name, _NAMES[name])
    try:
        yield
    finally:
        del generated[name]


_NAMED = {name: SharedChange(partial(_index_named, name)) for name in _NAMES}
"""The context managers that make each name known for the time of a build."""


def name_indices(app: Sphinx) -> None:
    """Let toctrees name the indices that the site has, during each of its builds (``builder-inited``)."""
    run_within(app.builder, "build", lambda: _indices_named(app.config.html_domain_indices))


@contextmanager
def _indices_named(wanted: object) -> Iterator[None]:
    with ExitStack() as stack:
        for name, named in _NAMED.items():
            if wanted is True or (isinstance(wanted, Collection) and name in wanted):
                stack.enter_context(named())
        yield


def keep_out_of_books(_app: Sphinx, document: nodes.document) -> None:
    """Have toctrees link to indices, and include none of them (``doctree-read``, before Sphinx collects).

    There is no document to put into a book, or between the pages before and after.
    """
    for toctree in nodes_of(document, addnodes.toctree):
        if any(name in _NAMES for name in toctree["includefiles"]):
            toctree["includefiles"] = [name for name in toctree["includefiles"] if name not in _NAMES]
