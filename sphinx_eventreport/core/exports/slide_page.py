"""A small page for a slide: what a chat shows of a link to it, and the way on to the slide.

A chat asks the address that was sent without what is behind its "#", so each slide needs a page of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.core.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 300
"""Characters of a description. Chats show two to five lines: 150 to 300."""


@dataclass(frozen=True, slots=True)
class SlidePicture(Record):
    """The picture of a slide."""

    name: str
    """The name of its file, which is beside the page of the slide."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""


@dataclass(frozen=True, slots=True)
class SlidePage(Record):
    """What the page of a slide says."""

    folder: str
    """The address of the folder of the page, which ends with a slash."""
    number: int
    """The number of the slide, by which its files are called."""
    title: str
    """What the slide is called, and its deck."""
    name: str
    """The words for its picture: "Slide 3: The limits"."""
    text: str
    """What is on it."""
    goal: str
    """The address of the slide in the page of its deck, from this one."""
    site: str
    """What the site is called."""
    base: str
    """The address of the site."""
    language: str
    """A BCP 47 tag."""
    authors: tuple[str, ...] = ()
    """Who showed it."""
    picture: SlidePicture | None = None
    """Its picture, ``None`` where it could not be drawn."""


def slide_html(page: SlidePage) -> str:
    """Return *page* as HTML.

    A browser goes on to the slide at once. A chat stays: it follows no refresh, but an address that is
    called the canonical one, so that of the page is its own.
    """
    goal, title = escape(page.goal), escape(page.title)
    shown = ""
    if page.picture is not None:
        size = f'width="{page.picture.width}" height="{page.picture.height}"'
        shown = f'<img src="{escape(page.picture.name)}" alt="{escape(page.name)}" {size}>'
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(page.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        '<meta name="robots" content="noindex">',
        f'<meta http-equiv="refresh" content="0; url={goal}">',
        oembed_link(page),
        *_properties(page),
        "</head>",
        # Some search engines read every file.
        f'<body data-pagefind-ignore="all"><p><a href="{goal}">{shown}{title}</a></p></body>',
        "</html>",
        "",
    ]
    return "\n".join(lines)


def oembed_link(page: SlidePage) -> str:
    """Return the element by which programs find the description of the slide in the words of oEmbed."""
    address = escape(f"{page.folder}{page.number}.json")
    title = escape(page.title)
    return f'<link rel="alternate" type="application/json+oembed" href="{address}" title="{title}">'


def oembed(page: SlidePage) -> str:
    """Return *page* as an answer of oEmbed 1.0 (https://oembed.com, 2.3.4)."""
    said: dict[str, object] = {
        "version": "1.0",
        "type": "link",
        "title": page.title,
        "provider_name": page.site,
        "provider_url": page.base,
    }
    if page.authors:
        said["author_name"] = ", ".join(page.authors)
    if page.picture is not None:
        said |= {
            "type": "photo",
            "url": page.folder + page.picture.name,
            "width": page.picture.width,
            "height": page.picture.height,
        }
    return json.dumps(said, ensure_ascii=False) + "\n"


def _properties(page: SlidePage) -> Iterator[str]:
    """Yield what chats read, in the words of Open Graph (https://ogp.me)."""
    said = {
        "og:type": "article",
        "og:title": page.title,
        "og:url": f"{page.folder}{page.number}.html",
        "og:site_name": page.site,
        "og:description": _shortened(page.text),
    }
    if page.picture is not None:
        said |= {
            "og:image": page.folder + page.picture.name,
            "og:image:type": "image/jpeg",
            "og:image:width": str(page.picture.width),
            "og:image:height": str(page.picture.height),
            "og:image:alt": page.name,
        }
    for name, value in said.items():
        if value:
            yield f'<meta property="{name}" content="{escape(value)}">'
    yield f'<meta name="twitter:card" content="{"summary_large_image" if page.picture else "summary"}">'


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rpartition(" ")[0] + "…"
