"""A Sphinx extension that makes builds faster and smaller, and leaves every file as it is, byte for byte.

It is about Sphinx and not about reports, and may be used without the rest of this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the extension up; Sphinx is imported only here."""
    from sphinx_eventreport.optimize.extension import setup_extension  # noqa: PLC0415

    return setup_extension(app)
