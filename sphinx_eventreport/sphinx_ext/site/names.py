"""How objects are called: a talk, deck or recording by its event's label and its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.identifiers import slugify
from sphinx_eventreport.sphinx_ext.messages import _

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Report

DOMAIN = "eventreport"
"""The name of the domain."""
PAGE = "page"
"""The type of a link whose target is a document, with # and an id, that is on the site for sure."""

INDEX = "index"
"""The type of a link whose target is an index, with # and an id; words alone where none is written."""


def qualified(report: Report | None, label: str) -> str:
    """Return ``event/label``, or the label alone on a page that is no report."""
    return f"{report.label}/{label}" if report else label


def media_anchor(kind: str, label: str) -> str:
    """Return the id of a deck, recording or person in its page."""
    return f"{kind}-{label}"


def tag_anchor(tag: str) -> str:
    """Return the id of a tag in its index."""
    return media_anchor("tag", slugify(tag) or tag)


def index_page(index: str | None) -> str:
    """Return the name of the page of an *index* of the domain, as Sphinx calls it."""
    return f"{DOMAIN}-{index}"


def slide_anchor(deck_label: str, number: int) -> str:
    """Return the id of a slide in its page."""
    return f"slide-{deck_label}-{number}"


def slide_text_anchor(anchor: str) -> str:
    """Return the id of the heading of a slide's text, from the *anchor* of the slide."""
    return f"{anchor}-text"


def slide_name(number: int, title: str) -> str:
    """Return "Slide 12: The limits", or "Slide 12" where there is no title."""
    text = _("Slide %s: %s") % (number, title) if title else _("Slide %s") % number
    return str(text)
