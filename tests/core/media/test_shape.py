from __future__ import annotations

import pytest

from sphinx_eventreport.core.media.hosts.address import read_address
from sphinx_eventreport.core.media.hosts.shape import Shape, examples

SHAPE = Shape("https://www.harbour.example/@NAME/ID?v=NUMBER", "https://harbour.example/player/ID/NUMBER")


@pytest.mark.parametrize(
    "url",
    [
        "https://harbour.example/@ines/ab-1?v=7",
        "https://www.harbour.example/@ines/ab-1/?x=1&v=7#top",
    ],
)
def test_an_address_that_fits_is_read(url: str) -> None:
    """With or without www., whatever else is in its query."""
    address = read_address(url)
    assert address
    found = SHAPE.read(address)
    assert found
    assert (found.id, found.url, found.embed_url) == (
        "ab-1",
        "https://www.harbour.example/@ines/ab-1?v=7",
        "https://harbour.example/player/ab-1/7",
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://harbour.example/@ines/ab-1",
        "https://harbour.example/@ines/ab-1?v=x",
        "https://harbour.example/@ines/ab-1/more?v=7",
        "https://harbour.example/@ines?v=7",
        "https://harbour.example/ines/ab-1?v=7",
        "https://harbour.example/@ines/a.b?v=7",
        "https://old.harbour.example/@ines/ab-1?v=7",
    ],
)
def test_an_address_that_does_not_fit_as_a_whole_is_not(url: str) -> None:
    """A part that is too much, too little or another makes it another address."""
    address = read_address(url)
    assert address
    assert SHAPE.read(address) is None


def test_a_word_is_written_so_that_it_ends_nothing() -> None:
    """What stands for a name is escaped again."""
    address = read_address("https://harbour.example/@a%22%3E%20b/ab?v=7")
    assert address
    found = SHAPE.read(address)
    assert found
    assert found.url == "https://www.harbour.example/@a%22%3E%20b/ab?v=7"


def test_an_example_is_an_address() -> None:
    """For the reference."""
    assert examples(Shape("https://a.example/NUMBER/ENTRY/ID2")) == ("https://a.example/12345/1_abcd1234/ID",)
