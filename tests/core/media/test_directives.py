from __future__ import annotations

import pytest

from sphinx_eventreport.core.media.directives import EMBED_DIRECTIVES, read_embed_directive
from sphinx_eventreport.core.records import Deck, Frame, Recording


@pytest.mark.parametrize(
    ("name", "argument", "options", "record", "source"),
    [
        ("youtube", "abcdefghijk", {}, Recording, "https://youtu.be/abcdefghijk"),
        ("youtube", "https://youtu.be/abc", {"align": "left"}, Recording, "https://youtu.be/abc"),
        ("vimeo", "12", {}, Recording, "https://vimeo.com/12"),
        ("peertube", "abc", {}, Recording, "https://peertube.tv/w/abc"),
        ("peertube", "abc", {"instance": "https://a.example.org"}, Recording, "https://a.example.org/w/abc"),
        ("iframe", "https://a.example.org/b.pdf", {}, Deck, "https://a.example.org/b.pdf"),
        (
            "iframe",
            "https://www.openstreetmap.org/export/embed.html",
            {},
            Frame,
            "https://www.openstreetmap.org/export/embed.html",
        ),
        ("video", "talks/a.mp4", {"width": "80%"}, Recording, "talks/a.mp4"),
    ],
)
def test_a_directive_embeds(
    name: str, argument: str, options: dict[str, str], record: type, source: str
) -> None:
    """What the other system would show, by id, URL or path."""
    found, problems = read_embed_directive(name, argument, options)
    assert (type(found), found and found.source, problems) == (record, source, ())


@pytest.mark.parametrize("name", EMBED_DIRECTIVES)
def test_one_that_leads_nowhere_is_a_problem(name: str) -> None:
    """With its line."""
    found, problems = read_embed_directive(name, "javascript://x", {}, line=7)
    assert (found, [problem.line for problem in problems]) == (None, [7])


def test_a_title_and_a_ratio_are_taken() -> None:
    """Other options make no difference."""
    found, _problems = read_embed_directive("vimeo", "12", {"title": "T", "ratio": "4:3", "width": "x"})
    assert found
    assert (found.title, found.ratio) == ("T", (4, 3))


def test_a_frame_takes_a_ratio() -> None:
    """As raw HTML does."""
    found, _problems = read_embed_directive("iframe", "https://pages.example.org/x", {"ratio": "3:1"})
    assert found
    assert found.ratio == (3, 1)
