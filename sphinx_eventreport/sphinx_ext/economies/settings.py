"""An economy of settings: docutils' own are made up once, not for each page."""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any

from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from myst_parser.mdit_to_docutils import base as myst_renderer

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.application import Sphinx

_make_document: list[Callable[..., nodes.document]] = []


def remember_default_settings(_app: Sphinx) -> None:
    """Have MyST-Parser make its documents with settings that are made up once (``builder-inited``).

    For each page its renderer makes a document that it throws away, and docutils sets up a parser
    of a hundred command line options for the settings of each.
    """
    if getattr(myst_renderer, "make_document", _document) is not _document:
        _make_document.append(myst_renderer.make_document)
        myst_renderer.make_document = _document


def make_settings_as_before(_app: Sphinx, _exception: Exception | None) -> None:
    """Give MyST-Parser its own function back (``build-finished``)."""
    if _make_document:
        myst_renderer.make_document = _make_document.pop()


def _document(source_path: str = "notset", parser_cls: type[Parser] = Parser) -> nodes.document:
    settings = _default_settings(parser_cls)  # type: ignore[arg-type]
    return new_document(source_path, copy(settings))


@cache
def _default_settings(parser_cls: type[Parser]) -> Any:
    return get_default_settings(parser_cls)
