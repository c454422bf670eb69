"""A report has the same talks, under the same names, in a build and in ``read_report``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import Site

from sphinx_eventreport import read_report
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_eventreport.core.records import Talk

    Names = list[tuple[str, str, list[str], list[str]]]

TOP = "---\nevent: Tide Day\n---\n\n"
UNTITLED = "---\nminutes: true\n---\n\n"
DECK = "<iframe src='https://slides.example.org/a.pdf'></iframe>\n"
VIDEO = "```{recording} https://youtu.be/abcdefghijk\n```\n"
REPORTS = {
    "sections": f"{TOP}## Ropes, by Ida Lund\n\n{DECK}\n## Lunch\n\n## Knots\n\n{VIDEO}",
    "H1 below a written title": f"---\ntitle: T\nevent: E\n---\n\n# Ropes\n\n{DECK}\n## Knots\n\n{DECK}",
    "title in the body": f"{UNTITLED}# Tides\n\n{DECK}\n## Ropes\n\n{VIDEO}",
    "several H1 and no written title": f"{UNTITLED}# A\n\n{DECK}\n# B\n\n{DECK}\n## C\n\n{DECK}",
    "title that stands twice": f"---\ntitle: Tides\nevent: E\n---\n\nWords.\n\n## Tides\n\n{DECK}",
    "title that stands twice, above others": (
        f"---\ntitle: Tides\nevent: E\n---\n\n## Tides\n\n{DECK}\n## Ropes\n\n{DECK}"
    ),
    "deck of the page before one of a talk": (
        f"---\ntitle: Ropes\nevent: E\n---\n\n{DECK}\n## Ropes and knots\n\n"
        f"```{{deck}} https://slides.example.org/b.pdf\n:label: ropes\n```\n"
    ),
    "talks in front matter": (
        "---\nevent: E\ntalks:\n- {title: Ropes, room: North}\n- {title: Tides, speakers: [Ida Lund],"
        f" deck: 'https://slides.example.org/t.pdf'}}\n---\n\n## Ropes\n\n{DECK}"
    ),
    "page that is its talk": f"---\ntitle: Ropes\nevent: E\n---\n\n{DECK}\n## Summary\n",
    "directives": (
        f"{TOP}## Ropes\n\n```{{talk}}\n:label: r\n:deck: https://slides.example.org/r.pdf\n```\n\n"
        f"## Ropes\n\n{VIDEO}"
    ),
    "heading of signs": f"{TOP}## ???\n\n{DECK}\n## !!!\n\n{DECK}",
    "generic headings": f"{TOP}## Ropes\n\n### Slides\n\n{DECK}\n### Video\n\n{VIDEO}\n## Knots\n\n{DECK}",
    "generic heading that holds one": f"{TOP}## Ropes\n\n{DECK}\n## Slides\n\n### Video\n\n{VIDEO}",
    "generic heading of a talk": f"{TOP}## Slides\n\n```{{talk}}\n```\n\n### Video\n\n{VIDEO}",
    "generic headings only": f"{TOP}## About\n\n{DECK}\n## Part 2\n\n{VIDEO}",
    "no event": f"---\neventreport: true\n---\n\n## Ropes\n\n{DECK}",
}


def names_of(talks: list[Talk] | tuple[Talk, ...]) -> Names:
    """Return what a test compares of *talks*."""
    return [
        (
            talk.label,
            talk.title,
            [deck.label for deck in talk.decks],
            [item.label for item in talk.recordings],
        )
        for talk in talks
    ]


@pytest.fixture(scope="module")
def names_in_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Names]]:
    """Build all reports as one site; return its folder, and the names on each page."""
    site = Site(tmp_path_factory.mktemp("alike"))
    files = {f"page{number}.md": text for number, text in enumerate(REPORTS.values())}
    pages = site_of(site.write({"index.md": "# Site\n", **files}).build("dummy").app.env).pages
    named = {
        title: names_of([placed.talk for placed in pages[f"page{number}"].talks])
        for number, title in enumerate(REPORTS)
    }
    return site.source, named


@pytest.mark.parametrize("title", REPORTS)
def test_library_and_build_name_alike(title: str, names_in_build: tuple[Path, dict[str, Names]]) -> None:
    """Which sections are talks does not depend on who asks, nor do the labels."""
    source, named = names_in_build
    report, _problems = read_report(source / f"page{list(REPORTS).index(title)}.md")
    assert names_of(report.talks) == named[title] != []
