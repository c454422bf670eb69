"""The people of a schedule -> a section that shows who they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.importing.options import quoted
from sphinx_eventreport.importing.prose import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEADING = "Speakers"
_REMOTE = lazy_regex(r"https?://", re.IGNORECASE)
_WIDTH = "160px"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody as a schedule presents them."""

    name: str
    """The name."""
    picture: str = ""
    """An address or a path, "" for none."""
    biography: str = ""
    """Markdown, "" for none."""


def section_of(speakers: Iterable[Speaker]) -> str:
    """Return a section in MyST with the pictures and biographies of *speakers*; "" if none has either.

    Who gives several talks is shown once, by the first of them that says something.
    """
    known: dict[str, Speaker] = {}
    for speaker in speakers:
        if speaker.picture or speaker.biography:
            known.setdefault(speaker.name, speaker)
    blocks = [block for speaker in known.values() for block in _blocks(speaker)]
    return "\n\n".join([f"## {_HEADING}", *blocks]) if blocks else ""


def image(address: str, alt: str, width: str = "") -> str:
    """Return a picture in MyST; "" where *address* could be read as something else.

    One that is on another host is a link: no page loads anything from there by itself.
    """
    if not address or any(char.isspace() or char in "`<>" for char in address):
        return ""
    if _REMOTE.match(address):
        return f"[Picture of {plain(alt)}](<{address}>)" if alt else f"<{address}>"
    options = {"alt": " ".join(alt.split()), "width": width}
    written = [f":{name}: {quoted(value)}" for name, value in options.items() if value]
    return "\n".join([f"```{{image}} {address}", *written, "```"])


def _blocks(speaker: Speaker) -> Iterator[str]:
    yield f"### {plain(speaker.name)}"
    yield from filter(None, (image(speaker.picture, speaker.name, _WIDTH), speaker.biography))
