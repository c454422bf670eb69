"""A talk is not called "Slides": it is the section above, or the page."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.outline.generic_headings import is_contents, is_generic
from sphinx_eventreport.core.reports import read_report_text

DECK = "```{deck} https://slides.example.org/a.pdf\n```\n"
VIDEO = "```{recording} https://youtu.be/abcdefghijk\n```\n"

GENERIC = [
    *(
        "About",
        "Abstract",
        "ABSTRACT",
        "Summary",
        "Slides",
        "Slides:",
        "The slides",
        "Slide deck",
        "Slideshow",
    ),
    *(
        "Video",
        "Videos",
        "Watch the video",
        "Watch the full video",
        "Recording",
        "Recordings",
        "Talk recording",
    ),
    *(
        "Presentation",
        "Slides and video",
        "Video & slides",
        "Media",
        "Links",
        "Resources",
        "Materials",
        "Notes",
    ),
    *(
        "Transcript",
        "About the talk",
        "About the speaker",
        "Bio",
        "Q&A",
        "Part 1",
        "Part II",
        "part two",
        "Part B",
    ),
    *("Video 2", "Recording #3", "Teil 1", "Partie 2", "Parte 1", "Folien", "Aufzeichnung", "Diapositives"),
    *("Vidéo", "Résumé", "Diapositivas", "Grabación", "スライド", "動画", "Слайды", "🎬 Video"),
    *("Slides (PDF)", "Video (45 min)", "1. Slides", "2) Video", "Slides in English", "Folien auf Deutsch"),
    *("Talk", "My talk", "Here are the slides", "Watch", "Watch it", "Listen", "TL;DR", "Livestream"),
    *("YouTube", "Speaker Deck", "Video recording"),
]
NAMES = [
    *(
        "From nightmare to dream",
        "Objects (9 April)",
        "About time",
        "Slides that stay",
        "Part of the solution",
    ),
    *("Video killed the radio star", "Keynote", "Opening", "Demo", "Lightning talks", "Day 1", "Session 3"),
    *("Python 3", "HTTP 2", "Introduction", "Notes on Notes", "Recording bees"),
    *("1. Knots", "Talks", "Watching birds", "Slides in space", "Video (the game) reviewed", "Talk to me"),
]


@pytest.mark.parametrize("heading", GENERIC)
def test_a_heading_that_names_no_talk(heading: str) -> None:
    """It says what stands below it."""
    assert is_generic(heading)


@pytest.mark.parametrize("heading", [*NAMES, "", "...", "Slides " * 40, "-" * 100_000 + "a"])
def test_a_heading_that_may_name_one(heading: str) -> None:
    """It has words of its own."""
    assert not is_generic(heading)


@pytest.mark.parametrize(
    ("body", "talks"),
    [
        (f"## About\n\nTides.\n\n{DECK}", [("Tides", 1, 0)]),
        (f"## Moon\n\n### Part 1\n\n{VIDEO}\n### Part 2\n\n{VIDEO}", [("Moon", 0, 2)]),
        (f"## Moon\n\n### Slides\n\n{DECK}\n### Video\n\n{VIDEO}", [("Moon", 1, 1)]),
        (f"## Moon\n\n{DECK}\n### Video\n\n{VIDEO}", [("Moon", 1, 1)]),
        (f"## Moon\n\n### Slides\n\n#### Part 1\n\n{DECK}", [("Moon", 1, 0)]),
        (f"## Moon\n\n### Sun\n\n{DECK}\n### Slides\n\n{DECK}", [("Moon", 1, 0), ("Sun", 1, 0)]),
        (f"## Slides\n\n{DECK}\n## Video\n\n{VIDEO}", [("Tides", 1, 1)]),
        (f"## Sun\n\n{DECK}\n## Video\n\n{VIDEO}", [("Sun", 1, 0)]),
        (f"## Slides\n\n```{{talk}}\n```\n\n{DECK}", [("Slides", 1, 0)]),
        (f"## Slides, by Ada Quay\n\n{DECK}", [("Slides", 1, 0)]),
    ],
)
def test_the_talk_is_the_section_above(body: str, talks: list[tuple[str, int, int]]) -> None:
    """Title, decks and recordings of each talk of a page called Tides."""
    report, _ = read_report_text(f"---\ntitle: Tides\nevent: E\n---\n\n{body}", filename="a.md")
    assert [(talk.title, len(talk.decks), len(talk.recordings)) for talk in report.talks] == talks


def test_a_page_that_is_called_so() -> None:
    """Where there is nothing above, the talk keeps the only name there is."""
    report, _ = read_report_text(f"---\nevent: E\n---\n\n# Slides\n\n{DECK}", filename="a.md")
    assert [talk.title for talk in report.talks] == ["Slides"]


@pytest.mark.parametrize(("heading", "expected"), [("Table  of Contents", True), ("Agenda", False)])
def test_contents_are_the_title_of_nothing(heading: str, expected: bool) -> None:  # noqa: FBT001
    """Of no page."""
    assert is_contents(heading) is expected
