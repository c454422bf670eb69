"""Kill builds at random moments, and compare what the next build makes with a clean build.

A small site is built once, edited, and built again by a process that is killed (SIGKILL): half of the
times after a random number of seconds, half of the times a few milliseconds after it opened a random one
of the files that it writes, which finds it in the middle of more of them. The build after that is to leave
the files and warnings of a clean one. Needs the extra ``test``.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from tables import machine
from vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

REPORTS = 12
RESULTS = Path(__file__).with_name("kills.md")
LONGEST_DELAY = 0.01
"""Seconds after a file was opened; a page of this site is written in less than one thousandth."""
CONF = """\
extensions = ["sphinx_eventreport"]
html_theme = "alabaster"
html_sidebars = {"**": []}
eventreport_people = "people.yml"
"""
CHILD = "kills_child"
VOCABULARY = Vocabulary()
# Sphinx keeps words in the search index that stand on no page any more, and its digest of the configuration.
NOWHERE = re.compile(rb'"\w+":\[\],?')
NOT_COMPARED = frozenset({".buildinfo"})


def deck(word: str, slides: int = 3) -> bytes:
    """Return a PDF."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(960, 540), invariant=1)
    for number in range(slides):
        canvas.setFont("Helvetica", 40)
        canvas.drawString(60, 400, f"{word} {number}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def picture(shade: int) -> bytes:
    """Return a PNG of some 100 kB, which is not copied at once."""
    file = BytesIO()
    noise = random.Random(shade).randbytes(200 * 160 * 3)
    Image.frombytes("RGB", (200, 160), noise).save(file, "PNG")
    return file.getvalue()


def report(number: int, title: str = "", text: str = "") -> str:
    """Return a report with a talk, slides and a picture; its *text* is made up if there is none."""
    title = title or f"Meeting {number}"
    front = {
        "title": title,
        "label": f"meeting-{number}",
        "date": f"2024-03-{number:02d}",
        "event": f"{{name: {title}, series: Meetings}}",
    }
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    words = text or " ".join(VOCABULARY.draw(random.Random(number), 150))
    talk = f"## Talk {number}, by Ada Green\n\n```{{deck}} deck-{number % 3}.pdf\n```\n"
    return f"---\n{lines}---\n\n{words}\n\n![A picture](picture-{number % 4}.png)\n\n{talk}"


def write_site(source: Path) -> None:
    """Write the sources as they are before any edit."""
    index = "# Meetings\n\n```{event-list}\n```\n\n```{talk-list}\n:type: table\n```\n"
    files: dict[str, str | bytes] = {"conf.py": CONF, "index.md": index, "people.yml": "ada: Ada Green\n"}
    files["about.md"] = (
        "---\norphan: true\n---\n\n# About\n\nSee {event}`meeting-3`.\n\n```{person} Ada Green\n```\n"
    )
    files |= {f"meeting-{number}.md": report(number) for number in range(1, REPORTS + 1)}
    files |= {f"deck-{number}.pdf": deck(f"Deck {number}") for number in range(3)}
    files |= {f"picture-{number}.png": picture(number) for number in range(4)}
    write(source, files)


def write(source: Path, files: Mapping[str, str | bytes]) -> None:
    """Write *files* by their names."""
    source.mkdir(exist_ok=True)
    for name, content in files.items():
        (source / name).write_bytes(content.encode() if isinstance(content, str) else content)


def _remove_report(source: Path) -> None:
    (source / "meeting-5.md").unlink()


EDITS: Mapping[str, Callable[[Path], None]] = {
    "another title": lambda source: write(source, {"meeting-3.md": report(3, "Gathering")}),
    "another deck": lambda source: write(source, {"deck-1.pdf": deck("Moss", 4)}),
    "another picture": lambda source: write(source, {"picture-2.png": picture(9)}),
    "one report more": lambda source: write(source, {"meeting-13.md": report(13)}),
    "one report less": _remove_report,
    "a mistake": lambda source: write(
        source, {"meeting-4.md": report(4, text="<blink>x</blink> {talk}`none`")}
    ),
    "another view of decks": lambda source: write(
        source, {"conf.py": CONF + "eventreport_deck_view = 'gallery'\n"}
    ),
    "a name": lambda source: write(
        source, {"people.yml": "ada: {name: Ada B. Green, aliases: [Ada Green]}\n"}
    ),
}
"""What is changed before a build that is killed."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a site is: its sources, its output, its doctrees."""

    source: Path
    output: Path
    doctrees: Path

    def command(self, jobs: int = 1) -> list[str]:
        """Return the arguments of sphinx-build."""
        return ["-q", "-j", str(jobs), "-d", str(self.doctrees), str(self.source), str(self.output)]


@dataclass(frozen=True, slots=True)
class Clean:
    """A clean build of an edited site: its files and warnings, and how long a build after the edit takes."""

    output: Path
    warnings: list[str]
    seconds: float
    opened: int


@dataclass(frozen=True, slots=True)
class Killed:
    """One build that was to be killed, after an *edit*, and what is *wrong* after the next one."""

    edit: str
    at_work: str
    """"reading", "writing", or "beginning", which may also be the very end; "" if it was over before."""
    wrong: tuple[str, ...]


def build(folders: Folders) -> list[str]:
    """Build to the end; return the warnings, in an order that does not depend on when they came."""
    command = [sys.executable, "-m", "sphinx", *folders.command()]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return sorted(done.stderr.splitlines())


def start(folders: Folders, jobs: int, moment: int, delay: float) -> subprocess.Popen[bytes]:
    """Start a build that kills itself *delay* seconds after it opened the file *moment*; 0 for never."""
    command = [sys.executable, __file__, CHILD, str(moment), str(delay), *folders.command(jobs)]
    return subprocess.Popen(
        command, stderr=subprocess.DEVNULL, stdout=subprocess.PIPE, start_new_session=True
    )


def kill_after(folders: Folders, jobs: int, seconds: float) -> bool:
    """Kill a build after so many *seconds*; return whether it was still at work."""
    process = start(folders, jobs, 0, 0)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    return _ended(process)


def kill_at(folders: Folders, jobs: int, moment: int, delay: float) -> bool:
    """Kill a build when it opens the file *moment*; return whether it was still at work."""
    return _ended(start(folders, jobs, moment, delay))


def _ended(process: subprocess.Popen[bytes]) -> bool:
    killed = process.wait() == -signal.SIGKILL
    # What it had started would go on for a while, and write.
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    return killed


def differences(folders: Folders, clean: Clean, warnings: list[str]) -> list[str]:
    """Return the names of files that are not as in a *clean* build, and the *warnings* that are not."""
    names = [path.relative_to(clean.output) for path in clean.output.rglob("*") if path.is_file()]
    wrong = [str(name) for name in names if not _same(folders.output / name, clean.output / name)]
    return [*wrong, *(set(warnings) ^ set(clean.warnings))]


def _same(one: Path, other: Path) -> bool:
    if other.name in NOT_COMPARED:
        return True
    if not one.is_file():
        return False
    if other.name == "searchindex.js":
        return NOWHERE.sub(b"", one.read_bytes()) == NOWHERE.sub(b"", other.read_bytes())
    return filecmp.cmp(one, other, shallow=False)


class Trial:
    """The site that is built, edited and killed again and again, always at the same place."""

    def __init__(self, root: Path) -> None:
        self._root, self._kept = root / "site", root / "kept"
        self._cleans: dict[str, Clean] = {}
        self.folders = Folders(*(self._root / name for name in ("source", "output", "doctrees")))
        self._root.mkdir()
        write_site(self.folders.source)
        build(self.folders)
        shutil.copytree(self._root, self._kept)

    def prepare(self, edit: str) -> None:
        """Have the site as it was built, and *edit* it."""
        shutil.rmtree(self._root)
        shutil.copytree(self._kept, self._root)
        EDITS[edit](self.folders.source)

    def clean(self, edit: str) -> Clean:
        """Return what a clean build makes of the site after *edit*, and what one that goes on takes."""
        if edit not in self._cleans:
            self.prepare(edit)
            places = self._kept.with_name(f"clean {edit}")
            folders = Folders(self.folders.source, places / "output", places / "doctrees")
            warnings = build(folders)
            started = time.perf_counter()
            process = start(self.folders, 1, 0, 0)
            opened = int(process.communicate()[0])
            seconds = time.perf_counter() - started
            self._cleans[edit] = Clean(folders.output, warnings, seconds, opened)
        return self._cleans[edit]

    def run(self, chance: random.Random, *, by_time: bool) -> Killed:
        """Kill one build after a random edit, and build once more."""
        edit, jobs = chance.choice(list(EDITS)), chance.choice((1, 1, 2))
        clean = self.clean(edit)
        self.prepare(edit)
        if by_time:
            killed = kill_after(self.folders, jobs, chance.uniform(0.2, 1.0) * clean.seconds)
        else:
            moment, delay = chance.randint(1, clean.opened), chance.uniform(0, LONGEST_DELAY)
            killed = kill_at(self.folders, jobs, moment, delay)
        at_work = self._at_work() if killed else ""
        return Killed(edit, at_work, tuple(differences(self.folders, clean, build(self.folders))))

    def _at_work(self) -> str:
        """Return what a build did when it was killed, by the marks that it left."""
        marks = {path.name for path in (self.folders.doctrees / "eventreport").iterdir()}
        if any(name.endswith(".unfinished") for name in marks):
            return "writing"
        return "reading" if "reading.json" in marks else "beginning"


def child(moment: int, delay: float, arguments: Sequence[str]) -> None:
    """Build, and kill this process *delay* seconds after it opened the file *moment* to write."""
    from sphinx.cmd.build import main as build_main  # noqa: PLC0415 -- only here

    opened, process = 0, os.getpid()

    def watch(event: str, values: tuple[object, ...]) -> None:
        nonlocal opened
        if event == "open" and isinstance(values[1], str) and set(values[1]) & set("wax"):
            opened += 1
            if opened == moment:
                threading.Timer(delay, os.kill, (process, signal.SIGKILL)).start()

    sys.addaudithook(watch)
    build_main(list(arguments))
    print(opened, flush=True)


def page_of_results(found: Sequence[Killed], seed: int) -> str:
    """Return what is written down."""
    phases = ("beginning", "reading", "writing")
    ended = Counter((each.edit, each.at_work) for each in found)
    rows = [[edit, *(str(ended[edit, phase]) for phase in phases)] for edit in EDITS]
    wrong = [each for each in found if each.wrong]
    over = sum(not each.at_work for each in found)
    about = __doc__.split("\n", 2)[2].strip()
    lines = [
        f"# {len(found) - over} builds that were killed",
        "",
        f"Written by `kills.py --seed {seed}`.",
        "",
        about,
        "",
        "| edit before | killed at the beginning | in reading | in writing |",
        "| --- | ---: | ---: | ---: |",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
        f"{over} more were over before their moment came.",
        "",
        f"**Number of times that the next build was not as a clean one: {len(wrong)}.**",
        *(f"- {each.edit}, {each.at_work}: {', '.join(sorted(each.wrong)[:8])}" for each in wrong),
    ]
    return "\n".join([*lines, "", machine(), ""])


def main() -> None:
    """Kill builds, and say what was wrong after the next."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=50, metavar="N", help="builds to kill (default: 50)")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments (default: 1)")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name} beside this script")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    found: list[Killed] = []
    with tempfile.TemporaryDirectory() as root:
        trial = Trial(Path(root))
        while sum(bool(each.at_work) for each in found) < options.count:
            found.append(trial.run(chance, by_time=len(found) % 2 == 0))
            print(len(found), found[-1], flush=True)
    text = page_of_results(found, options.seed)
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == [CHILD]:
        child(int(sys.argv[2]), float(sys.argv[3]), sys.argv[4:])
    else:
        main()
