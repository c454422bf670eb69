"""Reports as the PyVideo archive keeps them: what was read from it comes out as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.exports.pyvideo import pyvideo_files
from sphinx_eventreport.core.reports import read_report_text
from sphinx_eventreport.core.reports.pyvideo import read_pyvideo

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_eventreport.core.records import Report

CATEGORY = {
    "title": "Coast Day",
    "description": "By the sea.",
    "url": "https://coast.example.org/",
    "start_date": "2024-05-17",
}
TALKS: tuple[dict[str, object], ...] = (
    {
        "title": "Moon",
        "slug": "moon",
        "speakers": ["Ada Wrack", "Dr. Bo Dulse (Sea, Inc.)"],
        "recorded": "2024-05-17",
        "duration": 1500,
        "language": "por",
        "tags": ["tide", "moon"],
        "copyright_text": "CC-BY-4.0",
        "videos": [{"type": "youtube", "url": "http://www.youtube.com/watch?v=abcdefghijk"}],
        "related_urls": [
            {"label": "Slides", "url": "https://files.example.org/moon.pdf"},
            "https://code.example.org/",
        ],
    },
    {"title": "Wind", "slug": "wind", "speakers": [], "recorded": "2024-05-18", "videos": []},
    {"title": "Wind, again", "slug": "wind-2", "speakers": ["Cy"], "recorded": "2024-05-18", "videos": []},
)


def written(folder: Path, report: Report) -> Path:
    """Write the files of *report* into *folder*, and return that of the event."""
    event = folder / report.label
    for name, content in pyvideo_files(report).items():
        path = event / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return event


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0), (2, 1, 0)])
def test_what_was_read_comes_out_as_it_was(tmp_path: Path, order: tuple[int, ...]) -> None:
    """Reading what was written gives the same report, its talks in their order."""
    videos = tmp_path / "in" / "coast-day" / "videos"
    videos.mkdir(parents=True)
    (videos.parent / "category.json").write_text(json.dumps(CATEGORY), "utf-8")
    for number, talk in enumerate(order):
        (videos / f"{number}.json").write_text(json.dumps(TALKS[talk]), "utf-8")
    first, _problems = read_pyvideo(videos.parent)
    again, _problems = read_pyvideo(written(tmp_path / "out", first))
    # Which keys they came from is another matter: an end that was found among the talks is written.
    assert replace(again, sources=()) == replace(first, sources=())


def test_a_report_of_ours_has_what_the_archive_has_a_place_for(tmp_path: Path) -> None:
    """The rest is left out, and nothing is made up."""
    text = "---\nlabel: tides\ntitle: Tides\ntalks: [{title: Moon, room: R1}]\n---\n"
    report, _problems = read_report_text(text, filename="a.md")
    again, _problems = read_pyvideo(written(tmp_path, report))
    assert ([talk.title for talk in again.talks], again.talks[0].room) == (["Moon"], None)
