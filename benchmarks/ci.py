"""Measure what a job in CI costs that clones a site, restores doctrees and output from a cache, and builds.

Every file of a clone is new. The cache is an archive of `tar`, as hosts of CI keep it. Each job has a folder
of the same name that is empty when it begins. Needs git and tar.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from generate import write_site
from measure import files
from processes import run
from tables import machine

if TYPE_CHECKING:
    from collections.abc import Sequence

RESULTS = Path(__file__).with_name("ci.md")
LIMITS = {1000: 0.10, 5000: 0.06}
"""CPU of a job after which little has changed, as a part of a cold build, by the number of reports."""

WITHOUT = ("-D", "eventreport_optimize.unchanged=0")
COLUMNS = (
    *("reports", "changed since the cache", "CPU s of the build", "of cold", "at most"),
    *("CPU s of the job", "of cold", "written", "cache MB"),
)
HEAD = """# A build in CI

Written by `ci.py`: medians of {rounds} rounds; cold and without the optimization are one build each. A job
clones, unpacks the cache, builds, and packs the cache again. What is written is counted beside what was
unpacked.
"""
GIT = ("git", "-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org")


@dataclass(frozen=True, slots=True)
class Job:
    """What one job took: seconds of CPU of the build and of all, files written, bytes of the cache."""

    build: float
    whole: float
    written: int
    cache: int


class Host:
    """A repository with a site, a cache, and jobs that build what was committed last."""

    def __init__(self, count: int, root: Path) -> None:
        """Commit a site of *count* reports below *root*."""
        self._root = root
        self._origin, self._work, self._cache = root / "origin", root / "work", root / "cache.tar"
        self._reports = write_site(count, self._origin, "eventreport")
        # An installed package is compiled; this does the same.
        self._environment = {
            name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        }
        self._environment["PYTHONPYCACHEPREFIX"] = str(root / "compiled")
        run(
            [sys.executable, "-m", "sphinx", "-q", ".", str(root / "first")],
            self._first(),
            env=self._environment,
        )
        self._git("init", "-q")
        self.commit("reports")

    def _first(self) -> Path:
        """Return a site of one report, the build of which compiles what is imported."""
        write_site(1, self._root / "one", "eventreport")
        return self._root / "one"

    def commit(self, message: str) -> None:
        """Commit what is in the folder of the repository, and pack it.

        Whoever keeps repositories packs them now and then. What is not packed is for each clone, and is
        work of the host, not of the job: with 5,000 reports half of all that a job takes.
        """
        self._git("add", "-A")
        self._git("commit", "-q", "-m", message)
        self._git("gc", "-q")

    def edit(self) -> None:
        """Append a word to the report in the middle, and commit that."""
        with self._reports[len(self._reports) // 2].open("a", encoding="utf-8") as file:
            file.write("\nAddendum.\n")
        self.commit("edit")

    def job(self, options: Sequence[str] = (), *, keep: bool = True) -> Job:
        """Clone, restore the cache if there is one, build, and keep the cache if asked to."""
        shutil.rmtree(self._work, ignore_errors=True)
        clone = ["git", "clone", "-q", "--depth", "1", self._origin.as_uri(), str(self._work)]
        around = run(clone, self._root).cpu
        if self._cache.exists():
            around += run(["tar", "-xf", str(self._cache)], self._work).cpu
        before = files(self._work / "out")
        sphinx = [sys.executable, "-m", "sphinx", "-q", "-d", "doctrees", *options, ".", "out"]
        build = run(sphinx, self._work, self._root / "log", self._environment).cpu
        written = len(files(self._work / "out").items() - before.items())
        if keep:
            around += run(["tar", "-cf", str(self._cache), "doctrees", "out"], self._work).cpu
        return Job(build, build + around, written, self._cache.stat().st_size if self._cache.exists() else 0)

    def _git(self, *arguments: str) -> None:
        subprocess.run([*GIT, *arguments], cwd=self._origin, check=True)


def measure(count: int, rounds: int, root: Path) -> dict[str, list[Job]]:
    """Return the jobs of *count* reports, by what was done before each."""
    samples: dict[str, list[Job]] = {}

    def add(name: str, job: Job) -> None:
        print(f"{count} {name}: {job.build:.2f} s CPU", file=sys.stderr, flush=True)
        samples.setdefault(name, []).append(job)

    host = Host(count, root)
    add("cold", host.job())
    add("nothing, without the optimization", host.job(WITHOUT, keep=False))
    for _round in range(rounds):
        add("nothing", host.job())
        host.edit()
        add("one report", host.job())
    return samples


def report(results: dict[int, dict[str, list[Job]]], rounds: int) -> str:
    """Return the whole report as Markdown."""
    rows = [f"| {' | '.join(COLUMNS)} |", f"|{' ---: |' * len(COLUMNS)}"]
    for count, samples in results.items():
        cold = samples["cold"][0]
        for name, jobs in samples.items():
            build, whole, written, cache = (
                median(getattr(job, field) for job in jobs)
                for field in ("build", "whole", "written", "cache")
            )
            limit = f"{LIMITS[count]:.2f}" if name in {"nothing", "one report"} and count in LIMITS else ""
            rows.append(
                f"| {count:,} | {name} | {build:.2f} | {build / cold.build:.3f} | {limit} "
                f"| {whole:.2f} | {whole / cold.whole:.3f} | {written:,.0f} | {cache / 1e6:.0f} |"
            )
    return "\n".join([HEAD.format(rounds=rounds), machine(), "", *rows]) + "\n"


def main() -> None:
    """Measure what the command line asks for, and print it; with --write, keep it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[1000, 5000], metavar="N", help="numbers of reports"
    )
    parser.add_argument("--rounds", type=int, default=3, help="rounds (default: 3)")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name} beside this script")
    options = parser.parse_args()
    results = {}
    for count in options.sizes:
        with tempfile.TemporaryDirectory() as root:
            results[count] = measure(count, options.rounds, Path(root))
    text = report(results, options.rounds)
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
