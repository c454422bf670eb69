"""Text in another language than its page: for screen readers, hyphens, and the direction of the script."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    import re

_TRAIL = lazy_regex(r'<p(?=[^<>]* class="er-trail)')
"""The way back to the listing, which is above the section."""
_MARKED = lazy_regex(r'<[a-z1-6]+\b[^<>]* lang="([\w-]+)"')


def language_classes(tag: str | None) -> list[str]:
    """Return the class from which docutils makes the attribute ``lang`` for the BCP 47 *tag*."""
    return [f"language-{tag}"] if tag else []


def with_directions(body: str, language: str) -> str:
    """Return *body*, HTML of a site in *language*, with ``dir`` wherever ``lang`` is.

    Where neither the site nor the element is from right to left, there is no need of it.
    """
    is_from_right = _is_from_right(language)

    def directed(found: re.Match[str]) -> str:
        if _is_from_right(found[1]):
            return f'{found[0]} dir="rtl"'
        return f'{found[0]} dir="ltr"' if is_from_right else found[0]

    return _MARKED.sub(directed, body)


def with_direction_of_page(body: str, language: str) -> str:
    """Return *body*, a page of a site in *language*, with ``dir`` on its section, as few themes say any.

    Where the author says that the page is in another language, it keeps the direction of that.
    """
    start = body.find("<section")
    tag = body[start : body.find(">", start)] if start >= 0 else ""
    if not tag or " lang=" in tag or not _is_from_right(language):
        return body
    trail = _TRAIL.sub('<p dir="rtl"', body[:start])
    return f'{trail}<section dir="rtl"{body[start + len("<section") :]}'


@lru_cache(maxsize=64)
def _is_from_right(tag: str) -> bool:
    try:
        return Locale.parse(tag.replace("-", "_")).text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False
