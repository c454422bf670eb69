"""PDFs for tests: ordinary ones drawn with reportlab, odd and broken ones written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WIDE = (960.0, 540.0)


@dataclass(frozen=True)
class Text:
    """A line of text; *y* counts from the top of the page."""

    text: str
    y: float = 100
    size: float = 24
    x: float = 60
    font: str = "Helvetica"


@dataclass(frozen=True)
class Link:
    """A link annotation over a part of the page."""

    url: str
    y: float = 300


Thing = Text | Link


@dataclass(frozen=True)
class PageLabel:
    """What a PDF calls one of its pages: a *number* in some *style*, after a *prefix*."""

    number: int
    style: Literal["ARABIC", "ROMAN_LOWER"] = "ARABIC"
    prefix: str = ""


def drawn_pdf(
    pages: Iterable[Sequence[Thing]],
    *,
    size: tuple[float, float] = WIDE,
    title: str = "",
    password: str | None = None,
    labels: Sequence[PageLabel] = (),
) -> bytes:
    """Return a PDF with *pages*; with *password*, also an empty one, it is encrypted."""
    buffer = BytesIO()
    encryption = None if password is None else StandardEncryption(password, ownerPassword="owner")
    canvas = Canvas(buffer, pagesize=size, invariant=1, encrypt=encryption)
    if title:
        canvas.setTitle(title)
    for index, label in enumerate(labels):
        canvas.addPageLabel(index, label.style, label.number, label.prefix or None)
    for things in pages:
        for thing in things:
            _draw(canvas, thing, size[1])
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, thing: Thing, height: float) -> None:
    if isinstance(thing, Link):
        canvas.linkURL(thing.url, (60, height - thing.y, 200, height - thing.y + 20), relative=0)
        return
    canvas.setFont(thing.font, thing.size)
    canvas.drawString(thing.x, height - thing.y, thing.text)


def slides(*pages: tuple[str, *tuple[str, ...]], footer: str = "") -> bytes:
    """Return a deck of slides with a title and lines below it; *footer* may hold ``{number}``."""
    things: list[list[Thing]] = []
    for number, (title, *lines) in enumerate(pages, start=1):
        page: list[Thing] = [Text(title, 80, 36)]
        page += [Text(line, 160 + 50 * index) for index, line in enumerate(lines)]
        if footer:
            page.append(Text(footer.format(number=number), 525, 10))
        things.append(page)
    return drawn_pdf(things)


def written_pdf(objects: Sequence[str | bytes], *, root: int = 1, header: bytes = b"%PDF-1.7\n") -> bytes:
    """Return a PDF with *objects*, of which the first has the number 1, and a right table of them."""
    data = bytearray(header)
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        body = content.encode("latin-1") if isinstance(content, str) else content
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, root, start)
    return bytes(data)


def stream(content: str | bytes, entries: str = "") -> bytes:
    """Return a stream object with *content*."""
    body = content.encode("latin-1") if isinstance(content, str) else content
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(body), entries.encode(), body)


def one_page(
    content: str,
    *,
    page: str = "/MediaBox [0 0 720 405]",
    font: str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    more: Sequence[str | bytes] = (),
) -> bytes:
    """Return a PDF of one page that draws *content*; ``more`` are the objects from 6 on."""
    return written_pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R {page} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            stream(content),
            font,
            *more,
        ]
    )


def odd_pages(*entries: str, info: str = "<< >>") -> bytes:
    """Return a PDF with a page for each of *entries*, such as its box, and document information."""
    kids = " ".join(f"{number} 0 R" for number in range(5, 5 + len(entries)))
    data = written_pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(entries)} >>",
            info,
            stream("BT /F1 24 Tf 50 300 Td (Tides) Tj ET"),
            *(f"<< /Type /Page /Parent 2 0 R /Contents 4 0 R {entry} >>" for entry in entries),
        ]
    )
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 3 0 R")


def coded_text(codes: str, meaning: Mapping[str, str] | None = None) -> bytes:
    """Return a page that draws *codes* in a font which says that they mean *meaning*, or says nothing."""
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Odd /Encoding /Identity-H /DescendantFonts [6 0 R]"
    )
    descendant = (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Odd /DW 600"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R >>"
    )
    descriptor = (
        "<< /Type /FontDescriptor /FontName /ABCDEF+Odd /Flags 4 /Ascent 800 /Descent -200 /CapHeight 700"
        " /ItalicAngle 0 /StemV 80 /FontBBox [0 -200 1000 800] >>"
    )
    more: list[str | bytes] = [descendant, descriptor]
    if meaning is not None:
        font += " /ToUnicode 8 0 R"
        more.append(stream(_character_map(meaning)))
    hexadecimal = codes.encode("utf-16-be").hex()
    return one_page(f"BT /F1 30 Tf 60 300 Td <{hexadecimal}> Tj ET", font=f"{font} >>", more=more)


def _character_map(meaning: Mapping[str, str]) -> str:
    lines = "\n".join(
        f"<{ord(code):04x}> <{text.encode('utf-16-be').hex()}>" for code, text in meaning.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Odd def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(meaning)} beginbfchar\n{lines}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
