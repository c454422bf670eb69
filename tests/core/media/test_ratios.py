from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.media.ratios import parse_ratio, ratio_of_frame, ratio_of_size, ratio_of_wrapper
from sphinx_eventreport.core.raw_html.tree import Element


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16:9", (16, 9)),
        ("16 / 9", (16, 9)),
        ("4x3", (4, 3)),
        ("4BY3", (4, 3)),
        ("1.7777", (16, 9)),
        ("1920:1080", (16, 9)),
        ("1", (1, 1)),
        ("2.", (2, 1)),
        ("wide", None),
        ("", None),
        (".", None),
        ("16:0", None),
        ("-16:9", None),
        ("1:100", None),
        ("1e3:1e3", None),
        ("9" * 100, None),
        ("٤:٣", None),
    ],
)
def test_ratio_as_text(text: str, expected: tuple[int, int] | None) -> None:
    """A ratio is read as people write it; what no screen has is none."""
    assert parse_ratio(text) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("padding-bottom: 63%", (100, 63)),
        ("position:relative; PADDING-TOP:56.25% !important", (16, 9)),
        ("padding-bottom: 56.2225%", (16, 9)),
        ("padding-bottom: 20px", None),
        ("padding-bottom: 2%", None),
        ("padding-bottom: 0%; aspect-ratio: auto 4 / 3", (4, 3)),
        ("padding-bottom", None),
    ],
)
def test_ratio_of_a_padded_wrapper(style: str, expected: tuple[int, int] | None) -> None:
    """Padding in percent of the width is a height; a small one is only padding."""
    assert ratio_of_wrapper(Element("div", {"style": style})) == expected


@pytest.mark.parametrize(
    ("classes", "expected"),
    [("ratio ratio-16x9", (16, 9)), ("embed-responsive-21by9", (7, 3)), ("grid-3x4", None)],
)
def test_ratio_in_a_class(classes: str, expected: tuple[int, int] | None) -> None:
    """Bootstrap's classes for embeds name a ratio, other classes do not."""
    assert ratio_of_wrapper(Element("div", {"class": classes})) == expected


def test_fraction_stays_small() -> None:
    """A ratio that is none of the usual is a fraction one can read."""
    ratio = ratio_of_frame(Element("iframe", {"data-ratio": "1.41414141414141"}))
    assert ratio == (140, 99)


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (720, 405, (16, 9)),
        (362.835, 272.126, (4, 3)),
        (841.89, 595.28, (99, 70)),
        (595.28, 841.89, (70, 99)),
        (0, 10, None),
        (10, 0, None),
        (float("nan"), 1, None),
        (10, 1_000, None),
    ],
)
def test_ratio_of_a_page(width: float, height: float, expected: tuple[int, int] | None) -> None:
    """The ratio of a page is a small fraction; what no screen has is none."""
    assert ratio_of_size(width, height) == expected


@given(st.text(), st.text(), st.text())
def test_any_text_is_survived(text: str, style: str, size: str) -> None:
    """No text makes a reader of ratios raise."""
    parse_ratio(text)
    element = Element(
        "iframe", {"style": style, "class": text, "width": size, "height": size, "data-ratio": text}
    )
    ratio_of_wrapper(element)
    ratio_of_frame(element)
