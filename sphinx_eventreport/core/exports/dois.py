"""DOIs among the addresses that an author gives: what a talk is to be cited as, wherever its page moves."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_eventreport.core.records import Talk

_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
_DOI = lazy_regex(r"10\.[0-9]{4,9}(\.[0-9]+)*/[^\s<>\"]+")
"""A DOI as the DOI handbook (2.2) has it, with what registries give out in place of any character."""


def doi_of_talk(talk: Talk) -> str:
    """Return the DOI of *talk*: that among its links, else that of its slides; "" where there is not one."""
    links = doi_in(one.url for one in talk.links)
    return links or doi_in(deck.source for deck in talk.decks)


def doi_in(addresses: Iterable[str | None]) -> str:
    """Return the DOI that *addresses* lead to, "" where they lead to none, or to several."""
    found = {doi for address in addresses if (doi := _doi(address or ""))}
    return found.pop() if len(found) == 1 else ""


def _doi(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    name = unquote(parts.path).strip("/")
    is_doi = (parts.hostname or "") in _HOSTS and _DOI.fullmatch(name) is not None
    # Its letters count alike, whatever their case.
    return name.lower() if is_doi else ""
