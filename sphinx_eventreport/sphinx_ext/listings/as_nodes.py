"""Rows of a listing as nodes: cards, a table, a list or a timeline, with references for Sphinx to resolve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.listings.spans import nodes_of
from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_eventreport.sphinx_ext.listings.field import Picture
    from sphinx_eventreport.sphinx_ext.listings.said import Paragraph, Said, Sayer
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
    """Draws the rows of one listing of *object_type* on the page *docname*."""

    sayer: Sayer
    object_type: str
    docname: str
    has_pictures: bool = False
    """Whether any card of the listing has a picture, so that those without one get a place for it."""

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
        picture = self.sayer.picture(row)
        top = _picture(picture) if self.has_pictures else []
        return _component("grid-item", _COLUMN, [_component("card", f"{_CARD} er-card", [*top, *texts])])

    def table(self, rows: Sequence[ShownRow]) -> nodes.table:
        """Return *rows* as a table."""
        cells = [self._cells(row) for row in rows]
        return self.table_around(cells, [_row(each) for each in cells])

    def table_around(
        self, cells: Sequence[Sequence[Sequence[nodes.Node]]], body: Sequence[nodes.Node]
    ) -> nodes.table:
        """Return *body*, whose *cells* tell how wide columns are, below a heading for each field."""
        headings = [[nodes.Text(str(field.heading()))] for field in self.sayer.fields]
        group = nodes.tgroup(cols=len(headings))
        group.extend(nodes.colspec(colwidth=_width(column)) for column in zip(headings, *cells, strict=True))
        group += nodes.thead("", _row(headings))
        group += nodes.tbody("", *body)
        return nodes.table("", group, classes=["er-listing", "er-listing-table"])

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

    def cells_of(self, rows: Iterable[ShownRow]) -> list[list[list[nodes.Node]]]:
        """Return what is in each cell of a table of *rows*."""
        return [self._cells(row) for row in rows]

    def _cells(self, row: ShownRow) -> list[list[nodes.Node]]:
        return [self._nodes(spans) for spans in self.sayer.cells(row)]

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
        return nodes.paragraph("", "", *words, classes=[paragraph.css_class])

    def _foot(self, said: Said) -> list[nodes.Node]:
        if not said.foot:
            return []
        items = [nodes.list_item("", nodes.paragraph("", "", node)) for node in self._nodes(said.foot)]
        return [nodes.bullet_list("", *items, classes=["er-card-links"], bullet="-")]

    def _nodes(self, spans: Spans) -> list[nodes.Node]:
        return nodes_of(spans, self.docname)


def _picture(picture: Picture | None) -> list[nodes.Node]:
    """Return *picture*, or the drawn place of a card without one among cards that have pictures."""
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
    blank = _component("card-blank", "sd-card-img-top er-blank", [])
    if picture is None or not picture.slide:
        return [blank]
    # The drawn place stays if the slide cannot be drawn.
    place = eventreport_slide_place("", blank, target=picture.slide, alt="", is_small=True)
    place["classes"].append("sd-card-img-top")
    return [place]


def _component(name: str, classes: str, children: Sequence[nodes.Node]) -> nodes.container:
    return nodes.container("", *children, is_div=True, design_component=name, classes=classes.split())


def _width(column: Iterable[Sequence[nodes.Node]]) -> int:
    """Return the width in characters that writers of plain text give to a column."""
    return min(_WIDEST, max(sum(len(node.astext()) for node in cell) for cell in column))


def _row(cells: Sequence[Sequence[nodes.Node]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))
