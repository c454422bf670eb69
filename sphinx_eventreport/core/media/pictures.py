"""Pictures of Markdown: those that are none (``![](talk.pdf)`` is a deck), and those on another host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.media.hosts.address import clean_url, read_address
from sphinx_eventreport.core.media.providers import identify
from sphinx_eventreport.core.media.records import deck_record, recording_record
from sphinx_eventreport.core.media.suffixes import kind_of_path
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Deck, Recording

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".ico")


def media_of_picture(source: str, alt: str = "") -> Deck | Recording | None:
    """Return what the address *source* of a picture shows, if that is a deck or a recording.

    *alt*, the text of the picture, is its title. The name of a file tells, or a host of videos.
    """
    address = clean_url(source)
    path = address.partition("#")[0].partition("?")[0].lower()
    if not path or path.endswith(_PICTURES):
        return None
    kind = kind_of_path(path)
    if kind == "page" and read_address(address) is not None:
        hosted = identify(address)
        kind = "recording" if hosted and hosted.provider and hosted.kind == "recording" else "page"
    make = {"deck": deck_record, "recording": recording_record}.get(kind)
    return make(address, {"title": alt} if alt.strip() else {})[0] if make else None


def remote_picture(uri: str, line: int | None) -> Problem:
    """Return the problem of a picture that is on another host."""
    return Problem(
        Subtype.REMOTE_PICTURE,
        f"The picture {uri!r} is on another host, and a page loads nothing from there by itself",
        line=line,
        hint="save the picture in the source directory, and give its path",
    )
