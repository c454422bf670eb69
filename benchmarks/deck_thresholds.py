"""How many slides hang on each threshold of `sphinx_eventreport.decks`: read again with others.

Paths of PDFs are taken from the command line. For each threshold, all of them are read with smaller and
larger values, and the slides counted whose title or text is another one. A threshold that lies well has
zeros on both sides; where it has none, the words of the slides say which side is right.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.decks.reading import read_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

RESULTS = Path(__file__).with_name("deck_thresholds.md")
FACTORS = (0.5, 0.7, 0.85, 0.95, 1.05, 1.15, 1.3, 2.0)
THRESHOLDS = (
    *(
        ("furniture", name)
        for name in "_MARGIN _SMALL _SAME_HEIGHT _FEWEST_PAGES _HABIT _HABIT_OF_TITLES".split()
    ),
    *(("glyphs", name) for name in "_SLANT _SAMPLE".split()),
    *(("lines", name) for name in "_LEVEL _CAP_HEIGHT _BLANK _OVERLAP _NEXT_PIECE _RAISED".split()),
    *(("order", name) for name in "_BLOCK_LEADING _BLOCK_REACH _DEEPEST".split()),
    *(
        ("paragraphs", name)
        for name in "_LEADING _SAME_SIZE _SLACK _FULL_WITHIN _SHORTEST_FULL _OUTDENT".split()
    ),
    *(("titles", name) for name in "_ZONE _CLEARLY_LARGER _SAME_SIZE _LEADING LONGEST_TITLE".split()),
    *(
        ("text", name)
        for name in "_UNREADABLE_SHARE _DISGUISED_SHARE _MISREAD_SHARE _UNMAPPED_SHARE _VOWEL_SHARE".split()
    ),
    *(("reading", name) for name in "_WITNESSES _MOST".split()),
)
_LARGEST_RATIO = 1.5
"""Larger thresholds are distances, in em."""

HEAD = f"""\
| threshold | value | {" | ".join(f"{factor:g} of it" for factor in FACTORS)} |
| --- | ---: | {" | ".join("---:" for _ in FACTORS)} |"""


def texts(pdfs: Sequence[bytes]) -> list[tuple[str, str]]:
    """Return title and text of all slides of *pdfs*."""
    contents = (read_pages(pdf) for pdf in pdfs)
    decks = (content for content in contents if not isinstance(content, Problem))
    return [(slide.title, slide.text) for content in decks for slide in content.slides]


def scaled(value: float, factor: float) -> float:
    """Return *value* times *factor*: a whole number of things, and of a ratio of sizes what is above 1."""
    if isinstance(value, int):
        return max(1, round(value * factor))
    return 1 + (value - 1) * factor if 1 < value < _LARGEST_RATIO else value * factor


def row(module_name: str, name: str, pdfs: Sequence[bytes], usual: Sequence[tuple[str, str]]) -> str:
    """Return how many slides are read differently with each of the factors."""
    module = import_module(f"sphinx_eventreport.decks.{module_name}")
    value = getattr(module, name)
    counts = []
    for factor in FACTORS:
        setattr(module, name, scaled(value, factor))
        counts.append(sum(before != now for before, now in zip(usual, texts(pdfs), strict=True)))
    setattr(module, name, value)
    return f"| `{module_name}.{name}` | {value:.3g} | {' | '.join(map(str, counts))} |"


def main() -> None:
    """Count, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("decks", nargs="+", type=Path, help="PDF files")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    pdfs = [path.read_bytes() for path in options.decks]
    usual = texts(pdfs)
    title = f"# Slides that are read differently with other thresholds, of {len(usual)} in {len(pdfs)} decks"
    rows = [row(module, name, pdfs, usual) for module, name in THRESHOLDS]
    text = "\n".join([title, "", "Written by `deck_thresholds.py`.", "", HEAD, *rows]) + "\n"
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
