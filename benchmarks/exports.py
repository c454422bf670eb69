"""What feeds, calendars and metadata cost: the same reports built with them and without, in turn.

Each report has three talks; with exports the site knows its address, lists of events and of talks have
feeds in all formats, and every report has a calendar, JSON-LD and Open Graph. The medians of the
processors' seconds are printed as a Markdown table, with their ratios.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

from measure import build
from sites import EVENTREPORT, Site

SIZES = (1000, 5000)
HEAD = """\
---
updated: 2024-06-25
event:
  name: Day {number}
  start: 2024-05-17 09:00
  timezone: Europe/Lisbon
  location: {{name: Hall}}
talks:
- {{title: Moon {number}, speakers: [Ada Wrack], start: "10:00", duration: 20}}
- {{title: Wind {number}, speakers: [Bo Dulse], start: "11:00", duration: 20}}
- {{title: Sand {number}, speakers: [Cy Laver], start: "12:00", duration: 20}}
"""
INDEX = """\
# Reports

```{{event-list}}
:type: table
{events}```

```{{talk-list}}
:type: table
{talks}```
"""
FEEDS = {"events": ":feed: atom ics json\n", "talks": ":feed: atom ics json\n:feed-name: talks\n"}
NO_FEEDS = {"events": "", "talks": ""}
ADDRESS = '\nhtml_baseurl = "https://example.org/"\n'


def write(count: int, root: Path, *, exports: bool) -> Site:
    """Return a site of *count* reports below *root*, with exports or without."""
    site = Site(EVENTREPORT, count, root)
    for number, path in enumerate(site.reports):
        text = path.read_text(encoding="utf-8")
        path.write_text(HEAD.format(number=number) + text.removeprefix("---\n"), encoding="utf-8")
    index = INDEX.format(**(FEEDS if exports else NO_FEEDS))
    (site.source / "index.md").write_text(index, encoding="utf-8")
    if exports:
        with (site.source / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write(ADDRESS)
    return site


def one_round(count: int, root: Path, *, exports: bool) -> dict[str, float]:
    """Return the seconds that builds took: from nothing, without a change, after an edit."""
    site = write(count, root, exports=exports)
    taken = {"cold": build(site).cpu, "no change": build(site).cpu}
    site.edit_body()
    taken["body edit"] = build(site).cpu
    return taken


def table(sizes: list[int], rounds: int) -> str:
    """Return the results as a table of Markdown."""
    lines = ["| reports | build | without | with | ratio |", "| ---: | --- | ---: | ---: | ---: |"]
    for count in sizes:
        taken: dict[tuple[str, bool], list[float]] = defaultdict(list)
        for number in range(rounds):
            for exports in (True, False) if number % 2 else (False, True):
                with tempfile.TemporaryDirectory() as folder:
                    for name, seconds in one_round(count, Path(folder), exports=exports).items():
                        taken[name, exports].append(seconds)
                print(f"{count}, round {number + 1}, exports: {exports}", file=sys.stderr)
        for name in ("cold", "no change", "body edit"):
            without, with_them = median(taken[name, False]), median(taken[name, True])
            lines.append(
                f"| {count:,} | {name} | {without:.1f} s | {with_them:.1f} s | {with_them / without:.3f} |"
            )
    return "\n".join(lines)


def main() -> None:
    """Run the benchmark, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    print(table(list(arguments.sizes), arguments.rounds))


if __name__ == "__main__":
    main()
