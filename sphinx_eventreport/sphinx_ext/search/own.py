"""Whether the page of results is ours to improve: a site may have another search."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.config import read_value

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
    return bool(read_value(app.config, "search") != "none" and not has_other)


def uses_pagefind(app: Sphinx) -> bool:
    """Return whether Pagefind is asked, and is there to make its index."""
    return read_value(app.config, "search") == "pagefind" and is_ours(app) and has_program()


def uses_places(app: Sphinx) -> bool:
    """Return whether Sphinx's index and the places beside it are asked."""
    return is_ours(app) and not uses_pagefind(app)


@cache
def has_program() -> bool:
    """Return whether Pagefind and its program are installed."""
    return find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None
