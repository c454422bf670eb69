"""What is left of front matter for templates and other extensions."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.frontmatter import read_front_matter, read_meta_file, read_rst
from sphinx_eventreport.core.schema.plain_fields import plain_fields


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("date: 2024-03-05", {"date": "2024-03-05"}),
        ("pinned: true", {"pinned": "True"}),
        ("weight: 3", {"weight": "3"}),
        ("tags: [wax, 7]", {"tags": '["wax", 7]'}),
        (
            "event: {name: Wax day, start: 2024-03-05}",
            {"event": '{"name": "Wax day", "start": "2024-03-05"}'},
        ),
        ("empty:", {}),
        ("authors: [Ann Lee, {name: Bo Oak}, 7]", {"authors": ["Ann Lee", "Bo Oak", "7"]}),
        ("authors: Ann Lee, Bo Oak", {"authors": ["Ann Lee", "Bo Oak"]}),
        ("authors: Lee, Ann; Oak, Bo", {"authors": ["Lee, Ann", "Oak, Bo"]}),
        ("authors: {name: Ann Lee}", {"authors": ["Ann Lee"]}),
        ("orphan: true", {}),
        ('"og:image": x.png', {}),
    ],
)
def test_values_are_texts(written: str, expected: dict[str, object]) -> None:
    """As MyST-Parser makes them; keys that it still finds in the source are not told twice."""
    assert plain_fields(read_front_matter(f"---\n{written}\n---\n")) == expected


def test_nothing_private_is_left() -> None:
    """Neither passwords nor addresses of e-mail, at whatever depth."""
    front = read_front_matter(
        "---\nauthor: Ann Lee <ann@example.org>\nemail: ann@example.org\npassword: tulip\n"
        "decks: [{url: a.pdf, password: tulip}, {note: from bo@example.org}]\n---\n"
    )
    assert plain_fields(front) == {
        "author": "Ann Lee",
        "decks": '[{"url": "a.pdf"}, {"note": "from"}]',
    }


def test_the_fields_of_restructuredtext_are_left() -> None:
    """Its title is a heading there, and not a field."""
    front = read_rst(":date: 2024-03-05\n:author: Ann Lee\n\nWax\n===\n\nText.\n")
    assert plain_fields(front) == {"date": "2024-03-05", "author": "Ann Lee"}


@pytest.mark.parametrize(
    "text", ["+++\ndate = 2024-03-05\n+++\n", "Date: 2024-03-05\nAuthor: Ann Lee\n\nText\n"]
)
def test_what_others_cannot_read_is_not_left(text: str) -> None:
    """MyST-Parser knows front matter in YAML only."""
    assert plain_fields(read_front_matter(text)) == {}


def test_a_file_beside_the_page_is_not_left() -> None:
    """MyST-Parser does not look into it."""
    assert plain_fields(read_meta_file("---\ndate: 2024-03-05\n---\n", beside=True)) == {}
