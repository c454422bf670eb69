"""What it costs to read and draw decks: against the libraries called directly, and in builds.

Paths of PDFs are taken from the command line; ``--made N`` makes one of N pages beside them. Prints
Markdown tables; all that is compared is measured in one run and in turn.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from tables import machine
from vocabulary import Vocabulary

from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.decks.drawing import draw_pages
from sphinx_eventreport.decks.keys import deck_file
from sphinx_eventreport.decks.model import PictureOptions
from sphinx_eventreport.decks.reading import read_pages
from sphinx_eventreport.decks.rendering import DrawRequest, draw
from sphinx_eventreport.decks.store import Store
from sphinx_eventreport.decks.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HEAD = """\
| deck | slides | direct, CPU ms | ours of direct | two workers of direct | speed of two | text, CPU ms |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |"""
SECOND_HEAD = """\
| second build without decks, CPU s | with decks | ratio |
| ---: | ---: | ---: |"""
WANTED = """\
Wanted: at most 1.15 of direct, two workers at least 1.8 times as fast on the clock as one, text at most 2 ms
a slide, a second build with decks at most 1.05 of one without."""
RESULTS = Path(__file__).with_name("decks.md")
OPTIONS = PictureOptions()
"""Those of the extension, if nothing else is said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds: of CPU, children included, and on the clock."""

    cpu: float
    wall: float


def measured(work: Callable[[], object]) -> Cost:
    """Do *work* once."""
    started, before = time.perf_counter(), _cpu()
    work()
    return Cost(_cpu() - before, time.perf_counter() - started)


def _cpu() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def in_turn(rounds: int, **works: Callable[[], object]) -> dict[str, Cost]:
    """Do all *works* in turn, *rounds* times; return the median of each."""
    costs: dict[str, list[Cost]] = {name: [] for name in works}
    for _round in range(rounds):
        for name, work in works.items():
            costs[name].append(measured(work))
    return {
        name: Cost(median(cost.cpu for cost in found), median(cost.wall for cost in found))
        for name, found in costs.items()
    }


def drawn_directly(pdf: bytes, count: int) -> None:
    """Draw both pictures of each page with pypdfium2 and Pillow, as their manuals show it."""
    document = pypdfium2.PdfDocument(pdf)
    for index in range(count):
        page = document[index]
        image = page.render(scale=OPTIONS.width / page.get_width()).to_pil().convert("RGB")
        image.save(io.BytesIO(), "WEBP", quality=OPTIONS.quality, method=OPTIONS.method)
        image.thumbnail((OPTIONS.thumbnail_width or 0, OPTIONS.width))
        image.save(io.BytesIO(), "WEBP", quality=OPTIONS.quality, method=OPTIONS.method)
        page.close()
    document.close()


def drawn_by_workers(path: Path, count: int, workers: int) -> None:
    """Draw all pages into an empty store with so many *workers*."""
    deck = deck_file(path)
    if isinstance(deck, Problem):
        sys.exit(str(deck))
    with tempfile.TemporaryDirectory() as folder, Workers(workers) as pool:
        problems = draw([DrawRequest(deck, OPTIONS, tuple(range(1, count + 1)))], Store(Path(folder)), pool)
    if problems:
        sys.exit(f"{path}: {problems}")


def made_deck(folder: Path, count: int) -> Path:
    """Write a PDF of *count* slides with made-up words."""
    path = folder / f"made-{count}-pages.pdf"
    words, rng = Vocabulary(1), random.Random(1)
    canvas = Canvas(str(path), pagesize=(960, 540), invariant=1)
    for _page in range(count):
        canvas.setFont("Helvetica", 36)
        canvas.drawString(60, 460, " ".join(words.draw(rng, 4)).capitalize())
        canvas.setFont("Helvetica", 24)
        for line in range(6):
            canvas.drawString(60, 380 - 50 * line, " ".join(words.draw(rng, 7)))
        canvas.showPage()
    canvas.save()
    return path


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of a deck of so many slides, or of several together."""

    name: str
    slides: int
    costs: dict[str, Cost]

    def row(self) -> str:
        """Return its row of the table."""
        costs = self.costs
        cells = (
            f"{self.name[:40]}",
            f"{self.slides}",
            f"{costs['direct'].cpu / self.slides * 1000:.1f}",
            f"{costs['ours'].cpu / costs['direct'].cpu:.2f}",
            f"{costs['two'].cpu / costs['direct'].cpu:.2f}",
            f"{costs['one'].wall / costs['two'].wall:.2f}",
            f"{costs['text'].cpu / self.slides * 1000:.2f}",
        )
        return f"| {' | '.join(cells)} |"


def measured_deck(path: Path, rounds: int) -> Measured:
    """Measure all that is compared, for one deck."""
    pdf = path.read_bytes()
    count = len(pypdfium2.PdfDocument(pdf))
    numbers = range(1, count + 1)
    costs = in_turn(
        rounds,
        direct=lambda: drawn_directly(pdf, count),
        ours=lambda: draw_pages(pdf, OPTIONS, numbers),
        text=lambda: read_pages(pdf),
        one=lambda: drawn_by_workers(path, count, 1),
        two=lambda: drawn_by_workers(path, count, 2),
    )
    return Measured(path.name, count, costs)


def together(decks: Sequence[Measured]) -> Measured:
    """Return the sums of *decks*."""
    costs = {
        work: Cost(sum(deck.costs[work].cpu for deck in decks), sum(deck.costs[work].wall for deck in decks))
        for work in decks[0].costs
    }
    return Measured("all of them", sum(deck.slides for deck in decks), costs)


def second_build_row(paths: Sequence[Path], rounds: int) -> str:
    """Return what a build without a change costs with decks, as a share of the same site without."""
    with tempfile.TemporaryDirectory() as folder:
        plain = _site(Path(folder, "plain"), ())
        decks = _site(Path(folder, "decks"), paths)
        for site in (plain, decks):
            _build(site)
        costs = in_turn(rounds, plain=lambda: _build(plain), decks=lambda: _build(decks))
    without, with_decks = costs["plain"].cpu, costs["decks"].cpu
    return f"| {without:.2f} | {with_decks:.2f} | {with_decks / without:.2f} |"


def _site(folder: Path, decks: Sequence[Path]) -> Path:
    """Write a site of twenty reports; each of the first ones has one of *decks*."""
    source = folder / "docs"
    source.mkdir(parents=True)
    (source / "conf.py").write_text('extensions = ["sphinx_eventreport"]\n', encoding="utf-8")
    (source / "index.md").write_text("# Site\n\n```{event-list}\n```\n", encoding="utf-8")
    for number in range(20):
        embed = "https://slides.example.org/deck"
        if number < len(decks):
            embed = f"deck-{number}.pdf"
            shutil.copy(decks[number], source / embed)
        head = f"---\ntitle: Event {number}\nevent: Event {number}\nlabel: event-{number}\n---\n"
        text = f"{head}\n## A talk\n\n```{{deck}} {embed}\n```\n"
        (source / f"2020-01-{number + 1:02d}-event.md").write_text(text, encoding="utf-8")
    return source


def _build(source: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", str(source), str(source.parent / "out")]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("decks", nargs="*", type=Path, help="PDF files")
    parser.add_argument("--made", type=int, default=500, help="pages of a deck that is made (default 500)")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured (default 3)")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    Image.init()
    with tempfile.TemporaryDirectory() as folder:
        paths = [*options.decks, made_deck(Path(folder), options.made)]
        text = report(paths, options.rounds)
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


def report(paths: Sequence[Path], rounds: int) -> str:
    """Return all tables as Markdown."""
    decks = []
    for path in paths:
        decks.append(measured_deck(path, rounds))
        print(decks[-1].row(), file=sys.stderr, flush=True)
    rows = [deck.row() for deck in (*decks, together(decks))]
    second = second_build_row(paths, 3 * rounds)
    lines = [
        "# What decks cost to draw",
        "",
        f"Written by `decks.py`: medians of {rounds} rounds.",
        "",
        machine(),
    ]
    lines += ["", HEAD, *rows, "", WANTED, "", SECOND_HEAD, second]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
