"""The kind of a builder: by its class, so that builders derived from those of Sphinx are of it, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.builders.epub3 import Epub3Builder
from sphinx.builders.gettext import I18nBuilder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.manpage import ManualPageBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

if TYPE_CHECKING:
    from sphinx.builders import Builder


def is_epub(builder: Builder) -> bool:
    """Return whether *builder* makes a book of pages of HTML, in which no script runs."""
    return isinstance(builder, Epub3Builder)


def is_one_page(builder: Builder) -> bool:
    """Return whether *builder* makes one page of HTML of the whole site."""
    return isinstance(builder, SingleFileHTMLBuilder)


def writes_single_pages(builder: Builder) -> bool:
    """Return whether *builder* certainly writes each page as a document of its own."""
    return isinstance(builder, StandaloneHTMLBuilder) and not is_one_page(builder)


def writes_feeds(builder: Builder) -> bool:
    """Return whether readers can subscribe to what *builder* writes: pages of a site, and not of a book."""
    return writes_single_pages(builder) and not is_epub(builder) and not has_pages_of_its_own(builder)


def has_pages_of_its_own(builder: Builder) -> bool:
    """Return whether the pages of *builder* are not those of Sphinx, so that its templates take no others."""
    usual = StandaloneHTMLBuilder.get_doc_context
    return getattr(type(builder), "get_doc_context", usual) is not usual


def collects_messages(builder: Builder) -> bool:
    """Return whether *builder* writes what is to be translated, of documents as they were read."""
    return isinstance(builder, I18nBuilder)


def assembles(builder: Builder) -> bool:
    """Return whether *builder* puts documents together, as that of LaTeX does."""
    return isinstance(builder, ManualPageBuilder) or hasattr(builder, "assemble_doctree")
