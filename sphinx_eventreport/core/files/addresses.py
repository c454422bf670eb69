"""Addresses within a blog -> the document that is there.

A blog links to its own posts by the addresses that its generator made of them: from a permalink or slug
in the front matter, or from the date and the name of the file.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_eventreport.core.dates.partial import INDEX_NAMES, date_from_filename
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_KEYS = frozenset("permalink url slug aliases redirect_from redirect path save_as".split())
_SUFFIX = lazy_regex(r"\.(?:html?|md|markdown|mdx|qmd|rst|ipynb|adoc)$", re.IGNORECASE)
_SCHEME = lazy_regex(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
# Folders that generators put before the name of a post, and that say nothing of which one it is.
_FOLDER = lazy_regex(
    r"\d{1,4}|[a-z]{2}|blogs?|posts?|_posts|news|articles?|talks?|events?|entry|archives?|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    re.IGNORECASE,
)
_MOST = 50
_MAIL = lazy_regex(r"[^/@\s?#]+@[^/@\s?#]+\.[A-Za-z]{2,}")
_HOST = lazy_regex(r"(?:[A-Za-z0-9-]+\.)+(?P<domain>[a-z]{2,})")
# Top-level domains that are no suffixes of files.
_DOMAINS = frozenset(
    "com org net edu gov int eu io dev app info biz cloud tech blog page site online social wiki "
    "at au be ch cn cz de dk es fi fr gr hu ie in it jp kr lu lv nl no pt ro se si sk uk us".split()
)


def addresses_of(mapping: Mapping[str, object]) -> tuple[str, ...]:
    """Return the addresses and slugs that the front matter *mapping* gives its page on its own site."""
    found: dict[str, None] = {}
    for key, value in mapping.items():
        if key.lower() not in _KEYS:
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str) and item.strip() and not _SCHEME.match(item.strip()):
                found[item.strip()] = None
    return tuple(found)[:_MOST]


def is_path(link: str) -> bool:
    """Return whether *link* is a path on the site, and neither a URL nor a place on the page."""
    return bool(link) and not link.startswith("#") and not _SCHEME.match(link)


def missing_scheme(link: str) -> str:
    """Return what the author of *link*, a path, has left out before it: "https://", "mailto:" or ""."""
    if _MAIL.fullmatch(link):
        return "mailto:"
    host = _HOST.fullmatch(re.split("[/?#]", link, maxsplit=1)[0])
    return "https://" if host and (host["domain"] in _DOMAINS or host[0].lower().startswith("www.")) else ""


@dataclass(frozen=True, slots=True)
class SiteAddresses:
    """The documents of a site by their addresses."""

    paths: Mapping[str, str]
    """Documents by their whole paths."""
    names: Mapping[str, tuple[str, ...]]
    """Documents by the last steps of these, which several may share."""

    @classmethod
    def of(cls, written: Mapping[str, Iterable[str]]) -> SiteAddresses:
        """Take every document name, with the addresses that its page gives itself."""
        paths: dict[str, str] = {}
        names: dict[str, dict[str, None]] = {}
        for docname in sorted(written):
            own = _key(docname)
            paths.setdefault(own, docname)
            last = own.rpartition("/")[2]
            for name in {last, date_from_filename(last)[1] or last}:
                names.setdefault(name.lower(), {})[docname] = None
            for address in written[docname]:
                key = _key(address)
                paths.setdefault(key, docname)
                names.setdefault(key.rpartition("/")[2].lower(), {})[docname] = None
        return cls(paths, {name: tuple(found) for name, found in names.items()})

    def find(self, link: str, docname: str) -> str | None:
        """Return the document that *link* on the page *docname* leads to, if it is one for sure."""
        path = unquote(re.split("[#?]", link, maxsplit=1)[0])
        if not is_path(path):
            return None
        for base in ("",) if path.startswith("/") else (posixpath.dirname(docname), docname):
            found = self.paths.get(_key(posixpath.normpath(posixpath.join("/", base, path.lstrip("/")))))
            if found:
                return found
        return self._by_name(_key(path))

    def _by_name(self, key: str) -> str | None:
        *folders, last = [step for step in key.split("/") if step not in {"", ".", ".."}] or [""]
        candidates = self.names.get(last.lower()) or self.names.get(
            (date_from_filename(last)[1] or last).lower(), ()
        )
        fitting = [name for name in candidates if _fits(folders, name)]
        return fitting[0] if len(fitting) == 1 else None


def _key(address: str) -> str:
    """Return *address* without its ends: slashes, a suffix, an index file."""
    key = _SUFFIX.sub("", address.strip("/"))
    folder, _, last = key.rpartition("/")
    return folder if folder and last.lower() in INDEX_NAMES else key


def _fits(folders: list[str], docname: str) -> bool:
    """Return whether a link with *folders* before the name may mean *docname*: no date or folder says no."""
    *around, last = _key(docname).split("/")
    date = date_from_filename(last)[0]
    numbers = [int(step) for step in folders if step.isdecimal()]
    if date is not None and numbers and numbers != [date.year, date.month, date.day][: len(numbers)]:
        return False
    return all(step in around or _FOLDER.fullmatch(step) for step in folders)
