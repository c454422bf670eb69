"""The records: what a report says, independent of how it was written.

All are frozen and hold only values: strings, numbers, tuples, other records. They are pickled into
Sphinx's environment, compared to find stale pages, and handed to users of the library as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from sphinx_eventreport.core.record import Record

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate

Mode = Literal["offline", "online", "mixed"]
Status = Literal["scheduled", "cancelled", "postponed", "moved_online"]
Layout = Literal["player", "gallery", "link", "poster"]
SlideText = Literal["closed", "open", "none"]
Align = Literal["left", "center", "right"]
Ratio = tuple[int, int]
"""Width and height of a frame, reduced: ``(16, 9)``, ``(100, 63)``."""


@dataclass(frozen=True, slots=True)
class Person(Record):
    """Somebody who wrote, spoke or organised.

    A report knows the first three fields. The others come from the file of people: ``aliases`` are other
    spellings of the name, ``orcid`` is an ORCID iD as ``0000-0002-1825-0097``, ``image`` a path or URL
    as written, ``bio`` paragraphs with an empty line between them.
    """

    name: str
    label: str
    url: str | None = None
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None
    orcid: str | None = None
    image: str | None = None
    bio: str | None = None
    links: tuple[Link, ...] = ()

    def __reduce__(self) -> tuple[type[Record], tuple[Any, ...]]:
        """Leave out the absent fields at the end: of most people only the first three are known."""
        values = [getattr(self, name) for name in self.__slots__]
        while not values[-1]:
            values.pop()
        return type(self), tuple(values)


@dataclass(frozen=True, slots=True)
class Location(Record):
    """A place, a virtual one, or both (schema.org ``Place``, ``PostalAddress``, ``VirtualLocation``)."""

    name: str | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None
    street: str | None = None
    online_url: str | None = None

    def __str__(self) -> str:
        """Return "Carrousel du Louvre, Paris, FR", or an empty string."""
        parts = (self.name, self.street, self.city, self.region, self.country)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Canonical(Record):
    """Where a report was first published."""

    url: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Event(Record):
    """A conference, meetup or meeting (schema.org ``Event``)."""

    name: str
    series: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    timezone: str | None = None
    url: str | None = None
    location: Location = field(default_factory=Location)
    mode: Mode | None = None
    status: Status = "scheduled"
    organizers: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes(Record):
    """Who held a meeting, and who was there."""

    status: str | None = None
    chair: Person | None = None
    scribe: Person | None = None
    attendees: tuple[Person, ...] = ()
    regrets: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Slide(Record):
    """One page of a deck.

    ``number`` counts from 1. ``text`` is what stands on it in reading order without its title:
    one paragraph or item a line. ``links`` are http, https and mailto addresses, each once.
    ``width`` and ``height`` are the size of the page as it is shown, in points of 1/72 inch.
    """

    number: int
    title: str = ""
    text: str = ""
    links: tuple[str, ...] = ()
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class DeckView(Record):
    """How a deck held as a file is shown; ``layout`` is ``None`` where the site decides.

    ``pages`` are the numbers of the slides to show, in their order; empty for all of them. ``text``
    tells whether the text of the slides is folded away, shown, or left out of page and search
    index. ``width`` is a length or percentage as CSS writes it.
    """

    layout: Layout | None = None
    pages: tuple[int, ...] = ()
    text: SlideText = "closed"
    width: str | None = None
    align: Align | None = None
    download: bool = True


DEFAULT_VIEW = DeckView()


@dataclass(frozen=True, slots=True)
class Deck(Record):
    """Slides.

    ``source`` is what the author wrote, a path or a URL; ``url`` is the page a reader opens,
    ``embed_url`` what a player loads (both ``None`` for a file in the source tree, whose path from
    the source directory is ``path``). ``provider`` is a key of :mod:`.providers`, ``"file"`` for a
    file, ``""`` for an unknown host. Of a file that can be shown, ``slides`` are the pages that
    are, ``page_count`` is how many there are, and ``sha256`` tells its bytes from others. A hosted
    deck with a copy in the source tree has both, ``url`` and ``path``, and the day of the copy.
    ``password`` opens the file and belongs into no output: what writes records names the fields it writes.
    """

    label: str
    title: str
    source: str
    provider: str
    url: str | None = None
    embed_url: str | None = None
    path: str | None = None
    ratio: Ratio = (16, 9)
    page: int | None = None
    poster: str | None = None
    alt: str | None = None
    license: str | None = None
    password: str | None = field(default=None, repr=False)
    view: DeckView = DEFAULT_VIEW
    slides: tuple[Slide, ...] = ()
    page_count: int = 0
    sha256: str | None = None
    archived: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Recording(Record):
    """A video of a talk; the fields mean what they mean in :class:`Deck`."""

    label: str
    title: str
    source: str
    provider: str
    url: str | None = None
    embed_url: str | None = None
    path: str | None = None
    ratio: Ratio = (16, 9)
    poster: str | None = None


@dataclass(frozen=True, slots=True)
class Link(Record):
    """A link that belongs to a talk."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Talk(Record):
    """One talk of an event; ``duration`` is in minutes."""

    label: str
    title: str
    speakers: tuple[Person, ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = None
    duration: int | None = None
    room: str | None = None
    track: str | None = None
    type: str | None = None
    language: str | None = None
    level: str | None = None
    license: str | None = None
    tags: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    decks: tuple[Deck, ...] = ()
    recordings: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True)
class Report(Record):
    """A page about an event: the post, the minutes.

    ``thumbnail`` and ``banner`` are paths or URLs as written. ``dialect`` is the key of the dialect
    the front matter was read in. ``extra`` keeps the keys nobody knew, with their plain values.
    ``sources`` gives, for each native path that another key filled, that key: ``("description", "excerpt")``.
    """

    label: str
    title: str | None = None
    description: str | None = None
    date: PartialDate | None = None
    authors: tuple[Person, ...] = ()
    tags: tuple[str, ...] = ()
    thumbnail: str | None = None
    banner: str | None = None
    canonical: Canonical | None = None
    license: str | None = None
    language: str | None = None
    event: Event | None = None
    minutes: Minutes | None = None
    talks: tuple[Talk, ...] = ()
    dialect: str = "native"
    extra: tuple[tuple[str, object], ...] = ()
    sources: tuple[tuple[str, str], ...] = ()

    @property
    def start(self) -> PartialDate | None:
        """The first day of the event; of one without a date, the day on which the report was published."""
        return self.event.start if self.event and self.event.start else self.date
