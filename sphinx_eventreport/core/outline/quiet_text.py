"""Prose in which nothing is looked for, shortened before Markdown is read: most of a report is that.

Reading a paragraph as Markdown costs a hundred times what it costs to see that nothing is in it.
"""

from __future__ import annotations

import re

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.suffixes import AUDIO_SUFFIXES, OFFICE_SUFFIXES, VIDEO_SUFFIXES

# Between blank lines, each on one line: paragraphs that begin with a letter, or items of a bullet list. None
# has a mark of HTML, code, a directive or a table; so they are neither heading, fence nor rule.
_PARAGRAPHS = r"(?:[^\W\d_][^<`{|\n]*\n\n)+"
_ITEMS = r"(?:([*+-]) (?:[^\W\d_]|\[)[^<`{|\n]*\n)(?:\1 (?:[^\W\d_]|\[)[^<`{|\n]*\n)+(?=\n)"
_QUIET = lazy_regex(rf"(?<=\n\n)(?:{_PARAGRAPHS}|{_ITEMS})")
# Options of a directive may be YAML, with blank lines around a key.
_YAML_OPTIONS = lazy_regex(r"^[ \t>]*(?:`{3,}|~{3,}|:{3,})\{[^\n]*\n[ \t>]*---", re.MULTILINE)
# A picture that may be none: its address has a suffix of a deck or recording, or a host, or is elsewhere.
_SUFFIXES = "|".join(suffix[1:] for suffix in (".pdf", *OFFICE_SUFFIXES, *VIDEO_SUFFIXES, *AUDIO_SUFFIXES))
_MAY_EMBED = lazy_regex(
    rf"!\[(?:[^\n]{{0,2000}}?(?:\.(?:{_SUFFIXES})\b|//)|[^\]\n]{{0,500}}\](?!\())", re.IGNORECASE
)


def may_embed(text: str) -> bool:
    """Return whether a picture in *text*, Markdown, may be a deck or a recording."""
    return "![" in text and _MAY_EMBED.search(text) is not None


def without_quiet_text(text: str) -> str:
    """Return *text*, Markdown, with a word in place of each run of paragraphs and list of plain prose.

    The outline is the same, and each line keeps its number.
    """
    return text if _YAML_OPTIONS.search(text) else _QUIET.sub(_word, text)


def _word(match: re.Match[str]) -> str:
    if may_embed(match[0]):
        return match[0]
    bullet = f"{match[1]} " if match[1] else ""
    return f"{bullet}x" + "\n" * match[0].count("\n")
