"""Event minutes as a searchable documentation site: a Sphinx extension and a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["DeckError", "__version__", "draw_slide", "read_deck", "read_report", "setup"]
__version__ = "0.1.0"

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_eventreport.core.reports import read_report
    from sphinx_eventreport.decks.library import DeckError, draw_slide, read_deck
else:

    def __getattr__(name: str) -> object:
        """Import what is asked for, and only that: a process that draws slides needs no reader of reports."""
        if name == "read_report":
            from sphinx_eventreport.core import reports  # noqa: PLC0415

            return reports.read_report
        if name in {"DeckError", "draw_slide", "read_deck"}:
            from sphinx_eventreport.decks import library  # noqa: PLC0415

            return getattr(library, name)
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the extension up; Sphinx and our Sphinx side are imported only here."""
    from sphinx_eventreport.sphinx_ext.extension import setup_extension  # noqa: PLC0415

    return setup_extension(app)
