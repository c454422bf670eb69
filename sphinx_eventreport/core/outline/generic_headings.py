"""Headings that say what stands below them, and not what a talk is called: "Slides", "Abstract", "Part 1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.outline.body import Section

_WORDS = re.compile(
    r"(?:(?:the|my|our|talk|session|presentation|watch|view|see|download|embedded|full|live)\s+)*(?:the\s+)?"
    r"(?:about|abstract|summary|description|slides?|slide\s?(?:deck|show)s?|slideshare|decks?|videos?|recordings?"
    r"|presentations?|replay|stream|screencast|media|resources|materials|links|downloads?|attachments?|transcript"
    r"|notes|details|references|further reading|about the (?:talk|session|speakers?)|speakers?|bio(?:graphy)?"
    r"|audio|q\s?(?:&|and)\s?a|questions"
    r"|folien|präsentation|aufzeichnung(?:en)?|mitschnitt|zusammenfassung|unterlagen|beschreibung|referent(?:in)?"
    r"|diapos(?:itives)?|présentation|vidéos?|enregistrements?|résumé|supports?|captation"
    r"|diapositivas|grabación|resumen|presentación|presentazione|registrazione|apresentação|gravação|resumo"
    r"|スライド|動画|資料|概要|幻灯片|视频|摘要|슬라이드|동영상|слайды|видео|запись|презентация)"
    r"(?:\s+(?:and|&|und|et|y|e|/)\s+(?:the\s+)?(?:slides|videos?|recordings?|notes|links|materials|folien))?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"part|pt\.?|teil|partie|parte|video|clip|slides|recording|folge|часть|その", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\s*(?:no\.?\s*|nr\.?\s*|#)?(?:[0-9]{1,3}|[ivx]{1,4}|[a-d]|one|two|three)$", re.IGNORECASE
)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_LONGEST = 60


def is_generic(heading: str) -> bool:
    """Return whether *heading* is the name of no talk, but of what one has: its slides, its second part."""
    words = " ".join(_EDGES.sub("", heading).split())
    if not words or len(words) > _LONGEST:
        return False
    number = _NUMBER.search(words)
    if number and _NUMBERED.fullmatch(words[: number.start()]):
        return True
    return bool(_WORDS.fullmatch(words))


def join_generic(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return *sections* with what stands below generic headings in the section above them.

    One with a ``{talk}`` is a talk whatever it is called, and one that has none above stays.
    """
    kept: list[Section] = []
    for section in sections:
        above = None
        if section.talk is None and is_generic(section.title):
            above = next((n for n in reversed(range(len(kept))) if kept[n].level < section.level), None)
        if above is None or is_generic(kept[above].title):
            kept.append(section)
        else:
            kept[above] = kept[above].joined(section)
    return tuple(kept)
