"""Office and design tools that can show slides: one reader for each, and the table of them."""

from __future__ import annotations

from urllib.parse import unquote, urlencode

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import Address, Found, Provider, is_id, number, read_address
from sphinx_eventreport.core.media.hosts.shape import Shape, shaped

# A domain of Google Workspace and the number of an account may come before the id, and a view behind it.
_GOOGLE_SLIDES = lazy_regex(
    r"(?:a/[^/]+/)?presentation/(?:u/\d/)?d/(?P<published>e/)?(?P<deck>[A-Za-z0-9_-]{2,})"
    r"(?:/(?:edit|view|preview|present|embed|pub|pubembed|copy|htmlpresent|mobilepresent|mobilebasic"
    r"|export/[a-z]+))?"
)
_GOOGLE_FILE = lazy_regex(r"(?:a/[^/]+/)?file/(?:u/\d/)?d/(?P<id>[A-Za-z0-9_-]+)(?:/(?:view|preview|edit))?")
_FIGMA_AREAS = frozenset({"file", "design", "proto", "slides", "deck", "board"})


def _google_slides(address: Address) -> Found | None:
    if address.parts == ("present", "view") and is_id(address.query.get("id", "")):
        deck = address.query["id"]
        return Found(deck, f"https://docs.google.com/present/view?id={deck}")
    match = _GOOGLE_SLIDES.fullmatch("/".join(address.parts))
    if match is None:
        return None
    deck = match["deck"]
    base = f"https://docs.google.com/presentation/d/{match['published'] or ''}{deck}"
    page, file = ("pub", None) if match["published"] else ("view", f"{base}/export/pdf")
    return Found(deck, f"{base}/{page}", f"{base}/embed{_google_slide(address)}", download=file)


def _google_slide(address: Address) -> str:
    """Return the query that leads to the slide an address names by its id, such as "id.g1a2_0_1"."""
    slide = address.query.get("slide", "") or address.fragment.removeprefix("slide=")
    return f"?slide={slide}" if slide.startswith("id.") and is_id(slide[3:]) else ""


def _google_drive(address: Address) -> Found | None:
    match = _GOOGLE_FILE.fullmatch("/".join(address.parts))
    deck = match["id"] if match else ""
    if address.parts in {("open",), ("uc",)}:
        deck = address.query.get("id", "")
    if not is_id(deck):
        return None
    key = address.query.get("resourcekey", "")
    query = f"?resourcekey={key}" if is_id(key) else ""
    base = f"https://drive.google.com/file/d/{deck}"
    file = f"https://drive.google.com/uc?export=download&id={deck}"
    return Found(deck, f"{base}/view{query}", f"{base}/preview{query}", download=file)


def _figma(address: Address) -> Found | None:
    written = address.query.get("url", "")
    # Some editors encode the address once more than they should.
    written = written if "//" in written else unquote(written)
    nested = read_address(written) if address.part(0) == "embed" else address
    if nested is None or not nested.host.endswith("figma.com"):
        return None
    area, key = nested.part(0), nested.id_at(1)
    if area not in _FIGMA_AREAS or not key or nested.parts[3:]:
        return None
    return Found(
        key,
        f"https://www.figma.com/{area}/{key}",
        f"https://embed.figma.com/{area}/{key}?embed-host=eventreport",
    )


def _scribd(address: Address) -> Found | None:
    document = address.id_at(1)
    if address.part(0) not in {"embeds", "document", "doc", "presentation"} or not document.isdecimal():
        return None
    if address.parts[3:]:
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
    if address.part(0) != "documents" or not is_id(document) or address.parts[2:]:
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
    shaped(
        "canva",
        "Canva",
        "deck",
        ("canva.com",),
        *(
            Shape(
                f"https://www.canva.com/design/{design}/{view}",
                f"https://www.canva.com/design/{design}/{player}?embed",
                f"https://www.canva.com/design/{design}/{player}",
                kind="recording" if view == "watch" else "deck",
            )
            for design in ("ID/KEY", "ID")
            for view, player in (("view", "view"), ("edit", "view"), ("present", "view"), ("watch", "watch"))
        ),
    ),
    shaped(
        "pitch",
        "Pitch",
        "deck",
        ("pitch.com",),
        Shape("https://pitch.com/embed/ID", "https://pitch.com/embed/ID", "https://pitch.com/public/ID"),
        Shape("https://pitch.com/public/ID", "https://pitch.com/embed/ID"),
        Shape("https://pitch.com/public/ID/KEY", "https://pitch.com/embed/ID"),
        Shape("https://pitch.com/embed-link/ID", "https://pitch.com/embed-link/ID", "https://pitch.com/v/ID"),
        Shape("https://pitch.com/v/TITLE-ID", "https://pitch.com/embed-link/ID"),
        Shape("https://pitch.com/v/ID", "https://pitch.com/embed-link/ID"),
    ),
    Provider(
        "figma",
        "Figma",
        "deck",
        ("figma.com", "embed.figma.com"),
        ("https://www.figma.com/embed?embed_host=share&url=URL", "https://embed.figma.com/slides/KEY"),
        _figma,
        (16, 9),
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
        ("documentcloud.org", "embed.documentcloud.org"),
        ("https://embed.documentcloud.org/documents/12345-TITLE/?embed=1",),
        _documentcloud,
    ),
)
"""Services that hold documents of many kinds, slides among them."""
