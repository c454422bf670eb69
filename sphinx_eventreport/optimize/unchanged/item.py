"""The optimization as a whole."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sphinx_eventreport.optimize.unchanged.documents import keep_documents
from sphinx_eventreport.optimize.unchanged.pages import keep_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


@contextmanager
def keep_unchanged(app: Sphinx) -> Iterator[None]:
    """Have documents read and pages written where their files, and what they are made with, are others."""
    with keep_documents(app) as made_with, keep_pages(app, made_with):
        yield
