"""The records: what a report says, independent of how it was written.

All are frozen and hold only values: strings, numbers, tuples, other records. They are pickled into
Sphinx's environment, compared to find stale pages, and handed to users of the library as they are. The text
below each field is shown in the reference page of the library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from sphinx_eventreport.core.identifiers import undated
from sphinx_eventreport.core.record import NamedRecord, Record

if TYPE_CHECKING:
    from sphinx_eventreport.core.dates.partial import PartialDate

Visibility = Literal["public", "unlisted", "draft"]
Mode = Literal["offline", "online", "mixed"]
Status = Literal["scheduled", "cancelled", "postponed", "moved_online"]
MinutesStatus = Literal["draft", "proposed", "approved", "final"]
DecisionStatus = Literal["proposed", "accepted", "rejected", "deferred", "withdrawn", "deprecated"]
ActionStatus = Literal["open", "started", "done", "dropped"]
Layout = Literal["player", "gallery", "link", "poster"]
SlideText = Literal["closed", "open", "none"]
Align = Literal["left", "center", "right"]
Ratio = tuple[int, int]
"""Width and height of a frame, reduced: ``(16, 9)``, ``(100, 63)``."""


@dataclass(frozen=True, slots=True)
class Person(Record):
    """Somebody who wrote, spoke or organised.

    A report knows the first three fields and what it says beside the name: affiliation, handle and
    honorifics. The others come from the people file.
    """

    name: str
    """As it was written; in the people file, as it is to be shown."""
    label: str
    """The name for references, the same one on every page: ``jane-doe``."""
    url: str | None = None
    """A page about the person elsewhere."""
    aliases: tuple[str, ...] = ()
    """Other spellings of the name."""
    affiliation: str | None = None
    """The organisation they belong to."""
    orcid: str | None = None
    """An ORCID iD, such as ``0000-0002-1825-0097``."""
    image: str | None = None
    """A picture: a path or URL, as written."""
    bio: str | None = None
    """A biography: paragraphs with an empty line between them."""
    links: tuple[Link, ...] = ()
    """Pages of theirs, with a text for each."""
    handle: str | None = None
    """The name of an account, without ``@``."""
    honorific_prefix: str | None = None
    """The title before the name, such as "Dr."."""
    honorific_suffix: str | None = None
    """The title after it, such as "PhD"."""

    def __reduce__(self) -> tuple[type[Record], tuple[Any, ...]]:
        """Leave out the absent fields at the end: of most people only the first three are known."""
        values = [getattr(self, name) for name in self.__slots__]
        while not values[-1]:
            values.pop()
        return type(self), tuple(values)


@dataclass(frozen=True, slots=True)
class Location(Record):
    """A place, a virtual one, or both (schema.org's ``Place``, ``PostalAddress`` and ``VirtualLocation``)."""

    name: str | None = None
    """The building or venue."""
    city: str | None = None
    """The town."""
    region: str | None = None
    """The state, province or region."""
    country: str | None = None
    """The country, as written: a name or an ISO 3166-1 code."""
    street: str | None = None
    """The street and number."""
    online_url: str | None = None
    """Where to join online."""

    def __str__(self) -> str:
        """Return "Carrousel du Louvre, Paris, FR", or an empty string."""
        parts = (self.name, self.street, self.city, self.region, self.country)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Canonical(Record):
    """Where a report was first published."""

    url: str
    """The address of the original."""
    label: str | None = None
    """The name of that place; without it, its host."""


@dataclass(frozen=True, slots=True)
class Event(Record):
    """A conference, meetup or meeting (schema.org's ``Event``)."""

    name: str
    """The name of the event."""
    series: str | None = None
    """The series it belongs to, such as a yearly conference."""
    start: PartialDate | None = None
    """The first day, or its beginning with the time."""
    end: PartialDate | None = None
    """The last day, or its end with the time."""
    timezone: str | None = None
    """An IANA name such as ``Europe/Paris``, for times that have none of their own."""
    url: str | None = None
    """The event's own page."""
    location: Location = field(default_factory=Location)
    """Where it is; empty if nothing was said."""
    mode: Mode | None = None
    """Whether people meet in one place, online, or both; ``None`` if nothing was said."""
    status: Status = "scheduled"
    """Whether it takes place as planned."""
    organizers: tuple[Person, ...] = ()
    """Who runs it."""


@dataclass(frozen=True, slots=True)
class Attendee(Record):
    """Somebody at a meeting, or who could not come."""

    person: Person
    """Who it is, with affiliation and handle where they were written."""
    initials: str | None = None
    """What the minutes call them for short: "KG"."""
    role: str | None = None
    """What they are there, as written: "voting member"."""
    remote: bool = False
    """Whether they took part from elsewhere."""

    @property
    def name(self) -> str:
        """What they are called."""
        return self.person.name


@dataclass(frozen=True, slots=True)
class Minutes(Record):
    """Who held a meeting, who was there, and how far its minutes are."""

    status: MinutesStatus | None = None
    """How far they are; ``None`` where nothing was said."""
    approved: PartialDate | None = None
    """The day on which they were approved."""
    approved_by: str | None = None
    """The label of the decision that approved them."""
    chair: tuple[Person, ...] = ()
    """Who led the meeting."""
    scribe: tuple[Person, ...] = ()
    """Who wrote the minutes."""
    attendees: tuple[Attendee, ...] = ()
    """Who was there."""
    guests: tuple[Attendee, ...] = ()
    """Who was there without being one of the group."""
    regrets: tuple[Attendee, ...] = ()
    """Who sent their apologies."""
    quorum: int | None = None
    """How many have to be there."""
    agenda: str | None = None
    """A URL: what was to be talked about."""
    words: bool | None = None
    """Whether lines such as "ACTION: ..." in the text count; ``None`` where the site decides."""


@dataclass(frozen=True, slots=True)
class Decision(NamedRecord):
    """What a meeting decided, or is asked to decide."""

    label: str
    """The name for references, unique on its page among decisions."""
    title: str
    """What it is about, in a few words."""
    number: int = 0
    """Which of its meeting's decisions it is, counted from 1."""
    status: DecisionStatus = "accepted"
    """What became of it; what put it out of force is said by the decision that did."""
    date: PartialDate | None = None
    """When it was made; without it, when the meeting was."""
    by: tuple[Person, ...] = ()
    """Who made it."""
    consulted: tuple[Person, ...] = ()
    """Who was asked."""
    informed: tuple[Person, ...] = ()
    """Who was told."""
    moved_by: tuple[Person, ...] = ()
    """Who proposed it."""
    seconded_by: tuple[Person, ...] = ()
    """Who supported the proposal."""
    votes: Votes | None = None
    """How the votes were, if there was a vote."""
    requires: str | None = None
    """What was needed, as written: "two thirds of those present"."""
    how: str | None = None
    """In which way it was made, as written: "consensus", "email"."""
    closes: PartialDate | None = None
    """Until when one can object or vote, where it is made between meetings."""
    supersedes: tuple[str, ...] = ()
    """The labels of the decisions that it takes the place of."""
    amends: tuple[str, ...] = ()
    """The labels of the decisions that it changes."""
    approves: tuple[str, ...] = ()
    """The labels of the reports whose minutes it approves."""
    topic: str | None = None
    """What it belongs to, across meetings."""
    tags: tuple[str, ...] = ()
    """What it is about."""


@dataclass(frozen=True, slots=True)
class Votes(Record):
    """How many were for something, against it, and neither; with names where they were written."""

    yes: int | None = None
    """How many were in favour."""
    no: int | None = None
    """How many were against."""
    abstain: int | None = None
    """How many abstained."""
    in_favor: tuple[Person, ...] = ()
    """Who was in favour."""
    against: tuple[Person, ...] = ()
    """Who was against."""
    abstaining: tuple[Person, ...] = ()
    """Who abstained."""


@dataclass(frozen=True, slots=True)
class Action(NamedRecord):
    """What somebody is to do."""

    label: str
    """The name for references, unique on its page among actions."""
    title: str
    """What is to be done."""
    number: int = 0
    """Which of its meeting's actions it is, counted from 1."""
    owner: tuple[Person, ...] = ()
    """Who does it; empty where nobody was found yet."""
    due: PartialDate | None = None
    """Until when."""
    status: ActionStatus = "open"
    """How far it is."""
    done: PartialDate | None = None
    """When it was done."""
    continues: str | None = None
    """The label of the same action in an earlier meeting."""
    issue: str | None = None
    """A URL: where its progress is tracked."""
    topic: str | None = None
    """What it belongs to, across meetings."""
    tags: tuple[str, ...] = ()
    """What it is about."""


@dataclass(frozen=True, slots=True)
class Slide(Record):
    """One page of a deck."""

    number: int
    """The page of the PDF, counted from 1."""
    title: str = ""
    """Its title, "" where none can be told."""
    text: str = ""
    """The rest of its text, in reading order: one paragraph or item a line."""
    links: tuple[str, ...] = ()
    """Its http, https and mailto addresses, each once."""
    width: float = 0.0
    """How wide the page is shown, in points of 1/72 inch."""
    height: float = 0.0
    """How high the page is shown, in points of 1/72 inch."""
    label: str = ""
    """The page's label in the PDF, such as "iv"; "" where that is its number, or where it has none."""


@dataclass(frozen=True, slots=True)
class DeckView(Record):
    """How a deck held as a file is shown."""

    layout: Layout | None = None
    """As a player, a gallery, a link or a poster; ``None`` where the site decides."""
    pages: tuple[int, ...] = ()
    """The numbers of the slides to show, in their order; empty for all of them."""
    text: SlideText = "closed"
    """Whether the text of the slides is folded away, shown, or left out of page and search index."""
    width: str | None = None
    """A length or percentage, as CSS writes it."""
    align: Align | None = None
    """The side on which text flows around it, or the centre."""
    download: bool = True
    """Whether there is a link to the file."""


DEFAULT_VIEW = DeckView()


@dataclass(frozen=True, slots=True)
class Deck(NamedRecord):
    """Slides: a file in the source tree, or a deck at a host, of which the source tree may have a copy."""

    label: str
    """The name for references, unique on its page among decks."""
    title: str
    """Its own title; without one, that of its talk."""
    source: str
    """The source as its author wrote it: a path or a URL."""
    provider: str
    """The host, by its key in ``core.media.providers``; "file" for a file, "" for an unknown host."""
    url: str | None = None
    """The page that a reader opens; ``None`` for a file."""
    embed_url: str | None = None
    """The address that a player loads; ``None`` for a file, and for a host without a player."""
    path: str | None = None
    """Where the file, or the copy, is in the source directory; ``None`` if there is neither."""
    ratio: Ratio = (16, 9)
    """Width and height of a slide."""
    page: int | None = None
    """The page to open first, counted from 1."""
    poster: str | None = None
    """A picture to show before it is opened: a path, as written."""
    alt: str | None = None
    """A text for those who do not see the picture."""
    license: str | None = None
    """The licence of the slides, an SPDX identifier as written."""
    password: str | None = field(default=None, repr=False)
    """The password of the file. It must not appear in output: code that writes records names its fields."""
    view: DeckView = DEFAULT_VIEW
    """How it is shown."""
    slides: tuple[Slide, ...] = ()
    """The pages that are shown, if the file could be read."""
    page_count: int = 0
    """How many pages the file has; 0 if it could not be read."""
    sha256: str | None = None
    """The SHA-256 digest of the file, in hexadecimal."""
    archived: PartialDate | None = None
    """The day on which the copy was taken."""


@dataclass(frozen=True, slots=True)
class Track(Record):
    """Captions and the like of a recording: a file of WebVTT."""

    source: str
    """The source as its author wrote it: a path or a URL."""
    kind: str = "subtitles"
    """A word of HTML: "subtitles", "captions", "descriptions", "chapters" or "metadata"."""
    language: str | None = None
    """A BCP 47 tag."""
    label: str | None = None
    """Its name in players."""
    default: bool = False
    """Whether players show it unless a reader says otherwise."""


@dataclass(frozen=True, slots=True)
class Recording(NamedRecord):
    """A recording of a talk, with or without a picture."""

    label: str
    """The name for references, unique on its page among recordings."""
    title: str
    """Its own title; without one, that of its talk."""
    source: str
    """The source as its author wrote it: a path or a URL."""
    provider: str
    """The host, by its key in ``core.media.providers``; "file" for a file, "" for an unknown host."""
    url: str | None = None
    """The page that a reader opens; ``None`` for a file."""
    embed_url: str | None = None
    """The address that a player loads; ``None`` for a file, and for a host without a player."""
    path: str | None = None
    """Where the file is in the source directory; ``None`` if it is at a host."""
    ratio: Ratio = (16, 9)
    """Width and height of the picture."""
    poster: str | None = None
    """A picture to show before it is played: a path, as written."""
    alternatives: tuple[str, ...] = ()
    """The same in other formats: paths or URLs, as written."""
    tracks: tuple[Track, ...] = ()
    """Its captions, subtitles and the like."""


@dataclass(frozen=True, slots=True)
class Frame(Record):
    """Something shown in a frame that is neither slides nor a recording: a map, a form, a page.

    It has no label, for nothing refers to it.
    """

    kind: str
    """Its kind: "map", "calendar", "form", "audio", "picture", "code", "document", "page" if unknown."""
    title: str
    """Its title; "" where nothing was written."""
    source: str
    """The source as its author wrote it: a path or a URL."""
    provider: str
    """The host, by its key in ``core.media.providers``; "file" for a file, "" for an unknown host."""
    host: str = ""
    """The name of its host; "" for a file."""
    url: str | None = None
    """The page that a reader opens; ``None`` for a file."""
    embed_url: str | None = None
    """The address that the frame loads; ``None`` for a file, and for a host that allows no frame."""
    path: str | None = None
    """Where the file is, as written; ``None`` if it is at a host."""
    ratio: Ratio = (16, 9)
    """Width and height of the frame."""


@dataclass(frozen=True, slots=True)
class Link(Record):
    """A link with a text, of a talk or a person."""

    label: str
    """The text; without one, the address."""
    url: str
    """Where it leads."""


@dataclass(frozen=True, slots=True)
class Talk(NamedRecord):
    """One talk of an event."""

    label: str
    """The name for references, unique on its page among talks."""
    title: str
    """Its title, without the speakers."""
    speakers: tuple[Person, ...] = ()
    """Who gave it, in the order they were named."""
    start: PartialDate | None = None
    """When it began; a time without a day is on the first day of the event."""
    end: PartialDate | None = None
    """When it ended."""
    duration: int | None = None
    """How long it took, in minutes."""
    room: str | None = None
    """Where it was, as written."""
    track: str | None = None
    """The track of the programme, as written."""
    type: str | None = None
    """The sort of talk, as written: "Keynote", "Workshop"."""
    language: str | None = None
    """A BCP 47 tag such as ``en`` or ``pt-BR``."""
    level: str | None = None
    """How advanced it is, as written: "beginner"."""
    license: str | None = None
    """The licence of its material, an SPDX identifier as written."""
    tags: tuple[str, ...] = ()
    """Its tags."""
    links: tuple[Link, ...] = ()
    """Further links, such as to its code."""
    decks: tuple[Deck, ...] = ()
    """Its slides."""
    recordings: tuple[Recording, ...] = ()
    """Its videos."""


@dataclass(frozen=True, slots=True)
class Report(Record):
    """A page about an event: the post, the minutes."""

    label: str
    """The name for references, unique on a site."""
    title: str | None = None
    """The title of the page; ``None`` if neither front matter nor a heading says it."""
    description: str | None = None
    """One or two sentences, for cards and search engines."""
    date: PartialDate | None = None
    """The day on which it was published."""
    authors: tuple[Person, ...] = ()
    """Who wrote it."""
    tags: tuple[str, ...] = ()
    """Its tags."""
    thumbnail: str | None = None
    """The picture of its card: a path or URL, as written."""
    banner: str | None = None
    """The picture at its top: a path or URL, as written."""
    canonical: Canonical | None = None
    """Where it was first published, if that was elsewhere."""
    license: str | None = None
    """The licence of the text, an SPDX identifier as written."""
    language: str | None = None
    """A BCP 47 tag such as ``en`` or ``pt-BR``."""
    event: Event | None = None
    """The event it is about."""
    minutes: Minutes | None = None
    """Who held the meeting, if the page is its minutes."""
    talks: tuple[Talk, ...] = ()
    """The talks: those of sections in the order of the page, then those of the front matter only."""
    decisions: tuple[Decision, ...] = ()
    """What was decided, in the order of the page."""
    actions: tuple[Action, ...] = ()
    """What is to be done, in the order of the page."""
    visibility: Visibility = "public"
    """Who finds the page: everybody, those who have its address, or nobody."""
    publish_date: PartialDate | None = None
    """The day before which nobody sees the page, where a generator has one."""
    expiry_date: PartialDate | None = None
    """The day from which on nobody sees the page, where a generator has one."""
    raw_directive: bool = True
    """Whether ``{raw}`` passes on the page; it does not where it came from a post of another generator."""
    dialect: str = "native"
    """The name of the dialect its front matter was read in."""
    extra: tuple[tuple[str, object], ...] = ()
    """The keys that no field has, with their plain values."""
    sources: tuple[tuple[str, str], ...] = ()
    """For each field that another key filled, that key: ``("description", "excerpt")``."""

    @property
    def name(self) -> str:
        """The title, or what the label says without its date."""
        return self.title or undated(self.label) or self.label

    @property
    def start(self) -> PartialDate | None:
        """The first day of the event; of one without a date, the day on which the report was published."""
        return self.event.start if self.event and self.event.start else self.date
