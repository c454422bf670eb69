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


def draw_pages(
    pdf: bytes, options: PictureOptions, numbers: Sequence[int], password: str | None = None
) -> tuple[Picture, ...] | Problem:
    """Return pictures of the pages *numbers* of *pdf*, counted from 1, without those it does not have.

    A picture is ``options.width`` pixels wide, less if the page is more than twice as high as wide.
    Pages that are damaged are left out. A PDF that cannot be opened, or has only such pages, is a
    :class:`.Problem` of subtype ``DECK``. An exception from a library costs the page it was raised for; if
    none of the pages can be drawn, it is raised again.
    """
    with opened(pdf, password) as document:
        if isinstance(document, Problem):
            return document
        count = len(document)
        existing = [number for number in dict.fromkeys(numbers) if 1 <= number <= count]
        pictures = _drawn(document, existing, options)
        if existing and not pictures and not _has_a_page(document):
            return nothing_readable()
    return pictures


def _drawn(
    document: pypdfium2.PdfDocument, numbers: Sequence[int], options: PictureOptions
) -> tuple[Picture, ...]:
    pictures: list[Picture] = []
    errors: list[Exception] = []
    for number in numbers:
        try:
            picture = _draw_page(document, number, options)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - Whatever pdfium and Pillow raise.
            errors.append(error)
        else:
            pictures += [picture] if picture is not None else []
    if errors and not pictures:
        # The pages are not to blame: the width may be one that the format does not allow.
        raise errors[0]
    return tuple(pictures)


def _has_a_page(document: pypdfium2.PdfDocument) -> bool:
    """Return whether any page of *document* can be read."""
    for number in range(1, len(document) + 1):
        with page_of(document, number) as page:
            if page is not None:
                return True
    return False


def _draw_page(document: pypdfium2.PdfDocument, number: int, options: PictureOptions) -> Picture | None:
    with page_of(document, number) as page:
        if page is None:
            return None
        width, height = options.size_of(page.get_width(), page.get_height())
        image = _image(page, width, height)
    data = _encoded(image, options)
    thumbnail = _thumbnail(image, options) if options.thumbnail_width else None
    return Picture(number, width, height, data, thumbnail)


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
