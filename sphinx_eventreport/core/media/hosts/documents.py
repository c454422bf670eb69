"""Office and design tools that can show slides: one reader for each, and the table of them."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlencode

from sphinx_eventreport.core.media.hosts.address import Address, Found, Provider, is_id, number, read_address


def _google_slides(address: Address) -> Found | None:
    parts = address.parts
    if parts[:1] == ("present",) and is_id(address.query.get("id", "")):
        deck = address.query["id"]
        return Found(deck, f"https://docs.google.com/present/view?id={deck}")
    if parts[:1] != ("presentation",) or "d" not in parts:
        return None
    rest = parts[parts.index("d") + 1 :]
    published = rest[:1] == ("e",)
    deck = (rest[1:2] if published else rest[:1] or ("",))[0] if rest[published:] else ""
    if not is_id(deck):
        return None
    base = f"https://docs.google.com/presentation/d/{'e/' if published else ''}{deck}"
    return Found(deck, f"{base}/{'pub' if published else 'view'}", f"{base}/embed{_google_slide(address)}")


def _google_slide(address: Address) -> str:
    """Return the query that leads to the slide an address names by its id, such as "id.g1a2_0_1"."""
    slide = address.query.get("slide", "") or address.fragment.removeprefix("slide=")
    return f"?slide={slide}" if slide.startswith("id.") and is_id(slide[3:]) else ""


def _google_drive(address: Address) -> Found | None:
    deck = address.query.get("id", "") if address.part(0) in {"open", "uc"} else ""
    if address.parts[:2] == ("file", "d"):
        deck = address.part(2)
    if not is_id(deck):
        return None
    key = address.query.get("resourcekey", "")
    query = f"?resourcekey={key}" if is_id(key) else ""
    base = f"https://drive.google.com/file/d/{deck}"
    return Found(deck, f"{base}/view{query}", f"{base}/preview{query}")


def _canva(address: Address) -> Found | None:
    design, key = address.id_at(1), address.id_at(2)
    if address.part(0) != "design" or not design:
        return None
    # Without the key the page asks for a login; "edit", "watch" and "view" can all be in its place.
    path = f"{design}/{key}" if key not in {"", "edit", "watch", "view"} else design
    return Found(
        design, f"https://www.canva.com/design/{path}/view", f"https://www.canva.com/design/{path}/view?embed"
    )


def _pitch(address: Address) -> Found | None:
    deck = address.id_at(1)
    embeds = {"embed": "embed", "embed-link": "embed-link", "v": "embed-link", "public": "embed"}
    if address.part(0) not in embeds or not deck:
        return None
    page = {"embed": "public", "embed-link": "v"}[embeds[address.part(0)]]
    return Found(
        deck, f"https://pitch.com/{page}/{deck}", f"https://pitch.com/{embeds[address.part(0)]}/{deck}"
    )


def _figma(address: Address) -> Found | None:
    written = address.query.get("url", "")
    # Some editors encode the address once more than they should.
    written = written if "//" in written else unquote(written)
    nested = read_address(written) if address.part(0) == "embed" else address
    if nested is None or not nested.host.endswith("figma.com"):
        return None
    area, key = nested.part(0), nested.id_at(1)
    if area not in {"file", "design", "proto", "slides", "deck", "board"} or not key:
        return None
    return Found(
        key,
        f"https://www.figma.com/{area}/{key}",
        f"https://embed.figma.com/{area}/{key}?embed-host=eventreport",
    )


def _onedrive(address: Address) -> Found | None:
    """Read an embed of OneDrive; without its "authkey" a shared file does not open."""
    resid = address.query.get("resid", "")
    if not resid:
        return None
    needed = {key: address.query[key] for key in ("cid", "resid", "authkey") if key in address.query}
    url = f"https://onedrive.live.com/redir?{urlencode(needed)}"
    return Found(resid, url, f"https://onedrive.live.com/embed?{urlencode({**needed, 'em': '2'})}")


def _sharepoint(address: Address) -> Found | None:
    if address.part(0) != ":p:":
        return None
    path = quote("/".join(address.parts), safe="/:%-_.~")
    share = {"e": address.query["e"]} if "e" in address.query else {}
    base = f"https://{address.host}/{path}"
    url = f"{base}?{urlencode(share)}" if share else base
    return Found(path, url, f"{base}?{urlencode({**share, 'action': 'embedview'})}")


def _scribd(address: Address) -> Found | None:
    document = address.id_at(1)
    if address.part(0) not in {"embeds", "document", "doc", "presentation"} or not document.isdecimal():
        return None
    key = address.query.get("access_key", "")
    query = urlencode({"view_mode": "slideshow"} | ({"access_key": key} if is_id(key) else {}))
    return Found(
        document,
        f"https://www.scribd.com/document/{document}",
        f"https://www.scribd.com/embeds/{document}/content?{query}",
        page=number(address.query.get("start_page", "")),
    )


def _documentcloud(address: Address) -> Found | None:
    document = address.part(1)
    if address.part(0) != "documents" or not is_id(document):
        return None
    return Found(
        document,
        f"https://www.documentcloud.org/documents/{document}",
        f"https://embed.documentcloud.org/documents/{document}/?embed=1",
    )


DOCUMENT_HOSTS = (
    Provider(
        "google-slides",
        "Google Slides",
        "deck",
        ("docs.google.com",),
        (
            "https://docs.google.com/presentation/d/ID/edit",
            "https://docs.google.com/presentation/d/e/2PACX-ID/pub",
        ),
        _google_slides,
        (16, 9),
    ),
    Provider(
        "google-drive",
        "Google Drive",
        "deck",
        ("drive.google.com", "docs.google.com"),
        ("https://drive.google.com/file/d/ID/preview", "https://drive.google.com/open?id=ID"),
        _google_drive,
    ),
    Provider(
        "canva",
        "Canva",
        "deck",
        ("canva.com",),
        ("https://www.canva.com/design/ID/KEY/view?embed",),
        _canva,
        (16, 9),
    ),
    Provider(
        "pitch",
        "Pitch",
        "deck",
        ("pitch.com",),
        ("https://pitch.com/embed/ID", "https://pitch.com/embed-link/ID", "https://pitch.com/v/ID"),
        _pitch,
        (16, 9),
    ),
    Provider(
        "figma",
        "Figma",
        "deck",
        ("figma.com",),
        ("https://www.figma.com/embed?embed_host=share&url=URL", "https://embed.figma.com/slides/KEY"),
        _figma,
        (16, 9),
    ),
    Provider(
        "onedrive",
        "OneDrive",
        "deck",
        ("onedrive.live.com", "skydrive.live.com"),
        ("https://onedrive.live.com/embed?cid=CID&resid=ID&authkey=KEY",),
        _onedrive,
    ),
    Provider(
        "sharepoint",
        "SharePoint",
        "deck",
        ("sharepoint.com",),
        ("https://TENANT.sharepoint.com/:p:/g/PATH",),
        _sharepoint,
    ),
    Provider(
        "scribd",
        "Scribd",
        "deck",
        ("scribd.com",),
        ("https://www.scribd.com/embeds/12345/content?access_key=KEY",),
        _scribd,
    ),
    Provider(
        "documentcloud",
        "DocumentCloud",
        "deck",
        ("documentcloud.org",),
        ("https://embed.documentcloud.org/documents/12345-TITLE/?embed=1",),
        _documentcloud,
    ),
)
"""Services that hold documents of many kinds, slides among them."""
