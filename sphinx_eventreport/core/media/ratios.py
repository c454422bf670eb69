"""The ratio of width to height of a frame, as HTML, CSS and people write it."""

from __future__ import annotations

import math
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_eventreport.core.raw_html.tree import Element
    from sphinx_eventreport.core.records import Ratio

_COMMON = [Fraction(*pair) for pair in ((16, 9), (4, 3), (16, 10), (3, 2), (1, 1), (5, 4), (22, 17), (21, 9))]
_TOLERANCE = Fraction(1, 500)
_FINEST = 1000
_FINEST_OF_A_SIZE = 100
_NARROWEST, _WIDEST = Fraction(1, 5), Fraction(5)
_LONGEST_NUMBER = 24


def parse_ratio(text: str) -> Ratio | None:
    """Return the ratio in "16:9", "16 / 9", "16x9", "16by9" or "1.777", or ``None``."""
    text = text.lower().strip()
    for separator in (":", "/", "by", "x", "\N{MULTIPLICATION SIGN}"):
        width, found, height = text.partition(separator)
        if found:
            return _ratio(_number(width), _number(height))
    return _ratio(_number(text), Fraction(1))


def ratio_of_size(width: float, height: float) -> Ratio | None:
    """Return the ratio of a page of *width* by *height*, in any unit; paper of size A4 is 99:70."""
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 < height):
        return None
    return _ratio(Fraction(width / height).limit_denominator(_FINEST_OF_A_SIZE), Fraction(1))


def ratio_of_wrapper(element: Element) -> Ratio | None:
    """Return the ratio that *element* gives what is in it, by padding in percent or by a class."""
    attrs = element.attrs
    return _ratio_of_box(attrs.get("style", "")) or _ratio_in_class(attrs.get("class", ""))


def ratio_of_frame(element: Element) -> Ratio | None:
    """Return the ratio that *element*, an iframe or the like, gives itself."""
    attrs = element.attrs
    names = ("style", "data-ratio", "width", "height")
    return _ratio_of_attributes(*(attrs.get(name, "") for name in names))


# The frames of a site are mostly copies of one another.
@lru_cache(maxsize=256)
def _ratio_of_box(style_text: str) -> Ratio | None:
    style = _style(style_text)
    for name in ("padding-bottom", "padding-top"):
        value = style.get(name, "")
        ratio = _ratio(Fraction(100), _number(value[:-1])) if value.endswith("%") else None
        if ratio:
            return ratio
    return _aspect_ratio(style)


@lru_cache(maxsize=256)
def _ratio_of_attributes(style_text: str, ratio: str, width: str, height: str) -> Ratio | None:
    style = _style(style_text)
    return (
        _aspect_ratio(style)
        or parse_ratio(ratio)
        or _ratio(_number(width), _number(height))
        or _ratio(_pixels(style.get("width", "")), _pixels(style.get("height", "")))
    )


def _aspect_ratio(style: dict[str, str]) -> Ratio | None:
    return parse_ratio(style.get("aspect-ratio", "").replace("auto", ""))


def _ratio_in_class(classes: str) -> Ratio | None:
    """Return the ratio in a class of Bootstrap's: "embed-responsive-16by9", "ratio-16x9"."""
    for word in classes.split():
        before, _, last = word.rpartition("-")
        if before.endswith(("ratio", "responsive")) and last[:1].isdecimal():
            return parse_ratio(last)
    return None


def _style(written: str) -> dict[str, str]:
    declarations = (part.partition(":") for part in written.lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in declarations}


def _pixels(text: str) -> Fraction | None:
    return _number(text[:-2]) if text.endswith("px") else None


def _number(text: str) -> Fraction | None:
    """Return *text*, a plain decimal number, or ``None``."""
    text = text.strip()
    digits = text.replace(".", "", 1)
    if not (digits.isascii() and digits.isdecimal()) or len(text) > _LONGEST_NUMBER:
        return None
    return Fraction(text.rstrip(".") or "0")


def _ratio(width: Fraction | None, height: Fraction | None) -> Ratio | None:
    """Return width : height reduced; one that is a common ratio but for rounding is that ratio."""
    if not width or not height or not _NARROWEST <= width / height <= _WIDEST:
        return None
    exact = width / height
    nearest = min(_COMMON, key=lambda common: abs(common - exact))
    if abs(nearest - exact) <= nearest * _TOLERANCE:
        exact = nearest
    exact = exact.limit_denominator(_FINEST)
    return exact.numerator, exact.denominator
