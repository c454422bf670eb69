"""A type of listing: the rows and fields of one type of object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.listings.query import SortKey
from sphinx_eventreport.core.listings.view import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.core.listings.query import Query
    from sphinx_eventreport.sphinx_ext.listings.field import ListingField, Row
    from sphinx_eventreport.sphinx_ext.site.published import Published
    from sphinx_eventreport.sphinx_ext.site.site import Site

LAYOUTS = ("cards", "table", "list", "timeline")
NEWEST_FIRST = (SortKey("start", descending=True),)


@dataclass(frozen=True)
class ListingType:
    """The rows of one type, and all that is told of them."""

    rows: Callable[[Site], Sequence[Row]]
    """The rows of the whole site."""
    all_fields: tuple[ListingField[Any], ...]
    """The fields that a listing can name."""
    shown: Mapping[str, str]
    """The names of the fields that each layout shows, where the author names none."""
    order: tuple[SortKey, ...] = NEWEST_FIRST
    """The order, where the author names none."""
    entry: Callable[[Any, Published], Entry] | None = None
    """What a row is in a feed; ``None`` where there is no feed of such rows."""

    @property
    def fields(self) -> Mapping[str, ListingField[Any]]:
        """The fields of a row by name."""
        return {field.name: field for field in self.all_fields}

    @property
    def compared(self) -> tuple[str, ...]:
        """The names of the fields that a listing can filter, sort and group by."""
        return tuple(field.name for field in self.all_fields if field.is_compared)

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that the options of such a listing take."""
        offered = tuple(field.name for field in self.all_fields if field.is_offered)
        return Vocabulary(self.compared, tuple(self.fields), offered)

    @property
    def spellings(self) -> Mapping[str, Mapping[str, str]]:
        """The words of the fields that have a fixed vocabulary, by all that may be written for them."""
        return {field.name: field.spellings for field in self.all_fields if field.spellings}

    @property
    def keys(self) -> Mapping[str, Callable[[Any], Any]]:
        """How each field is read to be compared."""
        return {field.name: field.key for field in self.all_fields}

    def shown_fields(self, query: Query) -> tuple[str, ...]:
        """Return the names of the fields that *query* shows, in their order."""
        return query.view.fields or tuple(self.shown[query.layout].split())
