"""For whom a page, or a part of one, is: what is written -> one of two words, and what a site may show.

A word that is none of the two was to hide something, so it does, and a warning says so.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.spellings import plain_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_eventreport.core.records import Audience, Report

AUDIENCES: tuple[Audience, ...] = ("public", "internal")
"""From everybody to few; a site that is built for one of them has what is for those before it."""
KEY = "audience"
"""The key and the option that say it."""
# "intern", "internl" and "internally" are meant, at 0.86, 0.93 and 0.89; "international" is not, at 0.76.
_NEAR = 0.8


def audience_of(value: object) -> Audience:
    """Return for whom something is that says *value* in this project's own words."""
    return "public" if value in (None, "") or _word(value) == "public" else "internal"


def audience_of_page(mapping: Mapping[str, object]) -> Audience:
    """Return for whom a page with *mapping* is that may use the key in a sense of its own.

    "audience: developers" hides nothing; only the word itself does, or what is nearly it.
    """
    said = [value for key, value in mapping.items() if plain_key(key) == KEY]
    words = {_word(word) for value in said for word in (value if isinstance(value, list) else [value])}
    near = any(difflib.get_close_matches(word[:40], ["internal"], 1, _NEAR) for word in words)
    return "internal" if near else "public"


def may_see(audience: Audience, site: Audience) -> bool:
    """Return whether a site for the audience *site* may show what is for *audience*."""
    return AUDIENCES.index(audience) <= AUDIENCES.index(site)


def for_audience(report: Report, site: Audience) -> Report:
    """Return *report* without those of its talks, decisions and actions that *site* may not show."""
    if site == "internal":
        return report
    talks = tuple(talk for talk in report.talks if may_see(talk.audience, site))
    decisions = tuple(one for one in report.decisions if may_see(one.audience, site))
    actions = tuple(one for one in report.actions if may_see(one.audience, site))
    return replace(report, talks=talks, decisions=decisions, actions=actions)


def strictest_audience(found: Iterable[Audience]) -> Audience:
    """Return the one of *found* that fewest see."""
    return max(found, key=AUDIENCES.index)


def _word(value: object) -> str:
    return str(value).strip().lower()
