"""URL of a hosted deck or video -> provider, id, embed URL, page URL, ratio."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from sphinx_eventreport.core.media.hosts.address import (
    Address,
    Hosted,
    Kind,
    Provider,
    number,
    read_address,
    scheme_of,
    slug,
)
from sphinx_eventreport.core.media.hosts.documents import DOCUMENT_HOSTS
from sphinx_eventreport.core.media.hosts.frames import CONTENT_HOSTS, FRAMES, GOOGLE_MAPS
from sphinx_eventreport.core.media.hosts.lectures import KALTURA_ANYWHERE, LECTURE_HOSTS, PANOPTO
from sphinx_eventreport.core.media.hosts.microsoft import MICROSOFT_HOSTS
from sphinx_eventreport.core.media.hosts.repositories import FORGEJO, GITLAB, REPOSITORIES
from sphinx_eventreport.core.media.hosts.slides import SLIDE_HOSTS
from sphinx_eventreport.core.media.hosts.videos import VIDEO_HOSTS, read_peertube
from sphinx_eventreport.core.media.suffixes import kind_of_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_eventreport.core.media.hosts.address import Found

PEERTUBE = Provider(
    "peertube",
    "PeerTube",
    "recording",
    (),
    ("https://ANY.HOST/videos/embed/ID", "https://ANY.HOST/w/ID"),
    read_peertube,
    (16, 9),
)
"""PeerTube, which runs on any host."""

_ANYWHERE = (PEERTUBE, PANOPTO, KALTURA_ANYWHERE, GITLAB, FORGEJO, GOOGLE_MAPS)

PROVIDERS: tuple[Provider, ...] = (
    *SLIDE_HOSTS,
    *DOCUMENT_HOSTS,
    *MICROSOFT_HOSTS,
    *VIDEO_HOSTS,
    *LECTURE_HOSTS,
    *REPOSITORIES,
    *CONTENT_HOSTS,
    *_ANYWHERE,
)
"""Every provider that reads addresses, for the reference pages: ``key``, ``name``, ``kind``, ``shapes``."""

SANDBOXED = frozenset(
    "archive.org dailymotion google-slides media.ccc.de notist peertube slides.com slideshare speakerdeck "
    "vimeo youtube".split()
)
"""Providers whose players need scripts, their own storage and windows they open, and nothing else."""

# Hosts of a provider that serve files of everybody besides.
_SHARED_HOSTS = frozenset({"s3.amazonaws.com"})
# Hosts of no player that forbid frames (``X-Frame-Options``, ``frame-ancestors``).
_NEVER_FRAMED = frozenset("gist.github.com medium.com researchgate.net ted.com twitter.com x.com".split())
_DECK_WORDS = frozenset(
    "slides slide slideshow slideshows slidedeck deck decks presentation presentations revealjs".split()
)
_MAX_NESTING = 3


def _by_host(providers: Iterable[Provider]) -> dict[str, list[Provider]]:
    index: dict[str, list[Provider]] = defaultdict(list)
    for provider in providers:
        for host in provider.hosts:
            index[host].append(provider)
    return dict(index)


def _is_its_host(provider: Provider) -> bool:
    """Return whether *provider* can be anywhere, so that its host says best where something is."""
    return not provider.hosts and provider is not GOOGLE_MAPS


_BY_HOST = _by_host((*PROVIDERS, *FRAMES))
_NAMES = {provider.key: provider.name for provider in (*PROVIDERS, *FRAMES) if not _is_its_host(provider)}

_KINDS = {provider.key: provider.kind for provider in (*PROVIDERS, *FRAMES)}


def provider_name(key: str) -> str:
    """Return the name of the provider *key*, "" where the host is the name (PDF, PeerTube)."""
    return _NAMES.get(key, "")


def is_sandboxed(embed: str) -> bool:
    """Return whether the player with the address *embed* is known to need no more than a sandbox allows."""
    hosted = identify(embed) if embed else None
    return hosted is not None and hosted.provider in SANDBOXED


def provider_kind(key: str) -> Kind | None:
    """Return what the provider *key* has, ``None`` where there is no provider of that key."""
    return _KINDS.get(key)


# Whether an address will do, and what it leads to, are asked one after the other.
@lru_cache(maxsize=4096)
def identify(url: str) -> Hosted | None:
    """Return what *url* leads to, or ``None`` if it is not an http(s) URL, or is a placeholder of one.

    A URL of an unknown host is a "page", or a "deck" if a word of its path says so. So is one of a
    known host whose path is not understood as a whole: it stays as it is, and is in no frame if
    the host allows only its players there. What a viewer of documents (PDF.js, Google, Office) shows
    is identified in its place.
    """
    return _identify(url, _MAX_NESTING)


def _identify(url: str, nesting: int) -> Hosted | None:
    address = read_address(url)
    if address is None:
        return None
    nested = viewed_document(address.url)
    if nested is not None and nesting:
        return _identify_viewed(address, nested, nesting - 1)
    return _known(address) or _file(address) or _unknown(address)


def viewed_document(url: str) -> str | None:
    """Return the address of the document that *url*, the address of a viewer, shows.

    *url* may be a path. What PDF.js takes as ``#page=N`` is handed on.
    """
    path, _, fragment = url.partition("#")
    path, _, query = path.partition("?")
    name = _viewer_field(path)
    if not name:
        return None
    # Nested URLs are often not encoded, so all up to the viewer's own fields belongs to them.
    _, found, value = f"&{query}".partition(f"&{name}=")
    if not found:
        return None
    for own in ("&embedded=", "&wdAr=", "&action=", "&chrome=", "&pid="):
        value = value.partition(own)[0]
    if "%" in value and "?" not in value:
        value = value.partition("&")[0]
    document = unquote(value).strip()
    page = fragment if fragment.startswith("page=") and "#" not in document else ""
    return f"{document}#{page}" if page and document else document or None


def _viewer_field(path: str) -> str:
    """Return the name of the query field in which a viewer takes its document, or ""."""
    if path.endswith("viewer.html"):
        return "file"
    if path.endswith(("docs.google.com/gview", "docs.google.com/viewer", "drive.google.com/viewerng/viewer")):
        return "url"
    if path.endswith((".officeapps.live.com/op/embed.aspx", ".officeapps.live.com/op/view.aspx")):
        return "src"
    return ""


def _identify_viewed(viewer: Address, nested: str, nesting: int) -> Hosted | None:
    try:
        url = urljoin(viewer.url, nested)
    except ValueError:
        return None
    if scheme_of(url) not in {"http", "https"}:
        return None
    hosted = _identify(url, nesting)
    if hosted is None or hosted.provider or not viewer.host.endswith("officeapps.live.com"):
        return hosted
    return Hosted(hosted.kind, "office-viewer", hosted.name, hosted.id, hosted.url, viewer.url)


def _file(address: Address) -> Hosted | None:
    """Return a file that is a deck or a video by the end of its path."""
    name = unquote(address.part(-1))
    kind = kind_of_path(name)
    if name.lower().endswith(".pdf"):
        page = page_in_fragment(address.fragment)
        url = address.url
        return Hosted("deck", "pdf", address.host, name, url, url, page=page, download=url)
    if kind == "deck":
        return Hosted("deck", "", address.host, name, address.url)
    if kind == "recording":
        return Hosted("recording", "video", address.host, name, address.url, address.url, (16, 9))
    return None


def page_in_fragment(fragment: str) -> int | None:
    """Return the page that a fragment as "page=3&zoom=100" names, or ``None``."""
    return next((number(part[5:]) for part in fragment.split("&") if part.startswith("page=")), None)


def _known(address: Address) -> Hosted | None:
    for provider in (*_providers_of(address.host), *_ANYWHERE):
        found = provider.read(address)
        if found is not None:
            return _hosted(provider, found, address)
    return None


def _hosted(provider: Provider, found: Found, address: Address) -> Hosted:
    return Hosted(
        found.kind or provider.kind,
        provider.key,
        address.host if _is_its_host(provider) else provider.name,
        found.id,
        found.url,
        found.embed_url,
        provider.ratio,
        found.start,
        found.page,
        found.download,
    )


def _providers_of(host: str) -> Iterable[Provider]:
    """Return the providers of *host*: under its name, without "www.", and under "*." and a domain above."""
    site = host.removeprefix("www.")
    yield from _BY_HOST.get(site, ())
    labels = site.split(".")
    for first in range(max(1, len(labels) - 4), len(labels) - 1):
        yield from _BY_HOST.get("*." + ".".join(labels[first:]), ())


def refuses_frames(host: str) -> bool:
    """Return whether no page of *host* may be in a frame."""
    is_known_to = any(provider.frames == "none" for provider in _providers_of(host))
    return is_known_to or host.removeprefix("www.") in _NEVER_FRAMED


def _may_be_framed(host: str) -> bool:
    """Return whether a page of *host* that no table knows may be in a frame, as far as one can tell."""
    is_free = all(provider.frames == "all" for provider in _providers_of(host)) and not refuses_frames(host)
    return host in _SHARED_HOSTS or is_free


def _unknown(address: Address) -> Hosted:
    kind: Kind = "deck" if says_deck("/".join((*address.host.split("."), *address.parts))) else "page"
    embed = address.url if _may_be_framed(address.host) else None
    return Hosted(kind, "", address.host, "/".join(map(slug, address.parts)), address.url, embed)


def says_deck(path: str) -> bool:
    """Return whether a part of *path*, cut at "/", is a word for slides: ``/slides/bash.html``."""
    parts = path.lower().replace("\\", "/").split("/")
    return any(part.partition(".")[0].replace("-", "").replace("_", "") in _DECK_WORDS for part in parts)
