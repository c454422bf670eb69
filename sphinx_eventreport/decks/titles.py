"""The title of a slide, and the title of a deck."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.decks.paragraphs import without_bullet
from sphinx_eventreport.decks.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.decks.lines import Line

LONGEST_TITLE = 120
"""Characters: longer text is a paragraph. The longest title of 330 real slides has 62."""

_ZONE = 0.45
"""Share of the height of a slide, from its top, in which titles have their baseline.

In real decks titles above a body end at 0.24 or higher, on title and section slides at 0.27 to 0.43.
Quotations and large numbers are in the middle.
"""

_CLEARLY_LARGER = 1.3
"""Ratio of sizes from which on a line below that zone is the title, as on title slides.

Programs set such titles 1.33 to 2 times as large as what is above them; two levels of text differ by 1.2.
"""

_SAME_SIZE = 1.08
"""Largest ratio of the sizes of two lines of one title. It is above 1 because of rounding.

From 1.09 on, titles of real decks swallow the line below them.
"""

_LEADING = 1.9
"""Em from baseline to baseline: how far below a line the next line of the title may be.

Titles of two lines have 1.2 to 1.77 in real decks; with an empty line in between they would have 2.4.
"""

_LETTERS = lazy_regex(r"[^\W\d_].*[^\W\d_]|[^\W\d_]{1}[^\W\d_]|[\u3040-\u9fff\uac00-\ud7a3]")
# What programs put there, in some languages: "Microsoft PowerPoint - talk.ppt", "Untitled 3", "Folie 1".
_SAYS_NOTHING = lazy_regex(
    r"microsoft (powerpoint|word)\b.*"
    r"|powerpoint([ -]?pr[eäé]sentation)?|pr[eäé]senta\w+ (de )?powerpoint"
    r"|(untitled|unbenannt|sans titre|sin t[íi]tulo|senza titolo|sem t[íi]tulo|без названия|無題)\W*\w*"
    r"|(no )?title|(pr[eäé]senta[tc]i?[oó]n(e|es)?|apresentação)\W*\d*"
    r"|(slides?|folien?|diapositives?|do[kc]umento?)\W*\d*",
    re.IGNORECASE,
)
_FILE_NAME = lazy_regex(
    r"\S*[\\/]\S*|.*\.(pdf|pptx?|ppsx?|odp|key|docx?|odt|tex|dvi|ps|indd|ai|html?)", re.IGNORECASE
)


def split_title(lines: Sequence[Line], height: float) -> tuple[str, list[Line]]:
    """Return the title among *lines* of a slide of *height* points ("" if there is none), and the others."""
    candidates = [line for line in lines if _LETTERS.search(line.text)]
    chosen = _title_lines([line for line in candidates if line.upright] or candidates, height)
    title = shortened(clean(" ".join(without_bullet(line.text) for line in chosen)))
    return title, [line for line in lines if not any(line is one for one in chosen)]


def _title_lines(lines: list[Line], height: float) -> list[Line]:
    if not lines:
        return []
    high = [line for line in lines if line.base < height * _ZONE]
    first = _largest(lines)
    if high and first.size < _largest(high).size * _CLEARLY_LARGER:
        first = _largest(high)
    chosen = [first]
    for line in sorted(lines, key=lambda one: one.base):
        if line is not first and _goes_on(chosen[-1], line):
            chosen.append(line)
    if sum(len(line.text) + 1 for line in chosen) <= LONGEST_TITLE:
        return chosen
    # A whole text of one size is not a title: the line above it is, or else its first line.
    above = [line for line in high if line.base < first.base and line.size * _CLEARLY_LARGER > first.size]
    return [_largest(above) if above else first]


def _largest(lines: list[Line]) -> Line:
    """Return the topmost of the *lines* that are about as large as the largest."""
    size = max(line.size for line in lines)
    return min((line for line in lines if line.size * _SAME_SIZE > size), key=lambda line: line.base)


def _goes_on(before: Line, line: Line) -> bool:
    below = 0 < line.base - before.base < before.size * _LEADING
    return below and before.size / _SAME_SIZE < line.size < before.size * _SAME_SIZE


def shortened(title: str) -> str:
    """Return *title*, cut at a word where it is too long for one."""
    if len(title) <= LONGEST_TITLE:
        return title
    cut = title[: LONGEST_TITLE - 1]
    return (cut.rpartition(" ")[0].rstrip() or cut) + "…"


def deck_title(metadata: str, first_slide: str) -> str:
    """Return what the PDF calls itself, if that means something, else the title of the first slide."""
    said = clean(metadata)
    meaningless = _SAYS_NOTHING.fullmatch(said) or _FILE_NAME.fullmatch(said) or not _LETTERS.search(said)
    return first_slide if meaningless else shortened(said)
