"""The addresses that a slide links to: by annotations, and as plain text."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from pypdfium2 import raw as pdfium

from sphinx_eventreport.core.fields.urls import safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

MAX_LINKS = 500
"""Number of links of either kind that are kept for a page. A slide of references has 30."""

_SCHEMES = ("http://", "https://", "mailto:")


def read_links(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> tuple[str, ...]:
    """Return the http, https and mailto addresses of *page*, each once; annotations come first."""
    found: dict[str, str] = {}
    for written in (*_annotated(page), *_in_text(textpage)):
        address = safe_url(written)
        if address and address.lower().startswith(_SCHEMES):
            found.setdefault(_key(address), address)
    return tuple(found.values())


def _key(address: str) -> str:
    """Return a key that is the same for two spellings of one address."""
    return address.lower().removeprefix("http://").removeprefix("https://").rstrip("/")


def _annotated(page: pypdfium2.PdfPage) -> Iterator[str]:
    document, position, link = page.pdf.raw, ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(MAX_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.raw, position, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
        yield buffer.value.decode("utf-8", "replace")


def _in_text(textpage: pypdfium2.PdfTextPage) -> Iterator[str]:
    handle = pdfium.FPDFLink_LoadWebLinks(textpage.raw)
    try:
        for index in range(min(pdfium.FPDFLink_CountWebLinks(handle), MAX_LINKS)):
            size = pdfium.FPDFLink_GetURL(handle, index, None, 0)
            buffer = (ctypes.c_ushort * size)()
            pdfium.FPDFLink_GetURL(handle, index, buffer, size)
            yield bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
    finally:
        pdfium.FPDFLink_CloseWebLinks(handle)
