"""Keys that no table has: whose they are, what they may have been meant for, what is kept of them."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects import DIALECTS
from sphinx_eventreport.core.dialects.spellings import plain_key
from sphinx_eventreport.core.fields.kept import plain
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.schema.visibility import KEYS as VISIBILITY_KEYS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sphinx_eventreport.core.fields import Place

KEPT_KEYS = frozenset(
    "abbreviations file_format html_meta jupytext kernelspec myst mystnb no-search nocomments nosearch "
    "orphan substitutions tocdepth".split()
)
"""Keys of MyST-Parser, MyST-NB and Sphinx, which they find in the source as they did before.

https://www.sphinx-doc.org/en/master/usage/restructuredtext/field-lists.html
"""
KEPT_PREFIXES = ("og:", "ogp_", "html_", "sd_")
"""Starts of keys of other extensions and themes."""

_NEAR_IN_NATIVE = 0.6
_NEAR_IN_FOREIGN = 0.85
_LONGEST_KEY_COMPARED = 60


def is_kept(key: str) -> bool:
    """Return whether the top-level *key* belongs to MyST or Sphinx, and is left to them."""
    return key in KEPT_KEYS or key.startswith(KEPT_PREFIXES)


def keep_unknown(
    key: str, value: object, place: Place, known: Collection[str], aliases: Collection[str] = ()
) -> None:
    """Keep the *value* of a *key* that no table has, and say so with the nearest of the *known* keys.

    Where there are *aliases*, those of a foreign dialect, most unknown keys are meant for others, and
    only what looks like a misspelling is told.
    """
    place.findings.extra.append((place.written, plain(value)))
    near = nearest(key, (*known, *aliases), _NEAR_IN_FOREIGN if aliases else _NEAR_IN_NATIVE)
    if near is None and aliases:
        return
    message = "is not a known key of a report; it is kept, and has no effect"
    place.report(Subtype.UNKNOWN_KEY, message, _advice(key, near))


def nearest(word: str, known: Iterable[str], cutoff: float) -> str | None:
    """Return the one of *known* most like *word*, if it is like it at all."""
    lowered = {name.lower(): name for name in known}
    close = difflib.get_close_matches(word.lower()[:_LONGEST_KEY_COMPARED], lowered, 1, cutoff)
    return lowered[close[0]] if close else None


def _advice(key: str, near: str | None) -> str:
    if plain_key(key) in VISIBILITY_KEYS:
        return "write `visibility: draft` to keep the page to yourself"
    if near:
        return f"did you mean `{near}`?"
    for dialect in DIALECTS:
        if key in dialect.aliases and dialect.aliases[key].to != key:
            return f"write `{dialect.aliases[key].to}`, or `dialect: {dialect.name}`"
    return "remove it, or say `eventreport: false` if this page is not a report"
