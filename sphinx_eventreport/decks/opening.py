"""Bytes -> an open PDF, or what is wrong with them, in terms that the author of a report understands."""

from __future__ import annotations

from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw as pdfium

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.decks.model import LONGEST_SIDE, SHORTEST_SIDE
from sphinx_eventreport.decks.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LABEL = 32
"""Characters of a page label, which is typed in references. "Appendix A-12" has 13."""

# A reader of PDF looks for the header in the first 1024 bytes (ISO 32000, implementation note 13).
_HEADER_WITHIN = 1024
# Bytes. A Git LFS pointer has about 130, and the path that replaces a symbolic link rarely more.
_LONGEST_POINTER = 512
_LFS = b"version https://git-lfs"
_LONGEST_SHOWN = 80
"""Characters of a path in a warning; of a longer one, the end is shown."""


@contextmanager
def opened(pdf: bytes, password: str | None) -> Iterator[pypdfium2.PdfDocument | Problem]:
    """Open the bytes *pdf* for the time of the ``with`` block; a :class:`.Problem` if they cannot be."""
    document = _open(pdf, password) if _has_header(pdf) else _no_pdf(pdf)
    try:
        yield document
    finally:
        if isinstance(document, pypdfium2.PdfDocument):
            document.close()


@contextmanager
def page_of(document: pypdfium2.PdfDocument, number: int) -> Iterator[pypdfium2.PdfPage | None]:
    """Load the page *number*, counted from 1, for the time of the block.

    It is ``None`` if the page is damaged or of an impossible size: with no area left after cropping, or
    thinner than a hair.
    """
    with ExitStack() as stack:
        try:
            page = stack.enter_context(closing(document[number - 1]))
            # PDFium also loads what is not a page. It has no rotation: a KeyError in older pypdfium2.
            page.get_rotation()
            page = page if all(SHORTEST_SIDE <= side <= LONGEST_SIDE for side in page.get_size()) else None
        except (pypdfium2.PdfiumError, KeyError):
            page = None
        yield page


def title_of(document: pypdfium2.PdfDocument) -> str:
    """Return the title in the metadata of *document*, "" if there is none that can be read."""
    try:
        return str(document.get_metadata_value("Title"))
    # Half a surrogate pair.
    except UnicodeDecodeError:
        return ""


def label_of(document: pypdfium2.PdfDocument, number: int) -> str:
    """Return the label of the page *number*, such as "iv"; "" if it has none, or a very long one."""
    try:
        label = clean(document.get_page_label(number - 1))
    except UnicodeDecodeError:
        return ""
    return label if len(label) <= LONGEST_LABEL else ""


def nothing_readable() -> Problem:
    """Return the problem of a PDF that opens although none of its pages does."""
    return Problem(Subtype.DECK, "The PDF is damaged: none of its pages can be read", hint="export it again")


def _open(pdf: bytes, password: str | None) -> pypdfium2.PdfDocument | Problem:
    # Not by pypdfium2, which reports a PDF without pages as the error of whatever failed before it.
    secret = None if password is None else password.encode()
    handle = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), secret)
    if not handle:
        return _refused(pdfium.FPDF_GetLastError(), password)
    document = pypdfium2.PdfDocument(handle)
    if len(document):
        return document
    document.close()
    return Problem(Subtype.DECK, "The PDF has no pages", hint="export it again")


def _refused(code: int, password: str | None) -> Problem:
    if code == pdfium.FPDF_ERR_PASSWORD and password:
        return Problem(Subtype.DECK, "The password does not open the PDF", hint="give the right one")
    if code == pdfium.FPDF_ERR_PASSWORD:
        hint = "give the password to the deck, or save a copy without one"
        return Problem(Subtype.DECK, "The PDF is encrypted and needs a password", hint=hint)
    if code == pdfium.FPDF_ERR_SECURITY:
        message = "The PDF is encrypted in a way that cannot be read"
        return Problem(Subtype.DECK, message, hint="save a copy without encryption")
    return Problem(Subtype.DECK, "The PDF is damaged and cannot be opened", hint="export it again")


def _has_header(pdf: bytes) -> bool:
    return b"%PDF-" in pdf[:_HEADER_WITHIN]


def _no_pdf(data: bytes) -> Problem:
    """Return what *data* is instead of a PDF, as far as can be told."""
    start = data[:_LONGEST_POINTER].lstrip().lower()
    if not data.strip():
        return Problem(Subtype.DECK, "The PDF is an empty file", hint="export it again")
    if start.startswith(_LFS):
        message = "The file is a Git LFS pointer, not the PDF itself"
        return Problem(Subtype.DECK, message, hint="fetch the file with `git lfs pull`")
    if start.startswith((b"<!doctype html", b"<html")):
        message = "The file is a web page, not a PDF"
        return Problem(Subtype.DECK, message, hint="download the PDF that the page shows")
    target = _link_target(data)
    if target:
        message = f"The file is not a PDF but {len(data)} bytes of text, a symbolic link of Git to `{target}`"
        hint = "put the PDF itself in its place, or check it out where symbolic links work"
        return Problem(Subtype.DECK, message, hint=hint)
    message = f"The file is not a PDF: there is no PDF header in its first {_HEADER_WITHIN} bytes"
    return Problem(Subtype.DECK, message, hint="export the slides as PDF")


def _link_target(data: bytes) -> str:
    """Return the path that Git writes in place of a symbolic link, or "" if *data* is not one."""
    if len(data) > _LONGEST_POINTER:
        return ""
    path = data.decode("utf-8", "replace").strip()
    if not (path.isprintable() and path.lower().endswith(".pdf")):
        return ""
    return path if len(path) <= _LONGEST_SHOWN else f"…{path[-_LONGEST_SHOWN:]}"
