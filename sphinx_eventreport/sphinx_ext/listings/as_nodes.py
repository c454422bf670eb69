"""Rows of a listing as nodes: cards, a table, a list or a timeline, with references for Sphinx to resolve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_eventreport.sphinx_ext.listings.spans import nodes_of
from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_eventreport.sphinx_ext.listings.field import ListingField, Picture
    from sphinx_eventreport.sphinx_ext.listings.said import Cell, Paragraph, Said, Sayer
    from sphinx_eventreport.sphinx_ext.listings.selection import ShownRow
    from sphinx_eventreport.sphinx_ext.listings.spans import Spans

WIDTHS_FROM = 500
"""Rows that are looked at for the widths of columns, which only writers of plain text follow."""
_WIDEST = 40

_GRID = "sd-container-fluid sd-sphinx-override sd-p-0 sd-mb-4"
_ROW = "sd-row sd-row-cols-1 sd-row-cols-xs-1 sd-row-cols-sm-2 sd-row-cols-md-2 sd-row-cols-lg-3 sd-g-3"
_COLUMN = "sd-col sd-d-flex-row"
_CARD = "sd-card sd-sphinx-override sd-w-100 sd-shadow-sm"


@dataclass(frozen=True, slots=True)
class NodeRows:
    """Draws the rows of one listing."""

    sayer: Sayer
    """What says a row."""
    object_type: str
    """What the rows are."""
    docname: str
    """The page that the listing is on."""
    has_pictures: bool = False
    """Whether any card of the listing has a picture, so that the words of others may take its place."""
    has_chosen_fields: bool = False
    """Whether the author chose the fields, so that a narrow table leaves none of them out."""

    def cards(self, rows: Sequence[ShownRow]) -> nodes.container:
        """Return a card for each of *rows*."""
        return self.grid([self.card(row, self._card_texts(self.sayer.card(row))) for row in rows])

    def grid(self, cards: Sequence[nodes.Node]) -> nodes.container:
        """Return *cards* as one listing; for HTML in the structure of sphinx-design's cards."""
        classes = ["er-listing", "er-listing-cards", f"er-listing-{self.object_type}"]
        if not self.sayer.is_html:
            return nodes.container("", *cards, classes=classes, is_div=True)
        row = _component("grid-row", _ROW, cards)
        return nodes.container("", row, classes=[*_GRID.split(), *classes], is_div=True)

    def card(self, row: ShownRow, texts: Sequence[nodes.Node]) -> nodes.container:
        """Return the card of *row* with *texts*; only HTML has pictures on cards."""
        if not self.sayer.is_html:
            return nodes.container("", *texts, classes=["er-card"], is_div=True)
        top = _picture(self.sayer.picture(row))
        classes = f"{_CARD} er-card" if top or not self.has_pictures else f"{_CARD} er-card er-card-words"
        return _component("grid-item", _COLUMN, [_component("card", classes, [*top, *texts])])

    def table(self, rows: Sequence[ShownRow]) -> nodes.table:
        """Return *rows* as a table."""
        found = self.rows_of(rows)
        return self.table_around(found, found)

    def table_around(self, measured: Sequence[nodes.row], body: Sequence[nodes.Node]) -> nodes.table:
        """Return *body* below a heading for each column; *measured* are rows that tell its widths."""
        head = _row([_heading(field) for field in self.sayer.columns])
        group = nodes.tgroup(cols=len(head))
        columns = zip(head, *measured, strict=True)
        group.extend(nodes.colspec(colwidth=_width(column)) for column in columns)
        group += nodes.thead("", head)
        group += nodes.tbody("", *body)
        classes = ["er-listing", "er-listing-table", *["er-with-fields"] * self.has_chosen_fields]
        return nodes.table("", group, classes=classes)

    def lines(self, rows: Sequence[ShownRow]) -> nodes.bullet_list:
        """Return a line for each of *rows*."""
        lines = (nodes.paragraph("", "", *self._nodes(self.sayer.line(row))) for row in rows)
        items = [nodes.list_item("", line) for line in lines]
        return nodes.bullet_list("", *items, classes=["er-listing", "er-listing-list"], bullet="-")

    def timeline(self, rows: Sequence[ShownRow]) -> nodes.bullet_list:
        """Return *rows* as points in time."""
        said = (self.sayer.point(row) for row in rows)
        items = [nodes.list_item("", *self._texts(point), *self._foot(point)) for point in said]
        return nodes.bullet_list("", *items, classes=["er-listing", "er-listing-timeline"], bullet="-")

    def rows_of(self, rows: Iterable[ShownRow]) -> list[nodes.row]:
        """Return *rows* as those of a table."""
        return [_row([self._entry(cell) for cell in self.sayer.cells(row)]) for row in rows]

    def _entry(self, cell: Cell) -> nodes.entry:
        return nodes.entry("", *map(self._paragraph, cell.paragraphs), classes=[cell.css_class])

    def _card_texts(self, said: Said) -> list[nodes.Node]:
        if not self.sayer.is_html:
            return [*self._texts(said), *self._foot(said)]
        body, foot = self._texts(said), self._foot(said)
        parts = (("card-body", body), ("card-footer", foot))
        return [_component(name, f"sd-{name}", found) for name, found in parts if found]

    def _texts(self, said: Said) -> list[nodes.Node]:
        return [self._paragraph(paragraph) for paragraph in said.paragraphs]

    def _paragraph(self, paragraph: Paragraph) -> nodes.paragraph:
        words = self._nodes(paragraph.spans)
        if paragraph.is_strong:
            words = [nodes.strong("", "", *words)]
        return nodes.paragraph("", "", *words, classes=paragraph.css_class.split())

    def _foot(self, said: Said) -> list[nodes.Node]:
        if not said.foot:
            return []
        items = [nodes.list_item("", nodes.paragraph("", "", node)) for node in self._nodes(said.foot)]
        return [nodes.bullet_list("", *items, classes=["er-card-links"], bullet="-")]

    def _nodes(self, spans: Spans) -> list[nodes.Node]:
        return nodes_of(spans, self.docname)


def _picture(picture: Picture | None) -> list[nodes.Node]:
    """Return *picture* above the words of a card, if there is one."""
    if picture is not None and picture.path:
        uri = picture.path
        image = nodes.image(
            uri=uri,
            candidates={"*": uri},
            alt="",
            classes=["sd-card-img-top", "dark-light"],
            loading="lazy",
        )
        return [image]
    if picture is None or not picture.slide:
        return []
    place = eventreport_slide_place(target=picture.slide, alt="", is_small=True)
    place["classes"].append("sd-card-img-top")
    return [place]


def _component(name: str, classes: str, children: Sequence[nodes.Node]) -> nodes.container:
    return nodes.container("", *children, is_div=True, design_component=name, classes=classes.split())


def _width(column: Iterable[nodes.Element]) -> int:
    """Return the width in characters that writers of plain text give to a column."""
    return min(_WIDEST, max((len(paragraph.astext()) for cell in column for paragraph in cell), default=0))


def _heading(field: ListingField[Any]) -> nodes.entry:
    name = nodes.paragraph("", str(field.heading()))
    return nodes.entry("", name, classes=[f"er-{field.column or 'text'}-cell"])


def _row(cells: Sequence[nodes.entry]) -> nodes.row:
    return nodes.row("", *cells)
