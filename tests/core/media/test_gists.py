"""Scripts that draw a gist."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.media.embeds import gist_of


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
