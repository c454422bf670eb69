"""Where files lie that are no pages to look at: repositories of code and of data, and storage.

Most forbid to be framed. What they hold is told by the name of the file, and ``download`` says where
the file itself is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlencode

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import Address, Found, Provider, is_id, slug
from sphinx_eventreport.core.media.hosts.shape import Shape, examples, reader
from sphinx_eventreport.core.media.suffixes import kind_of_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_eventreport.core.media.hosts.address import Kind

_GITHUB_FILE = lazy_regex(r"(?P<repository>[^/]+/[^/]+)/(?:blob|raw|blame)/(?P<rest>.+)")
_GITHUB_RELEASE = lazy_regex(r"[^/]+/[^/]+/releases/download/[^/]+/[^/]+")
_GITLAB_FILE = lazy_regex(r"(?P<repository>.+)/-/(?:blob|raw|blame)/(?P<rest>.+)")
_FORGEJO_FILE = lazy_regex(
    r"(?P<repository>[^/]+/[^/]+)/(?:src|raw)/(?P<rest>(?:branch|tag|commit)/[^/]+/.+)"
)
_BITBUCKET_FILE = lazy_regex(r"(?P<repository>[^/]+/[^/]+)/(?:src|raw)/(?P<rest>[^/]+/.+)")
_RAW_GITHUB_FILE = lazy_regex(r"(?:media/)?[^/]+/[^/]+/.+")
_ZENODO_FILE = lazy_regex(r"records?/(?P<record>[0-9]+)/(?:files|preview)/(?P<name>[^/]+)")
_DROPBOX_FILE = lazy_regex(r"(?:s|scl/fi|sh)/[^/]+/(?:[^/]+/)?(?P<name>[^/]+)")
_DOI = lazy_regex(
    r"10\.5281/zenodo\.(?P<zenodo>[0-9]+)|10\.6084/m9\.figshare\.(?P<figshare>[0-9]+)(?:\.v[0-9]+)?"
    r"|10\.5446/(?P<tib>[0-9]+)",
    re.IGNORECASE,
)


def _path(address: Address) -> str:
    return "/".join(map(unquote, address.parts))


def _file(address: Address, path: str, download: str) -> Found:
    """Return what the file *path* is, whose page is *address*, and which is itself at *download*."""
    kind = kind_of_path(path)
    return Found(path.rpartition("/")[2], _page(address), kind=kind, download=download)


def _page(address: Address) -> str:
    return f"https://{address.host}/{'/'.join(map(slug, address.parts))}"


def _in_repository(pattern: re.Pattern[str], raw: str) -> Callable[[Address], Found | None]:
    """Return a reader of the files in a repository; *raw* is the address of one itself."""

    def read(address: Address) -> Found | None:
        match = pattern.fullmatch(_path(address))
        if match is None:
            return None
        places = {
            name: quote(value, safe="/-_.~", errors="replace") for name, value in match.groupdict().items()
        }
        return _file(address, match["rest"], raw.format(host=address.host, **places))

    return read


def _whole(pattern: re.Pattern[str]) -> Callable[[Address], Found | None]:
    """Return a reader of addresses that are those of the file itself."""

    def read(address: Address) -> Found | None:
        path = _path(address)
        return _file(address, path, _page(address)) if pattern.fullmatch(path) else None

    return read


def _zenodo(address: Address) -> Found | None:
    match = _ZENODO_FILE.fullmatch(_path(address))
    if match is None:
        return reader(*_ZENODO)(address)
    record, name = match["record"], quote(match["name"], safe="-_.~", errors="replace")
    page = f"https://zenodo.org/records/{record}"
    file = f"{page}/files/{name}?download=1"
    return Found(match["name"], page, kind=kind_of_path(match["name"]), download=file)


def _dropbox(address: Address) -> Found | None:
    """Read a shared file; ``raw=1`` is what a browser shows, ``dl=1`` what it saves."""
    match = _DROPBOX_FILE.fullmatch(_path(address))
    if match is None:
        return None
    key = address.query.get("rlkey", "")
    share = {"rlkey": key} if is_id(key) else {}
    base = _page(address)
    kind = kind_of_path(match["name"])
    is_shown = match["name"].lower().endswith(".pdf") or kind in {"recording", "audio"}
    return Found(
        match["name"],
        f"{base}?{urlencode({**share, 'dl': '0'})}",
        f"{base}?{urlencode({**share, 'raw': '1'})}" if is_shown else None,
        kind=kind,
        download=f"{base}?{urlencode({**share, 'dl': '1'})}",
    )


def _doi(address: Address) -> Found | None:
    """Read the identifiers of deposits: Zenodo's, Figshare's and TIB's have the number in them."""
    match = _DOI.fullmatch(_path(address))
    if match is None:
        return None
    url = f"https://doi.org/{_path(address)}"
    if match["tib"]:
        return Found(match["tib"], url, f"https://av.tib.eu/player/{match['tib']}", kind="recording")
    if match["figshare"]:
        return Found(
            match["figshare"], url, f"https://widgets.figshare.com/articles/{match['figshare']}/embed"
        )
    return Found(match["zenodo"], url)


_ZENODO = (Shape("https://zenodo.org/records/NUMBER"), Shape("https://zenodo.org/record/NUMBER"))
_FIGSHARE_KINDS: tuple[tuple[str, Kind], ...] = (
    ("presentation", "deck"),
    ("media", "recording"),
    ("NAME", "page"),
)
_WIDGET = "https://widgets.figshare.com/articles/NUMBER/embed"
_FIGSHARE = (
    Shape(_WIDGET, _WIDGET, "https://figshare.com/articles/_/NUMBER"),
    *(
        Shape(f"https://{host}/articles/{kind}/TITLE/NUMBER{version}", _WIDGET, kind=shown)
        for host in ("figshare.com", "ANY.figshare.com")
        for kind, shown in _FIGSHARE_KINDS
        for version in ("", "/NUMBER2")
    ),
    Shape("https://figshare.com/articles/TITLE/NUMBER", _WIDGET),
)

REPOSITORIES = (
    Provider(
        "github",
        "GitHub",
        "page",
        ("github.com",),
        ("https://github.com/USER/REPOSITORY/blob/main/talk.pdf",),
        _in_repository(_GITHUB_FILE, "https://github.com/{repository}/raw/{rest}"),
        frames="none",
    ),
    Provider(
        "github-release",
        "GitHub",
        "page",
        ("github.com",),
        ("https://github.com/USER/REPOSITORY/releases/download/v1/talk.pdf",),
        _whole(_GITHUB_RELEASE),
        frames="none",
    ),
    Provider(
        "github-raw",
        "GitHub",
        "page",
        ("raw.githubusercontent.com", "media.githubusercontent.com"),
        ("https://raw.githubusercontent.com/USER/REPOSITORY/main/talk.pdf",),
        _whole(_RAW_GITHUB_FILE),
        frames="none",
    ),
    Provider(
        "bitbucket",
        "Bitbucket",
        "page",
        ("bitbucket.org",),
        ("https://bitbucket.org/USER/REPOSITORY/src/main/talk.pdf",),
        _in_repository(_BITBUCKET_FILE, "https://bitbucket.org/{repository}/raw/{rest}"),
        frames="none",
    ),
    Provider(
        "zenodo",
        "Zenodo",
        "page",
        ("zenodo.org",),
        (*examples(*_ZENODO), "https://zenodo.org/records/12345/files/talk.pdf"),
        _zenodo,
        frames="none",
    ),
    Provider(
        "figshare",
        "Figshare",
        "page",
        ("figshare.com", "*.figshare.com"),
        (
            "https://figshare.com/articles/presentation/TITLE/12345",
            "https://widgets.figshare.com/articles/12345/embed",
        ),
        reader(*_FIGSHARE),
    ),
    Provider(
        "doi",
        "DOI",
        "page",
        ("doi.org", "dx.doi.org"),
        ("https://doi.org/10.5281/zenodo.12345", "https://doi.org/10.6084/m9.figshare.12345"),
        _doi,
        frames="none",
    ),
    Provider(
        "dropbox",
        "Dropbox",
        "page",
        ("dropbox.com",),
        (
            "https://www.dropbox.com/s/ID/talk.pdf?dl=0",
            "https://www.dropbox.com/scl/fi/ID/talk.pdf?rlkey=KEY",
        ),
        _dropbox,
    ),
)
"""Those that have a domain of their own."""

GITLAB = Provider(
    "gitlab",
    "GitLab",
    "page",
    (),
    ("https://ANY.HOST/GROUP/REPOSITORY/-/blob/main/talk.pdf",),
    _in_repository(_GITLAB_FILE, "https://{host}/{repository}/-/raw/{rest}"),
    frames="none",
)
"""GitLab, which runs on any host."""

FORGEJO = Provider(
    "forgejo",
    "Forgejo",
    "page",
    (),
    ("https://ANY.HOST/USER/REPOSITORY/src/branch/main/talk.pdf",),
    _in_repository(_FORGEJO_FILE, "https://{host}/{repository}/raw/{rest}"),
    frames="none",
)
"""Forgejo and Gitea, which run on any host: Codeberg is one."""
