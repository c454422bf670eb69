"""Draw each ``*.yml`` of this folder as a PDF deck beside it: 16:9, the same bytes on every run.

Needs ``reportlab`` and ``PyYAML``::

    python docs/examples/decks/make_decks.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from reportlab.lib.colors import HexColor, white
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 960, 540
MARGIN = 72
REGULAR, BOLD = "Helvetica", "Helvetica-Bold"
INK, QUIET, PAPER, LINE = HexColor("#1d2129"), HexColor("#6b7280"), HexColor("#fbfbfd"), HexColor("#d9dce3")


def draw_deck(source: Path) -> Path:
    """Draw the deck that *source* describes and return the path of the PDF."""
    deck: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    target = source.with_suffix(".pdf")
    canvas = Canvas(str(target), pagesize=(WIDTH, HEIGHT), invariant=1, lang="en")
    canvas.setTitle(deck["title"])
    canvas.setAuthor(deck["author"])
    canvas.setSubject(deck["subtitle"])
    draw_cover(canvas, deck)
    for number, slide in enumerate(deck["slides"], start=2):
        draw_slide(canvas, deck, slide, number)
    canvas.save()
    return target


def draw_cover(canvas: Canvas, deck: dict[str, Any]) -> None:
    """Draw the first slide: title, event, speaker."""
    note_outline(canvas, deck["title"], 1)
    canvas.setFillColor(HexColor(deck["colour"]))
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    canvas.setFillColor(HexColor(deck["accent"]))
    canvas.rect(0, 0, WIDTH, 18, stroke=0, fill=1)
    canvas.rect(MARGIN, 392, 96, 8, stroke=0, fill=1)
    canvas.setFillColor(white)
    draw_lines(canvas, deck["title"], (BOLD, 58), 320)
    draw_lines(canvas, deck["author"], (REGULAR, 28), 150)
    draw_lines(canvas, deck["subtitle"], (REGULAR, 20), 110)
    canvas.showPage()


def draw_slide(canvas: Canvas, deck: dict[str, Any], slide: dict[str, Any], number: int) -> None:
    """Draw a slide of points or of a bar chart, whichever it has."""
    note_outline(canvas, slide["title"], number)
    canvas.setFillColor(PAPER)
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    canvas.setFillColor(HexColor(deck["accent"]))
    canvas.rect(0, HEIGHT - 12, WIDTH, 12, stroke=0, fill=1)
    canvas.setFillColor(HexColor(deck["colour"]))
    draw_lines(canvas, slide["title"], (BOLD, 42), 430)
    if "chart" in slide:
        draw_chart(canvas, deck, slide["chart"])
    else:
        draw_points(canvas, deck, slide["points"])
    canvas.setFillColor(QUIET)
    canvas.setFont(REGULAR, 14)
    canvas.drawString(MARGIN, 28, f"{deck['author']} · {deck['title']}")
    canvas.drawRightString(WIDTH - MARGIN, 28, str(number))
    canvas.showPage()


def draw_points(canvas: Canvas, deck: dict[str, Any], points: list[str]) -> None:
    """Draw *points* as a list, from the top."""
    top = 336.0
    for point in points:
        canvas.setFillColor(HexColor(deck["accent"]))
        canvas.circle(MARGIN + 7, top + 9, 6, stroke=0, fill=1)
        canvas.setFillColor(INK)
        left = MARGIN + 34
        top = draw_lines(canvas, point, (REGULAR, 27), top, left)
        top -= 26


def draw_chart(canvas: Canvas, deck: dict[str, Any], chart: dict[str, Any]) -> None:
    """Draw the bars of *chart* with their numbers; the marked one in the accent colour."""
    bars: dict[object, int] = chart["bars"]
    base, height, step = 112, 228, (WIDTH - 2 * MARGIN) / len(bars)
    for place, (name, value) in enumerate(bars.items()):
        middle = MARGIN + step * (place + 0.5)
        top = base + height * value / max(bars.values())
        canvas.setFillColor(HexColor(deck["accent" if name == chart["mark"] else "colour"]))
        canvas.roundRect(middle - step * 0.28, base, step * 0.56, top - base, 5, stroke=0, fill=1)
        canvas.rect(middle - step * 0.28, base, step * 0.56, 6, stroke=0, fill=1)
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, 22)
        canvas.drawCentredString(middle, top + 10, str(value))
        canvas.setFont(REGULAR, 19)
        canvas.drawCentredString(middle, base - 28, str(name))
    canvas.setStrokeColor(LINE)
    canvas.line(MARGIN, base, WIDTH - MARGIN, base)
    canvas.setFillColor(QUIET)
    canvas.setFont(REGULAR, 19)
    canvas.drawString(MARGIN, 394, chart["unit"])


def draw_lines(canvas: Canvas, text: str, font: tuple[str, int], top: float, left: float = MARGIN) -> float:
    """Draw *text* from *left* to the margin, its first line on *top*; return where the next would stand."""
    name, size = font
    canvas.setFont(name, size)
    for line in simpleSplit(text, name, size, WIDTH - MARGIN - left):
        canvas.drawString(left, top, line)
        top -= size * 1.22
    return top


def note_outline(canvas: Canvas, title: str, number: int) -> None:
    """Name the current page in the outline that PDF viewers show beside the pages."""
    canvas.bookmarkPage(f"slide-{number}")
    canvas.addOutlineEntry(title, f"slide-{number}")


if __name__ == "__main__":
    for path in sorted(Path(__file__).parent.glob("*.yml")):
        draw_deck(path)
