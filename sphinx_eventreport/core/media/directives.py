"""Directives of other systems that embed something -> the record of what they embed.

``iframe`` is that of mystmd, ``youtube``, ``vimeo`` and ``peertube`` those of sphinxcontrib-youtube,
``video`` that of sphinxcontrib-video.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.media.embeds import embed_problem, find_embed
from sphinx_eventreport.core.media.records import media_of_embed, recording_record
from sphinx_eventreport.core.raw_html.tree import Element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Deck, Frame, Recording

_BY_ID = {"youtube": "https://youtu.be/", "vimeo": "https://vimeo.com/"}
_PEERTUBE = "peertube"
# Where sphinxcontrib-youtube looks without an ``:instance:``.
_INSTANCE = "peertube.tv"
_ELEMENTS = frozenset({"iframe", "video"})

EMBED_DIRECTIVES = (*_BY_ID, _PEERTUBE, *sorted(_ELEMENTS))
"""Their names."""

EMBED_OPTIONS = tuple(
    "align alt aspect autoplay caption class controls figwidth height instance loop muted name nocontrols "
    "placeholder playsinline poster preload privacy_mode ratio title url_parameters width".split()
)
"""The options they take there; of some nothing is made."""


def read_embed_directive(
    name: str, argument: str, options: Mapping[str, str], *, line: int | None = None
) -> tuple[Deck | Recording | Frame | None, tuple[Problem, ...]]:
    """Return what the directive *name*, one of these, embeds, and what was wrong.

    *argument* and *options* are as written, *line* is where it is.
    """
    address = argument.strip()
    if name in _ELEMENTS:
        ratio = {"data-ratio": options["ratio"]} if "ratio" in options else {}
        return _element(Element(name, {**options, **ratio, "src": address}, line=line or 1))
    if "//" not in address:
        host = f"https://{options.get('instance', '').rpartition('//')[2] or _INSTANCE}/w/"
        address = (host if name == _PEERTUBE else _BY_ID[name]) + address
    kept = {key: value for key, value in options.items() if key in {"title", "ratio", "poster"}}
    return recording_record(address, kept, line=line)


def _element(element: Element) -> tuple[Deck | Recording | Frame | None, tuple[Problem, ...]]:
    embed, problem = find_embed(element), embed_problem(element)
    return media_of_embed(embed) if embed else None, (problem,) if problem else ()
