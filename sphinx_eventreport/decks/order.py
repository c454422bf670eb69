"""The reading order of the lines of a page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_eventreport.decks.lines import Line

Block = tuple["Line", ...]

_BLOCK_LEADING = 2.6
"""Em from baseline to baseline: how far below a line the next line of its block may be.

Spaced list items are up to 2.5 apart in real decks; with a smaller value some of them are read as columns of
single lines. From 3 on, separate texts become one.
"""

_BLOCK_REACH = 1.0
"""Em: how far to the side of the line above a line of the same block may be, as outdented bullets are."""

_DEEPEST = 30
"""How deep cuts may be nested; what is left after them stays in the order in which it was drawn.

Real slides need 3: for title, body and footer, for columns, and for items. The limit is for pages that are
made to be cut endlessly.
"""


def blocks_in_order(lines: Sequence[Line]) -> list[Block]:
    """Return *lines* as blocks of consecutive lines in reading order: downwards, column by column.

    The page is cut horizontally where it is empty, the pieces vertically, and so on (the XY cut of Nagy and
    Seth). What cannot be cut stays in the order in which it was drawn.
    """
    if not lines:
        return []
    return _cut(_blocks(lines), _DEEPEST)


def _blocks(lines: Sequence[Line]) -> list[Block]:
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and _goes_on(blocks[-1][-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [tuple(block) for block in blocks]


def _goes_on(before: Line, line: Line) -> bool:
    size = max(before.size, line.size)
    below = 0 < line.base - before.base < size * _BLOCK_LEADING
    reach = size * _BLOCK_REACH
    return below and line.left < before.right + reach and line.right > before.left - reach


def _cut(blocks: list[Block], depth: int) -> list[Block]:
    if len(blocks) == 1 or not depth:
        return blocks
    for extent in (_height, _width):
        pieces = _split(blocks, extent)
        if len(pieces) > 1:
            return [block for piece in pieces for block in _cut(piece, depth - 1)]
    return blocks


def _split(blocks: list[Block], extent: Callable[[Block], tuple[float, float]]) -> list[list[Block]]:
    """Split *blocks* where the page is empty, in the direction of *extent*."""
    placed = sorted(((*extent(block), index) for index, block in enumerate(blocks)))
    pieces: list[list[int]] = [[placed[0][2]]]
    reach = placed[0][1]
    for _, (start, end, index) in pairwise(placed):
        if start >= reach:
            pieces.append([])
        pieces[-1].append(index)
        reach = max(reach, end)
    return [[blocks[index] for index in sorted(piece)] for piece in pieces]


def _height(block: Block) -> tuple[float, float]:
    return min(line.top for line in block), max(line.base for line in block)


def _width(block: Block) -> tuple[float, float]:
    return min(line.left for line in block), max(line.right for line in block)
