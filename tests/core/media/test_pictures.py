from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.media.pictures import media_of_picture, remote_picture
from sphinx_eventreport.core.records import Deck, Recording


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("talk.pdf", Deck),
        ("slides/My%20Talk.PDF?raw=true#page=3", Deck),
        ("knots.pptx", Deck),
        ("knots.odp", Deck),
        ("knots.key", Deck),
        ("https://files.example.org/talk.pdf", Deck),
        ("https://github.com/ines/talks/blob/main/knots.pdf", Deck),
        ("talk.mp4", Recording),
        ("talk.webm#t=30", Recording),
        ("talk.mp3", Recording),
        ("https://youtu.be/abcdefghijk", Recording),
        ("https://vimeo.com/12", Recording),
    ],
)
def test_a_picture_that_is_none(source: str, expected: type) -> None:
    """The name of the file tells, or a host of videos."""
    assert type(media_of_picture(source)) is expected


@pytest.mark.parametrize(
    "source",
    [
        "hall.png",
        "hall.PNG?raw=true#only-dark",
        "hall",
        "",
        "https://img.youtube.com/vi/abcdefghijk/0.jpg",
        "https://speakerdeck.com/ines/knots.jpg",
        "https://drive.google.com/uc?id=abc",
        "https://badges.example.org/build?of=talk.pdf",
        "data:image/png;base64,AAAA",
        "talk.pdf.png",
        "javascript:alert(1)//talk.pdf",
    ],
)
def test_a_picture_stays_one(source: str) -> None:
    """Hosts of pictures are not asked what else they have."""
    assert media_of_picture(source) is None


def test_the_text_of_a_picture_is_the_title() -> None:
    """It says what there is to see."""
    deck = media_of_picture("talk.pdf#page=3", "Knots")
    assert isinstance(deck, Deck)
    assert (deck.title, deck.source, deck.page) == ("Knots", "talk.pdf", 3)


@given(st.text(), st.text())
def test_any_text_is_survived(source: str, alt: str) -> None:
    """No address and no text makes it raise."""
    media_of_picture(source, alt)


def test_a_picture_on_another_host_is_a_problem() -> None:
    """With its address, its line, and what to do."""
    problem = remote_picture("https://img.example.org/a.png", 3)
    assert (problem.subtype.value, problem.line) == ("remote_picture", 3)
    assert "'https://img.example.org/a.png' is on another host" in str(problem)
