"""Have Lighthouse look at a report with five decks of 30 slides, and at an index of 100 cards.

Pages are served on this machine, with gzip as hosts do, to the Chromium of the system, as to a phone.
Lighthouse comes from npm: ``npm install lighthouse`` in a folder of your own, which ``--lighthouse`` names.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from statistics import median
from threading import Thread
from typing import TYPE_CHECKING, Any, BinaryIO

from generate import png, write_site
from tables import machine
from weight import DECKS, deck, report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CARDS = 100
THEMES = ("alabaster", "furo")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
CHROME = "--headless --no-sandbox --disable-gpu --disable-quic"
PERFECT = 100
RESULTS = Path(__file__).with_name("lighthouse.md")
CONF = (
    'extensions = ["sphinx_eventreport"]\nhtml_theme = "{theme}"\nproject = "Reports"\n'
    'html_favicon = "icon.png"\n'
)
SUMMARY = "description: What was said on a day of five talks, with the slides.\n"
META = "---\nmyst:\n  html_meta:\n    description: Minutes of a hundred events.\n---\n\n"


REASONS = """
What is below 100, and why:

* **Paint** (First and Largest Contentful Paint): the style sheets of the theme and of sphinx-design come
  before anything is painted. Of ours, neither a style sheet nor a script is waited for: links to style
  sheets stand in the text, where the first thing of ours is. While they stood in the head, the report
  with decks had 89 in alabaster and 90 in furo, with the first paint after 1.9 s and 1.4 s.
* **Total Blocking Time** with five decks: the browser lays out 150 slides, and the deck in sight
  gets its bar and its strip; those further down wait until a reader comes near. It is listed above
  only where it costs points, and grows with what else the machine does: to 900 ms beside other work.
* **Accessibility** in alabaster: headings of its sidebar are of the third level where none of the
  second is before.
"""


class Handler(SimpleHTTPRequestHandler):
    """Serves files as hosts do: what is text is packed, and may be kept."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Pack the answer where it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        kind = self.guess_type(path)
        if not path.is_file() or not (kind.startswith("text/") or "javascript" in kind or "svg" in kind):
            return super().send_head()
        packed = gzip.compress(path.read_bytes())
        self.send_response(200)
        headers = {"Content-Type": kind, "Content-Encoding": "gzip", "Content-Length": str(len(packed))}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        return BytesIO(packed)

    def end_headers(self) -> None:
        """Let browsers keep everything."""
        self.send_header("Cache-Control", "public, max-age=31536000")
        super().end_headers()


class Server(ThreadingHTTPServer):
    """Bears it that a browser goes away before it has everything."""

    daemon_threads = True

    def handle_error(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* on this machine, and yield the address."""
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def write_report(source: Path, *, has_decks: bool = True) -> None:
    """Write the report into *source*, with its decks or, to compare, without them."""
    source.mkdir(parents=True)
    text = report(has_decks=has_decks).replace("---\n", f"---\n{SUMMARY}", 1)
    (source / "index.md").write_text(text, encoding="utf-8")
    for number in range(DECKS if has_decks else 0):
        (source / f"deck-{number}.pdf").write_bytes(deck(number))


def write_index(source: Path) -> None:
    """Write the reports and their index into *source*."""
    write_site(CARDS, source, "eventreport")
    index = source / "index.md"
    index.write_text(META + index.read_text(encoding="utf-8"), encoding="utf-8")


PAGES = {
    "report, five decks of 30 slides": write_report,
    "the same without decks": partial(write_report, has_decks=False),
    f"index, {CARDS} cards": write_index,
}


def build(source: Path, theme: str) -> Path:
    """Build *source* in *theme*, and return the folder of the site."""
    (source / "icon.png").write_bytes(png(32, 32))
    (source / "conf.py").write_text(CONF.format(theme=theme), encoding="utf-8")
    target = source.with_name(f"{source.name}-{theme}")
    doctrees = source.with_name(f"{source.name}-doctrees")
    command = [sys.executable, "-m", "sphinx", "-q", "-d", str(doctrees), str(source), str(target)]
    subprocess.run(command, check=True)
    return target


def look(lighthouse: str, address: str) -> dict[str, Any]:
    """Return what Lighthouse says of the page at *address*."""
    command = [
        *(lighthouse, address, "--quiet", "--output=json", f"--chrome-flags={CHROME}"),
        f"--only-categories={','.join(CATEGORIES)}",
    ]
    environment = {"CHROME_PATH": shutil.which("chromium") or "", **os.environ}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def score(found: Mapping[str, Any], category: str) -> int:
    """Return the score of a category, up to 100."""
    return round(PERFECT * (found["categories"][category]["score"] or 0))


def missed(found: Mapping[str, Any]) -> list[str]:
    """Return what took something off a score: the audit, and where."""
    lines = []
    for category in CATEGORIES:
        for reference in found["categories"][category]["auditRefs"]:
            audit = found["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                items = (audit.get("details") or {}).get("items") or []
                places = [item["node"]["selector"] for item in items if "node" in item][:3]
                value = audit.get("displayValue") or ""
                lines.append(f"{category}: {' '.join(filter(None, (audit['title'], value, *places)))}")
    return lines


def page_of_results(rows: list[str], reasons: list[str], version: str, rounds: int) -> str:
    """Return the page with the table and what was missed."""
    heads = ("page", "theme", *CATEGORIES, "layout shift")
    lines = [f"| {' | '.join(heads)} |", "| --- | --- " + "| ---: " * (len(heads) - 2) + "|", *rows]
    return (
        "# What Lighthouse says\n\n"
        f"Lighthouse {version}, as a phone; medians of `python lighthouse.py --write`; rounds: {rounds}.\n\n"
        + "\n".join(lines)
        + "\n\nWhat takes something off a score:\n\n"
        + "\n".join(reasons or ["* nothing"])
        + f"\n{REASONS}\n{machine()}\n"
    )


def main() -> None:
    """Build, serve, look in rounds, and print the medians."""
    parser = argparse.ArgumentParser(description="What Lighthouse says of a report and of an index.")
    parser.add_argument("--lighthouse", default="lighthouse", help="the program, if it is not on the path")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    rows, reasons, version = [], [], ""
    with tempfile.TemporaryDirectory() as root:
        for number, (name, write) in enumerate(PAGES.items()):
            source = Path(root, str(number))
            write(source)
            for theme in THEMES:
                with served(build(source, theme)) as address:
                    looks = [look(options.lighthouse, f"{address}/index.html") for _ in range(options.rounds)]
                scores = [median(score(found, each) for found in looks) for each in CATEGORIES]
                shift = median(found["audits"]["cumulative-layout-shift"]["numericValue"] for found in looks)
                numbers = " | ".join(f"{each:.0f}" for each in scores)
                rows.append(f"| {name} | {theme} | {numbers} | {shift:.3f} |")
                reasons += [f"* {name}, {theme}: {line}" for line in missed(looks[0])]
                version = looks[0]["lighthouseVersion"]
    print(text := page_of_results(rows, reasons, version, options.rounds))
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
