"""Our style sheets, and where a page links them: in its text, and not in its head.

A browser paints what is above such a link at once, and what is below when it has its style, so that
nothing moves.
"""

from __future__ import annotations

from typing import Any

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.sphinx_ext.inline.icons import sprite

STYLE = "eventreport.css"
SLIDES_STYLE = "eventreport-slides.css"
LISTINGS_STYLE = "eventreport-listings.css"
STYLES_IN_BODY = (STYLE, SLIDES_STYLE, LISTINGS_STYLE)
"""Those that pages with a text link in it."""
EPUB_STYLE = "eventreport-epub.css"
"""The only one in a book, whose reading systems know less."""

_FIRST_OF_OURS = lazy_regex(r'(?=<p class="er-trail\b)|(?<=</h1>)')


def link_styles_in_body(context: dict[str, Any]) -> None:
    """Move the links to our style sheets to where the first thing of ours is in the text of a page.

    *context* is what Sphinx gives the template of an HTML page (``html-page-context``). Pages as JSON or
    pickles have no template; whoever shows them links the style sheets.
    """
    styles: list[Any] | None = context.get("css_files")
    if styles is None:
        return
    # Others add plain texts.
    names = [str(getattr(style, "filename", "")).rpartition("/")[2] for style in styles]
    ours = [style for style, name in zip(styles, names, strict=True) if name in STYLES_IN_BODY]
    styles[:] = [style for style in styles if style not in ours]
    links = "".join(map(context["css_tag"], ours))
    _put_first(context, links)


def put_drawings_in_body(context: dict[str, Any]) -> None:
    """Put the drawings that a page uses before the first thing of ours in its text.

    None is in a row of a listing, which a reader may filter away.
    """
    _put_first(context, sprite(context["body"]))


def _put_first(context: dict[str, Any], html: str) -> None:
    body: str = context["body"]
    found = _FIRST_OF_OURS.search(body)
    place = found.start() if found else 0
    context["body"] = body[:place] + html + body[place:]
