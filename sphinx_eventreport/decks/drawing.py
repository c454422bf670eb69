"""A PDF -> pictures of its pages."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
from PIL import Image
from pypdfium2 import raw as pdfium

from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.decks.model import Picture
from sphinx_eventreport.decks.opening import nothing_readable, opened, page_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.decks.model import PictureOptions

_WHITE = 0xFFFFFFFF
_TALLEST = 2


def draw_pages(
    pdf: bytes, options: PictureOptions, numbers: Sequence[int], password: str | None = None
) -> tuple[Picture, ...] | Problem:
    """Return pictures of the pages *numbers* of *pdf*, counted from 1, without those it does not have.

    A picture is ``options.width`` pixels wide, less if the page is more than twice as high as wide.
    Pages that are damaged are left out; if all are, or the PDF cannot be opened, that is a
    :class:`.Problem` of subtype ``DECK``.
    """
    with opened(pdf, password) as document:
        if isinstance(document, Problem):
            return document
        count = len(document)
        existing = [number for number in dict.fromkeys(numbers) if 1 <= number <= count]
        drawn = [_draw_page(document, number, options) for number in existing]
    pictures = tuple(picture for picture in drawn if picture is not None)
    return nothing_readable() if existing and not pictures else pictures


def _draw_page(document: pypdfium2.PdfDocument, number: int, options: PictureOptions) -> Picture | None:
    with page_of(document, number) as page:
        if page is None:
            return None
        width, height = _picture_size(page.get_width(), page.get_height(), options.width)
        image = _image(page, width, height)
    data = _encoded(image, options)
    thumbnail = _thumbnail(image, options) if options.thumbnail_width else None
    return Picture(number, width, height, data, thumbnail)


def _picture_size(width: float, height: float, wanted: int) -> tuple[int, int]:
    """Return the size in pixels of the picture of a page of *width* by *height* points."""
    ratio = height / width
    if ratio > _TALLEST:
        return max(1, round(_TALLEST * wanted / ratio)), _TALLEST * wanted
    return wanted, max(1, round(wanted * ratio))


def _image(page: pypdfium2.PdfPage, width: int, height: int) -> Image.Image:
    """Draw *page*; annotations are drawn, forms are not filled in and scripts do not run."""
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGR)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap.raw, 0, 0, width, height, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        # Pillow reads BGR into memory of its own, so the bitmap can go.
        image: Image.Image = bitmap.to_pil()
    finally:
        bitmap.close()
    return image


def _thumbnail(image: Image.Image, options: PictureOptions) -> bytes:
    width = min(options.thumbnail_width or image.width, image.width)
    height = max(1, round(image.height * width / image.width))
    small = image.resize((width, height), Image.Resampling.BOX, reducing_gap=2.0)
    return _encoded(small, options)


def _encoded(image: Image.Image, options: PictureOptions) -> bytes:
    settings: dict[str, dict[str, Any]] = {
        "webp": {"quality": options.quality, "method": options.method},
        "jpeg": {"quality": options.quality},
        "png": {},
    }
    buffer = BytesIO()
    image.save(buffer, options.format, **settings[options.format])
    return buffer.getvalue()
