"""Where a name or title comes in an alphabetical index."""

from __future__ import annotations

from sphinx_eventreport.core.identifiers import slugify
from sphinx_eventreport.core.lazy_regex import lazy_regex

DIGITS = "0–9"
"""The heading above what begins with a digit."""
SIGNS = "…"
"""The heading above what has neither letters nor digits."""

_GENERATION = lazy_regex(r"(?:Jr|Sr)\.?|I{2,3}|IV")

Key = tuple[bool, str, str]
"""The sort key of texts: those without letters last, then without accents and case, then as written."""


def title_key(title: str) -> Key:
    """Return what orders *title*."""
    folded = slugify(title)
    return not folded, folded, title


def name_key(name: str) -> Key:
    """Return what orders *name*, that of a person: by its last word, which is not always the family name.

    "Jr." and "III" are behind it.
    """
    *given, last = name.split() or [""]
    if len(given) > 1 and _GENERATION.fullmatch(last):
        # As in "Fox Jr., Cy".
        last, given = f"{given[-1]} {last}", given[:-1]
    folded = f"{slugify(last)} {slugify(' '.join(given))}".strip()
    return not folded, folded, name


def letter_of(key: Key) -> str:
    """Return the heading above what has the *key*: an upper-case letter, :data:`DIGITS` or :data:`SIGNS`."""
    _is_sign, folded, _written = key
    first = folded[:1].upper()[:1]
    if not first:
        return SIGNS
    return DIGITS if first.isdigit() else first
