"""docutils' own settings are made up once, not for each page."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any

from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document

from sphinx_eventreport.core.patching import SharedChange, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from docutils import nodes
    from sphinx.application import Sphinx

_RENDERER = "myst_parser.mdit_to_docutils.base"


def remember_default_settings(_app: Sphinx) -> AbstractContextManager[None]:
    """Have MyST-Parser make its documents with settings that are made up once.

    For each page its renderer makes a document that it throws away, and docutils sets up a parser
    of a hundred command line options for the settings of each.
    """
    return _remembered()


@contextmanager
def _remembering() -> Iterator[None]:
    renderer = sys.modules.get(_RENDERER)
    make_document = getattr(renderer, "make_document", None)
    if getattr(make_document, "__module__", None) != _RENDERER:
        # MyST-Parser is not used, or somebody else has put another function there.
        yield
        return
    settings_of = cache(get_default_settings)

    def make(source_path: str = "notset", parser_cls: type[Parser] = Parser) -> nodes.document:
        settings: Any = settings_of(parser_cls)  # type: ignore[arg-type]
        return new_document(source_path, copy(settings))

    with replaced(renderer, "make_document", make):
        yield


_remembered = SharedChange(_remembering)
