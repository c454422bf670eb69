from __future__ import annotations

import pytest

from sphinx_eventreport.core.media.suffixes import is_audio_path, is_office_path, is_pdf_path, kind_of_path


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.PDF", "deck"),
        ("a.key", "deck"),
        ("a.mp4", "recording"),
        ("a.ogg", "recording"),
        ("a.html", "page"),
        ("keynotes", "page"),
    ],
)
def test_a_name_tells_what_a_file_is(path: str, expected: str) -> None:
    """By its end, in any case."""
    assert kind_of_path(path) == expected


@pytest.mark.parametrize(
    ("is_one", "address"),
    [
        (is_office_path, "https://files.example.org/Knots.PPTX?dl=1#page=2"),
        (is_pdf_path, "knots.pdf#page=2"),
        (is_audio_path, "knots.opus?raw=true"),
    ],
)
def test_an_address_may_go_on_behind_the_name(is_one: object, address: str) -> None:
    """A query and a fragment are no part of it."""
    assert callable(is_one)
    assert is_one(address)
    assert not is_one("https://files.example.org/knots?" + address)
