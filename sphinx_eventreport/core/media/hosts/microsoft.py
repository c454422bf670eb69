"""OneDrive and SharePoint: one reader for each form of their addresses, and the table of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlencode

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import Address, Found, Provider

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.media.hosts.address import Kind

_ONEDRIVE_PAGES = frozenset({"embed", "redir", "view.aspx", "edit.aspx"})
# What the letter in a link for sharing says: a presentation, a video, another sort of document, a folder.
_SHARED_KINDS: Mapping[str, Kind] = {
    "p": "deck",
    "v": "recording",
    **dict.fromkeys("bwxou", "document"),
    **dict.fromkeys("fi", "page"),
}
# Those that Office shows in a frame; of others the address does not tell whether it can.
_IN_OFFICE = frozenset("pwxv")
_ONEDRIVE_TOKEN = lazy_regex(r"(?:c/[0-9A-Fa-f]+/)?[A-Za-z0-9!_-]{2,}")
_SLIDE_FILES = (".ppt", ".pptx", ".pps", ".ppsx", ".odp")
_LIBRARY_PAGES: Mapping[str, Kind] = {
    "doc.aspx": "document",
    "wopiframe.aspx": "document",
    "powerpoint.aspx": "deck",
    "embed.aspx": "recording",
    "stream.aspx": "recording",
}
_STREAM_PAGES = frozenset({"embed.aspx", "stream.aspx"})
_SHAREPOINT_FIELDS = ("e", "sourcedoc", "file", "UniqueId", "id")


def _onedrive(address: Address) -> Found | None:
    """Read an embed of OneDrive; without its "authkey" a shared file does not open."""
    resid = address.query.get("resid", "")
    if not resid or len(address.parts) != 1 or address.parts[0] not in _ONEDRIVE_PAGES:
        return None
    needed = {key: address.query[key] for key in ("cid", "resid", "authkey") if key in address.query}
    url = f"https://onedrive.live.com/redir?{urlencode(needed)}"
    return Found(resid, url, f"https://onedrive.live.com/embed?{urlencode({**needed, 'em': '2'})}")


def _onedrive_short(address: Address) -> Found | None:
    """Read a link that OneDrive makes for sharing, ``1drv.ms/p/...``: its first letter says what it is."""
    kind = _SHARED_KINDS.get(address.part(0))
    token = address.parts[1:]
    if kind is None or not _ONEDRIVE_TOKEN.fullmatch("/".join(token)):
        return None
    path = "/".join(address.parts)
    share = {"e": address.query["e"]} if "e" in address.query else {}
    # What it embeds is told from a page by these fields.
    fields = {**share, "em": "2"} if token[0] == "c" else {**share, "embed": "1", "em": "2"}
    query = f"?{urlencode(share)}" if share else ""
    embed = f"https://1drv.ms/{path}?{urlencode(fields)}" if address.part(0) in _IN_OFFICE else None
    return Found(token[-1], f"https://1drv.ms/{path}{query}", embed, kind=kind)


def _sharepoint(address: Address) -> Found | None:
    """Read a link for sharing, ``:p:/...``, or the address of a document in a library of SharePoint."""
    kind = _SHARED_KINDS.get(address.part(0).strip(":"))
    is_shared = kind is not None and address.part(0) == f":{address.part(0).strip(':')}:"
    page = address.part(-1).lower() if "_layouts" in address.parts else ""
    if not is_shared:
        kind = _LIBRARY_PAGES.get(page)
    if kind is None or (page and page not in _LIBRARY_PAGES):
        return None
    if not is_shared and address.query.get("file", "").lower().endswith(_SLIDE_FILES):
        kind = "deck"
    path = quote(unquote("/".join(address.parts)), safe="/:%-_.~", errors="replace")
    needed = {key: address.query[key] for key in _SHAREPOINT_FIELDS if key in address.query}
    base = f"https://{address.host}/{path}"
    url = f"{base}?{urlencode(needed)}" if needed else base
    action = {} if page in _STREAM_PAGES else {"action": "embedview"}
    in_frame = page or address.part(0).strip(":") in _IN_OFFICE
    embed = f"{base}?{urlencode({**needed, **action})}" if in_frame else None
    return Found(path, url, embed, kind=kind)


MICROSOFT_HOSTS = (
    Provider(
        "onedrive",
        "OneDrive",
        "deck",
        ("onedrive.live.com", "skydrive.live.com"),
        ("https://onedrive.live.com/embed?cid=CID&resid=ID&authkey=KEY",),
        _onedrive,
    ),
    Provider(
        "onedrive-share",
        "OneDrive",
        "deck",
        ("1drv.ms",),
        ("https://1drv.ms/p/s!ID?e=KEY", "https://1drv.ms/p/c/0123456789ABCDEF/ID?e=KEY"),
        _onedrive_short,
    ),
    Provider(
        "sharepoint",
        "SharePoint",
        "deck",
        ("*.sharepoint.com",),
        (
            "https://TENANT.sharepoint.com/:p:/g/PATH",
            "https://TENANT.sharepoint.com/sites/SITE/_layouts/15/Doc.aspx?sourcedoc={GUID}&file=talk.pptx",
        ),
        _sharepoint,
    ),
)
"""OneDrive and SharePoint, which hold documents of every kind."""
