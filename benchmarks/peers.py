"""Compare how long the same reports take with other tools that make sites: cold, and after edits.

Each tool is installed into an environment of its own below the directory given, and builds its own
copy of the same prose there. What is printed are tables in Markdown, with ratios to plain Sphinx.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from peer_sites import HUGO, OURS, PEERS, PLAIN, Peer
from processes import Usage, run
from tables import machine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

COUNT, LARGE = 1000, 5000
AT_LARGE = (PLAIN, OURS, HUGO)
SCENARIOS = ("cold", "no change", "body edit", "title edit")
RESULTS = Path(__file__).with_name("peers.md")
PROJECT = Path(__file__).parents[1]
MEGABYTE = 1_000_000
NEW_TITLES = ("Zyzzyva", "Xylyl")
"""Words that stand in no other report, in turn."""


@dataclass(frozen=True, slots=True)
class Key:
    """What was measured."""

    count: int
    scenario: str
    peer: str


@dataclass(frozen=True, slots=True)
class Tool:
    """A peer with the environment that it runs in."""

    peer: Peer
    environment: Path

    @classmethod
    def install(cls, peer: Peer, root: Path) -> Tool:
        """Make the environment of *peer* below *root*, unless it is there."""
        tool = cls(peer, root / "environments" / peer.name.replace(" ", "-"))
        if not tool.environment.is_dir():
            venv.create(tool.environment, with_pip=True)
            packages = peer.packages or (str(PROJECT),)
            pip = [tool.program("python"), "-m", "pip", "install", "--quiet", *packages]
            subprocess.run(pip, check=True)
        return tool

    def program(self, name: str) -> str:
        """Return the path of a program of the environment."""
        return str(self.environment / "bin" / name)

    def version(self) -> str:
        """Return what pip calls the tool, and its version."""
        package = (self.peer.packages or ("sphinx-eventreport",))[0].partition("[")[0]
        code = f"from importlib.metadata import version; print(version({package!r}))"
        done = subprocess.run(
            [self.program("python"), "-c", code], check=True, capture_output=True, text=True
        )
        return f"{package} {done.stdout.strip()}"

    def build(self, source: Path) -> Usage:
        """Build the site in *source* once."""
        name, *rest = self.peer.command
        path = f"{self.environment / 'bin'}{os.pathsep}{os.environ['PATH']}"
        inherited = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        command = [self.program(name), *rest]
        return run(command, source, source.with_suffix(".log"), {**inherited, "PATH": path})


@dataclass
class Site:
    """The reports as a tool wants them, in a folder of their own, and the report that is edited."""

    tool: Tool
    source: Path
    report: Path
    title: str = "Minutes"

    @classmethod
    def write(cls, tool: Tool, count: int, root: Path) -> Site:
        """Write *count* reports below *root*."""
        source = root / tool.peer.name.replace(" ", "-")
        # The newest report is on the first page of every list.
        return cls(tool, source, max(tool.peer.write(count, source)))

    def build(self) -> Usage:
        """Build once, as it is."""
        return self.tool.build(self.source)

    def edit_body(self) -> Usage:
        """Build after the report got another word."""
        with self.report.open("a", encoding="utf-8") as file:
            file.write("\nAddendum.\n")
        return self.build()

    def edit_title(self) -> Usage:
        """Build after the report got another title, with a word that stands in no other report."""
        old, self.title = self.title, next(title for title in NEW_TITLES if title != self.title)
        text = self.report.read_text(encoding="utf-8")
        self.report.write_text(text.replace(f"{old} of ", f"{self.title} of "), encoding="utf-8")
        return self.build()

    def left_out(self) -> str:
        """Return what the output lacks after the title was edited."""
        peer, output = self.tool.peer, self.source / self.tool.peer.output
        found = []
        if not peer.search:
            found.append("no search")
        elif self.title.lower() not in _read(output / peer.search).lower():
            found.append("the search does not know the new title")
        if not peer.listing:
            found.append("no list of reports")
        elif self.title not in _read(output / peer.listing):
            found.append("the list shows the old title, or none")
        return ", ".join(found) or "nothing"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def measure(tools: Sequence[Tool], count: int, rounds: int, root: Path) -> Iterator[tuple[Key, Usage, str]]:
    """Yield every sample, with what the tool leaves out: each round builds all from nothing."""
    for number in range(rounds):
        for tool in tools if number % 2 == 0 else tools[::-1]:
            site = Site.write(tool, count, root)
            builds = (site.build, site.build, site.edit_body, site.edit_title)
            for scenario, build in zip(SCENARIOS, builds, strict=True):
                yield _sample(site, count, scenario, build)
            shutil.rmtree(site.source)


def measure_edits(
    tools: Sequence[Tool], count: int, rounds: int, root: Path
) -> Iterator[tuple[Key, Usage, str]]:
    """Yield every sample: all sites are built once, then they are edited in turn, in *rounds*."""
    sites = [Site.write(tool, count, root) for tool in tools]
    for site in sites:
        yield _sample(site, count, "cold", site.build)
    for number in range(rounds):
        for site in sites if number % 2 == 0 else sites[::-1]:
            yield _sample(site, count, "body edit", site.edit_body)
            yield _sample(site, count, "title edit", site.edit_title)
    for site in sites:
        shutil.rmtree(site.source)


def _sample(site: Site, count: int, scenario: str, build: Callable[[], Usage]) -> tuple[Key, Usage, str]:
    name, usage = site.tool.peer.name, build()
    _say(f"{count} {scenario}, {name}: {usage.cpu:.2f} s CPU, {usage.wall:.2f} s")
    return Key(count, scenario, name), usage, site.left_out() if scenario == SCENARIOS[-1] else ""


def table(results: Mapping[Key, Usage], count: int) -> str:
    """Return the medians of *count* reports, with ratios to plain."""
    head = ("scenario", "tool", "CPU s", "of plain", "wall s", "of plain", "memory MB", "of plain")
    rows = [f"| {' | '.join(head)} |", "| --- | --- " + "| ---: " * (len(head) - 2) + "|"]
    for scenario in SCENARIOS:
        for key, usage in results.items():
            if (key.count, key.scenario) == (count, scenario):
                plain = results.get(Key(count, scenario, PLAIN.name), usage)
                rows.append(_row(key, usage, plain))
    return "\n".join(rows)


def _row(key: Key, usage: Usage, plain: Usage) -> str:
    cells = (
        *(key.scenario, key.peer, f"{usage.cpu:.2f}", f"{usage.cpu / plain.cpu:.2f}"),
        *(f"{usage.wall:.2f}", f"{usage.wall / plain.wall:.2f}"),
        *(f"{usage.memory / MEGABYTE:.0f}", f"{usage.memory / plain.memory:.2f}"),
    )
    return f"| {' | '.join(cells)} |"


def page(results: Mapping[Key, Usage], missing: Mapping[str, str], tools: Sequence[Tool], note: str) -> str:
    """Return the whole page of results as Markdown."""
    counts = sorted({key.count for key in results})
    sections = ["# Beside other tools", f"Written by `peers.py`; medians. {note}".strip(), machine()]
    sections.append("\n".join(f"* {tool.peer.name}: {tool.version()}" for tool in tools))
    sections.append("## What the output lacks, right after a title was edited")
    sections.append("\n".join(f"* {name}: {lacks}" for name, lacks in missing.items()))
    for count in counts:
        sections += [f"## {count:,} reports", table(results, count)]
    return "\n\n".join(sections) + "\n"


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [peer.name for peer in PEERS]
    parser.add_argument("--sizes", type=int, nargs="+", default=(COUNT,), metavar="N")
    parser.add_argument(
        "--rounds", type=int, default=1, help=f"from {LARGE:,} reports on, of edits only (default: 1)"
    )
    parser.add_argument("--peers", nargs="+", choices=names, default=names, help="default: all")
    parser.add_argument("--directory", type=Path, help="where tools are installed, and stay")
    parser.add_argument("--note", default="", help="a sentence about the machine, for the results")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name} beside this script")
    return parser.parse_args()


def main() -> None:
    """Measure what the command line asks for, and print it."""
    options = _arguments()
    samples: dict[Key, list[Usage]] = defaultdict(list)
    missing: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as scratch:
        root = options.directory or Path(scratch)
        tools = [Tool.install(peer, root) for peer in PEERS if peer.name in options.peers]
        for count in sorted(options.sizes):
            chosen = [tool for tool in tools if count < LARGE or tool.peer in AT_LARGE]
            samples_of = measure if count < LARGE else measure_edits
            for key, usage, lacks in samples_of(chosen, count, options.rounds, Path(scratch)):
                samples[key].append(usage)
                missing.update({key.peer: lacks} if lacks else {})
        results = {key: _median(usages) for key, usages in samples.items()}
        text = page(results, missing, tools, options.note)
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


def _median(usages: Sequence[Usage]) -> Usage:
    cpu, wall, memory = (median(getattr(each, name) for each in usages) for name in ("cpu", "wall", "memory"))
    return Usage(cpu, wall, memory)


if __name__ == "__main__":
    main()
