"""Fonts that neither the PDF nor this machine has: PDFium draws others in their place."""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING

from pypdfium2 import raw as pdfium

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.decks.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pypdfium2

    _Getter = Callable[[object, object, int], int]

# What is drawn for a font that is not found, stretched to the widths that the PDF gives: Latin text keeps its
# place, of other scripts and symbols nothing is seen. The fonts that every reader of PDF has, such as
# Helvetica, come with PDFium too, under other names.
_SUBSTITUTES = frozenset({b"Chrome Sans MM", b"Chrome Serif MM"})
_SUBSET = re.compile(r"[A-Z]{6}\+")
# Bytes: the longest name that a PDF may have (ISO 32000-1, Annex C.2), and a zero at its end.
_NAME_SIZE = 128
_MOST_NAMED = 5
"""Names in a warning: who exports a PDF without its fonts mostly does so for all of them."""


def missing_fonts(textpage: pypdfium2.PdfTextPage, indices: Iterable[int]) -> frozenset[str]:
    """Return the names of the fonts of the characters at *indices* for which PDFium draws another one.

    It looks for a font in the PDF, then among those of the machine. What is never drawn needs none: the
    invisible text that a scanner puts over its picture.
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
    """Return the problem of a deck that uses the fonts *names*, which are missing; ``None`` without any."""
    known = sorted(names)
    if not known:
        return None
    shown = ", ".join(f"`{name}`" for name in known[:_MOST_NAMED])
    more = f" and {len(known) - _MOST_NAMED} more" if len(known) > _MOST_NAMED else ""
    message = (
        "The PDF does not contain all fonts that it uses, and this machine does not have them: "
        f"{shown}{more}. Its slides are drawn with other fonts, and letters may be missing"
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
