"""A row of a listing as it is said in each layout: once, whether nodes or HTML are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_eventreport.sphinx_ext.listings.field import Picture, Place, columns_of
from sphinx_eventreport.sphinx_ext.listings.spans import Linked, Marked, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.sphinx_ext.listings.field import ListingField
    from sphinx_eventreport.sphinx_ext.listings.selection import ShownRow
    from sphinx_eventreport.sphinx_ext.listings.spans import Span, Spans


class Paragraph(NamedTuple):
    """A paragraph of a card."""

    css_class: str
    """The class for style sheets."""
    spans: Spans
    """What is in it."""
    is_strong: bool = False
    """Whether it is the title."""


class Cell(NamedTuple):
    """A cell of a table."""

    css_class: str
    """The class of its column."""
    paragraphs: Sequence[Paragraph]
    """What is in it."""


class Said(NamedTuple):
    """A row as a card or a point in time."""

    paragraphs: Sequence[Paragraph]
    """What is read from top to bottom."""
    foot: Spans
    """The list of links below."""


@dataclass(frozen=True)
class Sayer:
    """Says rows that show *fields*, on a site in *language*.

    On a card in HTML the facts are between picture and title; a book has no picture, and begins with the
    title.
    """

    fields: Sequence[ListingField[Any]]
    """The fields that rows show."""
    language: str
    """The language of the site."""
    is_html: bool
    """Whether it is for HTML."""

    @property
    def columns(self) -> list[ListingField[Any]]:
        """The fields that a table has columns for: elsewhere than in HTML, cells have one line."""
        return columns_of(self.fields) if self.is_html else list(self.fields)

    def cells(self, row: ShownRow) -> list[Cell]:
        """Return the cells of a table; below the title is what has no column of its own."""
        columns, values = self.columns, {field.name: value for field, value in self._pairs(row)}
        return [self._cell(field, values[field.name], row) for field in columns]

    def _cell(self, field: ListingField[Any], value: object, row: ShownRow) -> Cell:
        paragraphs = [Paragraph("", field.cell(value, self.language))]
        if self.is_html and field.place is Place.TITLE:
            paragraphs.append(Paragraph("er-row-about", self._below_title(row)))
        return Cell(f"er-{field.column or 'text'}-cell", _there(paragraphs))

    def _below_title(self, row: ShownRow) -> list[Span]:
        parts = [
            self._marked(field, field.cell(value, self.language))
            for field, value in self._pairs(row)
            if not field.column
        ]
        return joined(parts, " · ")

    def line(self, row: ShownRow) -> list[Span]:
        """Return all fields but pictures in one line."""
        parts = (
            field.in_line(value, self.language)
            for field, value in self._pairs(row)
            if field.place is not Place.PICTURE
        )
        return joined(parts, ", ")

    def card(self, row: ShownRow) -> Said:
        """Return *row* as a card, without its picture."""
        title, facts = self._title(row, "er-card-title"), self._facts(row)
        paragraphs = [facts, title] if self.is_html else [title, facts]
        return Said(_there([*paragraphs, self._text(row)]), self._foot(row))

    def point(self, row: ShownRow) -> Said:
        """Return *row* as a point in time: the date comes first."""
        paragraphs = [
            self._facts(row, only="start"),
            self._title(row, "er-timeline-title"),
            self._facts(row, besides="start"),
            self._text(row),
        ]
        return Said(_there(paragraphs), self._foot(row))

    def picture(self, row: ShownRow) -> Picture | None:
        """Return the picture of *row*, if the listing shows pictures and it has one."""
        found = (value for field, value in self._pairs(row) if field.place is Place.PICTURE)
        picture: Picture | None = next(found, None)
        return picture

    def _title(self, row: ShownRow, css_class: str) -> Paragraph:
        return Paragraph(css_class, [Linked(row.link)], is_strong=True)

    def _facts(self, row: ShownRow, *, only: str = "", besides: str = "") -> Paragraph:
        parts = [
            self._marked(field, field.in_line(value, self.language))
            for field, value in self._pairs(row)
            if field.place is Place.FACTS and field.name != besides and only in {"", field.name}
        ]
        # A card in words has its date above the rest, where nothing is to be parted.
        dot = Marked("er-dot", [" · "]) if self.is_html else " · "
        return Paragraph("er-card-facts", joined(parts, dot))

    def _marked(self, field: ListingField[Any], spans: Spans) -> Spans:
        return [Marked(field.css_class, spans)] if field.css_class and spans else spans

    def _text(self, row: ShownRow) -> Paragraph:
        texts = [
            field.in_line(value, self.language)
            for field, value in self._pairs(row)
            if field.place is Place.TEXT
        ]
        return Paragraph("er-card-text", joined(texts, " "))

    def _foot(self, row: ShownRow) -> list[Span]:
        return [span for field, value in self._pairs(row) for span in field.at_foot(value)]

    def _pairs(self, row: ShownRow) -> zip[tuple[ListingField[Any], Any]]:
        return zip(self.fields, row.values, strict=True)


def _there(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    return [paragraph for paragraph in paragraphs if paragraph.spans]
