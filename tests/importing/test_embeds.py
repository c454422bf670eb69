from __future__ import annotations

import pytest

from sphinx_eventreport.importing.embeds import with_directives

PDF = "https://slides.example.org/a.pdf"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f'A\n\n<div style="padding-bottom: 63%"><iframe src="{PDF}"></iframe></div>\n\nB\n',
            f"A\n\n```{{deck}} {PDF}\n:ratio: 100:63\n```\n\nB\n",
        ),
        (
            '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="A talk"></iframe>\n',
            "```{recording} https://www.youtube.com/embed/abcdefghijk\n:title: A talk\n```\n",
        ),
        (
            f'* An item\n\n  <iframe src="{PDF}"></iframe>\n\n* Another\n',
            f"* An item\n\n  ```{{deck}} {PDF}\n  ```\n\n* Another\n",
        ),
        (f'1. <iframe src="{PDF}"></iframe>\n\nB\n', f"1. ```{{deck}} {PDF}\n   ```\n\nB\n"),
        (f'<iframe src="{PDF}#page=3"></iframe>\n', f"```{{deck}} {PDF}#page=3\n```\n"),
        (
            '<iframe src="https://www.openstreetmap.org/export/embed.html?bbox=1" title="Way in"></iframe>\n',
            "```{iframe} https://www.openstreetmap.org/export/embed.html?bbox=1\n:title: Way in\n```\n",
        ),
        (
            '<iframe src="https://demo.example.org/x" width="300" height="100"></iframe>\n',
            "```{iframe} https://demo.example.org/x\n:ratio: 3:1\n```\n",
        ),
        ('<img src="a.png">\n\nA <b>word</b>.\n', '<img src="a.png">\n\nA <b>word</b>.\n'),
        (f'```html\n<iframe src="{PDF}"></iframe>\n```\n', f'```html\n<iframe src="{PDF}"></iframe>\n```\n'),
        ("", ""),
    ],
)
def test_html_becomes_directives(body: str, expected: str) -> None:
    """What embeds becomes a directive; the rest stays."""
    assert with_directives(body) == (expected, ())


@pytest.mark.parametrize(
    "body",
    [
        f'<p>Slides: <iframe src="{PDF}"></iframe></p>\n',
        f'Slides: <iframe src="{PDF}"></iframe>\n',
        f'<!-- mine --><iframe src="{PDF}"></iframe>\n',
        f'<div class="a">\n\n<iframe src="{PDF}"></iframe>\n\n</div>\n',
        f'> <iframe src="{PDF}"></iframe>\n',
        f'* Slides: <iframe src="{PDF}"></iframe>\n',
    ],
)
def test_html_that_says_more_stays(body: str) -> None:
    """And is named."""
    assert with_directives(body) == (body, (PDF,))
