"""Measure the style sheets and scripts that a page loads, as they are and with gzip, as hosts send them.

Usage: ``python page_files.py [--write]``.
"""

from __future__ import annotations

import argparse
import gzip
from pathlib import Path

from sphinx_eventreport.sphinx_ext.page import html_context as loaded
from sphinx_eventreport.sphinx_ext.writers import style_links as styles

KILOBYTE = 1_000
PAGES: tuple[tuple[str, tuple[str, ...], float | None], ...] = (
    ("any page of ours", (styles.STYLE, loaded.SCRIPT, loaded.LANDING_SCRIPT), None),
    ("a page with slides, besides", (styles.SLIDES_STYLE, *loaded.SLIDES_SCRIPTS), 12.0),
    (
        "a page with a listing that readers filter, besides",
        (styles.LISTINGS_STYLE, *loaded.LISTINGS_SCRIPTS),
        None,
    ),
)
"""What a page loads, and how many kB with gzip it may have."""
RESULTS = Path(__file__).with_name("page_files.md")


def sizes(names: tuple[str, ...]) -> tuple[float, float]:
    """Return how many kB the files *names* have, and how many with gzip."""
    contents = [(loaded.STATIC_FOLDER / name).read_bytes() for name in names]
    packed = sum(len(gzip.compress(content, 9)) for content in contents)
    return sum(map(len, contents)) / KILOBYTE, packed / KILOBYTE


def page_of_results() -> str:
    """Return the page with the table."""
    lines = ["| | kB | with gzip | target |", "| --- | ---: | ---: | --- |"]
    for what, names, target in PAGES:
        plain, packed = sizes(names)
        asked = "" if target is None else f"{target:g}, {'met' if packed <= target else 'missed'}"
        lines.append(f"| {what} | {plain:.1f} | {packed:.1f} | {asked} |")
    table = "\n".join(lines)
    return f"# Style sheets and scripts of a page\n\nWritten by `python page_files.py --write`.\n\n{table}\n"


def main() -> None:
    """Print the table, and write it where that is asked for."""
    parser = argparse.ArgumentParser(description="What a page loads of ours.")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    print(text := page_of_results())
    if parser.parse_args().write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
