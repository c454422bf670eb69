"""PDFs as they come in a folder of slides: ordinary ones, odd ones, damaged ones, and what is no PDF."""

from __future__ import annotations

import random
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from support.corpus import OWN
from support.pdfs import WIDE, Link, Text, coded_text, drawn_pdf, one_page, slides, stream, written_pdf

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DECK = slides(
    ("Lanterns", "One for each stand", "and two for the gate"),
    ("Oil", "Nine litres a night", "of the cheap kind"),
    ("Thanks", "Questions?"),
    footer="Lantern Days {number}",
)
CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 720 405] >>"
CYCLE = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
FLIPPED = 40
"""Bytes that are changed in a deck of 3 kB: some of such decks still open, others do not."""


def scanned() -> bytes:
    """Return a deck of one picture for each page, and no text."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=WIDE, invariant=1)
    for shade in (40, 200):
        canvas.drawImage(ImageReader(Image.new("L", (320, 180), shade)), 0, 0, *WIDE)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def outlined() -> bytes:
    """Return a deck whose outline repeats and skips pages, and leads beyond the last one."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=WIDE, invariant=1)
    for number in range(3):
        canvas.drawString(60, 400, f"Stand {number}")
        canvas.bookmarkPage(str(number))
        canvas.addOutlineEntry("" if number == 1 else "The gate", str(2 * number % 3), level=number)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def attached() -> bytes:
    """Return a PDF with a file inside."""
    names = "<< /EmbeddedFiles << /Names [(a.txt) 4 0 R] >> >>"
    catalog = f"<< /Type /Catalog /Pages 2 0 R /Names {names} >>"
    file = "<< /Type /Filespec /F (a.txt) /EF << /F 5 0 R >> >>"
    return written_pdf([catalog, PAGES, PAGE, file, stream("oil", "/Type /EmbeddedFile")])


def heavy() -> bytes:
    """Return a small file that becomes a page of 200,000 rectangles, on the largest sheet there may be."""
    content = zlib.compress(b"0 0 9 9 re f " * 200_000)
    page = PAGE.replace("720 405", "14400 14400").replace(" >>", " /Contents 4 0 R >>")
    return written_pdf([CATALOG, PAGES, page, stream(content, "/Filter /FlateDecode")])


def fuzzed(seed: int) -> bytes:
    """Return a deck in which some bytes are others, the same ones for each *seed*."""
    chance = random.Random(seed)  # noqa: S311 -- nothing is to be kept secret
    data = bytearray(DECK)
    for _ in range(FLIPPED):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


ODD_PDFS: Mapping[str, bytes] = {
    "a mill & a queue.pdf": DECK,
    "{lantern} kick off.pdf": slides(("Kick off", "A line"), ("Second", "Another line")),
    "Straßenfest, die Fünfte.pdf": drawn_pdf([[Text("Fünf", 80, 36), Link("https://fest.example.org")]]),
    "маяк.pdf": coded_text("abcd", dict(zip("abcd", "маяк", strict=True))),
    "灯台.pdf": coded_text("ab", dict(zip("ab", "灯台", strict=True))),
    "no meaning.pdf": coded_text("abcd"),
    "empty#hash.pdf": one_page(""),
    "scan.pdf": scanned(),
    "rotated.pdf": one_page(
        "BT /F1 30 Tf 60 300 Td (Aside) Tj ET", page="/MediaBox [0 0 720 405] /Rotate 90"
    ),
    "cropped.pdf": one_page("", page="/MediaBox [0 0 720 405] /CropBox [700 0 300 200]"),
    "outline.pdf": outlined(),
    "attachment.pdf": attached(),
    "script.pdf": written_pdf(
        [CATALOG.replace(">>", "/OpenAction << /S /JavaScript /JS (while(1){}) >> >>"), PAGES, PAGE]
    ),
    "title that is no text.pdf": drawn_pdf([[Text("Oil")]], title="\x00\x01\uffff"),
    "password.pdf": drawn_pdf([[Text("Oil")]], password="a lamp"),  # noqa: S106 -- for a PDF of the tests
    "print protection.pdf": drawn_pdf([[Text("Oil")]], password=""),
    "heavy.pdf": heavy(),
    "pages in a circle.pdf": written_pdf([CATALOG, PAGES.replace("3 0 R", "2 0 R 3 0 R"), PAGE]),
    "form in a circle.pdf": one_page(
        "/X Do",
        page="/MediaBox [0 0 720 405] /Resources << /XObject << /X 6 0 R >> >>",
        more=[stream("/X Do", CYCLE)],
    ),
    "no table.pdf": DECK[: DECK.rindex(b"xref")],
    "wrong table.pdf": DECK.replace(b"startxref\n", b"startxref\n7"),
    "half.pdf": DECK[: len(DECK) // 2],
    "nothing but its first line.pdf": b"%PDF-1.7\n",
    "link of Git.pdf": b"../lanterns/mill.pdf",
    "pointer of Git LFS.pdf": b"version https://git-lfs.github.com/spec/v1\noid sha256:1f\nsize 9\n",
    "page of a host.pdf": b"<!DOCTYPE html><title>Sign in</title><p>Sign in to see the slides.</p>",
    **{f"fuzzed {seed}.pdf": fuzzed(seed) for seed in range(4)},
}


def pdfs_of(corpus: Path) -> Mapping[str, bytes]:
    """Return the PDFs that belong to a corpus, by their names: ours are drawn, those elsewhere are files."""
    if corpus == OWN:
        return ODD_PDFS
    return {path.name: path.read_bytes() for path in sorted((corpus / "pdf").rglob("*.pdf"))}
