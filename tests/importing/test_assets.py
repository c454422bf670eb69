"""Files that a report refers to, and where they go."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_eventreport.core.reports import read_report_text
from sphinx_eventreport.importing.assets import paths_of, target_of

ROOT = Path("/site")
PAGE = ROOT / "blog" / "day.md"


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("[x](files/a%20b.pdf#page=2)", ("files/a%20b.pdf#page=2",)),
        ("[x](c.zip?raw=true) [y](<d.csv>)", ("c.zip?raw=true", "d.csv")),
        ('[x](Talk.PPTX "Slides")', ("Talk.PPTX",)),
        ("![x](</a b.png>) [y](<c d.zip?raw=true>)", ("/a b.png", "c d.zip?raw=true")),
        ("[x](https://example.org/a.pdf) [y](//example.org/b.zip)", ()),
        ("[x](other.md) [y](other.html) [z](#a.pdf)", ()),
    ],
)
def test_links_to_files_are_brought_along(text: str, paths: tuple[str, ...]) -> None:
    """Those to pages and to other hosts lead where they led."""
    report, _problems = read_report_text("# A\n", filename="a.md")
    assert paths_of(report, text) == paths


@pytest.mark.parametrize(
    ("written", "found", "goal"),
    [
        ("a%20b.pdf#page=2", "/old/a b.pdf", "/site/blog/a b.pdf"),
        ("a%20b.pdf", "/old/a%20b.pdf", "/site/blog/a%20b.pdf"),
        ("../img/a.png?x=1", "/old/a.png", "/site/img/a.png"),
        ("/img/a.png", None, "/site/img/a.png"),
        ("../../a.png", "/old/a.png", None),
    ],
)
def test_a_file_goes_where_it_will_be_looked_for(written: str, found: str | None, goal: str | None) -> None:
    """By the name that a build gives it; nowhere out of the site."""
    place = target_of(written, PAGE, ROOT, Path(found) if found else None)
    assert place == (Path(goal) if goal else None)
