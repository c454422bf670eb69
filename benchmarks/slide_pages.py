"""What the small pages of slides cost: the same decks built with them and without, in turn.

Their pictures are drawn before, once, and kept in a store, as on any site but the first time; what that took
is measured apart. The medians of the processors' seconds are printed as a Markdown table.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from pathlib import Path
from statistics import median

from measure import build
from reportlab.pdfgen.canvas import Canvas
from sites import EVENTREPORT, Site

SLIDES = 50
"""Slides of a deck."""
REPORT = """\
---
event: {{name: Day {number}, start: 2024-05-17}}
---

# Day {number}

```{{deck}} {number}.pdf
```
"""
CONF = """
html_baseurl = "https://example.org/"
eventreport_deck_store = {store!r}
eventreport_slide_pages = {pages}
"""


def deck(number: int) -> bytes:
    """Return a deck of `SLIDES` slides, which is like no other."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(960, 540))
    for slide in range(1, SLIDES + 1):
        canvas.setFont("Helvetica", 40)
        canvas.drawString(60, 440, f"Slide {slide} of day {number}")
        canvas.setFont("Helvetica", 24)
        canvas.drawString(60, 340, "What the tide brought, and what it took away again.")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def write(decks: int, root: Path, store: Path, *, pages: bool) -> Site:
    """Return a site of as many reports as *decks* below *root*, whose slides have *pages* or have none."""
    site = Site(EVENTREPORT, 1, root)
    for number in range(decks):
        (site.source / f"day-{number}.md").write_text(REPORT.format(number=number), encoding="utf-8")
        (site.source / f"{number}.pdf").write_bytes(deck(number))
    with (site.source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(CONF.format(store=str(store), pages=pages))
    return site


def seconds(decks: int, store: Path, *, pages: bool) -> float:
    """Return the seconds that a build from nothing takes."""
    with tempfile.TemporaryDirectory() as folder:
        return build(write(decks, Path(folder), store, pages=pages)).cpu


def main() -> None:
    """Run the benchmark, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decks", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    taken: dict[bool, list[float]] = {False: [], True: []}
    with tempfile.TemporaryDirectory() as folder:
        drawn = {pages: seconds(arguments.decks, Path(folder), pages=pages) for pages in (False, True)}
        for number in range(arguments.rounds):
            for pages in (True, False) if number % 2 else (False, True):
                taken[pages].append(seconds(arguments.decks, Path(folder), pages=pages))
                print(f"round {number + 1}, pages: {pages}", file=sys.stderr)
    without, with_them = median(taken[False]), median(taken[True])
    print("| slides | without | with | more | drawing | drawing for chats |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    print(
        f"| {arguments.decks * SLIDES} | {without:.2f} s | {with_them:.2f} s | {with_them - without:.2f} s "
        f"| {drawn[False] - without:.2f} s | {drawn[True] - with_them:.2f} s |"
    )


if __name__ == "__main__":
    main()
