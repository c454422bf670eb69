"""The search index that Sphinx makes just before pages are written."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from sphinx import search

from sphinx_eventreport.core.patching import replaced

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sphinx.application import Sphinx
    from sphinx.search import IndexBuilder

STATEFUL = frozenset({"zh"})
"""Languages whose stem depends on the text split so far, so that it may not be remembered."""


def changing_indexer(
    app: Sphinx, change: Callable[[IndexBuilder], None], *, when_loaded: bool = False
) -> AbstractContextManager[None]:
    """Do *change* to the index of the site before it is loaded, or else afterwards, if it is Sphinx's own.

    Sphinx looks its class up in a module, where others may have put theirs. It is the object that is changed,
    and not the class, so that nothing has to be put back.
    """
    load = getattr(app.builder, "load_indexer", None)
    if load is None:
        return nullcontext()

    def load_indexer(docnames: set[str]) -> None:
        indexer = app.builder.indexer  # type: ignore[attr-defined]
        is_ours = is_sphinx_s_own(indexer)
        if is_ours and not when_loaded:
            change(indexer)
        load(docnames)
        if is_ours and when_loaded:
            change(indexer)

    return replaced(app.builder, "load_indexer", load_indexer)


def is_sphinx_s_own(indexer: object) -> bool:
    """Return whether *indexer* is what Sphinx makes where nobody has replaced its class."""
    kind = type(indexer)
    return (kind.__module__, kind.__qualname__) == (search.__name__, "IndexBuilder")
