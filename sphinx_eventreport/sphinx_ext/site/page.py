"""The values that the environment keeps of one document: plain values, no nodes, no absolute paths.

The environment is loaded and saved by every build, so a page keeps each fact once, and names are
made from the records when they are asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx_eventreport.core.identifiers import slugify, undated
from sphinx_eventreport.core.lazy_pickles import LazyPickles
from sphinx_eventreport.core.record import Record
from sphinx_eventreport.core.records import Deck, Recording
from sphinx_eventreport.core.schema.visibility import EVERYBODY, Seen
from sphinx_eventreport.sphinx_ext.site.link import Link
from sphinx_eventreport.sphinx_ext.site.names import media_anchor, qualified
from sphinx_eventreport.sphinx_ext.site.placed import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.listings.query import Query
    from sphinx_eventreport.core.record import NamedRecord
    from sphinx_eventreport.core.records import Person, Report, Talk, Visibility
    from sphinx_eventreport.sphinx_ext.site.placed import PlacedObject, PlacedTalk, Reference, Subject


@dataclass(frozen=True, slots=True)
class Page(Record):
    """One document: its report if it is one, its talks, its listings, what it refers to."""

    docname: str
    """The name of the document."""
    title: str = ""
    """The title as it is shown."""
    top: str = ""
    """The id of the section that has the title, "" where there is none."""
    report: Report | None = None
    """The report without its talks; ``None`` if the page is not one."""
    thumbnail: str | None = None
    """The path of the card's picture, from the source directory."""
    talks: tuple[PlacedTalk, ...] = ()
    """The talks, with their places."""
    media: tuple[Deck | Recording, ...] = ()
    """The decks and recordings that belong to no talk."""
    listings: tuple[Query, ...] = ()
    """The queries of its listings."""
    references: tuple[Reference, ...] = ()
    """The references to what may change on another page."""
    slides: tuple[str, ...] = ()
    """The names of the single slides in the text, such as "deck#12"."""
    addresses: tuple[str, ...] = ()
    """The addresses that the front matter gives the page on the site where it was first."""
    author_ids: tuple[str, ...] = ()
    """What may be ids of authors in its front matter."""
    subjects: tuple[Subject, ...] = ()
    """The people and series that it is about."""
    objects: tuple[PlacedObject, ...] = ()
    """The objects that directives made in the text and that have no other place here."""
    seen_as_page: Seen = EVERYBODY
    """Who may see the page, if it is not a report."""
    visibility: Visibility = "public"
    """Who may see the page on the day on which it was read."""
    is_cut: bool = False
    """Whether its source has more than the site may show."""

    def __bool__(self) -> bool:
        """Whether there is anything to keep."""
        return self.is_styled or bool(self.references) or self.seen_as_page != EVERYBODY or self.is_cut

    @property
    def seen(self) -> Report | Seen:
        """Who may see the page, and the days between which anybody may."""
        return self.report or self.seen_as_page

    @property
    def is_styled(self) -> bool:
        """Whether the page has something that the style sheet is for."""
        return any((self.report, self.talks, self.media, self.listings, self.subjects, self.objects))

    @property
    def is_unlisted(self) -> bool:
        """Whether the page has an address, and nothing is to list it."""
        return self.visibility == "unlisted"

    @property
    def has_slides(self) -> bool:
        """Whether slides are on the page."""
        return bool(self.slides) or any(deck.slides for deck in self.decks())

    def decks(self) -> Iterator[Deck]:
        """Yield every deck on the page, those of talks first."""
        for placed in self.talks:
            yield from placed.talk.decks
        yield from (media for media in self.media if isinstance(media, Deck))

    def first_slide(self) -> tuple[str, str | None] | None:
        """Return the name of the first slide that is shown, such as "event/deck#1", and its PDF's digest."""
        found = ((self.opening_of(deck), deck.sha256) for deck in self.decks())
        return next(((name, digest) for name, digest in found if name), None)

    def opening_of(self, deck: Deck) -> str | None:
        """Return the name of the first slide of *deck*; ``None`` where none is shown."""
        if not deck.slides or deck.view.layout == "link":
            return None
        return f"{qualified(self.report, deck.label)}#{deck.slides[0].number}"

    def entries(self) -> Iterator[Entry]:
        """Yield every name on the page; a person's is the same on every page that mentions them."""
        if self.report is not None:
            yield Entry("event", self.report.label, self.title, self.docname, "", aliases=self._undated())
        for placed in self.talks:
            talk = placed.talk
            yield self._entry("talk", talk, placed.anchor, placed.line)
            for media in media_of_talk(talk):
                yield self._media_entry(media, placed.line)
        for media in self.media:
            yield self._media_entry(media, None)
        for made in self.objects:
            yield self._entry(made.type, made.record, made.anchor, made.line)
        for subject in self.subjects:
            place = (self.docname, subject.anchor, subject.line)
            heading = subject.heading if subject.type == "series" else ""
            yield Entry(subject.type, subject.label, subject.name, *place, is_home=True, heading=heading)
        series = self.series_label()
        if series:
            yield Entry("series", series, self.series_name(), self.docname, "")
        for person in self.mentioned():
            anchor = media_anchor("person", person.label)
            yield Entry("person", person.label, person.name, self.docname, anchor)

    def _entry(self, kind: str, what: NamedRecord, anchor: str, line: int | None) -> Entry:
        name = qualified(self.report, what.label)
        aliases = (what.label, *(f"{event}/{what.label}" for event in self._undated())) if self.report else ()
        deck = what if isinstance(what, Deck) else None
        return Entry(kind, name, what.title, self.docname, anchor, line, deck, aliases=aliases)

    def _undated(self) -> tuple[str, ...]:
        """Return the label of the report without the date that it begins with, if it does."""
        alias = undated(self.report.label) if self.report else None
        return (alias,) if alias else ()

    def _media_entry(self, media: Deck | Recording, line: int | None) -> Entry:
        kind = media_kind(media)
        return self._entry(kind, media, media_anchor(kind, media.label), line)

    @property
    def link(self) -> Link:
        """The link to the page as a whole, by the title of its report."""
        return Link(self.title, self.docname, language=self._language())

    @property
    def start(self) -> PartialDate | None:
        """The first day of the event, or else the day of the report; ``None`` where there is none."""
        return self.report.start if self.report else None

    def talk_link(self, placed: PlacedTalk) -> Link:
        """Return the link to one of the talks on the page."""
        language = placed.talk.language or self._language()
        return Link(placed.talk.title, self.docname, placed.anchor, language=language)

    def _language(self) -> str:
        return (self.report.language if self.report else None) or ""

    def objects_of(self, object_type: str) -> Iterator[PlacedObject]:
        """Yield the ``objects`` of one type, in the order of the page."""
        return (placed for placed in self.objects if placed.type == object_type)

    def object_link(self, placed: PlacedObject) -> Link:
        """Return the link to one of the ``objects``."""
        return Link(placed.record.title, self.docname, placed.anchor)

    def media_link(self, media: Deck | Recording) -> Link:
        """Return the link to a deck or recording on the page."""
        return Link(media.title, self.docname, media_anchor(media_kind(media), media.label))

    def series_name(self) -> str:
        """Return the name of the series that the event belongs to, "" if it belongs to none."""
        return (self.report.event.series if self.report and self.report.event else None) or ""

    def series_label(self) -> str:
        """Return the label of the series that the event belongs to, "" if it belongs to none."""
        return slugify(self.series_name())

    def at_meeting(self) -> Iterator[Person]:
        """Yield everybody whom the minutes name, who could not come last."""
        minutes = self.report.minutes if self.report else None
        if minutes is not None:
            yield from minutes.chair
            yield from minutes.scribe
            for one in (*minutes.attendees, *minutes.guests, *minutes.regrets):
                yield one.person

    def mentioned(self) -> Iterator[Person]:
        """Yield everybody who is named in the head of the report, of a talk or of another object, once."""
        people = {person.label: person for person in (self.report.authors if self.report else ())}
        for person in self.at_meeting():
            people.setdefault(person.label, person)
        for placed in self.talks:
            for person in placed.talk.speakers:
                people.setdefault(person.label, person)
        for made in self.objects:
            for person in made.people():
                people.setdefault(person.label, person)
        yield from people.values()


class LazyPages(LazyPickles[Page]):
    """The pages by their docnames, as the environment keeps them.

    A page is immutable, so that its bytes hold until another takes its place.
    """

    mutable: ClassVar[bool] = False


class LazyTexts(LazyPickles[tuple[Any, ...]]):
    """What the places of each document are found by, by docname: values of the room `search`."""

    mutable: ClassVar[bool] = False

    def __init__(self, pickles: Mapping[str, bytes] | None = None) -> None:
        super().__init__(pickles)
        self.before: dict[str, bytes] = {}
        """Those of documents that were read in this build, or have gone, as they were before, pickled."""

    def forget(self, docname: str) -> None:
        """Forget what *docname* is found by, if anything, but for :attr:`before`."""
        if docname in self:
            self.before.setdefault(docname, self.pickled(docname))
            del self[docname]


def media_kind(media: Deck | Recording) -> str:
    """Return the object type of a record."""
    return "deck" if isinstance(media, Deck) else "recording"


def media_of_talk(talk: Talk) -> list[Deck | Recording]:
    """Return the decks, then the recordings, of *talk*."""
    return [*talk.decks, *talk.recordings]


def media_links(page: Page, media: Iterable[Deck | Recording]) -> tuple[tuple[str, Link], ...]:
    """Return the object type of each deck and recording on *page*, and the link to it.

    The links have no titles: beside a talk they are called "Slides" and "Video", and "2 decks" elsewhere.
    """
    return tuple((media_kind(item), page.media_link(item)._replace(title="")) for item in media)
