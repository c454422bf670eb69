"""Measure `check` and `import` on made-up reports, and print the times as a Markdown table.

Each command runs in a process of its own, several times; the medians count. `read` is a process that
imports nothing of ours and reads the bytes of the files.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from generate import write_site
from tables import machine

COUNT = 1000
RESULTS = Path(__file__).with_name("commands.md")
READ = "import pathlib, sys; [path.read_bytes() for path in pathlib.Path(sys.argv[1]).glob('*.md')]"


def measure(command: list[str], cache: Path) -> tuple[float, float]:
    """Return the seconds of CPU and of the clock that *command* takes; *cache* is for compiled modules."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(cache)
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL, env=environment)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - started


def commands(reports: Path, target: Path) -> dict[str, list[str]]:
    """Return what is measured; the second import finds everything as the first one left it."""
    ours = ["-m", "sphinx_eventreport"]
    return {
        "read": ["-c", READ, str(reports)],
        "check": [*ours, "check", str(reports)],
        "import": [*ours, "import", str(reports), str(target)],
        "import again": [*ours, "import", str(reports), str(target)],
    }


def run(count: int, rounds: int, root: Path) -> str:
    """Return the table of *count* reports."""
    write_site(count, root, "eventreport")
    cache = root / "compiled"
    # An installed package is compiled; this does the same.
    measure(["-m", "sphinx_eventreport", "check", str(root / "index.md")], cache)
    measure(["-m", "sphinx_eventreport", "import", str(root / "index.md"), str(root / "nothing")], cache)
    samples: dict[str, list[tuple[float, float]]] = {}
    for number in range(rounds):
        target = root / f"imported{number}"
        for name, command in commands(root / "reports", target).items():
            samples.setdefault(name, []).append(measure(command, cache))
        shutil.rmtree(target)
    rows = ["| command | CPU s | wall s |", "| --- | ---: | ---: |"]
    for name, times in samples.items():
        cpu, wall = (median(column) for column in zip(*times, strict=True))
        rows.append(f"| {name} | {cpu:.2f} | {wall:.2f} |")
    return "\n".join(rows)


def main() -> None:
    """Measure, and print the table; with --write, keep it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=COUNT, metavar="N", help="number of reports")
    parser.add_argument("--rounds", type=int, default=3, help="rounds (default: 3)")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name} beside this script")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        table = run(options.count, options.rounds, Path(root))
    text = f"# Commands on {options.count:,} reports\n\n"
    text += f"Written by `commands.py`: medians of {options.rounds} rounds.\n\n"
    text += f"{machine()}\n\n{table}\n"
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
