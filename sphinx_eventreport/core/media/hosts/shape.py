"""Addresses of which a pattern says everything: read, and turned into a player's, by a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import Found, Provider

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_eventreport.core.media.hosts.address import Address, Frames, Kind
    from sphinx_eventreport.core.records import Ratio

# The words that stand for what differs: what each may be, and an example for the reference.
_WORDS = {
    "ANY": (r"[a-z0-9][a-z0-9.-]*", "ANY"),
    "ID": (r"[A-Za-z0-9_-]+", "ID"),
    "KEY": (r"[A-Za-z0-9_-]+", "KEY"),
    # An id of which a short word is none: other pages of the host have such names.
    "CODE": (r"[A-Za-z0-9_-]{10,}", "ID"),
    "NUMBER": (r"[0-9]+", "12345"),
    "GUID": (r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", "GUID"),
    # A Kaltura entry: the partition, and eight letters or digits.
    "ENTRY": (r"[01]_[a-z0-9]{8}", "1_abcd1234"),
    "CLAIM": (r"@?[^/:@]+(?::[0-9a-f]+)?", "CLAIM"),
    "NAME": (r"[^/]+", "NAME"),
    "TITLE": (r"[^/]+", "TITLE"),
    "PATH": (r".+", "PATH"),
}
# Those by which a host knows what it has.
_IDS = ("ID", "CODE", "NUMBER", "GUID", "ENTRY", "CLAIM")
_WORD = lazy_regex(r"\b(?:" + "|".join(_WORDS) + r")\d?\b")
# Characters that need no escape in the paths of these addresses.
_SAFE = "/:@!-_.~"


@dataclass(frozen=True, slots=True)
class Shape:
    """One form of the addresses of a host, and what is made of it."""

    written: str
    """The address, with words in capitals such as ``ID`` for what differs. A query may have more."""
    embed: str = ""
    """What a frame loads, with the same words; "" for none."""
    url: str = ""
    """The page a reader opens, with the same words; "" for the address as it was written."""
    kind: Kind | None = None
    """What it is; ``None`` where the provider tells."""

    def read(self, address: Address) -> Found | None:
        """Return what *address* leads to, or ``None`` if it has another form."""
        words = self._words(address)
        if words is None:
            return None
        ids = [words[word] for word in words if word.startswith(_IDS)] or list(words.values())
        embed = _filled(self.embed, words) if self.embed else None
        return Found(ids[0], _filled(self.url or self.written, words), embed, kind=self.kind)

    def _words(self, address: Address) -> Mapping[str, str] | None:
        """Return what stands for the words of the pattern; ``None`` where *address* does not fit."""
        place, _, query = self.written.partition("://")[2].partition("?")
        match = _pattern(place).fullmatch("/".join((address.site, *map(unquote, address.parts))))
        if match is None:
            return None
        words = match.groupdict()
        for field in filter(None, query.split("&")):
            name, _, word = field.partition("=")
            found = _pattern(word).fullmatch(address.query.get(name, ""))
            if found is None:
                return None
            words |= found.groupdict()
        return words


def reader(*shapes: Shape) -> Callable[[Address], Found | None]:
    """Return the reader of a provider whose addresses have one of *shapes*."""

    def read(address: Address) -> Found | None:
        return next(filter(None, (shape.read(address) for shape in shapes)), None)

    return read


def shaped(  # noqa: PLR0913 -- the columns of a table
    key: str,
    name: str,
    kind: Kind,
    hosts: tuple[str, ...],
    *shapes: Shape,
    ratio: Ratio | None = (16, 9),
    frames: Frames = "players",
) -> Provider:
    """Return a provider of whose addresses *shapes* say everything."""
    return Provider(key, name, kind, hosts, examples(*shapes), reader(*shapes), ratio, frames)


def examples(*shapes: Shape) -> tuple[str, ...]:
    """Return an address of each of *shapes*, for the reference."""
    return tuple(_WORD.sub(lambda word: _of(word[0])[1], shape.written) for shape in shapes)


def _of(word: str) -> tuple[str, str]:
    return _WORDS[word.rstrip("0123456789")]


@cache
def _pattern(written: str) -> re.Pattern[str]:
    written = written.removeprefix("www.")
    pattern, end = "", 0
    for word in _WORD.finditer(written):
        pattern += re.escape(written[end : word.start()]) + f"(?P<{word[0]}>{_of(word[0])[0]})"
        end = word.end()
    return re.compile(pattern + re.escape(written[end:]))


def _filled(template: str, words: Mapping[str, str]) -> str:
    return _WORD.sub(lambda word: quote(words[word[0]], safe=_SAFE, errors="replace"), template)
