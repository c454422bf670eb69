"""Whether the page of results is ours to improve: a site may have another search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.config import read_config

if TYPE_CHECKING:
    from sphinx.application import Sphinx

OTHERS = frozenset(
    {
        "sphinx_immaterial",
        "sphinx_search.extension",
        "sphinx_docsearch",
        "sphinxcontrib.lunrsearch",
        "sphinx_lunr_search",
        "sphinx_typesense",
        "sphinx_pagefind",
    }
)
"""Extensions and themes that bring a search of their own."""


def is_ours(app: Sphinx) -> bool:
    """Return whether our script takes over the page of results."""
    has_other = bool(OTHERS & app.extensions.keys()) or app.config.html_search_scorer
    return read_config(app.config).search == "sphinx" and not has_other
