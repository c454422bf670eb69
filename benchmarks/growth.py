"""Measure how the cost of large inputs grows, and print it as a Markdown table.

Each case is made in several sizes, and its command runs in a process of its own. What the same command takes
with the smallest input, one item, is taken off, so that start-up does not hide what grows. The rest is fitted
to ``cost = c * size ** e``: e is 1 where twice the input takes twice as long, and is to be at most 1.1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from pdf_pages import write_pdf
from processes import Usage, run
from tables import exponent, machine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

RESULTS = Path(__file__).with_name("growth.md")
WANTED = 1.1
CONF = 'project = "Growth"\nhtml_theme = "alabaster"\nextensions = ["sphinx_eventreport"]\n'
HEAD = "---\nevent:\n  name: Kite Day\n  start: 2021-03-04\n---\n\n# Kite Day\n\n"
FIRST_DAY = date(1990, 1, 1)
BUILD = ("-m", "sphinx", "-q", "-b", "html", "source", "out")
OURS = ("-m", "sphinx_eventreport")
READ_DECK = "import sys; from sphinx_eventreport.decks.reading import read_pages; print(len(read_pages("
READ_DECK += "open(sys.argv[1], 'rb').read(), None, range(1, 9999)).slides))"


@dataclass(frozen=True, slots=True)
class Case:
    """Something that can be large.

    ``write`` puts so many items into a folder; ``command`` is what Python runs there.
    """

    name: str
    sizes: tuple[int, ...]
    write: Callable[[Path, int], None]
    command: tuple[str, ...] = BUILD


def page(folder: Path, text: str, conf: str = "") -> None:
    """Write a site of one page into *folder*, with more lines of *conf*."""
    source = folder / "source"
    source.mkdir()
    (source / "conf.py").write_text(CONF + conf, encoding="utf-8")
    (source / "index.md").write_text(text, encoding="utf-8")


def embeds(folder: Path, count: int) -> None:
    """Write a page with *count* embeds of one address, which want the same label; 31 bytes each."""
    page(folder, HEAD + "<embed src=https://a.b/c.pdf>\n\n" * count)


def talks(folder: Path, count: int) -> None:
    """Write a report with *count* talks in its body, each with a speaker and a paragraph."""
    sections = (f"## Tails {n} by Jo Quay{n % 97}\n\nAbout kites and wind.\n\n" for n in range(count))
    page(folder, HEAD + "".join(sections) + "```{talk-list}\n```\n")


def listed_talks(folder: Path, count: int) -> None:
    """Write a report with *count* talks in its front matter."""
    items = (
        f"- {{title: Tails {n}, speakers: Jo Quay{n % 97}, deck: https://a.b/{n}.pdf}}\n"
        for n in range(count)
    )
    page(folder, HEAD.replace("---\n\n#", f"talks:\n{''.join(items)}---\n\n#"))


def reports(folder: Path, count: int) -> None:
    """Write *count* short reports, each with a talk, and an index with all of them."""
    page(folder, "# Reports\n\n```{event-list}\n```\n\n```{talk-list}\n```\n")
    for n in range(count):
        day = FIRST_DAY + timedelta(days=n)
        head = HEAD.replace("Kite Day", f"Kite Day {n}").replace("2021-03-04", str(day))
        text = f"{head}## Tails {n} by Jo Quay{n % 997}\n\nWind.\n"
        (folder / "source" / f"{day}-kites.md").write_text(text, encoding="utf-8")


def hosted_decks(folder: Path, count: int) -> None:
    """Write a page with *count* decks of other hosts."""
    page(folder, HEAD + "".join(f"```{{deck}} https://kites.example/{n}.pdf\n```\n\n" for n in range(count)))


def pages_with_decks(folder: Path, count: int) -> None:
    """Write *count* reports with a talk, each with a deck of another host."""
    page(folder, HEAD)
    for n in range(count):
        text = f"{HEAD}## Tails {n} by Jo Quay{n % 97}\n\n```{{deck}} https://kites.example/{n}.pdf\n```\n"
        (folder / "source" / f"{n}.md").write_text(text, encoding="utf-8")


def pdf_decks(folder: Path, count: int) -> None:
    """Write a page with *count* PDFs of a page each, all different."""
    page(folder, HEAD + "".join(f"```{{deck}} {n}.pdf\n```\n\n" for n in range(count)))
    for n in range(count):
        write_pdf(folder / "source" / f"{n}.pdf", [f"Tails {n}"])


def long_deck(folder: Path, count: int) -> None:
    """Write a PDF of *count* pages."""
    write_pdf(folder / "deck.pdf", [f"Tails {n} and what holds them" for n in range(count)])


def part_of_a_long_deck(folder: Path, count: int) -> None:
    """Write a page that shows ten slides of a PDF of *count* pages."""
    page(folder, HEAD + "```{deck} deck.pdf\n:pages: 1-10\n```\n")
    write_pdf(folder / "source" / "deck.pdf", [f"Tails {n} and what holds them" for n in range(count)])


def people_file(folder: Path, count: int) -> None:
    """Write a file of *count* people, whom no report names."""
    page(folder, HEAD + "```{person-list}\n```\n", conf='eventreport_people = "people.yml"\n')
    people = "".join(f"person-{n}:\n  name: {name(n)}\n  aliases: [J. {name(n)}]\n" for n in range(count))
    (folder / "source" / "people.yml").write_text(people, encoding="utf-8")


def speakers(folder: Path, count: int) -> None:
    """Write reports with 100 talks each, of *count* speakers altogether."""
    page(folder, "# People\n\n```{person-list}\n```\n")
    for first in range(0, count, 100):
        day = FIRST_DAY + timedelta(days=first)
        numbers = range(first, min(first + 100, count))
        sections = "".join(f"## Tails {n} by {name(n)}\n\nWind.\n\n" for n in numbers)
        text = HEAD.replace("2021-03-04", str(day)) + sections
        (folder / "source" / f"{day}-kites.md").write_text(text, encoding="utf-8")


def name(number: int) -> str:
    """Return a name that no other number has, and few are like."""
    syllables = ("ka", "lo", "mi", "nu", "pe", "ra", "so", "ti", "vu", "ze")
    digits = "".join(syllables[int(digit)] for digit in f"{number:05d}")
    return f"{digits[:4].title()} {digits[4:].title()}"


CASES = (
    Case("equal labels: `<embed>` on a page", (1_875, 3_750, 7_500, 15_000), embeds),
    Case("talks of a report, in its body", (1_000, 2_000, 4_000, 8_000), talks),
    Case("talks of a report, in its front matter", (125, 250, 500, 1_000), listed_talks),
    Case("reports", (1_250, 2_500, 5_000, 10_000), reports),
    Case("decks of other hosts on a page", (500, 1_000, 2_000, 4_000), hosted_decks),
    Case("PDFs on a page", (125, 250, 500), pdf_decks),
    Case("pages of a PDF, read", (750, 1_500, 3_000), long_deck, ("-c", READ_DECK, "deck.pdf")),
    Case("pages of a PDF of which ten are shown", (750, 1_500, 3_000), part_of_a_long_deck),
    Case("people in the people file", (6_250, 12_500, 25_000, 50_000), people_file),
    Case("speakers", (6_250, 12_500, 25_000, 50_000), speakers),
    Case("speakers, `check`", (6_250, 12_500, 25_000, 50_000), speakers, (*OURS, "check", "source")),
    Case("talks of a report, `check`", (1_000, 2_000, 4_000, 8_000), talks, (*OURS, "check", "source")),
    Case(
        "talks of a report, `import`", (1_000, 2_000, 4_000, 8_000), talks, (*OURS, "import", "source", "new")
    ),
    Case(
        "decks, `archive --dry-run`",
        (2_000, 4_000, 8_000, 16_000),
        hosted_decks,
        (*OURS, "archive", "source", "--dry-run"),
    ),
    Case(
        "pages with a deck, `archive --dry-run`",
        (500, 1_000, 2_000, 4_000),
        pages_with_decks,
        (*OURS, "archive", "source", "--dry-run"),
    ),
)


def cost(case: Case, count: int) -> Usage:
    """Return what *count* items of *case* take."""
    with tempfile.TemporaryDirectory() as folder:
        case.write(Path(folder), count)
        return run([sys.executable, *case.command], Path(folder), Path(folder, "log"))


def row(case: Case, rounds: int, divisor: int) -> str:
    """Return the row of *case* in the table, with all sizes divided by *divisor*."""
    base = median(cost(case, 1).cpu for _ in range(rounds))
    sizes = [size // divisor for size in case.sizes]
    cells = []
    points: list[tuple[float, float]] = []
    for size in sizes:
        usages = [cost(case, size) for _ in range(rounds)]
        cpu = median(usage.cpu for usage in usages)
        points.append((size, max(cpu - base, 0.001)))
        cells.append(f"{size:,}: {cpu:.1f}")
    memory = max(usage.memory for usage in usages)
    whole, last = exponent(points), exponent(points[-2:])
    return (
        f"| {case.name} | {base:.1f} | {', '.join(cells)} | {memory / 1e6:.0f} | {whole:.2f} | {last:.2f} |"
    )


def table(cases: Sequence[Case], rounds: int, divisor: int) -> str:
    """Return the table of *cases*."""
    lines = [
        "| what | one, CPU s | number: CPU s | largest, MB | exponent | of the last two |",
        "| --- | ---: | --- | ---: | ---: | ---: |",
    ]
    for case in cases:
        lines.append(row(case, rounds, divisor))
        print(lines[-1], flush=True, file=sys.stderr)
    return "\n".join(lines)


def main() -> None:
    """Measure, and print the table; with --write, keep it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--rounds", type=int, default=1, help="rounds, of which the medians count (default: 1)"
    )
    parser.add_argument(
        "--divisor", type=int, default=1, metavar="N", help="make all inputs N times as small"
    )
    parser.add_argument("--only", default="", metavar="WORDS", help="cases with these words in their name")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name} beside this script")
    options = parser.parse_args()
    found = table([case for case in CASES if options.only in case.name], options.rounds, options.divisor)
    text = f"# Growth\n\nWritten by `growth.py`: medians of {options.rounds} rounds. The exponents are to be"
    text += f" at most {WANTED}.\n\n{machine()}\n\n{found}\n"
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
