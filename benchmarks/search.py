"""Ask a made-up site some eighty questions in a browser: is the answer first, and in sight after a click.

``python search.py --write`` asks both engines and writes ``search.md``. With another version of the extension
on ``PYTHONPATH``, the same questions are asked of that. It needs what the tests need: Chromium, playwright,
reportlab, furo, and Pagefind's program for the second engine.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright
from search_site import SPEAKERS, Event, SiteWriter, Talk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

RESULTS = Path(__file__).parent / "search.md"
IN_SIGHT = """(wanted) => {
  const bare = (text) => text.normalize("NFC").replace(/\\s+/g, " ").toLowerCase();
  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility() && box.bottom > 0 && box.top < innerHeight && box.height > 0;
  };
  return [...document.querySelectorAll("main *, [role=main] *, article *")].some((element) =>
    isSeen(element) && bare(element.textContent).includes(bare(wanted)) &&
    ![...element.children].some((child) => bare(child.textContent).includes(bare(wanted))));
}"""


@dataclass(frozen=True)
class Question:
    """What is typed, the page that has the answer, and the text that is to be in sight."""

    kind: str
    typed: str
    docnames: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Answer:
    """The place of the first right result, whether its text was in sight, how long it took."""

    question: Question
    rank: int | None
    is_right: bool
    milliseconds: float


def questions(events: list[Event]) -> Iterator[Question]:
    """Yield the questions, the same for each run."""
    rng = random.Random("asked")
    talks = [talk for event in events for talk in event.talks]
    for talk in rng.sample(talks, 8):
        yield Question("title of a talk", talk.title, (talk.docname,), talk.title)
    for talk in rng.sample(talks, 8):
        words = talk.title.split()
        yield Question(
            "three words of a title", " ".join(rng.sample(words, 3)).lower(), (talk.docname,), talk.title
        )
    for talk in rng.sample(talks, 8):
        slide = rng.choice(talk.slides)
        rare = slide[1].split()[-1]
        yield Question("rare word of a slide", rare, (talk.docname,), slide[1])
    for talk, slide in _pairs(rng, talks):
        yield Question("common words of a slide", " ".join(slide[2].split()[:2]), (talk.docname,), slide[2])
    for talk in rng.sample(talks, 10):
        yield Question("rare word of the prose", talk.rare, (talk.docname,), talk.rare)
    for event in rng.sample(events, 8):
        words = event.decision.rstrip(".").split()
        yield Question("decision", f"{words[3]} drops {words[-1]}", (event.docname,), event.decision)
    for event in rng.sample(events, 6):
        yield Question("town and year", f"{event.town} {event.day.year}", (event.docname,), event.town)
    yield from _about_people(talks)
    for talk in talks:
        if talk.odd:
            typed = "matrix" if talk.odd[0] == "matrices" else bare(talk.odd[0])
            yield Question("number, sign, accent, other form", typed, (talk.docname,), talk.odd[0])


def _about_people(talks: list[Talk]) -> Iterator[Question]:
    """Yield questions for names: some without accents, the others with a letter left out."""
    for index, name in enumerate(SPEAKERS[:12]):
        right = tuple(dict.fromkeys(talk.docname for talk in talks if talk.speaker == name))
        places = (f"people/{_slug(name)}", "eventreport-people", *right)
        if index % 2:
            yield Question("name, one letter left out", name[:-2] + name[-1], places, name)
        else:
            yield Question("name without accents", bare(name), places, name)


def bare(text: str) -> str:
    """Return *text* as somebody types it who has no accents on the keyboard."""
    text = text.lower().translate(str.maketrans("łøı", "loi"))
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def _slug(name: str) -> str:
    return "-".join(bare(name).split())


def _pairs(rng: random.Random, talks: list[Talk]) -> Iterator[tuple[Talk, list[str]]]:
    """Yield slides whose first two words stand together on no other one."""
    slides = [(talk, slide) for talk in talks for slide in talk.slides]
    texts = [set(" ".join(slide).lower().split()) for _talk, slide in slides]
    found = 0
    for talk, slide in rng.sample(slides, len(slides)):
        words = set(slide[2].lower().split()[:2])
        if found < 6 and len(words) > 1 and sum(words <= text for text in texts) == 1:  # noqa: PLR2004
            found += 1
            yield talk, slide


class Reader:
    """Asks, and follows the first result that leads to the right page."""

    def __init__(self, page: Page, base: str) -> None:
        """Begin at *base*."""
        self.page, self.base = page, base
        page.goto(f"{base}/search.html")

    def ask(self, question: Question) -> Answer:
        """Ask one question."""
        page = self.page
        page.goto(f"{self.base}/search.html")
        field = page.locator("input[name=q]:visible").first
        field.fill(question.typed)
        begun = time.perf_counter()
        with page.expect_navigation():
            field.press("Enter")
        page.wait_for_function("() => document.querySelector('.search-summary')?.innerText", timeout=30_000)
        took = 1000 * (time.perf_counter() - begun)
        page.wait_for_timeout(200)
        links = page.locator("#search-results li a")
        found = links.evaluate_all("(links) => links.map((link) => link.href)")
        paths = [url.removeprefix(f"{self.base}/").partition("#")[0].removesuffix(".html") for url in found]
        rank = next((rank for rank, path in enumerate(paths, 1) if path in question.docnames), None)
        if rank is None:
            return Answer(question, None, is_right=False, milliseconds=took)
        with page.expect_navigation():
            links.nth(rank - 1).click()
        page.wait_for_load_state()
        page.wait_for_timeout(600)
        return Answer(question, rank, page.evaluate(IN_SIGHT, question.text), took)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        pass


def measure(root: Path, engine: str) -> dict[str, Any]:
    """Build the site in *root* for one *engine*, ask everything, and return what came of it."""
    out = root / engine
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-d",
        str(root / f"{engine}-trees"),
        str(root / "source"),
        str(out),
    ]
    begun = time.perf_counter()
    store = ["-D", f"eventreport_deck_store={root / 'store'}"]
    subprocess.run([*command, *store, "-D", f"eventreport_search={engine}"], check=True)
    seconds = time.perf_counter() - begun
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(out)))
    Thread(target=server.serve_forever, daemon=True).start()
    asked = [
        Question(**{**row, "docnames": tuple(row["docnames"])})
        for row in json.loads((root / "asked.json").read_text())
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        reader = Reader(
            browser.new_page(viewport={"width": 1280, "height": 800}),
            f"http://127.0.0.1:{server.server_port}",
        )
        answers = [reader.ask(question) for question in asked]
        browser.close()
    server.shutdown()
    index = gzip.compress((out / "searchindex.js").read_bytes())
    return {"answers": answers, "seconds": seconds, "index": len(index)}


def table(found: dict[str, dict[str, Any]]) -> str:
    """Return the tables of all engines."""
    kinds = dict.fromkeys(answer.question.kind for each in found.values() for answer in each["answers"])
    rows = []
    for kind in (*kinds, ""):
        cells = [kind or "all"]
        for each in found.values():
            of_kind = [answer for answer in each["answers"] if kind in {"", answer.question.kind}]
            first = sum(answer.rank == 1 for answer in of_kind)
            right = sum(answer.is_right for answer in of_kind)
            cells += [f"{first} of {len(of_kind)}", f"{right} of {len(of_kind)}"]
        rows.append(cells)
    head = ["question", *(f"{engine}: {what}" for engine in found for what in ("first", "in sight"))]
    costs = [
        [
            engine,
            f"{median(answer.milliseconds for answer in each['answers']):.0f}",
            f"{each['index'] / 1000:.1f}",
        ]
        for engine, each in found.items()
    ]
    measured = ["engine", "first result, ms", "searchindex.js, kB gzip"]
    return f"{markdown(head, rows)}\n{markdown(measured, costs)}"


def markdown(head: list[str], rows: list[list[str]]) -> str:
    """Return a table."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def main() -> None:
    """Measure, and print or write the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--engines", nargs="+", default=["sphinx", "pagefind"])
    parser.add_argument("--write", action="store_true", help="write search.md")
    parser.add_argument("--work", type=Path, help="a folder to keep, with the pictures of slides")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = options.work or Path(folder)
        asked = [vars(question) for question in questions(SiteWriter(root / "source").write())]
        (root / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
        text = table({engine: measure(root, engine) for engine in options.engines})
    print(text)
    if options.write:
        head, mark, _old = RESULTS.read_text(encoding="utf-8").partition("<!-- written by search.py -->\n")
        RESULTS.write_text(f"{head}{mark}\n{text}", encoding="utf-8")


if __name__ == "__main__":
    main()
