"""Small drawings beside words, from one sprite for each page of HTML.

They are part of the page: a file of their own could not be used from ``file://``, and as characters they
would be in the search index. Drawn for this project on a grid of 24, with strokes of 1.75.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

_PATHS = {
    "slides": '<path d="M3 4.5h18v11.5H3zM12 16v4M8 20.5h8"/>',
    "video": '<path d="M3 5h18v14H3z"/><path d="m10 9 5 3-5 3z" fill="currentColor"/>',
    "code": '<path d="m8.5 7-5 5 5 5M15.5 7l5 5-5 5"/>',
}
_SYMBOLS = "".join(
    f'<symbol id="er-{name}" viewBox="0 0 24 24">{path}</symbol>' for name, path in _PATHS.items()
)
SPRITE = f'<svg class="er-sprite" aria-hidden="true">{_SYMBOLS}</svg>\n'
_WRITTEN = "eventreport_has_sprite"


def icon(self: HTML5Translator, name: str) -> str:
    """Return the drawing called *name*; before the first one of a page, the sprite that it is in."""
    before = ""
    if not getattr(self, _WRITTEN, False):
        # A translator writes one document.
        setattr(self, _WRITTEN, True)
        before = SPRITE
    return f'{before}<svg class="er-icon" aria-hidden="true"><use href="#er-{name}"/></svg>'
