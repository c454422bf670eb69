"""Text in another language than its page: for screen readers, hyphens, and the direction of the script."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from sphinx_eventreport.core.lazy_regex import lazy_regex

_MARKED = lazy_regex(r'<[a-z1-6]+\b[^<>]* lang="([\w-]+)"')


def language_classes(tag: str | None) -> list[str]:
    """Return the class from which docutils makes the attribute ``lang`` for the BCP 47 *tag*."""
    return [f"language-{tag}"] if tag else []


def with_directions(body: str) -> str:
    """Return *body*, HTML, with ``dir`` wherever ``lang`` is that of a script from right to left."""
    return _MARKED.sub(lambda found: found[0] + (' dir="rtl"' if _is_from_right(found[1]) else ""), body)


@lru_cache(maxsize=64)
def _is_from_right(tag: str) -> bool:
    try:
        return Locale.parse(tag.replace("-", "_")).text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False
