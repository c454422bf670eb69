"""Hosts made for slides: one reader for each, and the table of them."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from sphinx_eventreport.core.media.hosts.address import Address, Found, Provider, is_id, number, slug
from sphinx_eventreport.core.media.hosts.shape import Shape, examples, reader, shaped

_SHORTEST_PREZI_ID = 10
# Pages of a user that are lists of what they have.
_LISTS = frozenset("presentations slideshows documents infographics videos clipboards followers".split())
# What comes after the name of a deck on slides.com.
_SLIDES_VIEWS = frozenset({"embed", "fullscreen", "live"})


def _speakerdeck(address: Address) -> Found | None:
    """Read a player; the slug of a page does not tell the id of its player."""
    deck = address.id_at(1)
    if address.part(0) == "player" and deck and not address.parts[2:]:
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
        return _slideshare_player(address)
    if address.part(0) == "slideshow" and not address.parts[3:] and address.id_at(2).isdecimal():
        deck = address.part(2)
        url = f"https://www.slideshare.net/slideshow/{slug(address.part(1))}/{deck}"
        return Found(deck, url, f"https://www.slideshare.net/slideshow/embed_code/{deck}")
    name = address.user_page()
    return (
        Found(name, f"https://www.slideshare.net/{name}") if name and address.parts[1] not in _LISTS else None
    )


def _slideshare_player(address: Address) -> Found | None:
    """Read ``slideshow/embed_code/key/KEY`` or ``slideshow/embed_code/12345``."""
    *before, deck = address.parts[2:] or ("",)
    if before not in ([], ["key"]) or not is_id(deck) or (not before and deck == "key"):
        return None
    code = f"key/{deck}" if before else deck
    url = f"https://www.slideshare.net/slideshow/embed_code/{code}"
    page = number(address.query.get("startSlide", ""))
    return Found(deck, url, f"{url}?startSlide={page}" if page else url, page=page)


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
    """Read a deck of a user, or of a team that has a domain of its own: ``TEAM.slides.com``."""
    parts = address.parts[:-1] if address.part(-1) in _SLIDES_VIEWS else address.parts
    name = replace(address, parts=parts).user_page()
    if not name:
        return None
    host = "slides.com" if address.site == "slid.es" else address.site
    # Numbers count from 0; the second one of "#/18/2" is a slide below slide 18.
    first = address.fragment.split("/")[1] if address.fragment.startswith("/") else ""
    last = number(first)
    page = 1 if first == "0" else last + 1 if last else None
    token = address.query.get("token", "")
    query = f"?token={token}" if is_id(token) else ""
    place = f"#/{first}" if page else ""
    url = f"https://{host}/{name}"
    return Found(name, f"{url}{query}{place}", f"{url}/embed{query}{place}", page=page)


def _prezi(address: Address) -> Found | None:
    """Read Prezi's oldest addresses, which are an id and perhaps a title, or "embed" and an id."""
    deck = address.id_at(1) if address.part(0) == "embed" else address.id_at(0)
    # Other pages of the site have short names, such as "pricing".
    if len(deck) < _SHORTEST_PREZI_ID or address.parts[2:]:
        return None
    return Found(deck, f"https://prezi.com/{deck}/", f"https://prezi.com/embed/{deck}/")


_PREZI = (
    Shape("https://prezi.com/p/embed/CODE", "https://prezi.com/p/embed/CODE/", "https://prezi.com/p/CODE/"),
    Shape("https://prezi.com/p/CODE/TITLE", "https://prezi.com/p/embed/CODE/", "https://prezi.com/p/CODE/"),
    Shape("https://prezi.com/p/CODE", "https://prezi.com/p/embed/CODE/", "https://prezi.com/p/CODE/"),
    Shape(
        "https://prezi.com/view/CODE/embed",
        "https://prezi.com/view/CODE/embed",
        "https://prezi.com/view/CODE/",
    ),
    Shape("https://prezi.com/view/CODE", "https://prezi.com/view/CODE/embed", "https://prezi.com/view/CODE/"),
    Shape(
        "https://prezi.com/v/embed/CODE",
        "https://prezi.com/v/embed/CODE/",
        "https://prezi.com/v/CODE/",
        kind="recording",
    ),
    Shape(
        "https://prezi.com/v/CODE/TITLE",
        "https://prezi.com/v/embed/CODE/",
        "https://prezi.com/v/CODE/",
        kind="recording",
    ),
    Shape(
        "https://prezi.com/v/CODE",
        "https://prezi.com/v/embed/CODE/",
        "https://prezi.com/v/CODE/",
        kind="recording",
    ),
)


def _notist(address: Address) -> Found | None:
    """Read ``USER/ID``, behind which a title and "embed" may stand."""
    name = replace(address, parts=address.parts[:2]).user_page()
    rest = address.parts[3:]
    if not name or not is_id(address.parts[1]) or rest not in ((), ("embed",)):
        return None
    return Found(name, f"https://noti.st/{name}")


def _docswell(address: Address) -> Found | None:
    page = number(address.fragment.removeprefix("p"))
    place = f"#p{page}" if page else ""
    deck = address.id_at(1)
    if address.part(0) == "slide" and deck and address.parts[2:] in {(), ("embed",)}:
        url = f"https://www.docswell.com/slide/{deck}/embed{place}"
        return Found(deck, url, url, page=page)
    deck = address.part(2).partition("-")[0]
    if address.part(0) == "s" and is_id(deck) and not address.parts[3:]:
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
        ("slideshare.net", "*.slideshare.net", "static.slidesharecdn.com", "s3.amazonaws.com"),
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
        ("slides.com", "*.slides.com", "slid.es"),
        (
            "https://slides.com/USER/DECK/embed",
            "https://slides.com/USER/DECK#/18",
            "https://TEAM.slides.com/USER/DECK",
        ),
        _slides_com,
    ),
    Provider(
        "prezi",
        "Prezi",
        "deck",
        ("prezi.com",),
        ("https://prezi.com/embed/ID/", *examples(*_PREZI)),
        lambda address: reader(*_PREZI)(address) or _prezi(address),
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
    shaped(
        "genially",
        "Genially",
        "deck",
        ("view.genially.com", "view.genial.ly"),
        Shape("https://view.genially.com/ID", "https://view.genially.com/ID"),
        Shape("https://view.genially.com/ID/TITLE", "https://view.genially.com/ID"),
        Shape("https://view.genial.ly/ID", "https://view.genially.com/ID"),
        Shape("https://view.genial.ly/ID/TITLE", "https://view.genially.com/ID"),
    ),
    shaped(
        "gamma",
        "Gamma",
        "deck",
        ("gamma.app",),
        Shape("https://gamma.app/docs/TITLE-ID", "https://gamma.app/embed/ID"),
        Shape("https://gamma.app/docs/ID", "https://gamma.app/embed/ID"),
        Shape("https://gamma.app/public/TITLE-ID", "https://gamma.app/embed/ID"),
        Shape("https://gamma.app/public/ID", "https://gamma.app/embed/ID"),
        Shape("https://gamma.app/embed/ID", "https://gamma.app/embed/ID", "https://gamma.app/docs/ID"),
    ),
)
"""Services that hold slides and nothing else."""
