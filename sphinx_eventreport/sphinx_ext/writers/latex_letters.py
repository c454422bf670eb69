"""Characters for which the fonts of pdfLaTeX have no shape: it stops at each, and the PDF is not made.

The other engines leave out what their font has not, and say so in their log.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.node_kinds import nodes_of
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.log import warn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.builders.latex import LaTeXBuilder

_LAST_OF_LATIN_1 = "\u00ff"
_LETTERS = frozenset(map(chr, range(0x100, 0x180))).difference("ĦħĸĿŀŉŦŧſ") | frozenset(
    "ƒǄǅǆǇǈǉǊǋǌǍǎǏǐǑǒǓǔǢǣǦǧǨǩǪǫǰǴǵȘșȚțȲȳȷˇḂḃḍḞḟḠḡḥḰḱḷṃṅṇṛṣṭẎẏẐẑẞỲỳ\u2126ﬀﬁﬂﬃﬄﬅﬆ"
)
"""The letters after Latin-1 that ``t1enc.dfu`` and ``ts1enc.dfu`` of LaTeX declare, as of 2022."""
_BY_ENCODING = {"CYRILLIC": ("T2A", "X2"), "GREEK": ("LGR",)}
_NAMED = 5
"""How many letters a warning names: enough to find them, in one line."""


def stand_in_for_letters(document: nodes.document, builder: LaTeXBuilder) -> None:
    """Have pdfLaTeX write something for each character that it does not know, and warn about letters.

    What somebody declares in ``latex_elements`` stays as it is.
    """
    if builder.config.latex_engine != "pdflatex":
        return
    texts = [node for node in nodes_of(document, nodes.Text) if not node.isascii()]
    found = sorted({character for text in texts for character in text if character > _LAST_OF_LATIN_1})
    unknown = [letter for letter in found if _is_unknown(letter, builder)]
    builder.context["preamble"] += "".join(map(_declared, found))
    if unknown:
        place = next(text for text in texts if unknown[0] in text)
        warn(_problem(unknown), place.parent)


def _declared(character: str) -> str:
    """Return what declares *character*, where nobody else has."""
    is_unknown = rf"\ifcsname u8:\detokenize{{{character}}}\endcsname\else"
    return (
        rf"{is_unknown}\DeclareUnicodeCharacter{{{ord(character):04X}}}{{{_stand_in(character)}}}\fi" + "\n"
    )


def _stand_in(character: str) -> str:
    """Return a letter without its accents, or else the number of a character."""
    base = "".join(each for each in unicodedata.normalize("NFKD", character) if each.isascii())
    return base if base.isalpha() else f"[U+{ord(character):04X}]"


def _is_unknown(letter: str, builder: LaTeXBuilder) -> bool:
    """Return whether *letter* is one, and nothing that the site configures tells how it is written."""
    if not letter.isalpha() or letter in _LETTERS:
        return False
    encodings = _BY_ENCODING.get(unicodedata.name(letter, "").partition(" ")[0], ())
    told = "".join(map(str, builder.config.latex_elements.values()))
    return not (
        any(encoding in builder.context["fontenc"] for encoding in encodings)
        or letter in told
        or f"{ord(letter):04X}" in told
        or "CJK" in told
    )


def _problem(letters: Sequence[str]) -> Problem:
    named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters[:_NAMED])
    more = f" and {len(letters) - _NAMED} more" if len(letters) > _NAMED else ""
    return Problem(
        Subtype.LATEX,
        f"pdfLaTeX has no shape for {named}{more}, and the PDF shows a stand-in",
        hint="set latex_engine to 'xelatex' or 'lualatex', and in latex_elements a font that has them",
    )
