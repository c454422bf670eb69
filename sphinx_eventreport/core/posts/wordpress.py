"""Shortcodes of WordPress, which posts keep that came from there: ``[caption]``, ``[youtube ...]``."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import is_id

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    Note = Callable[[int, str, str], None]

_CAPTION = lazy_regex(r"\[caption\b[^\]\n]{0,300}\](.{0,2000}?)\[/caption\]")
_PICTURE = lazy_regex(r"[ ]*((?:<a\b[^<>]*>)?[ ]*<img\b[^<>]*>[ ]*(?:</a>)?)[ ]*(.*)")
_EMBED = lazy_regex(r"\[embed\b[^\]\n]{0,100}\][ ]*(https?://[^\s\[\]]{1,500})[ ]*\[/embed\]")
_SERVICE = lazy_regex(r"\[(youtube|vimeo|slideshare)[ =](?:id=)?([^\s\]&]{1,500})[^\]\n]{0,300}\](?![(\[])")
_PLACES = {
    "youtube": "https://youtu.be/",
    "vimeo": "https://vimeo.com/",
    "slideshare": "https://www.slideshare.net/slideshow/embed_code/",
}
_OTHER = lazy_regex(
    r"\[(?:gallery|playlist|audio|video|soundcloud|polldaddy|contact-form|googlemaps|tweet|wpvideo|"
    r"youtube|vimeo|slideshare)"
    r"(?:[ =][^\]\n]{0,300})?\](?![(\[:])"
    # Of plugins: by what is said to it, or by its end.
    r"|\[(?P<name>[a-z]{2}[\w-]{1,40})"
    r"(?:[ ][\w-]{1,40}=[\"'][^\]\n]{0,300}\]|[^\]\n]{0,300}\](?=.{0,500}\[/(?P=name)\]))"
    r"(?![(\[:])"
)
_ANY = lazy_regex(
    r"\[(?:caption|embed|gallery|playlist|audio|video|soundcloud|polldaddy|contact-form|googlemaps|tweet|wpvideo|"
    r"youtube|vimeo|slideshare)\b|\[/[a-z]|\[[a-z][\w-]+ [\w-]+=[\"']"
)
"""With what each of the above begins: most lines with a bracket have a link."""
DIALECTS = frozenset({"jekyll", "hugo", "pelican", "nikola", "docusaurus", "zola"})
"""Dialects of sites that blogs of WordPress are moved to."""


def without_wordpress(lines: list[str], code: AbstractSet[int], note: Note) -> None:
    """Replace in *lines* what WordPress embeds by HTML; *code* are the lines that are not looked into.

    *note* is told of what is not known.
    """
    for number, line in enumerate(lines):
        if "[" not in line or number in code or not _ANY.search(line):
            continue
        text = _EMBED.sub(lambda match: _frame(match[1]), _CAPTION.sub(_captioned, line))
        lines[number] = text = _SERVICE.sub(_service, text)
        other = _OTHER.search(text)
        if other:
            message = (
                f"{other[0][:60]} is a shortcode of WordPress that has no meaning here, and stays as text"
            )
            note(number, message, "write in Markdown what it stands for")


def _captioned(match: re.Match[str]) -> str:
    picture = _PICTURE.fullmatch(match[1])
    if picture is None:
        return match[1].strip()
    return f"<figure>{picture[1]}<figcaption>{picture[2].strip()}</figcaption></figure>"


def _service(match: re.Match[str]) -> str:
    said = match[2].strip("\"'")
    if "//" in said:
        return _frame(said)
    return _frame(_PLACES[match[1]] + said) if is_id(said) else match[0]


def _frame(address: str) -> str:
    return f'<iframe src="{escape(address)}"></iframe>'
