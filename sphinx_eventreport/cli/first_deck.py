"""The slides of a new site: a PDF of plain pages, so that the first build shows what a deck looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH, _HEIGHT = 960, 540
_TITLE, _LINE = 48, 24
"""Sizes of the type in points; a title is much larger than a line, which is how titles are found."""


def slides(pages: Sequence[Sequence[str]]) -> str:
    """Return a PDF of *pages*, each a title and lines of ASCII; its bytes are its letters."""
    fonts = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    numbers = range(4, 4 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        fonts,
    ]
    for number, lines in zip(numbers, pages, strict=True):
        drawn = _drawn(lines)
        box = f"/MediaBox [0 0 {_WIDTH} {_HEIGHT}]"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {box} /Contents {number + 1} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    return _file(objects)


def _drawn(lines: Sequence[str]) -> str:
    title, *others = lines
    drawn = [f"BT /F1 {_TITLE} Tf 80 330 Td ({title}) Tj ET"]
    for number, line in enumerate(others):
        drawn.append(f"BT /F1 {_LINE} Tf 80 {260 - 40 * number} Td ({line}) Tj ET")
    return "\n".join(drawn)


def _file(objects: Sequence[str]) -> str:
    text = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        f"{text}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n"
    )
