"""One field of a listing: what it is called, how it is read from a row, compared, and said."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, Protocol, TypeVar

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.sphinx_ext.listings.spans import Linked, Marked, Time

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.sphinx_ext.listings.spans import Span, Spans
    from sphinx_eventreport.sphinx_ext.site.link import Link

    Column = Literal["date", "title", "text", "count", "marks"]
    """How wide a column is, and what a narrow table makes of it."""
    Say = Callable[[Any, str], Spans]
    """From the value of a field, and the language of the site, to what a reader sees."""

R_contra = TypeVar("R_contra", contravariant=True)
"""The type of a row."""


class Row(Protocol):
    """The attributes of every row, whatever the type of its object."""

    @property
    def link(self) -> Link:
        """The title of the object, and the way to it."""

    @property
    def docname(self) -> str:
        """The page on which the object is."""

    @property
    def start(self) -> PartialDate | None:
        """The first day."""

    @property
    def end(self) -> PartialDate | None:
        """The last day, where it is known."""

    @property
    def tags(self) -> Sequence[str]:
        """The tags of the object and of what it belongs to."""

    @property
    def is_called_off(self) -> bool:
        """Whether it does not take place on its day."""


class Place(Enum):
    """Where a field is on a card and in a timeline."""

    TITLE = auto()
    PICTURE = auto()
    FACTS = auto()
    """The line of facts."""
    TEXT = auto()
    """The paragraph below them."""
    FOOT = auto()
    """Words and links at the end."""


class Period(NamedTuple):
    """Two days."""

    start: PartialDate
    """The first."""
    end: PartialDate | None
    """The last, where it is known."""


class Counted(NamedTuple):
    """How many there are."""

    number: int
    """Their number."""
    first: Link | None = None
    """The way to the first, where one can be led to."""


class Picture(NamedTuple):
    """The picture of a row."""

    path: str | None = None
    """A file of the site: its path from the source directory."""
    slide: str | None = None
    """Or else the name of a slide, such as "event/deck#1"."""
    version: object = None
    """Another value when the picture is another one."""


def _as_text(value: object, _language: str) -> Spans:
    return [", ".join(value) if isinstance(value, tuple) else str(value)]


@dataclass(frozen=True, slots=True)
class ListingField(Generic[R_contra]):
    """A field of the rows of one type."""

    name: str
    """The name in options of listings, and in queries."""
    heading: Callable[[], str]
    """The heading of its column, and the name of a control to sort by it."""
    value: Callable[[R_contra], Any]
    """All that is shown of a row, as a plain value; whatever is false is nothing to show.

    Nothing else of the row is there when it is drawn, so a page is stale exactly when this is another
    value."""
    say: Say = _as_text
    """The value as a reader sees it in a line."""
    say_in_cell: Say | None = None
    """The same in a table, where the heading says what it is."""
    say_at_foot: Callable[[Any], Spans] | None = None
    """The same at the foot of a card: items of a list."""
    place: Place = Place.FACTS
    """Where on a card it is."""
    compared: Callable[[R_contra], Any] | None = None
    """The value that filters, orders and groups compare, where it is another one."""
    is_compared: bool = True
    """Whether it can be filtered and sorted by."""
    is_offered: bool = False
    """Whether readers are offered to sort by it, where the author names no fields."""
    css_class: str = ""
    """The class for style sheets, "" for none."""
    column: Column | None = None
    """The kind of column that a table has for it; what has none is below the title."""
    spellings: Mapping[str, str] = field(default_factory=dict)
    """The words of a fixed vocabulary, by all that an author may write for them."""

    @property
    def key(self) -> Callable[[R_contra], Any]:
        """The function that reads the value which filters, orders and groups compare."""
        return self.compared or self.value

    def at_foot(self, value: object) -> Spans:
        """Return the items of *value* at the foot of a card."""
        return self.say_at_foot(value) if value and self.say_at_foot else ()

    def in_line(self, value: object, language: str) -> Spans:
        """Return *value* as a part of a line."""
        return self.say(value, language) if value else ()

    def cell(self, value: object, language: str) -> Spans:
        """Return what a table shows of *value*."""
        return (self.say_in_cell or self.say)(value, language) if value else ()


def columns_of(fields: Sequence[ListingField[Any]]) -> list[ListingField[Any]]:
    """Return those of *fields* that a table has columns for: all, where no title can take the others."""
    if not any(each.place is Place.TITLE for each in fields):
        return list(fields)
    return [each for each in fields if each.column]


def title(heading: Callable[[], str], **more: Any) -> ListingField[Row]:
    """Return the field of what a row is called."""
    return ListingField(
        "title",
        heading,
        lambda row: row.link,
        say=lambda link, _language: [Linked(link)],
        place=Place.TITLE,
        compared=lambda row: row.link.title,
        is_offered=True,
        column="title",
        **more,
    )


def linked(
    name: str, heading: Callable[[], str], value: Callable[[R_contra], Link | None], **more: Any
) -> ListingField[R_contra]:
    """Return a field that is a link."""
    return ListingField(name, heading, value, say=lambda link, _language: [Linked(link)], **more)


def dated(
    name: str, heading: Callable[[], str], value: Callable[[R_contra], PartialDate | None]
) -> ListingField[R_contra]:
    """Return a field that is a date."""
    return ListingField(name, heading, value, say=_day, column="date")


def counted(  # noqa: PLR0913 -- the words of one more and of many are part of it
    name: str,
    heading: Callable[[], str],
    words: Callable[[], tuple[str, str]],
    value: Callable[[R_contra], Counted | None],
    *,
    absent: int | None = 0,
    is_linked_in_cell: bool = False,
    is_offered: bool = False,
) -> ListingField[R_contra]:
    """Return a field that counts things; *words* are what one and what several are called.

    *absent* is what a row without any is compared as.
    """

    def text(value: Counted) -> str:
        one, many = words()
        return f"{value.number} {one if value.number == 1 else many}"

    def foot(value: Counted) -> list[Span]:
        return [Linked(value.first, text(value)) if value.first else text(value)]

    def cell(value: Counted, _language: str) -> list[Span]:
        if is_linked_in_cell:
            return foot(value)
        # Where there is no room for a heading, the number says of what.
        number = str(value.number)
        return [number, Marked("er-unit", [text(value).removeprefix(number)])]

    return ListingField(
        name,
        heading,
        value,
        say=lambda value, _language: [text(value)],
        say_in_cell=cell,
        say_at_foot=foot,
        place=Place.FOOT,
        compared=lambda row: found.number if (found := value(row)) else absent,
        is_offered=is_offered,
        column="count",
    )


def _day(value: PartialDate, language: str) -> Spans:
    return [Time(value.isoformat(), date_text(value, language, is_short=True))]
