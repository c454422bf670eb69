"""Fonts that are neither in the PDF nor on this machine, for which PDFium draws a substitute."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from pypdfium2 import raw as pdfium

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.decks.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pypdfium2

    _Getter = Callable[[object, object, int], int]

# The families with which PDFium draws if it finds no font of the name. They are stretched to the widths in
# the PDF, so Latin text stays in place; letters of other scripts and symbols are not drawn at all. The 14
# fonts that every PDF viewer has, such as Helvetica, are part of PDFium, under other names.
_SUBSTITUTES = frozenset({b"Chrome Sans MM", b"Chrome Serif MM"})
_SUBSET = lazy_regex(r"[A-Z]{6}\+")
# Bytes: the longest name that PDF allows (ISO 32000-1, Annex C.2), and a terminating zero.
_NAME_SIZE = 128
_MOST_NAMED = 5
"""Names in a warning. A PDF without embedded fonts often lacks all of them."""


def missing_fonts(textpage: pypdfium2.PdfTextPage, indices: Iterable[int]) -> frozenset[str]:
    """Return the names of fonts that PDFium replaces, among those of the characters at *indices*.

    It looks for a font in the PDF, then on the machine. Text that is not drawn needs no font, such as the
    invisible text over a scanned page.
    """
    names = set()
    for index in indices:
        item = pdfium.FPDFText_GetTextObject(textpage.raw, index)
        font = pdfium.FPDFTextObj_GetFont(item) if item else None
        if font and not pdfium.FPDFFont_GetIsEmbedded(font) and _is_substituted(font) and _is_drawn(item):
            names.add(_name(pdfium.FPDFFont_GetBaseFontName, font))
    shown = (_SUBSET.sub("", clean(name.decode("utf-8", "replace"))) for name in names)
    return frozenset(filter(None, shown))


def font_problem(names: Iterable[str]) -> Problem | None:
    """Return the problem of a deck in which the fonts *names* are missing; ``None`` if there are none."""
    known = sorted(names)
    if not known:
        return None
    shown = ", ".join(f"`{name}`" for name in known[:_MOST_NAMED])
    more = f" and {len(known) - _MOST_NAMED} more" if len(known) > _MOST_NAMED else ""
    message = (
        f"The PDF uses fonts that are neither embedded in it nor found on this machine: {shown}{more}. "
        "Its slides are drawn with other fonts, and letters may be missing"
    )
    return Problem(Subtype.DECK_FONTS, message, hint="export the PDF again with its fonts embedded")


def _is_substituted(font: object) -> bool:
    return _name(pdfium.FPDFFont_GetFamilyName, font) in _SUBSTITUTES


def _is_drawn(item: object) -> bool:
    return bool(pdfium.FPDFTextObj_GetTextRenderMode(item) != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _name(getter: _Getter, font: object) -> bytes:
    buffer = ctypes.create_string_buffer(_NAME_SIZE)
    getter(font, buffer, _NAME_SIZE)
    return buffer.value
