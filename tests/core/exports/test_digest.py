"""What is new with an edition, as readers of feeds show it."""

from __future__ import annotations

from sphinx_eventreport.core.exports.digest import Line, digest_html, digest_text

LINES = (
    Line("Decision", "Ropes & <knots>", 'https://example.org/?a="1"'),
    Line("Done", "Buy ropes", "https://example.org/b", ("Ada Quay", "Bo Reed")),
)


def test_text_has_a_line_for_each() -> None:
    """With who does it."""
    assert digest_text(LINES) == "Decision · Ropes & <knots>\nDone · Buy ropes, Ada Quay, Bo Reed"


def test_html_has_links_and_nothing_of_what_a_title_says() -> None:
    """A title is text, whatever is in it."""
    assert digest_html(LINES) == (
        '<ul><li>Decision · <a href="https://example.org/?a=&quot;1&quot;">Ropes &amp; &lt;knots&gt;</a></li>'
        '<li>Done · <a href="https://example.org/b">Buy ropes</a>, Ada Quay, Bo Reed</li></ul>'
    )
