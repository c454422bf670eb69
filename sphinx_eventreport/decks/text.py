"""Text as it stands in a PDF -> text as people write it."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
    | {"\ufb05": "st", "\ufb06": "st", "\u0132": "IJ", "\u0133": "ij"}
)
# Controls, formats that only steer the layout, halves of surrogate pairs, private use, unassigned. The
# joiners U+200C and U+200D are kept: Persian, the scripts of India and emoji need them.
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_JOINERS = "\u200c\u200d"
_REPLACEMENT = "\ufffd"
_BLANK = re.compile(r"\s+")
_LEADERS = re.compile(r"\s?\.(?:\s\.){2,}")
_PLAIN = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u0131\u0134-\u02ff]*")


def clean(text: str) -> str:
    """Return *text* on one line: ligatures spelled out, single spaces, nothing that cannot be seen."""
    spaced = _LEADERS.sub("…", _BLANK.sub(" ", text).strip())
    if _PLAIN.fullmatch(spaced):
        return spaced
    seen = "".join(char for char in spaced.translate(_LIGATURES) if _is_seen(char))
    return _LEADERS.sub("…", _BLANK.sub(" ", unicodedata.normalize("NFC", seen)).strip())


def _is_seen(char: str) -> bool:
    dropped = unicodedata.category(char) in _DROPPED_CATEGORIES and char not in _JOINERS
    return not dropped and char != _REPLACEMENT
