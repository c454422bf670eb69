"""Read a folder of real posts; print what was understood, by dialect, and whether the warnings are true.

The first table is of the files as `check` reads them. For the second one the folder is built as one site, and
a sample of the warnings, by a fixed seed, is judged by the table in `dialect_verdicts.py`. Only numbers are
printed: nothing of the posts. `--show` prints the sample, for whoever judges it.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from dialect_verdicts import ABOUT_THE_CORPUS, VERDICTS

from sphinx_eventreport.core.files.sources import source_files
from sphinx_eventreport.core.files.text import decode
from sphinx_eventreport.core.reports import front_matter_in, read_with
from sphinx_eventreport.core.schema import report_dialect

if TYPE_CHECKING:
    from sphinx_eventreport.core.outline.body import Section
    from sphinx_eventreport.core.records import Event, Report, Talk

RESULTS = Path(__file__).with_name("dialects.md")
SUFFIXES = (".md", ".markdown", ".mdx", ".qmd", ".rst")
NO_FIELDS = {"dialect", "extra", "sources", "talks", "label", "visibility", "raw_directive"}
FOLDERS_OF_NOTES = ("minutes/**", "sphinx-rst-notes/**", "oddities/**")
"""Pages without front matter, which a site names."""
CONF = f"""extensions = ["sphinx_eventreport"]
html_theme = "alabaster"
eventreport_patterns = {list(FOLDERS_OF_NOTES)!r}
"""
INDEX = "# Site\n\n```{toctree}\n:glob:\n\n**\n```\n"
SEED, SAMPLE = 13, 70
HEADINGS = (
    *("dialect", "files", "title", "date", "authors", "description", "event", "fields a report"),
    *("talks", "decks", "recordings", "problems"),
)
_WARNING = re.compile(r"(?P<file>[^:]+)(?::\d+)?: (?:WARNING|ERROR): (?P<text>.* \[[a-z_.]+\])")


@dataclass
class Row:
    """What was found in the reports of one dialect."""

    reports: int = 0
    filled: int = 0
    basics: Counter[str] = field(default_factory=Counter)
    talks: int = 0
    embeds: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)


def fields_of(report: Report) -> int:
    """Return how many fields of *report* and of its event have a value."""
    records: list[Report | Event] = [report, *([report.event] if report.event else [])]
    empty = (None, "", (), "scheduled")
    return sum(
        getattr(record, one.name) not in empty
        for record in records
        for one in fields(record)
        if one.name not in NO_FIELDS
    )


def read(path: Path) -> tuple[str, Row]:
    """Return the dialect of the file *path* and what is in it; "no report" for what is none."""
    text, problem = decode(path.read_bytes())
    beside = path.with_suffix(".meta")
    meta = decode(beside.read_bytes())[0] if beside.is_file() else ""
    name = path.as_posix()
    front = front_matter_in(text, name, meta)
    dialect = report_dialect(front, filename=name)
    if dialect is None:
        return "no report", Row(reports=1)
    reading = read_with(front, text, filename=name, dialect=dialect)
    kinds = [found.subtype.value for found in reading.problems] + ([problem.subtype.value] if problem else [])
    holders: list[Section | Talk] = [*reading.sections, *reading.fields.talks]
    decks, recordings = (sum(len(getattr(one, name)) for one in holders) for name in ("decks", "recordings"))
    embeds = Counter(deck=decks, recording=recordings)
    report = reading.report
    basics = Counter(name for name in ("title", "date", "authors", "description") if getattr(report, name))
    basics["event"] = int(report.event is not None)
    return dialect, Row(1, fields_of(report), basics, len(report.talks), embeds, Counter(kinds))


def table(folder: Path) -> str:
    """Return the table of all posts below *folder*, and below it what the problems are."""
    rows: dict[str, Row] = {}
    for path in source_files(folder, suffixes=SUFFIXES):
        dialect, found = read(path)
        row = rows.setdefault(dialect, Row())
        row.reports += found.reports
        row.filled += found.filled
        row.basics += found.basics
        row.talks += found.talks
        row.embeds += found.embeds
        row.problems += found.problems
    lines = [
        f"| {' | '.join(HEADINGS)} |",
        f"| --- {'| ---: ' * (len(HEADINGS) - 1)}|",
    ]
    for name, row in sorted(rows.items(), key=lambda item: (item[0] == "no report", item[0])):
        mean = f"{row.filled / row.reports:.1f}" if row.filled else ""
        basics = [row.basics[key] for key in ("title", "date", "authors", "description", "event")]
        counts = (row.talks, row.embeds["deck"], row.embeds["recording"], row.problems.total())
        lines.append(f"| {name} | {' | '.join(map(str, [row.reports, *basics, mean, *counts]))} |")
    kinds = sum((row.problems for row in rows.values()), Counter[str]())
    said = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return "\n".join([*lines, "", f"Problems by kind: {said}."])


def warnings_of(folder: Path) -> list[tuple[str, str]]:
    """Return what a build of *folder* as one site warns about: each file with each warning, once."""
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary, "site")
        folders = [path for path in sorted(folder.iterdir()) if path.is_dir() and path.name != "pdf"]
        for path in folders:
            shutil.copytree(path, site / path.name)
        (site / "conf.py").write_text(CONF, encoding="utf-8")
        (site / "index.md").write_text(INDEX, encoding="utf-8")
        command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(site), str(Path(temporary, "out"))]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        lines = done.stderr.replace(f"{site}{os.sep}", "").splitlines()
    found = (match for line in lines if (match := _WARNING.fullmatch(line)))
    return sorted({(match["file"], match["text"]) for match in found})


def is_judged(folder: Path, file: str, text: str) -> bool:
    """Return whether the warning is ours, or about a report, and not about what the folder does not hold."""
    if ABOUT_THE_CORPUS.search(text):
        return False
    path = folder / file
    is_report = file.startswith(tuple(name.rstrip("*") for name in FOLDERS_OF_NOTES)) or (
        path.is_file() and read(path)[0] != "no report"
    )
    return "[eventreport." in text or is_report


def verdict_on(text: str) -> tuple[str, str]:
    """Return what kind of warning *text* is, and the verdict on it; "not judged" for a new kind."""
    found = ((one.kind, one.verdict) for one in VERDICTS if one.pattern.search(text))
    return next(found, ("other", "not judged"))


def judged(folder: Path, *, show: bool) -> str:
    """Return the table of the sample, by kind; with *show*, print the warnings in it."""
    found = warnings_of(folder)
    asked = [(file, text) for file, text in found if is_judged(folder, file, text)]
    sample = random.Random(SEED).sample(asked, min(SAMPLE, len(asked)))
    if show:
        print("\n".join(f"{verdict_on(text)[1]:<11} {file}: {text}" for file, text in sorted(sample)))
    kinds = Counter(verdict_on(text) for _file, text in sample)
    lines = ["| warning | verdict | in the sample |", "| --- | --- | ---: |"]
    lines += [f"| {kind} | {verdict} | {count} |" for (kind, verdict), count in kinds.most_common()]
    totals = Counter(verdict_on(text)[1] for _file, text in sample)
    said = ", ".join(f"{count} {verdict}" for verdict, count in totals.most_common())
    intro = (
        f"A build warns of {len(found)} things. {len(found) - len(asked)} of them are about files that the "
        "folder does not hold, or of Sphinx and MyST-Parser about pages that are not reports. Of the other "
        f"{len(asked)}, {len(sample)} were drawn with the seed {SEED} and judged: {said}."
    )
    return "\n".join([intro, "", *lines])


def main() -> None:
    """Read, build, and print the tables; with --write, keep them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    elsewhere = os.environ.get("EVENTREPORT_CORPUS")
    parser.add_argument(
        "folder",
        type=Path,
        nargs=None if elsewhere is None else "?",
        default=elsewhere and Path(elsewhere),
        help="a folder of posts, by default the one that EVENTREPORT_CORPUS names",
    )
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name} beside this script")
    parser.add_argument("--show", action="store_true", help="print the warnings that were drawn")
    options = parser.parse_args()
    parts = (
        "# Real posts, by dialect",
        "Written by `dialects.py`.",
        table(options.folder),
        "## Warnings, judged",
    )
    text = "\n\n".join([*parts, judged(options.folder, show=options.show)]) + "\n"
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
