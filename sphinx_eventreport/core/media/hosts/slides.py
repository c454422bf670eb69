"""Hosts made for slides: one reader for each, and the table of them."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from sphinx_eventreport.core.media.hosts.address import Address, Found, Provider, is_id, number, slug

_SHORTEST_PREZI_ID = 10


def _speakerdeck(address: Address) -> Found | None:
    """Read a player; the slug of a page does not tell the id of its player."""
    deck = address.id_at(1)
    if address.part(0) == "player" and deck:
        url = f"https://speakerdeck.com/player/{deck}"
        page = number(address.query.get("slide", ""))
        return Found(deck, url, f"{url}?slide={page}" if page else url, page=page)
    name = address.user_page()
    if name and address.parts[0] != "assets":
        return Found(name, f"https://speakerdeck.com/{name}", page=number(address.query.get("slide", "")))
    return None


def _slideshare(address: Address) -> Found | None:
    if address.part(-1).endswith(".swf") or not address.host.endswith("slideshare.net"):
        return _slideshare_flash(address)
    if address.parts[:2] == ("slideshow", "embed_code"):
        has_key = address.part(2) == "key"
        deck = address.id_at(3 if has_key else 2)
        if not deck:
            return None
        code = f"key/{deck}" if has_key else deck
        url = f"https://www.slideshare.net/slideshow/embed_code/{code}"
        page = number(address.query.get("startSlide", ""))
        return Found(deck, url, f"{url}?startSlide={page}" if page else url, page=page)
    if address.part(0) == "slideshow" and address.id_at(2).isdecimal():
        deck = address.part(2)
        url = f"https://www.slideshare.net/slideshow/{slug(address.part(1))}/{deck}"
        return Found(deck, url, f"https://www.slideshare.net/slideshow/embed_code/{deck}")
    name = address.user_page()
    return Found(name, f"https://www.slideshare.net/{name}") if name else None


def _slideshare_flash(address: Address) -> Found | None:
    """Read the player of before 2012; it shows nothing any more, but may name the deck."""
    deck = address.query.get("id", "")
    if not address.part(-1).endswith(".swf"):
        return None
    if is_id(deck):
        url = f"https://www.slideshare.net/slideshow/embed_code/{deck}"
        return Found(deck, url, url)
    doc = address.query.get("doc", "")
    return Found(doc, f"https://www.slideshare.net/search?{urlencode({'q': doc})}") if is_id(doc) else None


def _slides_com(address: Address) -> Found | None:
    parts = [part for part in address.parts if part not in {"embed", "fullscreen", "live"}]
    name = replace(address, parts=tuple(parts)).user_page()
    if not name:
        return None
    # Numbers count from 0; the second one of "#/18/2" is a slide below slide 18.
    first = address.fragment.split("/")[1] if address.fragment.startswith("/") else ""
    last = number(first)
    page = 1 if first == "0" else last + 1 if last else None
    token = address.query.get("token", "")
    query = f"?token={token}" if is_id(token) else ""
    place = f"#/{first}" if page else ""
    url = f"https://slides.com/{name}"
    return Found(name, f"{url}{query}{place}", f"{url}/embed{query}{place}", page=page)


def _prezi(address: Address) -> Found | None:
    parts = address.parts
    if parts[:2] in {("p", "embed"), ("v", "embed")} and is_id(address.part(2)):
        deck = parts[2]
        return Found(
            deck, f"https://prezi.com/{parts[0]}/{deck}/", f"https://prezi.com/{parts[0]}/embed/{deck}/"
        )
    if parts[:1] == ("view",) and is_id(address.part(1)):
        return Found(parts[1], f"https://prezi.com/view/{parts[1]}/")
    if parts[:1] in {("p",), ("v",)} and is_id(address.part(1)):
        return Found(
            parts[1],
            f"https://prezi.com/{parts[0]}/{parts[1]}/",
            f"https://prezi.com/{parts[0]}/embed/{parts[1]}/",
        )
    deck = address.id_at(1) if parts[:1] == ("embed",) else address.id_at(0)
    # Other pages of the site have short names, such as "pricing".
    if len(deck) < _SHORTEST_PREZI_ID:
        return None
    return Found(deck, f"https://prezi.com/{deck}/", f"https://prezi.com/embed/{deck}/")


def _notist(address: Address) -> Found | None:
    name = replace(address, parts=address.parts[:2]).user_page()
    if not name or not is_id(address.parts[1]):
        return None
    return Found(name, f"https://noti.st/{name}")


def _docswell(address: Address) -> Found | None:
    page = number(address.fragment.removeprefix("p"))
    place = f"#p{page}" if page else ""
    deck = address.id_at(1)
    if address.part(0) == "slide" and deck:
        url = f"https://www.docswell.com/slide/{deck}/embed{place}"
        return Found(deck, url, url, page=page)
    deck = address.part(2).partition("-")[0]
    if address.part(0) == "s" and is_id(deck):
        url = f"https://www.docswell.com/s/{slug(address.part(1))}/{slug(address.part(2))}{place}"
        return Found(deck, url, f"https://www.docswell.com/slide/{deck}/embed{place}", page=page)
    return None


SLIDE_HOSTS = (
    Provider(
        "speakerdeck",
        "Speaker Deck",
        "deck",
        ("speakerdeck.com",),
        ("https://speakerdeck.com/player/ID?slide=4", "https://speakerdeck.com/USER/DECK"),
        _speakerdeck,
    ),
    Provider(
        "slideshare",
        "SlideShare",
        "deck",
        ("slideshare.net", "static.slidesharecdn.com", "s3.amazonaws.com"),
        (
            "https://www.slideshare.net/slideshow/embed_code/key/KEY",
            "https://www.slideshare.net/slideshow/embed_code/12345",
            "https://www.slideshare.net/slideshow/DECK/12345",
            "https://www.slideshare.net/USER/DECK",
        ),
        _slideshare,
    ),
    Provider(
        "slides.com",
        "Slides",
        "deck",
        ("slides.com", "slid.es"),
        ("https://slides.com/USER/DECK/embed", "https://slides.com/USER/DECK#/18"),
        _slides_com,
    ),
    Provider(
        "prezi",
        "Prezi",
        "deck",
        ("prezi.com",),
        ("https://prezi.com/embed/ID/", "https://prezi.com/p/ID/", "https://prezi.com/view/ID/"),
        _prezi,
    ),
    Provider("notist", "Notist", "deck", ("noti.st",), ("https://noti.st/USER/ID/TITLE",), _notist),
    Provider(
        "docswell",
        "Docswell",
        "deck",
        ("docswell.com",),
        ("https://www.docswell.com/slide/ID/embed#p10", "https://www.docswell.com/s/USER/ID-DECK"),
        _docswell,
    ),
)
"""Services that hold slides and nothing else."""
