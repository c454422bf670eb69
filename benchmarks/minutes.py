"""Measure minutes at scale, and print the result as Markdown.

Twenty years of a group: 40 meetings a year, their decisions and actions, and lists of all that hold and all
that are open. The same text is built by plain Sphinx and MyST-Parser, with PyStemmer, for comparison.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from measure import files
from processes import run
from tables import exponent, machine
from vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Measured = tuple[float, float, int]

RESULTS = Path(__file__).with_name("minutes.md")
MARK = "## At scale"
MEETINGS, PEOPLE = 800, 120
ACTIONS, DECISIONS = 3_000 / MEETINGS, 1_500 / MEETINGS
CLOSED_LATER = 0.8
"""The part of the actions that the next meeting but one says are done."""
CONF = 'project = "Minutes"\nhtml_theme = "alabaster"\nextensions = [{}]\n'
FLAVOURS = {"plain": '"myst_parser"', "eventreport": '"sphinx_eventreport"'}
BUILD = ("-m", "sphinx", "-q", "-b", "html", "source", "out")
INDEX = """\
# Minutes

```{decision-list}
:type: table
:include: state=accepted
```

```{action-list}
:type: table
:include: state=open
```
"""


VOCABULARY = Vocabulary()


def words(chance: random.Random, count: int) -> list[str]:
    """Return so many words."""
    return VOCABULARY.draw(chance, count)


def person(number: int) -> str:
    """Return the name of one of the people."""
    first, last = words(random.Random(number), 2)
    return f"{first.title()} {last.title()}{chr(97 + number % 26)}"


def write_site(folder: Path, meetings: int, flavour: str) -> None:
    """Write the minutes of so many *meetings* into *folder*, in one of the flavours."""
    source = folder / "source"
    source.mkdir()
    (source / "conf.py").write_text(CONF.format(FLAVOURS[flavour]), encoding="utf-8")
    links = "".join(f"- [Meeting {n}](meeting-{n}.md)\n" for n in range(meetings))
    index = INDEX if flavour == "eventreport" else f"# Minutes\n\n{links}"
    (source / "index.md").write_text(index, encoding="utf-8")
    for number in range(meetings):
        text = ours(number) if flavour == "eventreport" else plain(number)
        (source / f"meeting-{number}.md").write_text(text, encoding="utf-8")


def present(chance: random.Random) -> list[str]:
    """Return who is at a meeting."""
    return [person(n) for n in sorted(chance.sample(range(PEOPLE), 12))]


def said(number: int) -> Iterator[tuple[str, str, str]]:
    """Yield kind ("prose", "decision" or "action"), title and owner, or text, of all that a meeting says."""
    chance = random.Random(number)
    people = present(chance)
    for topic in range(4):
        yield "prose", " ".join(words(chance, 4)).capitalize(), " ".join(words(chance, 150))
        for kind, expected in (("decision", DECISIONS), ("action", ACTIONS)):
            share = expected / 4
            if chance.random() < share % 1 or topic < int(share) * 4:
                yield kind, f"{' '.join(words(chance, 5))} {number}{topic}", chance.choice(people)


def ours(number: int) -> str:
    """Return a meeting as we read it."""
    day = date(2006, 1, 5) + timedelta(days=9 * number)
    names = ", ".join(present(random.Random(number)))
    lines = [
        *(
            "---",
            f"title: Meeting {number}",
            f"event: {{name: Meeting {number}, series: minutes, start: {day}}}",
        ),
        *(f"minutes: {{status: final, attendees: [{names}]}}", "---", ""),
    ]
    for kind, title, more in said(number):
        if kind == "prose":
            lines += [f"## {title}", "", more, ""]
        else:
            owner = [f":owner: {more}", f":due: {day + timedelta(days=30)}"] if kind == "action" else []
            lines += [f"```{{{kind}}} {title}", *owner, "```", ""]
    for kind, title, more in said(number - 2) if number > 1 else ():
        if kind == "action" and random.Random(title).random() < CLOSED_LATER:
            label = f"meeting-{number - 2}/{title.lower().replace(' ', '-')}"
            lines += [
                f"```{{action}} {title}",
                f":owner: {more}",
                f":continues: {label}",
                f":done: {day}",
                "```",
                "",
            ]
    return "\n".join(lines)


def plain(number: int) -> str:
    """Return the same meeting in Markdown."""
    names = ", ".join(present(random.Random(number)))
    lines = ["---", "orphan: true", "---", f"# Meeting {number}", "", f"Present: {names}", ""]
    for kind, title, more in said(number):
        heading = [f"## {title}", "", more, ""]
        lines += heading if kind == "prose" else [f"**{kind.title()}**: {title}, {more}", ""]
    for kind, title, more in said(number - 2) if number > 1 else ():
        if kind == "action" and random.Random(title).random() < CLOSED_LATER:
            lines += [f"**Action**: {title}, {more}, done", ""]
    return "\n".join(lines)


def close_an_action(folder: Path, number: int) -> None:
    """Say in the meeting *number* that its first action is done; in plain Markdown, that somebody says so."""
    path = folder / "source" / f"meeting-{number}.md"
    text = path.read_text(encoding="utf-8")
    edited = text.replace(":owner:", ":done: 2026-01-05\n:owner:", 1)
    path.write_text(edited if edited != text else f"{text}\nDone.\n", encoding="utf-8")


def measured(meetings: int, flavour: str) -> Measured:
    """Return the CPU seconds of a cold build and of one after an edit, and how many pages that wrote."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, meetings, flavour)
        command = [sys.executable, *BUILD]
        cold = run(command, folder, folder / "log")
        before = files(folder / "out")
        close_an_action(folder, meetings // 2)
        edit = run(command, folder, folder / "log")
        written = {path for path, _stamp in files(folder / "out").items() - before.items()}
        return cold.cpu, edit.cpu, sum(path.suffix == ".html" for path in written)


def _row(what: str, pairs: Sequence[tuple[Measured, Measured]], which: int, goal: float) -> str:
    ratio = median(mine[which] / other[which] for other, mine in pairs)
    other, mine = (median(pair[side][which] for pair in pairs) for side in (0, 1))
    return f"| {what} | {other:.1f} | {mine:.1f} | {ratio:.2f} | {goal:.2f} |"


def main() -> None:
    """Measure in pairs, and print the medians; with --write, keep them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--rounds", type=int, default=3, help="rounds, of which the medians count (default: 3)"
    )
    parser.add_argument("--divisor", type=int, default=1, metavar="N", help="have N times as few meetings")
    parser.add_argument(
        "--write", action="store_true", help=f"write it into {RESULTS.name} beside this script"
    )
    options = parser.parse_args()
    most = MEETINGS // options.divisor
    pairs = [(measured(most, "plain"), measured(most, "eventreport")) for _ in range(options.rounds)]
    base = measured(1, "eventreport")[0]
    sizes = (most // 4, most // 2, most)
    points = [(size, max(measured(size, "eventreport")[0] - base, 0.001)) for size in sizes]
    numbers = ", ".join(map(str, sizes))
    lines = [
        *(
            MARK,
            "",
            f"Written by `minutes.py`: {most} meetings, medians of {options.rounds} pairs of builds.",
            "",
        ),
        *("| what | plain, CPU s | ours, CPU s | ratio | goal |", "| --- | --: | --: | --: | --: |"),
        *(_row("cold build", pairs, 0, 1.10), _row("an action is closed", pairs, 1, 1.25)),
        *("", f"After the edit {pairs[-1][1][2]} pages of HTML are new."),
        f"The exponent of growth over {numbers} meetings is {exponent(points):.2f}; the goal is 1.05.",
        *("", machine(), ""),
    ]
    text = "\n".join(lines)
    print(text)
    if options.write:
        kept = RESULTS.read_text(encoding="utf-8").partition(MARK)[0]
        RESULTS.write_text(f"{kept.rstrip()}\n\n{text}", encoding="utf-8")


if __name__ == "__main__":
    main()
