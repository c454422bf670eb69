"""Shortcodes and tags of site generators -> the HTML that says the same.

Hugo: https://gohugo.io/shortcodes/, Quarto: https://quarto.org/docs/extensions/shortcodes.html, Jekyll's
tags come from plugins and themes. What is not here embeds nothing that the project knows.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import is_id, is_placeholder
from sphinx_eventreport.core.shortcodes.pictures import inline_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_eventreport.core.shortcodes.arguments import Arguments

_PLAYER_ID = lazy_regex("[0-9a-f]{24}|[0-9a-f]{32}")
_INCLUDES = {
    "youtubeplayer": "youtube",
    "youtube-embed": "youtube",
    "youtube_embed": "youtube",
    "vimeoplayer": "vimeo",
    "video-embed": "video",
    "pdf-embed": "pdf",
    "google-slides": "gslides",
}


def html_of(name: str, arguments: Arguments) -> str | None:
    """Return the HTML for the shortcode *name*, on one line; "" if its arguments make no sense.

    ``None`` says that no shortcode of that name embeds anything.
    """
    reader = _READERS.get(name.lower())
    if reader is None:
        return None
    if is_placeholder(arguments.address) or _is_variable(arguments.address):
        return ""
    html, caption = reader(arguments), arguments.called("caption")
    return (
        f"<figure>{html}<figcaption>{inline_html(caption)}</figcaption></figure>"
        if html and caption
        else html
    )


def html_of_include(name: str, arguments: Arguments) -> str | None:
    """Return the HTML for the include of a file called *name*, without its suffix, as :func:`html_of`."""
    name = _INCLUDES.get(name, name)
    if name == "video" and arguments.called("provider"):
        name = arguments.called("provider").lower()
    return html_of(name, arguments)


def _is_variable(address: str) -> bool:
    """Return whether an address is the name of a value that only the generator knows."""
    return address.startswith(("page.", "site.", "include.", "post.", ".Params", "$"))


def _frame(url: str, arguments: Arguments, tag: str = "iframe") -> str:
    title = arguments.named.get("title", "")
    said = f' title="{escape(title)}"' if title else ""
    if tag == "embed":
        return f'<embed src="{escape(url)}"{said}>'
    return f'<{tag} src="{escape(url)}"{said}></{tag}>'


def _by_id(base: str) -> Callable[[Arguments], str]:
    """Return a reader of a shortcode that takes an id, which is at the end of *base*, or a URL."""

    def read(arguments: Arguments) -> str:
        address = arguments.address
        if "//" in address:
            return _frame(address, arguments)
        return _frame(base + address, arguments) if is_id(address) else ""

    return read


def _youtube(arguments: Arguments) -> str:
    address = arguments.address
    playlist = arguments.named.get("list", "")
    start = arguments.named.get("start", "") or arguments.named.get("t", "")
    if "//" in address:
        return _frame(address, arguments)
    if not is_id(address):
        is_list = not address and is_id(playlist)
        return _frame(f"https://www.youtube.com/playlist?list={playlist}", arguments) if is_list else ""
    return _frame(f"https://youtu.be/{address}{f'?t={start}' if is_id(start) else ''}", arguments)


def _slideshare(arguments: Arguments) -> str:
    """Read the number or the key of a player, or "user/title"."""
    address = arguments.address
    if "/" in address:
        return _user_page("https://www.slideshare.net/", "")(arguments)
    code = address if address.isdecimal() else f"key/{address}"
    return (
        _frame(f"https://www.slideshare.net/slideshow/embed_code/{code}", arguments) if is_id(address) else ""
    )


def _speakerdeck(arguments: Arguments) -> str:
    """Read the id of a player, "user/title", or "user" "title"."""
    address = arguments.address
    if _PLAYER_ID.fullmatch(address):
        slide = arguments.named.get("slide", "")
        return _frame(
            f"https://speakerdeck.com/player/{address}{f'?slide={slide}' if slide.isdecimal() else ''}",
            arguments,
        )
    return _user_page("https://speakerdeck.com/", "")(arguments)


def _user_page(base: str, end: str) -> Callable[[Arguments], str]:
    """Return a reader of "user/title" or "user" "title"."""

    def read(arguments: Arguments) -> str:
        address = arguments.address
        if "//" in address:
            return _frame(address, arguments)
        second = "/" + arguments.positional[1] if "/" not in address and len(arguments.positional) > 1 else ""
        user, _, title = (address + second).strip("/").partition("/")
        return _frame(f"{base}{user}/{title}{end}", arguments) if is_id(user) and is_id(title) else ""

    return read


def _peertube(arguments: Arguments) -> str:
    """Read a host and an id, or a URL."""
    host = arguments.named.get("instance", "") or arguments.named.get("host", "")
    address = arguments.address
    if "//" in address:
        return _frame(address, arguments)
    return _frame(f"https://{host}/videos/embed/{address}", arguments) if host and is_id(address) else ""


def _video(arguments: Arguments) -> str:
    """Read the path or URL of a video."""
    names = ("webm", "mp4", "ogg")
    address = arguments.address or next(
        (arguments.named[name] for name in names if name in arguments.named), ""
    )
    return _frame(address, arguments, "video") if "/" in address or "." in address else ""


def _audio(arguments: Arguments) -> str:
    """Read the path or URL of a recording of sound."""
    address = arguments.address
    return _frame(address, arguments, "audio") if "/" in address or "." in address else ""


def _document(arguments: Arguments) -> str:
    address = arguments.address
    return _frame(address, arguments, "embed") if "/" in address or "." in address else ""


def _any_address(arguments: Arguments) -> str:
    return _frame(arguments.address, arguments) if "//" in arguments.address else ""


_READERS: dict[str, Callable[[Arguments], str]] = {
    "youtube": _youtube,
    "youtubepl": _youtube,
    "youtube_id": _youtube,
    "vimeo": _by_id("https://vimeo.com/"),
    "bilibili": _by_id("https://www.bilibili.com/video/"),
    "dailymotion": _by_id("https://www.dailymotion.com/video/"),
    "slideslive": _by_id("https://slideslive.com/"),
    "archive": _by_id("https://archive.org/details/"),
    "media_ccc": _by_id("https://media.ccc.de/v/"),
    "peertube": _peertube,
    "video": _video,
    "audio": _audio,
    "slideshare": _slideshare,
    "speakerdeck": _speakerdeck,
    "slides": _user_page("https://slides.com/", "/embed"),
    "slidescom": _user_page("https://slides.com/", "/embed"),
    "prezi": _by_id("https://prezi.com/embed/"),
    "docswell": _by_id("https://www.docswell.com/slide/"),
    "canva": _any_address,
    "figma": _any_address,
    "noti.st": _user_page("https://noti.st/", ""),
    "notist": _user_page("https://noti.st/", ""),
    "gslides": _by_id("https://docs.google.com/presentation/d/"),
    "googleslides": _by_id("https://docs.google.com/presentation/d/"),
    "google_slides": _by_id("https://docs.google.com/presentation/d/"),
    "pdf": _document,
    "embed-pdf": _document,
    "embed_pdf": _document,
    "pdfviewer": _document,
    "pdfjs": _document,
    "iframe": _any_address,
    "media": _any_address,
    "reactplayer": _any_address,
}

NAMES = tuple(_READERS)
"""The names of the shortcodes and tags that become something."""
