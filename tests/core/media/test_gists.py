"""Scripts that draw a gist, or play a recorded terminal."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.media.embeds import cast_of, gist_of


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://gist.github.com/ann/12ab.js", ("https://gist.github.com/ann/12ab", "Gist ann/12ab")),
        ("//gist.github.com/12ab.js?file=a%20b.py", ("https://gist.github.com/12ab", "Gist 12ab, a b.py")),
        ("https://gist.github.com/ann/12ab", None),
        ("https://a.example.org/gist.github.com/a.js", None),
    ],
)
def test_a_script_of_a_gist_says_where_it_is(source: str, expected: tuple[str, str] | None) -> None:
    """With the name of its one file, if it names one."""
    assert gist_of(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://asciinema.org/a/417.js", ("https://asciinema.org/a/417", "asciinema 417")),
        ("//asciinema.org/a/q8Zk.js?t=3", ("https://asciinema.org/a/q8Zk", "asciinema q8Zk")),
        ("https://asciinema.org/a/417", None),
        ("https://asciinema.org/a/417/more.js", None),
        ("https://asciinema.org.example.org/a/417.js", None),
        ("", None),
    ],
)
def test_a_script_of_a_cast_says_where_it_is(source: str, expected: tuple[str, str] | None) -> None:
    """On asciinema's own server only."""
    assert cast_of(source) == expected
