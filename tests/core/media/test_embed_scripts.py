"""Scripts of embeds whose words are on the page."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.media.embed_scripts import draws_what_is_there


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("//platform.twitter.com/widgets.js", True),
        ("https://www.instagram.com/embed.js", True),
        ("https://boats.example/embed.js?v=2", True),
        ("https://speakerdeck.com/assets/embed.js", True),
        ("https://boats.example/widgets.js", False),
        ("https://boats.example/forms/embed.js", False),
        ("/embed.js", False),
        ("//[", False),
        ("", False),
    ],
)
def test_a_script_that_draws_what_is_there(source: str, expected: bool) -> None:  # noqa: FBT001
    """What another script would draw is not known, and may be lost."""
    assert draws_what_is_there(source) is expected
