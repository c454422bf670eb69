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
from sphinx_eventreport.core.media.hosts.slides import SLIDE_HOSTS
from sphinx_eventreport.core.media.hosts.videos import VIDEO_HOSTS, read_peertube

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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

PROVIDERS: tuple[Provider, ...] = (*SLIDE_HOSTS, *DOCUMENT_HOSTS, *VIDEO_HOSTS, PEERTUBE)
"""Every provider, for the reference pages: ``key``, ``name``, ``kind``, ``shapes``."""

SANDBOXED = frozenset(
    "archive.org dailymotion google-slides media.ccc.de notist peertube slides.com slideshare speakerdeck "
    "vimeo youtube".split()
)
"""Providers whose players need scripts, their own storage and windows they open, and nothing else."""

VIDEO_SUFFIXES = (".mp4", ".m4v", ".webm", ".ogv", ".ogg", ".mov", ".mkv", ".m3u8")
"""How the path of a video file ends, in lower case."""

_DECK_SUFFIXES = (".pdf", ".ppt", ".pptx", ".pps", ".ppsx", ".odp", ".key")
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


_BY_HOST = _by_host(PROVIDERS)
_NAMES = {provider.key: provider.name for provider in PROVIDERS if provider is not PEERTUBE}


def provider_name(key: str) -> str:
    """Return the name of the provider *key*, "" where the host is the name (PDF, PeerTube)."""
    return _NAMES.get(key, "")


# Whether an address will do, and what it leads to, are asked one after the other.
@lru_cache(maxsize=256)
def identify(url: str) -> Hosted | None:
    """Return what *url* leads to, or ``None`` if it is not an http(s) URL, or is a placeholder of one.

    A URL of an unknown host is a "page", or a "deck" if a word of its path says so. What a viewer
    of documents (PDF.js, Google, Office) shows is identified in its place.
    """
    return _identify(url, _MAX_NESTING)


def _identify(url: str, nesting: int) -> Hosted | None:
    address = read_address(url)
    if address is None:
        return None
    nested = viewed_document(address.url)
    if nested is not None and nesting:
        return _identify_viewed(address, nested, nesting - 1)
    return _file(address) or _known(address) or _unknown(address)


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
    if address.part(0) == ":p:":
        return None  # SharePoint, which asks for a login where the bare file is wanted.
    name = unquote(address.part(-1))
    kind = kind_of_path(name)
    if name.lower().endswith(".pdf"):
        page = page_in_fragment(address.fragment)
        return Hosted("deck", "pdf", address.host, name, address.url, address.url, page=page)
    if kind == "deck":
        return Hosted("deck", "", address.host, name, address.url)
    if kind == "recording":
        return Hosted("recording", "video", address.host, name, address.url, address.url, (16, 9))
    return None


def kind_of_path(path: str) -> Kind:
    """Return what the file *path* is by its suffix; "page" where that does not tell."""
    path = path.lower()
    if path.endswith(_DECK_SUFFIXES):
        return "deck"
    return "recording" if path.endswith(VIDEO_SUFFIXES) else "page"


def page_in_fragment(fragment: str) -> int | None:
    """Return the page that a fragment as "page=3&zoom=100" names, or ``None``."""
    return next((number(part[5:]) for part in fragment.split("&") if part.startswith("page=")), None)


def _known(address: Address) -> Hosted | None:
    for provider in _candidates(address.host, _BY_HOST):
        found = provider.read(address)
        if found is not None:
            name = address.host if provider is PEERTUBE else provider.name
            return Hosted(
                provider.kind,
                provider.key,
                name,
                found.id,
                found.url,
                found.embed_url,
                provider.ratio,
                found.start,
                found.page,
            )
    return None


def _candidates(host: str, index: Mapping[str, list[Provider]]) -> Iterable[Provider]:
    """Yield the providers of *host* and of the domains it is in."""
    labels = host.split(".")
    for first in range(max(0, len(labels) - 5), len(labels)):
        yield from index.get(".".join(labels[first:]), ())
    yield PEERTUBE


def _unknown(address: Address) -> Hosted:
    kind: Kind = "deck" if says_deck("/".join((*address.host.split("."), *address.parts))) else "page"
    return Hosted(kind, "", address.host, "/".join(map(slug, address.parts)), address.url, address.url)


def says_deck(path: str) -> bool:
    """Return whether a part of *path*, cut at "/", is a word for slides: ``/slides/bash.html``."""
    parts = path.lower().replace("\\", "/").split("/")
    return any(part.partition(".")[0].replace("-", "").replace("_", "") in _DECK_WORDS for part in parts)
