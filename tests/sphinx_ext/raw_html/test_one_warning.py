"""One block that is wrong is one warning, however many elements repeat what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.site import Site

PLAYER = (
    '<object data="http://gone.example/v.swf"><param name="movie" value="http://gone.example/v.swf">'
    '<param name="loop" value="true"><embed src="http://gone.example/v.swf"></embed>Get a player</object>'
)
TWEET = (
    '<blockquote class="twitter-tweet"><p>Herons!</p>Ada <a href="https://twitter.com/a/status/1">May</a>'
    '</blockquote>\n<script async src="https://platform.twitter.com/widgets.js"></script>'
)
LOOP = "{% for t in site.data.birds %}\n{% if t.name %}\n* {{ t.name }}\n{% endif %}\n{% endfor %}"
FORM = '<form action="/join"><label>Mail</label><input type="email"><select><option>a</select></form>'
PAIR = "{{< reeds >}}\nWords\n{{< /reeds >}}"


@pytest.mark.parametrize(
    ("block", "expected"), [(PLAYER, 1), (f"Words {PLAYER}", 1), (TWEET, 0), (LOOP, 1), (FORM, 1), (PAIR, 1)]
)
def test_a_block_has_one_warning(site: Site, block: str, expected: int) -> None:
    """And none where all that it says is on the page."""
    post = f"---\nlayout: post\ntitle: Birds\ndate: 2024-05-01\n---\n\n{block}\n"
    built = site.write({"index.md": "# Site\n", "birds.md": post}).build("dummy")
    assert len([line for line in built.warnings if "[eventreport." in line]) == expected
