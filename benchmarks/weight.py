"""Measure what five decks of 30 slides weigh in a browser: bytes and memory, before and after somebody reads.

The same page without decks is the measure. Pages are served on this machine to the system's Chromium; memory
is the proportional set size of its renderer processes, without that of files, which only Linux tells.
Needs the extra ``test``.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from statistics import median
from threading import Thread
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from reportlab.pdfgen.canvas import Canvas
from tables import machine
from vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Response

DECKS, SLIDES = 5, 30
SIZE = (960, 540)
COLOURS = ("#0b3954", "#7a1f3d", "#1f6f50", "#5b3a8c", "#8c4a0b")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    # A process kept ready for the next page comes and goes, and is of 40 MB.
    "--disable-features=SpareRendererForSitePerProcess",
]
MEGABYTE = 1_000_000
# What is measured, its digits, and how much more than without decks it may be, where something is asked.
ROWS = (
    ("pictures before anybody reads", "pictures", 2, 0.25),
    ("memory before reading", "opened", 1, 15.0),
    ("memory after scrolling through the page", "scrolled", 1, 120.0),
    ("memory after turning through all slides as well", "turned", 1, None),
    ("the same, when the browser is told that memory is short", "kept", 1, 120.0),
)
RESULTS = Path(__file__).with_name("weight.md")
CALM = 1.5
"""Seconds without anything to do, after which memory is read."""

SCROLL = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let y = 0; y < document.body.scrollHeight; y += 300) { window.scrollTo(0, y); await frame(); }
}"""
"""From the top of the page to its end."""

TURN = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (const stage of document.querySelectorAll(".er-stage")) {
    stage.scrollIntoView({ behavior: "instant", block: "center" });
    for (const slide of stage.querySelectorAll(".er-slide")) {
      stage.scrollTo({ left: slide.offsetLeft, behavior: "instant" });
      await frame();
      const picture = slide.querySelector("img");
      if (!picture.complete) await new Promise((done) => { picture.onload = picture.onerror = done; });
      await picture.decode().catch(() => {}); // It may have become the small one meanwhile.
      await frame();
    }
  }
}"""
"""Every slide of every deck."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of pictures, and memory at each step, in millions."""

    pictures: float
    opened: float
    scrolled: float
    turned: float
    kept: float


def deck(number: int) -> bytes:
    """Return a PDF of made-up slides: a title, a bar of colour, lines, a diagram."""
    rng = random.Random(number)
    words = Vocabulary()
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=SIZE, invariant=1)
    for page in range(SLIDES):
        canvas.setFillColor(COLOURS[number % len(COLOURS)])
        canvas.rect(0, 500, SIZE[0], 40, fill=1, stroke=0)
        canvas.setFont("Helvetica-Bold", 36)
        canvas.drawString(60, 430, " ".join(words.draw(rng, 3)).capitalize())
        canvas.setFillColor("#222222")
        canvas.setFont("Helvetica", 22)
        for line in range(4):
            canvas.drawString(80, 370 - 42 * line, " ".join(words.draw(rng, 6)))
        canvas.setFillColor(COLOURS[(number + page) % len(COLOURS)])
        for column in range(8):
            canvas.rect(80 + 100 * column, 60, 60, rng.randrange(20, 140), fill=1, stroke=0)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def report(*, has_decks: bool) -> str:
    """Return a report of as many talks as there are decks, with them or without."""
    words = Vocabulary()
    rng = random.Random(0)
    lines = ["---", "title: A day", "date: 2025-05-01", "event: A day", "---", ""]
    for number in range(DECKS):
        lines += [f"## Talk {number}", ""]
        lines += [f"```{{deck}} deck-{number}.pdf", "```", ""] if has_decks else []
        lines += [" ".join(words.draw(rng, 200)).capitalize() + ".", ""]
    return "\n".join(lines)


def build(root: Path, *, has_decks: bool) -> Path:
    """Build the page, and return the folder of the site."""
    source = root / "source"
    source.mkdir(parents=True)
    conf = 'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\n'
    (source / "conf.py").write_text(conf, encoding="utf-8")
    (source / "index.md").write_text(report(has_decks=has_decks), encoding="utf-8")
    for number in range(DECKS if has_decks else 0):
        (source / f"deck-{number}.pdf").write_bytes(deck(number))
    command = [sys.executable, "-m", "sphinx", "-q", str(source), str(root / "html")]
    subprocess.run(command, check=True)
    return root / "html"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* on this machine, and yield the address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def memory(browser: Browser, page: Page) -> float:
    """Return the memory of all renderers, when the page has come to rest."""
    page.wait_for_load_state("networkidle")
    page.request_gc()
    time.sleep(CALM)
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return sum(_pss(each["id"]) for each in processes if each["type"] == "renderer") / MEGABYTE


def _pss(process: int) -> int:
    text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    # Not of files: how the browser's own code is shared out depends on what else runs.
    counted = ("Pss_Anon:", "Pss_Shmem:")
    return sum(1024 * int(line.split()[1]) for line in text.splitlines() if line.startswith(counted))


def weigh(folder: Path, chromium: str) -> Weight:
    """Open the page in a browser of its own, and read all of it."""
    pictures: list[int] = []
    with sync_playwright() as playwright, served(folder) as address:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("response", lambda got: pictures.append(_size(got)))
        page.goto(address)
        opened = memory(browser, page)
        before = sum(pictures) / MEGABYTE
        page.evaluate(SCROLL)
        scrolled = memory(browser, page)
        page.evaluate(TURN)
        turned = memory(browser, page)
        pressure = {"level": "critical"}
        page.context.new_cdp_session(page).send("Memory.simulatePressureNotification", pressure)
        kept = memory(browser, page)
        browser.close()
    return Weight(before, opened, scrolled, turned, kept)


def _size(got: Response) -> int:
    return int(got.headers.get("content-length", 0)) if got.request.resource_type == "image" else 0


def table(without: Weight, with_decks: Weight) -> str:
    """Return the numbers as a table, with what is asked of them."""
    lines = ["| MB | without decks | with decks | more | target |", "| --- | ---: | ---: | ---: | --- |"]
    for what, name, digits, target in ROWS:
        base, ours = getattr(without, name), getattr(with_decks, name)
        numbers = " | ".join(f"{number:.{digits}f}" for number in (base, ours, ours - base))
        asked = "" if target is None else f"{target:g}, {'met' if ours - base <= target else 'missed'}"
        lines.append(f"| {what} | {numbers} | {asked} |")
    return "\n".join(lines)


def page_of_results(numbers: str, rounds: int) -> str:
    """Return the page with the table, the machine, and how to read it."""
    return (
        "# What five decks of 30 slides weigh in a browser\n\n"
        f"Medians of `python weight.py --write` in MB; rounds: {rounds}. Memory is that of the\n"
        f"browser's renderer processes, without the files that they map.\n\n{numbers}\n\n{machine()}\n\n"
        "Without a graphics processor, Chromium keeps what it has decoded, 3.7 MB a slide, until memory is\n"
        "short, whether or not the page still shows it: see the last two lines.\n"
    )


def main() -> None:
    """Measure in rounds, and print the medians."""
    parser = argparse.ArgumentParser(description="What five decks of 30 slides weigh in a browser.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no `chromium` on this system (apt-get install chromium)")
    with tempfile.TemporaryDirectory() as root:
        folders = [build(Path(root, str(has_decks)), has_decks=has_decks) for has_decks in (False, True)]
        rounds = [[weigh(folder, chromium) for folder in folders] for _ in range(options.rounds)]
    names = [field.name for field in fields(Weight)]
    weights = [
        Weight(*(median(getattr(each, name) for each in variant) for name in names))
        for variant in zip(*rounds, strict=True)
    ]
    print(text := page_of_results(table(*weights), options.rounds))
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
