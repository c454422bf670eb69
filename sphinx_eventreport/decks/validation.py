"""Checks of what workers and the store hand over: it was made from the bytes of strangers."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.core.records import Slide
from sphinx_eventreport.decks.model import LONGEST_SIDE, MAX_CHARS, SHORTEST_SIDE, DeckContent, Picture

if TYPE_CHECKING:
    from collections.abc import Collection

_LONGEST_TEXT = 4 * MAX_CHARS
"""Characters: the longest text of a page, with each ligature spelled out."""

_HALF = lazy_regex("[\ud800-\udfff]")


def valid_content(value: object) -> DeckContent | None:
    """Return *value* if it is the content of a deck and can be shown, else ``None``."""
    if not isinstance(value, DeckContent) or not _is_text(value.title):
        return None
    slides, problems = value.slides, value.problems
    if not (type(slides) is tuple and all(map(_is_slide, slides)) and _is_tuple_of(Problem, problems)):
        return None
    numbers = [slide.number for slide in slides]
    rises = all(before < number for before, number in pairwise([0, *numbers]))
    return value if rises and _is_count(value.page_count, from_=max([0, *numbers])) else None


def valid_pictures(
    value: object, numbers: Collection[int], *, thumbnails: bool
) -> tuple[Picture, ...] | None:
    """Return *value* if it is pictures of some of the pages *numbers*, with or without *thumbnails*."""
    if not _is_tuple_of(Picture, value):
        return None
    pictures: tuple[Picture, ...] = value  # type: ignore[assignment]
    wanted = set(numbers)
    for picture in pictures:
        if picture.number not in wanted or not _is_picture(picture, thumbnails=thumbnails):
            return None
        wanted.discard(picture.number)
    return pictures


def _is_tuple_of(kind: type, value: object) -> bool:
    return type(value) is tuple and all(isinstance(one, kind) for one in value)


def _is_slide(slide: object) -> bool:
    return (
        isinstance(slide, Slide)
        and _is_count(slide.number)
        and all(map(_is_text, (slide.title, slide.text, slide.label)))
        and type(slide.links) is tuple
        and all(map(_is_text, slide.links))
        and all(map(_is_side, (slide.width, slide.height)))
    )


def _is_picture(picture: Picture, *, thumbnails: bool) -> bool:
    sizes = _is_count(picture.width) and _is_count(picture.height)
    thumbnail = _is_data(picture.thumbnail) if thumbnails else picture.thumbnail is None
    return sizes and thumbnail and _is_data(picture.data)


def _is_data(value: object) -> bool:
    return isinstance(value, bytes) and bool(value)


def _is_text(value: object) -> bool:
    """Return whether *value* is text that can be written: half a surrogate pair has no UTF-8."""
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT and not _HALF.search(value)


def _is_count(value: object, *, from_: int = 1) -> bool:
    return type(value) is int and from_ <= value


def _is_side(value: object) -> bool:
    """Return whether *value* is the length of a side of a page: finite, and within bounds."""
    return isinstance(value, float) and math.isfinite(value) and SHORTEST_SIDE <= value <= LONGEST_SIDE
