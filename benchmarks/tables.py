"""Medians to Markdown tables: one of all measurements, one of targets, and the machine."""

from __future__ import annotations

import math
import os
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from sites import EVENTREPORT, PLAIN, VARIANTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from measure import Build

    Results = Mapping["Key", Build]

PACKAGES = ("Sphinx", "docutils", "myst-parser", "sphinx-design", "snowballstemmer", "PyStemmer", "PyYAML")
HEAD = (
    *("reports", "scenario", "variant", "CPU s", "of plain", "wall s"),
    *("memory MB", "of plain", "written", "environment MB", "of plain"),
)
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Key:
    """What was measured: how many reports, which scenario, which variant."""

    count: int
    scenario: str
    variant: str


@dataclass(frozen=True, slots=True)
class Target:
    """A limit on a number of 1,000 reports, as a multiple of plain's."""

    scenario: str
    field: str
    limit: float
    base_scenario: str | None = None

    @property
    def base(self) -> str:
        """The scenario of plain that is compared with."""
        return self.base_scenario or self.scenario


TARGETS = (
    Target("cold", "cpu", 0.65),
    Target("cold -j 2", "wall", 0.45, "cold"),
    Target("no change", "cpu", 1.05),
    Target("body edit", "cpu", 1.05),
    Target("cold", "environment", 1.1),
    Target("cold", "memory", 1.1),
)
TARGET_COUNT = 1000
GROWTH_TARGET = 1.05


def measurements(results: Results) -> str:
    """Return the table of all *results*, a row for each, with ratios to plain."""
    rows = [f"| {' | '.join(HEAD)} |", "| ---: | --- | --- " + "| ---: " * (len(HEAD) - 3) + "|"]
    rows += [_row(key, build, results) for key, build in results.items()]
    return "\n".join(rows)


def _row(key: Key, build: Build, results: Results) -> str:
    plain = results.get(Key(key.count, key.scenario, PLAIN.name), build)
    cells = (
        f"{key.count:,}",
        key.scenario,
        key.variant,
        f"{build.cpu:.2f}",
        f"{build.cpu / plain.cpu:.2f}",
        f"{build.wall:.2f}",
        f"{build.memory / MEGABYTE:.0f}",
        f"{build.memory / plain.memory:.2f}",
        f"{build.written:,.0f}",
        f"{build.environment / MEGABYTE:.2f}",
        f"{build.environment / plain.environment:.2f}",
    )
    return f"| {' | '.join(cells)} |"


def growth(results: Results, variant: str) -> float | None:
    """Return the exponent e of ``cpu = c * reports ** e`` that fits the cold builds best.

    The line is fitted to the logarithms by least squares; ``None`` if there is one size only.
    """
    points = [
        (key.count, build.cpu)
        for key, build in results.items()
        if key.scenario == "cold" and key.variant == variant
    ]
    return exponent(points) if len(points) > 1 else None


def exponent(measured: Sequence[tuple[float, float]]) -> float:
    """Return e of ``cost = c * count ** e`` for the pairs of count and cost in *measured*."""
    points = [(math.log(count), math.log(cost)) for count, cost in measured]
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def growth_table(results: Results) -> str:
    """Return the growth exponents of all variants, over all sizes and between the last two."""
    counts = sorted({key.count for key in results})
    last = {key: build for key, build in results.items() if key.count in counts[-2:]}
    rows = [
        f"| variant | {counts[0]:,} to {counts[-1]:,} | {counts[-2]:,} to {counts[-1]:,} |",
        "| --- | ---: | ---: |",
    ]
    for variant in VARIANTS:
        overall, end = growth(results, variant.name), growth(last, variant.name)
        if overall is not None and end is not None:
            rows.append(f"| {variant.name} | {overall:.3f} | {end:.3f} |")
    return "\n".join(rows)


def targets(samples: Mapping[Key, Sequence[Build]], results: Results) -> str:
    """Return what was to be reached and whether it was; *results* are the medians of *samples*.

    A ratio is the median of those within each round: a machine may be slower in one round than in
    another, and the medians of two variants need not come from the same one.
    """
    lines = [*_ratios(samples), *_growth_target(results)]
    rows = ["| what | at most | measured | reached |", "| --- | ---: | ---: | --- |"]
    for what, limit, measured in lines:
        rows.append(f"| {what} | {limit:.2f} | {measured:.2f} | {'yes' if measured <= limit else 'no'} |")
    return "\n".join(rows)


def _ratios(samples: Mapping[Key, Sequence[Build]]) -> Iterator[tuple[str, float, float]]:
    for target in TARGETS:
        ours = samples.get(Key(TARGET_COUNT, target.scenario, EVENTREPORT.name))
        plain = samples.get(Key(TARGET_COUNT, target.base, PLAIN.name))
        if ours and plain:
            what = f"{target.scenario}, {target.field}, of plain's {target.base}"
            within = (
                getattr(one, target.field) / getattr(other, target.field)
                for one, other in zip(ours, plain, strict=True)
            )
            yield what, target.limit, median(within)


def _growth_target(results: Results) -> Iterator[tuple[str, float, float]]:
    exponent = growth(results, EVENTREPORT.name)
    if exponent is not None:
        yield "growth exponent, cold, CPU", GROWTH_TARGET, exponent


def machine() -> str:
    """Return what the numbers were measured on, as a list."""
    versions = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    lines = (
        f"Processor: {_processor()}, {os.cpu_count()} cores",
        f"System: {platform.system()} {platform.release()}",
        f"Python: {platform.python_implementation()} {platform.python_version()}",
        f"Packages: {versions}",
    )
    return "\n".join(f"* {line}" for line in lines)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()
