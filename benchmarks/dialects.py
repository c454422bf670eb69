"""Read a folder of real posts, and print a Markdown table of what was understood, by dialect.

Files are read as `check` reads them, without a build. Only numbers are printed: nothing of the posts.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.sources import source_files
from sphinx_eventreport.core.files.text import decode
from sphinx_eventreport.core.reports import front_matter_in, read_with
from sphinx_eventreport.core.schema import report_dialect

if TYPE_CHECKING:
    from sphinx_eventreport.core.outline.body import Section
    from sphinx_eventreport.core.records import Event, Report, Talk

RESULTS = Path(__file__).with_name("dialects.md")
SUFFIXES = (".md", ".markdown", ".mdx", ".qmd", ".rst")
NO_FIELDS = {"dialect", "extra", "sources", "talks"}


@dataclass
class Row:
    """What was found in the reports of one dialect."""

    reports: int = 0
    filled: int = 0
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
    return dialect, Row(1, fields_of(reading.report), len(reading.report.talks), embeds, Counter(kinds))


def table(folder: Path) -> str:
    """Return the table of all posts below *folder*, and below it what the problems are."""
    rows: dict[str, Row] = {}
    for path in source_files(folder, suffixes=SUFFIXES):
        dialect, found = read(path)
        row = rows.setdefault(dialect, Row())
        row.reports += found.reports
        row.filled += found.filled
        row.talks += found.talks
        row.embeds += found.embeds
        row.problems += found.problems
    lines = [
        "| dialect | files | fields a report | talks | decks | recordings | warnings |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, row in sorted(rows.items(), key=lambda item: (item[0] == "no report", item[0])):
        mean = f"{row.filled / row.reports:.1f}" if row.filled else ""
        counts = (row.talks, row.embeds["deck"], row.embeds["recording"], row.problems.total())
        lines.append(f"| {name} | {row.reports} | {mean} | {' | '.join(map(str, counts))} |")
    kinds = sum((row.problems for row in rows.values()), Counter[str]())
    said = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return "\n".join([*lines, "", f"Warnings by kind: {said}."])


def main() -> None:
    """Read, and print the table; with --write, keep it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a folder of posts")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name} beside this script")
    options = parser.parse_args()
    text = f"# Real posts, by dialect\n\nWritten by `dialects.py`.\n\n{table(options.folder)}\n"
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
