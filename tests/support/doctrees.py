"""Cases of Markdown in, doctree out: files of many short cases, all documents of one site.

A case is a title, a source and what is expected, each ended by a line with a dot, as in the tests
of MyST-Parser. Expected are the nodes as docutils prints them, then the warnings, one on a line,
with lines counted from the first line of the source.

After a change that is meant to show, ``python -m support.doctrees``, run in ``tests/``, writes what
is found into the files. Read the difference before you keep it.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from markdown_it.utils import read_fixture_file

from support.site import PDF, Built, Site, png

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FOLDER = Path(__file__).parents[1] / "fixtures"

REPORT = "---\nevent: An Event\n---\n"
"""What stands above the cases of some files, so that they are reports."""

ARCHIVE = {
    "index.md": "# Archive\n",
    "bees.md": (
        "---\ntitle: Bee Day\nlabel: bees\ndescription: About hives.\nthumbnail: hall.png\ntags: [wings]\n"
        "event: {name: Bee Day, start: 2019-06-01, end: 2019-06-02, location: {address: {city: Graz}}}\n---\n"
        "## Hives, by Ida Wax\n\n```{deck} https://slides.example.org/hives.pdf\n```\n\n"
        "## Honey, by Bo Reed and Ida Wax\n\n```{recording} https://youtu.be/abcdefghijk\n```\n"
    ),
    "moths.md": (
        "---\ntitle: Moth Night\nlabel: moths\nevent: {name: Moth Night, start: 2020-09}\n---\n"
        "## Lamps\n\n```{talk}\n:start: 2020-09-12 21:30\n```\n"
    ),
    "ants.md": "---\ntitle: Ants & Us\nlabel: ants\nevent: Ants & Us\n---\nNobody spoke.\n",
}
"""The reports that listings list."""

_WARNING = re.compile(r"(?P<name>[\w-]+)\.md:(?P<line>\d+): (?:WARNING|ERROR): (?P<message>.*)")
_OWN_PAGE = re.compile(r'(<download_reference [^>]*?) refdoc="[^"]*"')
_REPORT_FILES = frozenset({"html", "deck", "recording", "talk"})


@dataclass(frozen=True, slots=True)
class Case:
    """One case of the file *stem*; ``name`` is that of its document."""

    stem: str
    number: int
    title: str
    source: str
    expected: str

    def __str__(self) -> str:
        """Return what pytest calls the case."""
        return f"{self.stem}: {self.title}"

    @property
    def name(self) -> str:
        """The name of the document that the case is."""
        return f"{self.stem}-{self.number:02d}"

    @property
    def is_report(self) -> bool:
        """Whether front matter stands above the source."""
        return self.stem in _REPORT_FILES


def cases(stem: str) -> list[Case]:
    """Return the cases of one file."""
    found = read_fixture_file(FOLDER / f"{stem}.md")
    return [
        Case(stem, number, title, source, expected)
        for number, (_line, title, source, expected) in enumerate(found, 1)
    ]


def as_read(folder: Path, found: Sequence[Case]) -> dict[str, str]:
    """Return the tree and warnings of each case as a document of its own, before post-transforms."""
    built = _site(folder, found, {"index.md": "# Index\n"}).build("pseudoxml")
    return {case.name: _shown(case, built, built.doctree(case.name)) for case in found}


def as_listed(folder: Path, found: Sequence[Case]) -> dict[str, str]:
    """Return the trees of the listings *found*, beside the archive: as read, a rule, and as written."""
    built = _site(folder, found, ARCHIVE).build("pseudoxml")
    return {
        case.name: _shown(case, built, built.doctree(case.name), built.resolved(case.name)) for case in found
    }


def as_html(folder: Path, found: Sequence[Case]) -> dict[str, str]:
    """Return the trees of the listings *found*, beside the archive, as the HTML writer gets them."""
    built = _site(folder, found, ARCHIVE).build("html")
    return {case.name: _shown(case, built, built.resolved(case.name)) for case in found}


FILES: Mapping[str, Callable[[Path, Sequence[Case]], dict[str, str]]] = {
    **dict.fromkeys(("html", "event", "talk", "deck", "recording"), as_read),
    **dict.fromkeys(("event-list", "talk-list", "deck-list", "recording-list", "person-list"), as_listed),
    "cards-in-html": as_html,
}
"""The files, by the names of what their cases are about, and what makes trees of them."""


def _site(folder: Path, found: Sequence[Case], others: Mapping[str, str]) -> Site:
    # A site in folders would make each case longer by its paths.
    files = {f"{case.name}.md": (REPORT if case.is_report else "") + case.source for case in found}
    return Site(folder).write({"hall.png": png(), "worms.pdf": PDF, **others, **files})


def _shown(case: Case, built: Built, *documents: nodes.document) -> str:
    trees = ["".join(node.pformat("  ") for node in _nodes(case, document)) for document in documents]
    text = "----\n".join(trees).replace(str(built.app.srcdir), "SOURCE")
    # The page itself; the cases say it nowhere else.
    text = _OWN_PAGE.sub(r"\1", text)
    # docutils has written truth values in two ways.
    lines = text.replace('="True"', '="1"').replace('="False"', '="0"').splitlines()
    above = REPORT.count("\n") if case.is_report else 0
    for warning in built.warnings:
        match = _WARNING.search(warning)
        if match and match["name"] == case.name:
            lines.append(f"{int(match['line']) - above}: {match['message']}")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _nodes(case: Case, document: nodes.document) -> list[nodes.Node]:
    """Return what to show of *document*: all, or what stands below the title of a report."""
    top = document.children[0]
    if case.is_report and isinstance(top, nodes.section):
        return [*top.children[1:], *document.children[1:]]
    return document.children


def _rewrite(stem: str) -> None:
    found = cases(stem)
    with tempfile.TemporaryDirectory() as folder:
        shown = FILES[stem](Path(folder), found)
    texts = (f"{case.title}\n.\n{case.source}.\n{shown[case.name]}.\n" for case in found)
    (FOLDER / f"{stem}.md").write_text("\n".join(texts), encoding="utf-8")


if __name__ == "__main__":
    for each in FILES:
        _rewrite(each)
