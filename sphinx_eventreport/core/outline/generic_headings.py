"""Headings that say what is below them, and not what a talk is called: "Slides", "Abstract", "Part 1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.outline.body import Section

_WORDS = lazy_regex(
    r"(?:(?:the|my|our|talk|session|presentation|watch|view|see|here (?:is|are)|download|embedded|full|live)"
    r"\s+)*(?:the\s+)?"
    r"(?:about|abstract|summary|description|slides?|slide\s?(?:deck|show)s?|slideshare|decks?|videos?|recordings?"
    r"|presentations?|replay|stream|screencast|media|resources|materials|links|downloads?|attachments?|transcript"
    r"|notes|details|references|further reading|about the (?:talk|session|speakers?)|speakers?|bio(?:graphy)?"
    r"|audio|q\s?(?:&|and)\s?a|questions|talk|watch(?: it| here)?|listen|tl;?dr|live\s?stream"
    r"|video recordings?|youtube|vimeo|speaker\s?deck|google slides"
    r"|folien|präsentation|aufzeichnung(?:en)?|mitschnitt|zusammenfassung|unterlagen|beschreibung|referent(?:in)?"
    r"|diapos(?:itives)?|présentation|vidéos?|enregistrements?|résumé|supports?|captation"
    r"|diapositivas|grabación|resumen|presentación|presentazione|registrazione|apresentação|gravação|resumo"
    r"|スライド|動画|資料|概要|幻灯片|视频|摘要|슬라이드|동영상|слайды|видео|запись|презентация)"
    r"(?:\s+(?:and|&|und|et|y|e|/)\s+(?:the\s+)?(?:slides|videos?|recordings?|notes|links|materials|folien))?",
    re.IGNORECASE,
)
_NUMBERED = lazy_regex(
    r"part|pt\.?|teil|partie|parte|video|clip|slides|recording|folge|часть|その", re.IGNORECASE
)
_NUMBER = lazy_regex(
    r"\s*(?:no\.?\s*|nr\.?\s*|#)?(?:[0-9]{1,3}|[ivx]{1,4}|[a-d]|one|two|three)$", re.IGNORECASE
)
_NUMBER_BEFORE = lazy_regex(r"^[0-9]{1,2}[.):]\s+")
_BRACKETS = lazy_regex(r"\s*\([^()]{0,40}\)\s*$")
_IN_A_LANGUAGE = lazy_regex(
    r"\s+(?:in|auf|en)\s+"
    r"(?:english|german|french|spanish|deutsch|englisch|français|anglais|español|inglés)$",
    re.IGNORECASE,
)
_EDGES = lazy_regex(r"^[\W_]+|[\W_]+$")
_LONGEST = 60
# With signs and spaces around and between. To look for the edges of n signs takes n * n steps.
_LONGEST_WRITTEN = 300

_CONTENTS = frozenset(
    ["table of contents", "contents", "toc", "on this page", "inhalt", "inhaltsverzeichnis", "sommaire"]
)


def is_generic(heading: str) -> bool:
    """Return whether *heading* is the name of no talk, but of what one has: its slides, its second part."""
    if len(heading) > _LONGEST_WRITTEN:
        return False
    # Brackets say of which kind they are, a number which one of many headings it is.
    words = _NUMBER_BEFORE.sub("", _EDGES.sub("", _BRACKETS.sub("", heading)))
    words = " ".join(_IN_A_LANGUAGE.sub("", words).split())
    if not words or len(words) > _LONGEST:
        return False
    number = _NUMBER.search(words)
    if number and _NUMBERED.fullmatch(words[: number.start()]):
        return True
    return bool(_WORDS.fullmatch(words))


def is_contents(heading: str) -> bool:
    """Return whether *heading* is above the contents of a page, and is the title of nothing."""
    return " ".join(heading.lower().split()) in _CONTENTS


def homes_of(sections: Sequence[Section]) -> tuple[int, ...]:
    """Return for each of *sections* the index of the one that its embeds belong to.

    That is itself, unless its heading is generic: then it is the nearest section around it that has a heading
    of its own, if there is one. One with a ``{talk}`` is a talk whatever it is called.
    """
    homes: list[int] = []
    around: list[int] = []
    for index, section in enumerate(sections):
        while around and sections[around[-1]].level >= section.level:
            around.pop()
        named = section.talk is not None or not is_generic(section.title)
        homes.append(homes[around[-1]] if around and not named else index)
        if section.level:
            around.append(index)
    return tuple(homes)
