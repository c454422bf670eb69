"""Event minutes as a searchable documentation site: a Sphinx extension and a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.reports import read_report
from sphinx_eventreport.decks.library import DeckError, draw_slide, read_deck

__all__ = ["DeckError", "__version__", "draw_slide", "read_deck", "read_report", "setup"]
__version__ = "0.1.0"

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the extension up; Sphinx and our Sphinx side are imported only here."""
    from sphinx_eventreport.sphinx_ext.extension import setup_extension  # noqa: PLC0415

    return setup_extension(app)
