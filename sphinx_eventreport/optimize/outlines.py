"""The outlines of pages, which Sphinx keeps as trees of nodes: each is pickled for itself, and once.

They are half of the file of the environment, and a build after an edit needs a handful of them.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.lazy_pickles import LazyPickles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


class LazyOutlines(LazyPickles[nodes.bullet_list]):
    """The headings of each page as Sphinx lists them, by docname; sections get their numbers in them."""


@contextmanager
def pickle_outlines_once(app: Sphinx) -> Iterator[None]:
    """Have the outlines in a dictionary that keeps their bytes.

    It stays in the environment and its file. A later build may use it without this optimization.
    """
    if type(app.env.tocs) is dict:
        outlines = LazyOutlines()
        outlines.update(app.env.tocs)
        app.env.tocs = outlines
    yield
