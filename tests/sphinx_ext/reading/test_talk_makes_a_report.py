"""A page with a `{talk}` is a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import CONF, Site

from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from pathlib import Path

TALK = "## Moss\n\n```{talk}\n:speakers: Ann Lee\n```\n"
RST = "Boats\n=====\n\nMoss\n----\n\n.. talk::\n   :speakers: Ann Lee\n"


def is_report(folder: Path, name: str, text: str, **others: str) -> bool:
    """Return whether the page *name* is a report that has one talk."""
    files = {"index.md": "# Site\n", name: text, **{f"{name}.txt": text for name, text in others.items()}}
    built = Site(folder, conf=CONF + 'eventreport_patterns = ["notes"]\n').write(files).build("dummy")
    page = site_of(built.app.env).pages[name.partition(".")[0]]
    return page.report is not None and len(page.talks) == 1


CASES = {
    "without front matter": ("a.md", f"# Boats\n\n{TALK}", True),
    "with a title and a day": ("a.md", f"---\ntitle: Boats\ndate: 2024-05-01\n---\n\n{TALK}", True),
    "that says no": ("a.md", f"---\neventreport: false\n---\n# Boats\n\n{TALK}", False),
    "from another file": ("a.rst", "Boats\n=====\n\n.. include:: b.txt\n", True),
    "from another file, that says no": (
        "a.rst",
        ":eventreport: false\n\nBoats\n=====\n\n.. include:: b.txt\n",
        False,
    ),
    "in reStructuredText": ("a.rst", RST, True),
    "in reStructuredText, that says no": ("a.rst", f":eventreport: false\n\n{RST}", False),
    "named by the site": ("notes.rst", RST, True),
}


@pytest.mark.parametrize(("name", "text", "expected"), CASES.values(), ids=CASES)
def test_a_page_with_a_talk(tmp_path: Path, name: str, text: str, expected: bool) -> None:  # noqa: FBT001
    """Unless it says that it is not."""
    assert is_report(tmp_path, name, text, b=RST.partition("\n\n")[2]) is expected


@pytest.mark.parametrize("name", ["a", "notes"])
def test_a_directive_says_which_event_it_is(tmp_path: Path, name: str) -> None:
    """Where only a talk or the site makes it a report, no front matter disagrees."""
    text = RST + "\n.. event:: Quay Days\n"
    site = Site(tmp_path, conf=CONF + 'eventreport_patterns = ["notes"]\n')
    built = site.write({"index.md": "# Site\n", f"{name}.rst": text}).build("dummy")
    report = site_of(built.app.env).pages[name].report
    assert report is not None
    assert report.event is not None
    assert (report.event.name, [line for line in built.warnings if "eventreport." in line]) == (
        "Quay Days",
        [],
    )
