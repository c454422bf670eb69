"""The order in which one reads the lines of a page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_eventreport.decks.lines import Line

Block = tuple["Line", ...]

_BLOCK_LEADING = 2.6
"""Em, from baseline to baseline: how far below a line the next one of its block may stand.

Items of a list with space between them are up to 2.5 apart in real decks, and with less some would be read
as columns of single lines; from 3 on, two texts become one.
"""

_BLOCK_REACH = 1.0
"""Em: how far beside the line above a line may stand and still be of its block, as outdented bullets do."""

_DEEPEST = 30
"""How often a page is cut in two before the rest stays as it was drawn.

Real slides need 3: title, body and footer, columns, and their items. The rest is a margin; a page that is
made to be cut without end costs no more than this.
"""


def blocks_in_order(lines: Sequence[Line]) -> list[Block]:
    """Return *lines* as blocks, each drawn downwards in one go: from the top, column after column.

    A page is cut across where nothing stands, its pieces downwards, and so on (the XY cut of Nagy and
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
    """Split *blocks* where no block stands, in the direction of *extent*."""
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
