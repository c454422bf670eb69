"""Doctrees that are on the disk already are not kept in memory as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.optimize.listeners import listening

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sphinx.application import Sphinx


def forget_read_doctrees(app: Sphinx) -> AbstractContextManager[None]:
    """Let go of the documents read so far whenever another one is read.

    In a build with one process Sphinx keeps the doctree of every document it has read until it is
    written, beside the file it has just put it into. Half of the memory of a cold build is that.
    A writer reads the file where there is no doctree, as it does in a build with more processes.
    """
    return listening(app, "source-read", forget_doctrees)


def forget_doctrees(app: Sphinx, _docname: str, _source: list[str]) -> None:
    """Let go of the documents read so far (``source-read``)."""
    cache: dict[str, object] = getattr(app.env, "_write_doc_doctree_cache", {})
    cache.clear()
