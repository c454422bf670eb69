"""A PDF with a line of text on each page, written by hand: fast, and alike on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 720 405] /Contents {contents} 0 R "
_PAGE += "/Resources << /Font << /F 3 0 R >> >> >>"


def write_pdf(path: Path, lines: Sequence[str]) -> None:
    """Write the PDF *path* with a page for each of *lines*, which have letters, digits and blanks."""
    kids = " ".join(f"{number} 0 R" for number in range(4, 4 + 2 * len(lines), 2))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(lines)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for line in lines:
        text = f"BT /F 40 Tf 60 300 Td ({line}) Tj ET"
        objects += [
            _PAGE.format(contents=len(objects) + 2),
            f"<< /Length {len(text)} >> stream\n{text}\nendstream",
        ]
    data, places = b"%PDF-1.4\n", []
    parts = [data]
    size = len(data)
    for number, content in enumerate(objects, start=1):
        places.append(size)
        parts.append(f"{number} 0 obj {content} endobj\n".encode("ascii"))
        size += len(parts[-1])
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{rows}"
    end += f"trailer << /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{size}\n%%EOF\n"
    path.write_bytes(b"".join(parts) + end.encode("ascii"))
