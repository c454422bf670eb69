from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.media.embed import Embed
from sphinx_eventreport.core.media.providers import identify
from sphinx_eventreport.core.media.records import deck_record, is_sound, media_of_embed, recording_record
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.records import Deck, Frame, Recording


def test_deck_in_the_source_tree() -> None:
    """A path makes a deck that is a file, without addresses."""
    assert deck_record("/slides/my talk.pdf") == (
        Deck("", "", "/slides/my talk.pdf", "file", path="/slides/my talk.pdf"),
        (),
    )


def test_page_of_a_file() -> None:
    """The page a path leads to is not part of the path."""
    deck, _ = deck_record("talk.pdf#page=3")
    assert deck == Deck("", "", "talk.pdf", "file", path="talk.pdf", page=3)


def test_hosted_deck() -> None:
    """A URL makes a deck with the addresses of its host."""
    url = "https://speakerdeck.com/player/abc"
    assert deck_record(url)[0] == Deck("", "", url, "speakerdeck", url=url, embed_url=url)


def test_options_of_a_deck() -> None:
    """Every option of a deck comes into the record, blanks folded."""
    options = {
        "label": "routing",
        "title": " Routing\n  again ",
        "ratio": "4:3",
        "page": "2",
        "poster": "p.png",
        "alt": "A",
        "license": "CC0-1.0",
    }
    deck, problems = deck_record("a.pdf", options)
    expected = Deck("routing", "Routing again", "a.pdf", "file", path="a.pdf", ratio=(4, 3), page=2)
    assert deck is not None
    assert (deck.poster, deck.alt, deck.license, problems) == ("p.png", "A", "CC0-1.0", ())
    assert (deck.label, deck.title, deck.ratio, deck.page) == (
        expected.label,
        expected.title,
        expected.ratio,
        expected.page,
    )


def test_hosted_recording() -> None:
    """A URL of a video makes a recording."""
    recording, _ = recording_record("https://youtu.be/abc?t=9", {"title": "Routing"})
    assert recording == Recording(
        "",
        "Routing",
        "https://youtu.be/abc?t=9",
        "youtube",
        url="https://www.youtube.com/watch?v=abc&t=9",
        embed_url="https://www.youtube-nocookie.com/embed/abc?start=9",
    )


def test_recording_in_the_source_tree() -> None:
    """A path makes a recording that is a file."""
    assert recording_record("talk.webm")[0] == Recording("", "", "talk.webm", "file", path="talk.webm")


@pytest.mark.parametrize("make", [deck_record, recording_record])
@pytest.mark.parametrize(
    ("source", "subtype"),
    [
        ("", Subtype.EMBED),
        ("{{ deck }}", Subtype.EMBED),
        ("javascript:alert(1)", Subtype.URL),
        ("file:///etc/passwd", Subtype.URL),
        ("https://", Subtype.URL),
    ],
)
def test_unusable_source(make: object, source: str, subtype: Subtype) -> None:
    """What leads nowhere safe makes no record, and a problem on the line."""
    assert callable(make)
    record, problems = make(source, line=7)
    assert (record, [(problem.subtype, problem.line) for problem in problems]) == (None, [(subtype, 7)])


@pytest.mark.parametrize("option", ["ratio", "page"])
def test_wrong_option(option: str) -> None:
    """An option without meaning is a problem; the deck is there without it."""
    deck, problems = deck_record("a.pdf", {option: "much"}, line=7)
    assert deck == Deck("", "", "a.pdf", "file", path="a.pdf")
    assert [(problem.subtype, problem.line, problem.field) for problem in problems] == [
        (Subtype.VALUE, 7, option)
    ]


def test_wrong_ratio_of_a_recording() -> None:
    """The ratio of a recording is checked as that of a deck."""
    assert [problem.field for problem in recording_record("a.webm", {"ratio": "x"})[1]] == ["ratio"]


def test_embedded_page_is_a_frame() -> None:
    """What an unknown host shows is neither slides nor a recording."""
    embed = Embed("https://a.example/x", "page", title="Routing", ratio=(4, 3))
    record = media_of_embed(embed)
    assert (type(record), record.title, record.ratio) == (Frame, "Routing", (4, 3))


def test_a_frame_of_a_host() -> None:
    """It knows what it is and where, and has the addresses of its host."""
    hosted = identify("https://soundcloud.com/harbour/knots")
    assert hosted
    frame = media_of_embed(Embed("https://soundcloud.com/harbour/knots", "audio", hosted))
    assert isinstance(frame, Frame)
    assert (frame.kind, frame.host, frame.path, frame.ratio) == ("audio", "SoundCloud", None, (4, 1))


def test_a_frame_of_a_file() -> None:
    """It has the path and no address."""
    frame = media_of_embed(Embed("demo.html", "page", path="demo.html"))
    assert isinstance(frame, Frame)
    assert (frame.provider, frame.path, frame.url, frame.ratio) == ("file", "demo.html", None, (16, 9))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("talk.mp3", True),
        ("https://files.example.org/talk.OGG?v=1", True),
        ("https://soundcloud.com/harbour/knots", True),
        ("talk.mp4", False),
        ("https://youtu.be/abc", False),
        ("https://talks.example.org/knots", False),
    ],
)
def test_a_recording_of_sound(source: str, *, expected: bool) -> None:
    """The name of the file tells, or the host."""
    recording, _problems = recording_record(source)
    assert recording
    assert is_sound(recording) is expected


def test_embedded_recording() -> None:
    """An embed of a video makes a recording."""
    assert isinstance(media_of_embed(Embed("a.webm", "recording", path="a.webm")), Recording)


@given(st.text(), st.dictionaries(st.sampled_from(["ratio", "page", "title", "label", "poster"]), st.text()))
def test_any_text_is_survived(source: str, options: dict[str, str]) -> None:
    """No source and no option makes a maker of records raise."""
    deck_record(source, options)
    recording_record(source, options)
