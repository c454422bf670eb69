"""An economy of the environment: the outlines of pages, which Sphinx keeps as trees of nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.lazy import LazyMapping

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class LazyOutlines(LazyMapping[nodes.bullet_list]):
    """The headings of each page as Sphinx lists them, by docname; sections get their numbers in them."""


def keep_outlines(app: Sphinx) -> None:
    """Have the outlines kept as bytes (``builder-inited``: the environment is there).

    They are half of its file, and a build after an edit needs a handful of them.
    """
    if type(app.env.tocs) is dict:
        outlines = LazyOutlines()
        outlines.update(app.env.tocs)
        app.env.tocs = outlines  # type: ignore[assignment]
