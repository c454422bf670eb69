"""The message catalogue of the texts that are in built pages."""

from __future__ import annotations

from pathlib import Path

from sphinx.locale import get_translation

CATALOG = "sphinx_eventreport"

_ = get_translation(CATALOG)
"""Mark a text for translation; where it is called, the build's language is known."""
LOCALE_FOLDER = Path(__file__).parent.parent / "locale"
