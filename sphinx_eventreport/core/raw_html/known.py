"""Which tags are elements, and which are words in angle brackets: "<via chat>", "Vec<char>"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_eventreport.core.raw_html.tags import StartTag

ELEMENTS = frozenset(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
    blockquote body br button canvas caption center cite code col colgroup command data datalist dd del
    details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset
    h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label
    legend li link listing main map mark marquee math menu menuitem meta meter multicol nav nextid nobr
    noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre
    progress q rb rbc rp rt rtc ruby s samp script search section select selectedcontent slot small
    source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th
    thead time title tr track tt u ul var video wbr xmp
    """.split()
)
"""The elements of HTML, those of its past among them."""

PLAYERS = frozenset("reactplayer youtube vimeo liteyoutubeembed lite-youtube lite-vimeo".split())
"""Components of MDX and elements of scripts that embed something."""

FOREIGN = frozenset({"svg", "math"})
"""Elements with a vocabulary of their own inside."""


def is_word(tag: StartTag) -> bool:
    """Return whether *tag*, if nothing closes it, is words that somebody put into angle brackets.

    Its name is no element, and it has none of what tags have and words do not: values, an end of their own,
    or the hyphens, colons and dots in the names of components.
    """
    is_known = tag.name in ELEMENTS or tag.name in PLAYERS
    is_component = not tag.name.isalnum() or tag.empty or any(value for _, value in tag.attrs)
    return not is_known and not is_component
