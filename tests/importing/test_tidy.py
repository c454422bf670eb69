from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.importing.embeds import with_directives
from sphinx_eventreport.importing.tidy import tidied

LONG = "`" * 29
LINES = st.sampled_from(
    [
        *("", "Words.", "# A", "## B", "===", "- a", "    text", "```", "```python", f"{LONG}{{note}}", LONG),
        *(
            "<div>",
            "</div>",
            "<iframe src='a.pdf'></iframe>",
            "- <embed src=b.pdf>",
            "  <b",
            "<!-- x -->",
            "\r",
        ),
    ]
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{LONG}{{note}}\nWords.\n{LONG}\n", "\n```{note}\nWords.\n```\n"),
        (f"{LONG}{{note}}\n```py\na\n```\n{LONG}\n", "\n````{note}\n```py\na\n```\n````\n"),
        (
            f"{LONG}{{note}}\n{LONG[1:]}{{tip}}\nWords.\n{LONG[1:]}\n{LONG}\n",
            "\n````{note}\n```{tip}\nWords.\n```\n````\n",
        ),
        ("\n\n\nOne.\n\n\n\nTwo.\n\n\n", "\nOne.\n\nTwo.\n"),
        ("```\na\n\n\nb\n```\n", "\n```\na\n\n\nb\n```\n"),
        ("One.\r\n\r\nTwo.\r\n", "\nOne.\n\nTwo.\n"),
        ("Two spaces  \nbreak a line.\n", "\nTwo spaces  \nbreak a line.\n"),
        ("\n\n", ""),
    ],
)
def test_a_body_is_tidied(body: str, expected: str) -> None:
    """Fences are short, empty lines stand alone, and code stays as it is."""
    assert tidied(body, is_below_title=False) == expected


@pytest.mark.parametrize(("is_below", "expected"), [(True, "\n## One\n"), (False, "\n# One\n")])
def test_headings_are_below_the_title(is_below: bool, expected: str) -> None:  # noqa: FBT001
    """Where the page has one that front matter says."""
    assert tidied("# One\n", is_below_title=is_below) == expected


@given(st.lists(LINES, max_size=15))
def test_any_text_is_survived(lines: list[str]) -> None:
    """What was tidied is tidy, and whatever stands in it can be looked through for embeds."""
    once = tidied("\n".join(lines), is_below_title=True)
    assert tidied(once, is_below_title=True) == once
    assert isinstance(with_directives(once)[0], str)
