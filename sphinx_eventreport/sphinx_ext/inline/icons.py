"""Small drawings beside words, from one sprite for each page of HTML.

They are part of the page: a file of their own could not be used from ``file://``, and as characters they
would be in the search index. Drawn for this project on a grid of 24, with strokes of 1.75.
"""

from __future__ import annotations

from html import escape

from sphinx_eventreport.core.lazy_regex import lazy_regex

_PATHS = {
    "slides": '<path d="M3 4.5h18v11.5H3zM12 16v4M8 20.5h8"/>',
    "video": '<path d="M3 5h18v14H3z"/><path d="m10 9 5 3-5 3z" fill="currentColor"/>',
    "audio": '<path d="M4 9.5v5h3.5l5 4v-13l-5 4zM16 9a4.5 4.5 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11"/>',
    "page": '<path d="M3 5h18v14H3zM3 9h18"/>',
    "code": '<path d="m8.5 7-5 5 5 5M15.5 7l5 5-5 5"/>',
}
_USED = lazy_regex(r'<use href="#er-([a-z]+)"')


def icon(name: str) -> str:
    """Return the drawing called *name* as HTML."""
    return f'<svg class="er-icon" aria-hidden="true"><use href="#er-{name}"/></svg>'


def icon_with_words(name: str, words: str) -> str:
    """Return the drawing called *name* as HTML, with *words* for those who do not see it."""
    return f'{icon(name)}<span class="er-unseen">{escape(words)}</span>'


def sprite(body: str) -> str:
    """Return the sprite with the drawings that the HTML *body* uses, "" if it uses none."""
    symbols = [
        f'<symbol id="er-{name}" viewBox="0 0 24 24">{_PATHS[name]}</symbol>'
        for name in sorted(set(_USED.findall(body)))
    ]
    return f'<svg class="er-sprite" aria-hidden="true">{"".join(symbols)}</svg>\n' if symbols else ""
