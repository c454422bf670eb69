"""Compare builds of the same reports by plain Sphinx and by this extension.

The variants are built in turn, several rounds, each build in a process of its own. The medians are
printed as Markdown tables, with their ratios to plain and the machine they come from. What the
columns mean stands in ``README.md`` beside this file.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from measure import Build, build, medians
from sites import VARIANTS, Site, Variant
from tables import Key, growth_table, machine, measurements, targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIZES = (100, 1000, 5000)
LARGE = 5000
"""From this size on there are fewer scenarios and one round: a build takes minutes."""

RESULTS = Path(__file__).with_name("results.md")

Sample = tuple[Key, Build]


def scenarios(site: Site, count: int) -> Iterator[tuple[str, Build]]:
    """Build *site* from nothing and after each kind of edit; yield each scenario's name and build."""
    yield "cold", build(site)
    large = count >= LARGE
    if not large:
        yield "no change", build(site)
    site.edit_body()
    yield "body edit", build(site)
    if not large:
        site.edit_title()
        yield "title edit", build(site)
        _forget_output(site)
        yield "cold -j 2", build(site, jobs=2)


def _forget_output(site: Site) -> None:
    for directory in (site.output, site.doctrees):
        shutil.rmtree(directory)


def one_round(variants: Sequence[Variant], count: int, root: Path) -> Iterator[Sample]:
    """Run all scenarios of all *variants* on *count* reports; nothing is left in *root*."""
    for variant in variants:
        directory = root / variant.name.replace(" ", "")
        site = Site(variant, count, directory)
        for scenario, sample in scenarios(site, count):
            _say(f"{count} {scenario}, {variant.name}: {sample.cpu:.2f} s CPU")
            yield Key(count, scenario, variant.name), sample
        shutil.rmtree(directory)


def run(variants: Sequence[Variant], sizes: Sequence[int], rounds: int, root: Path) -> dict[Key, list[Build]]:
    """Return the builds of *rounds* rounds, each round in the opposite order of the one before."""
    samples: dict[Key, list[Build]] = defaultdict(list)
    for count in sizes:
        for number in range(1 if count >= LARGE else rounds):
            order = variants if number % 2 == 0 else variants[::-1]
            for key, sample in one_round(order, count, root):
                samples[key].append(sample)
    return dict(sorted(samples.items(), key=_table_order))


def _table_order(item: tuple[Key, list[Build]]) -> tuple[int, int, int]:
    order = ("cold", "cold -j 2", "no change", "body edit", "title edit")
    names = [variant.name for variant in VARIANTS]
    key = item[0]
    return key.count, order.index(key.scenario), names.index(key.variant)


def report(samples: dict[Key, list[Build]], rounds: int) -> str:
    """Return the whole report as Markdown."""
    results = {key: medians(builds) for key, builds in samples.items()}
    sections = [
        "# Results",
        f"Written by `compare.py`: medians of {rounds} rounds, one round from {LARGE:,} reports on.",
        machine(),
        "## Targets",
        targets(samples, results),
        "## Growth of the cold build",
        growth_table(results) if len({key.count for key in results}) > 1 else "One size only.",
        "## Measurements",
        measurements(results),
    ]
    return "\n\n".join(sections) + "\n"


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [variant.name for variant in VARIANTS]
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="numbers of reports")
    parser.add_argument("--rounds", type=int, default=3, help="rounds below 5,000 reports (default: 3)")
    parser.add_argument("--variants", nargs="+", choices=names, default=names, help="default: all")
    parser.add_argument("--directory", type=Path, help="where the sites are built (default: a temporary one)")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name} beside this script")
    return parser.parse_args()


def main() -> None:
    """Measure what the command line asks for, and print it."""
    options = _arguments()
    variants = [variant for variant in VARIANTS if variant.name in options.variants]
    for variant in variants:
        variant.check_stemmer()
    with tempfile.TemporaryDirectory(dir=options.directory) as root:
        samples = run(variants, sorted(options.sizes), options.rounds, Path(root))
    text = report(samples, options.rounds)
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
