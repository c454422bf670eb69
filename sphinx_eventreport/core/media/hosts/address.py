"""URLs, cut up for the tables of providers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_eventreport.core.records import Ratio

Kind = Literal["deck", "recording", "page", "map", "calendar", "form", "audio", "picture", "code", "document"]
"""The kind of thing at an address; a "page" may be anything."""

Frames = Literal["players", "all", "none"]
"""Which addresses of a host may be in a frame: those that the table makes, any, or none of them."""

_CONTROL = lazy_regex("[\x00-\x1f\x7f]")
_NOT_IN_HOST = frozenset("<>\"'%{}")
_SCHEME = lazy_regex(r"[A-Za-z][A-Za-z0-9+.-]*:")
_TIME = lazy_regex(r"(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,7})s?)?")
_TEMPLATE_MARK = lazy_regex(r"\{[{%$]|\$\{|<[%?]")
_MAX_QUERY_FIELDS = 100
_MAX_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Hosted:
    """Something on the web that can be embedded."""

    kind: Kind
    """The kind of thing."""
    provider: str
    """The key of the provider, "" for an unknown host."""
    name: str
    """The name of the host."""
    id: str
    """The id at the provider; the name of a file; at an unknown host its path."""
    url: str
    """The page that a person opens."""
    embed_url: str | None = None
    """The address for an iframe; ``None`` where the URL does not tell it, or the host allows no frame."""
    ratio: Ratio | None = None
    """Width and height of its frames, where the provider has a ratio of its own."""
    start: int | None = None
    """Seconds from the beginning."""
    page: int | None = None
    """The slide to begin at, counted from 1."""
    download: str | None = None
    """The address of the file itself, if it is known."""


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome of a provider's reader of addresses; the fields are those of :class:`Hosted`.

    ``kind`` is ``None`` for that of the provider.
    """

    id: str
    """What the host calls it."""
    url: str
    """The page that a reader opens."""
    embed_url: str | None = None
    """The address that a player loads, if the host has one."""
    start: int | None = None
    """Where a recording begins, in seconds."""
    page: int | None = None
    """The page of a deck to open first, counted from 1."""
    kind: Kind | None = None
    """What it is; ``None`` where the provider tells."""
    download: str | None = None
    """The address of the file, if it can be had."""


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https URL in parts."""

    url: str
    """The URL as written."""
    host: str
    """The host in lower case."""
    parts: tuple[str, ...]
    """The steps of the path as written, without empty ones."""
    query: Mapping[str, str] = field(default_factory=dict)
    """The first value of each field of the query."""
    fragment: str = ""
    """What is after #, "" for nothing."""

    def part(self, index: int) -> str:
        """Return one part of the path, or ""."""
        return self.parts[index] if -len(self.parts) <= index < len(self.parts) else ""

    @property
    def site(self) -> str:
        """The host without "www."."""
        return self.host.removeprefix("www.")

    def user_page(self) -> str:
        """Return "user/title" of an address whose path has these two parts, or ""."""
        user, *title = self.parts or ("",)
        return f"{slug(user)}/{slug(title[0])}" if len(title) == 1 else ""

    def id_at(self, index: int) -> str:
        """Return one part of the path if it can be an id, or ""."""
        part = self.part(index)
        return part if is_id(part) else ""


@dataclass(frozen=True, slots=True)
class Provider:
    """A host of something that can be embedded."""

    key: str
    """The name by which records know it."""
    name: str
    """The name that readers see."""
    kind: Kind
    """The kind of thing it hosts."""
    hosts: tuple[str, ...]
    """Domains, with or without "www."; "*.example.org" is every domain below.

    Without any, it can be anywhere, and the host is its name.
    """
    shapes: tuple[str, ...]
    """Examples of the addresses that ``read`` understands."""
    read: Callable[[Address], Found | None]
    """The reader of an address: the whole path is understood, or ``None`` is returned."""
    ratio: Ratio | None = None
    """Width and height of its frames, where they are always the same."""
    frames: Frames = "players"
    """Which pages the host allows in frames."""


def clean_url(text: str) -> str:
    """Return *text* as a browser reads it as a URL: without control characters and outer blanks.

    ``&amp;`` becomes ``&``, since URLs are often copied out of HTML.
    """
    shown = text if text.isprintable() else _CONTROL.sub("", text)
    return shown.strip().replace("&amp;", "&")


def scheme_of(url: str) -> str:
    """Return the scheme of a cleaned URL in lower case, or "" for a path."""
    match = _SCHEME.match(url)
    return match[0][:-1].lower() if match else ""


def is_placeholder(text: str) -> bool:
    """Return whether *text* stands for an address nobody filled in: ``{{ .URL }}``, ``VIDEOURL``."""
    if _TEMPLATE_MARK.search(text) or (text[:1], text[-1:]) == ("{", "}"):
        return True
    words = text.strip("<>[]_").replace("_", "").replace("-", "").replace(" ", "")
    return words.isalpha() and words.isupper() and words.isascii() and words.endswith(("URL", "LINK", "ID"))


def read_address(url: str) -> Address | None:
    """Return the parts of *url*, or ``None`` if it is not an http(s) URL with a host."""
    text = clean_url(url)
    if text.startswith("//"):
        text = "https:" + text
    if is_placeholder(text) or scheme_of(text) not in {"http", "https"}:
        return None
    text = text.replace("\\", "/").replace(" ", "%20")
    try:
        split = urlsplit(text)
        host = (split.hostname or "").rstrip(".")
        split.port  # noqa: B018 - raises for an invalid port
        query = split.query
        fields = parse_qsl(query, keep_blank_values=True, max_num_fields=_MAX_QUERY_FIELDS) if query else []
    except ValueError:
        return None
    if not host or not _NOT_IN_HOST.isdisjoint(host):
        return None
    parts = tuple(filter(None, split.path.split("/")))
    return Address(text, host, parts, dict(reversed(fields)), unquote(split.fragment))


def is_id(text: str) -> bool:
    """Return whether *text* can be an id: ASCII letters, digits, "-" and "_"."""
    return text.isascii() and text.replace("-", "").replace("_", "").isalnum()


def slug(text: str) -> str:
    """Return *text*, a part of a path, so that it stands for itself in a URL."""
    return quote(unquote(text), safe="-_.~", errors="replace")


def seconds(text: str) -> int | None:
    """Return a time as hosts write it ("90", "90s", "1m30s", "1h2m3s") in seconds."""
    match = _TIME.fullmatch(text)
    if not match or not any(match.groups()):
        return None
    hours, minutes, rest = (int(group or 0) for group in match.groups())
    return hours * 3600 + minutes * 60 + rest or None


def number(text: str) -> int | None:
    """Return *text* as a number of a slide or page, or ``None``."""
    return int(text) or None if text.isascii() and text.isdecimal() and len(text) <= _MAX_DIGITS else None
