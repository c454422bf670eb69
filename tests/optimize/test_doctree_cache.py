"""Doctrees that have been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.optimize.doctree_cache import forget_doctrees

if TYPE_CHECKING:
    from support.site import Built


def test_documents_that_were_read_are_forgotten(optimized: Built) -> None:
    """When the next one is read, only files remember the others."""
    env = optimized.app.env
    env._write_doc_doctree_cache["garden"] = env.get_doctree("garden")  # noqa: SLF001 -- what is forgotten
    forget_doctrees(optimized.app, "plain", [""])
    assert env._write_doc_doctree_cache == {}  # noqa: SLF001
