"""Elements of raw HTML, with the wrappers around them -> what they embed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.embed import HINT, address_problem, shown
from sphinx_eventreport.core.media.embed_elements import READERS, address_in, is_picture, reader_of
from sphinx_eventreport.core.media.hosts.address import clean_url
from sphinx_eventreport.core.media.ratios import ratio_of_frame, ratio_of_wrapper
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.raw_html.tree import Element

if TYPE_CHECKING:
    from sphinx_eventreport.core.media.embed import Embed
    from sphinx_eventreport.core.records import Ratio

_WRAPPERS = frozenset({"div", "p", "figure", "center", "section", "span"})
_HELPER_SCRIPTS = (
    "on.notist.cloud/",
    "slideslive.com/",
    "player.vimeo.com/api/",
    "speakerdeck.com/assets/",
    "gumroad.com/js/",
    "fast.wistia.com/",
    "fast.wistia.net/",
)

_GIST = lazy_regex(
    r"(?:https?:)?//gist\.github\.com/(?P<name>[\w.-]{1,80}(?:/[\w.-]{1,80})?)\.js(?:\?file=(?P<file>[^&#]{1,200}))?\S*"
)
# https://docs.asciinema.org/manual/server/embedding/: a number, or a secret of 16 to 25 letters and digits.
_CAST = lazy_regex(r"(?:https?:)?//asciinema\.org/a/(?P<id>[A-Za-z0-9]{1,30})\.js(?:\?\S*)?")


def find_embed(element: Element) -> Embed | None:
    """Return what *element* embeds, or a wrapper around one such element; ``None`` if nothing."""
    frame: Element | None = element
    # The innermost wrapper that says something about the ratio knows best.
    wrapped: Ratio | None = None
    while frame is not None:
        read = reader_of(frame)
        embed = read(frame, wrapped or ratio_of_frame(frame)) if read else None
        if embed is not None:
            return embed
        wrapped = ratio_of_wrapper(frame) or wrapped
        frame = _sole_child(frame) if frame.tag in _WRAPPERS else None
    return None


def embed_problem(element: Element) -> Problem | None:
    """Return why *element*, which looks like an embed, embeds nothing; ``None`` if it does, or is not one."""
    if element.tag not in READERS or find_embed(element) is not None or is_picture(element):
        return None
    tag = element.tag
    source = clean_url(address_in(element))
    if tag == "script" and not source:
        return None
    message = f"<{tag}> has the address {shown(source)}, which shows nothing"
    unusable = address_problem(source, f"<{tag}>", element.line)
    return unusable or Problem(Subtype.EMBED, message, line=element.line, hint=HINT)


def shown_picture(element: Element) -> str | None:
    """Return the address of the picture that an ``<object>`` or ``<embed>`` shows, if it does."""
    return clean_url(address_in(element)) if is_picture(element) else None


def is_embed_helper(element: Element) -> bool:
    """Return whether *element* is a script that only serves an embed beside it (Notist, SlidesLive)."""
    if element.tag != "script":
        return False
    return clean_url(element.attrs.get("src", "")).partition("//")[2].startswith(_HELPER_SCRIPTS)


def gist_of(source: str) -> tuple[str, str] | None:
    """Return the address and the name of the gist that a script from *source* draws, if it is one."""
    match = _GIST.fullmatch(source.strip())
    if match is None:
        return None
    file = f", {unquote(match['file'])}" if match["file"] else ""
    return f"https://gist.github.com/{match['name']}", f"Gist {match['name']}{file}"


def cast_of(source: str) -> tuple[str, str] | None:
    """Return the address and the name of what a script of asciinema from *source* plays, if it is one."""
    match = _CAST.fullmatch(source.strip())
    return (f"https://asciinema.org/a/{match['id']}", f"asciinema {match['id']}") if match else None


def _sole_child(element: Element) -> Element | None:
    """Return the only child of *element* that shows something, or ``None``."""
    sole = None
    for child in element.children:
        if isinstance(child, str) and not child.strip():
            continue
        if isinstance(child, Element) and (child.tag == "br" or is_embed_helper(child)):
            continue
        if sole is not None or not isinstance(child, Element):
            return None
        sole = child
    return sole
