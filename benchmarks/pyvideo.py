"""Build the PyVideo archive, or a share of it, and measure what that takes.

The archive is 540 events with 21,715 talks and 13,071 names of speakers; ``README.md`` beside this file
says how it is read. Ours is built cold in two processes with the theme furo, then again after
a title was edited. The same prose in plain Sphinx is what the edits are compared with, in turn.
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median, median_low
from typing import TYPE_CHECKING

from measure import files
from processes import Usage, run
from pyvideo_site import Archive, write_archive
from sites import EVENTREPORT, PLAIN_PYSTEMMER
from tables import exponent, machine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sites import Variant

SHARES = (10, 30, 100)
RESULTS = Path(__file__).with_name("pyvideo.md")
MEGABYTE = 1_000_000
LIMITS = {"wall": 900.0, "memory": 7000 * MEGABYTE}
"""What a build of the whole may take on Read the Docs: seconds, and bytes."""

MOST_GROWTH, MOST_OF_PLAIN = 1.1, 1.25
COLD_ROUNDS = 3
HEAVY = 12
EDITS = {"title edit": r"(?m)^(title: |# )(?=\S)", "talk edit": r"(?m)^(## )(?=\S)"}
"""What stands before the title that an edit changes."""

_WARNING = re.compile(r"\b(?:WARNING|ERROR): .*?(?:\[([\w.]+)\])?$")
HEAD = "share|events|talks|scenario|variant|CPU s|wall s|memory MB|written|site MB|environment MB|warnings"


@dataclass(frozen=True, slots=True)
class Sample:
    """One build of a share: what it took, how many files it wrote, and what stood there afterwards."""

    share: int
    events: int
    talks: int
    scenario: str
    variant: str
    usage: Usage
    written: int
    size: int
    environment: int
    warnings: Counter[str]

    def row(self) -> str:
        """Return the sample as a row of the table."""
        cells = (
            f"{self.share} %",
            f"{self.events:,}",
            f"{self.talks:,}",
            self.scenario,
            self.variant,
            f"{self.usage.cpu:.1f}",
            f"{self.usage.wall:.1f}",
            f"{self.usage.memory / MEGABYTE:,.0f}",
            f"{self.written:,}",
            f"{self.size / MEGABYTE:,.0f}",
            f"{self.environment / MEGABYTE:.1f}",
            f"{sum(self.warnings.values())}",
        )
        return f"| {' | '.join(cells)} |"


class Project:
    """The sources of one variant of a share, and what is built of them."""

    def __init__(self, archive: Archive, share: int, variant: Variant, root: Path) -> None:
        """Write the sources below *root*."""
        self.archive, self.share, self.variant, self.root = archive, share, variant, root
        self.output, self.doctrees = root / "html", root / "doctrees"
        self.events = write_archive(archive, root / "source", variant.flavour)

    def build(self, scenario: str, jobs: int) -> Sample:
        """Build once, in a process of its own."""
        before = files(self.output)
        paths = ("-d", str(self.doctrees), str(self.root / "source"), str(self.output))
        log = self.root / f"{scenario.replace(' ', '-')}.log"
        usage = run([*self.variant.command(), "-q", "-b", "html", "-j", str(jobs), *paths], self.root, log)
        after = files(self.output)
        sample = Sample(
            self.share,
            len(self.archive.events),
            self.archive.talks,
            scenario,
            self.variant.name,
            usage,
            written=len(after.items() - before.items()),
            size=sum(size for _time, size in after.values()),
            environment=(self.doctrees / "environment.pickle").stat().st_size,
            warnings=_warnings(log),
        )
        _say(sample.row())
        return sample

    def clean(self) -> None:
        """Forget what was built."""
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(self.doctrees, ignore_errors=True)

    def edit(self, scenario: str, number: int) -> None:
        """Give an event near the middle, or its first talk, another title."""
        path = self.events[(len(self.events) // 2 + number) % len(self.events)]
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(EDITS[scenario], r"\1Corrected ", text, count=1), encoding="utf-8")


def one_share(archive: Archive, share: int, root: Path, rounds: int, *, with_plain: bool) -> Iterator[Sample]:
    """Build *archive* cold in both variants, and then in turn after edits."""
    variants = (EVENTREPORT, PLAIN_PYSTEMMER) if with_plain else (EVENTREPORT,)
    projects = [Project(archive, share, variant, root / f"{variant.flavour}-{share}") for variant in variants]
    for _number in range(min(rounds, COLD_ROUNDS)):
        for project in projects:
            project.clean()
            yield project.build("cold -j 2", jobs=2)
    for number in range(rounds):
        for scenario in ("no change", *EDITS):
            for project in projects[:: -1 if number % 2 else 1]:
                if scenario in EDITS:
                    project.edit(scenario, number)
                yield project.build(scenario, jobs=1)


def targets(samples: Sequence[Sample]) -> str:
    """Return what was to be reached, and whether it was."""
    rows = ["| what | at most | measured | reached |", "| --- | ---: | ---: | --- |"]
    for what, limit, measured in _targets(samples):
        rows.append(f"| {what} | {limit:g} | {measured:.2f} | {'yes' if measured <= limit else 'no'} |")
    return "\n".join(rows)


def _targets(samples: Sequence[Sample]) -> Iterator[tuple[str, float, float]]:
    cold = [
        each for each in middle(samples) if each.scenario == "cold -j 2" and each.variant == EVENTREPORT.name
    ]
    whole = max(cold, key=lambda each: each.share)
    share = f"{whole.share} %"
    yield f"cold -j 2 of {share}, wall s", LIMITS["wall"], whole.usage.wall
    yield f"cold -j 2 of {share}, memory MB", LIMITS["memory"] / MEGABYTE, whole.usage.memory / MEGABYTE
    if len(cold) > 1:
        yield "growth exponent, CPU", MOST_GROWTH, exponent([(each.talks, each.usage.cpu) for each in cold])
        memory = [(each.talks, each.usage.memory) for each in cold]
        yield "growth exponent, memory", MOST_GROWTH, exponent(memory)
    for scenario in EDITS:
        found = [each for each in samples if (each.share, each.scenario) == (whole.share, scenario)]
        ours = [each.usage.cpu for each in found if each.variant == EVENTREPORT.name]
        plain = [each.usage.cpu for each in found if each.variant == PLAIN_PYSTEMMER.name]
        if plain:
            ratio = median(one / other for one, other in zip(ours, plain, strict=True))
            yield f"{scenario} of {share}, CPU, of plain's", MOST_OF_PLAIN, ratio


def middle(samples: Sequence[Sample]) -> list[Sample]:
    """Return of each build the one whose CPU time is the median over the rounds."""
    rounds: dict[tuple[int, str, str], list[Sample]] = {}
    for each in samples:
        rounds.setdefault((each.share, each.variant, each.scenario), []).append(each)
    return [
        next(each for each in found if each.usage.cpu == median_low(one.usage.cpu for one in found))
        for found in rounds.values()
    ]


def heaviest(output: Path) -> str:
    """Return a table of the largest files that a reader loads, as they are and as servers send them."""
    found = [path for path in output.rglob("*") if path.suffix in {".html", ".js"} and path.is_file()]
    found.sort(key=lambda path: path.stat().st_size, reverse=True)
    rows = ["| file | MB | MB, compressed |", "| --- | ---: | ---: |"]
    for path in found[:HEAVY]:
        data = path.read_bytes()
        sizes = (len(data) / MEGABYTE, len(gzip.compress(data, 6)) / MEGABYTE)
        rows.append(f"| {path.relative_to(output).as_posix()} | {sizes[0]:.2f} | {sizes[1]:.2f} |")
    return "\n".join(rows)


def warned(samples: Iterable[Sample]) -> str:
    """Return how often the cold builds of ours warned, and of what."""
    lines = [
        f"* {each.share} %: "
        + (", ".join(f"{count} {name}" for name, count in each.warnings.items()) or "none")
        for each in middle(samples)
        if each.scenario == "cold -j 2" and each.variant == EVENTREPORT.name
    ]
    return "\n".join(lines)


def report(samples: Sequence[Sample], heavy: str, note: str) -> str:
    """Return the whole report as Markdown."""
    rows = [f"| {' | '.join(HEAD.split('|'))} |", "| ---: | ---: | ---: | --- | --- " + "| ---: " * 7 + "|"]
    sections = [
        "# The PyVideo archive",
        "Written by `pyvideo.py`: each build several times, in turn with plain's. The table has the one "
        "with the median CPU time; ratios are medians of those within the rounds."
        + (f" {note}" if note else ""),
        machine(),
        "## Targets",
        targets(samples),
        "## Measurements",
        "\n".join([*rows, *(sample.row() for sample in middle(samples))]),
        "## The heaviest files",
        heavy,
        "## Warnings of the cold builds",
        warned(samples),
    ]
    return "\n\n".join(sections) + "\n"


def _warnings(log: Path) -> Counter[str]:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    found = filter(None, map(_WARNING.search, lines))
    return Counter(match[1] or "other" for match in found)


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, help="the archive, an event in JSON on each line (.jsonl.xz)")
    parser.add_argument("--shares", type=int, nargs="+", default=SHARES, metavar="PERCENT")
    parser.add_argument("--rounds", type=int, default=5, help="of builds after edits")
    parser.add_argument("--no-plain", action="store_true", help="build ours only")
    parser.add_argument(
        "--directory", type=Path, help="where the sites are built, and stay (default: nowhere)"
    )
    parser.add_argument("--note", default="", help="a sentence about the machine, for the results")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name} beside this script")
    return parser.parse_args()


def main() -> None:
    """Measure what the command line asks for, and print it."""
    options = _arguments()
    shares = sorted(options.shares)
    samples: list[Sample] = []
    with tempfile.TemporaryDirectory() as scratch:
        root = options.directory or Path(scratch)
        for share in shares:
            shutil.rmtree(root / f"eventreport-{share}", ignore_errors=True)
            shutil.rmtree(root / f"plain-{share}", ignore_errors=True)
            with_plain = share == shares[-1] and not options.no_plain
            archive = Archive.read(options.data, share)
            samples += one_share(archive, share, root, options.rounds, with_plain=with_plain)
        heavy = heaviest(root / f"eventreport-{shares[-1]}" / "html")
    text = report(samples, heavy, options.note)
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
