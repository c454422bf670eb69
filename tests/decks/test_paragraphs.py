from __future__ import annotations

import pytest

from sphinx_eventreport.decks.glyphs import Shown
from sphinx_eventreport.decks.lines import Line
from sphinx_eventreport.decks.order import blocks_in_order
from sphinx_eventreport.decks.paragraphs import paragraphs


def line(text: str, base: float, *, left: float = 50, width: float | None = None, size: float = 20) -> Line:
    """Return a line with *text*, as wide as its characters unless *width* says otherwise."""
    return Line(text, left, left + (width or len(text) * size / 2), base, size)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the harbour of co-", "operation", ["the harbour of cooperation"]),
        ("the harbour of co\xad", "operation", ["the harbour of cooperation"]),
        ("the harbour of north-\xad", "Hallbrook", ["the harbour of north-", "Hallbrook"]),
        ("潮が満ちる", "引く", ["潮が満ちる引く"]),
        ("조수가 밀려오고", "나간다", ["조수가 밀려오고 나간다"]),
    ],
)
def test_lines_are_put_together(first: str, second: str, expected: list[str]) -> None:
    """Two lines become one as their script and their hyphens ask for."""
    block = (line(first, 100), line(second, 125))
    assert paragraphs([block]) == expected


def test_outdented_line_is_new() -> None:
    """A line with a capital further left than the one above is no continuation of it."""
    block = (
        line("Tides of the harbour of Hallbrook", 100, left=90, width=300),
        line("Boats of the harbour of Hallbrook", 125, left=50, width=340),
    )
    assert len(paragraphs([block])) == 2


def test_wrapped_line_goes_on() -> None:
    """A blank at the end of a line, where the next word did not fit, says that it goes on."""
    first = Line("ships, boats and the like of", 50, 330, 100, 20, wrapped=True)
    assert paragraphs([(first, line("Hallbrook", 125))]) == ["ships, boats and the like of Hallbrook"]


def test_distant_lines_are_apart() -> None:
    """Lines with a gap between them are two paragraphs."""
    block = (line("the harbour is closed to all", 100), line("boats", 145))
    assert paragraphs([block]) == ["the harbour is closed to all", "boats"]


def test_lines_that_cannot_be_cut_stay() -> None:
    """Texts that overlap in both directions are read in the order in which they were drawn."""
    lines = [
        line("low", 300, left=50, width=200, size=150),
        line("high", 250, left=100, width=200, size=150),
    ]
    assert [block[0].text for block in blocks_in_order(lines)] == ["low", "high"]


def test_lines_nested_without_end_are_read() -> None:
    """Lines laid out so that each cut takes off a single one are all read, however many they are."""
    spiral = [
        line("x", 10_000 - number * 30, left=number * 30, width=20_000)
        if number % 2
        else line("y", 10_000 - number * 30, left=number * 30 - 40, width=10, size=20_000)
        for number in range(300)
    ]
    assert sum(map(len, blocks_in_order(spiral))) == 300


@pytest.mark.parametrize(
    ("rotation", "point", "direction"),
    [(0, (10, 70), (1, -2)), (90, (30, 10), (2, 1)), (180, (90, 30), (-1, 2)), (270, (70, 90), (-2, -1))],
)
def test_positions_are_those_on_the_shown_page(
    rotation: int, point: tuple[float, float], direction: tuple[float, float]
) -> None:
    """Points and directions turn with the page, and count from its top left corner."""
    shown = Shown(0, 0, 100, 100, rotation)
    assert (shown.point(10, 30), shown.direction(1, 2)) == (point, direction)
