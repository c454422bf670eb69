from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.identifiers import (
    Labels,
    file_slug,
    label_from_filename,
    slug_or,
    slugify,
    undated,
    unique,
)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Doc Day 2019!", "doc-day-2019"),
        ("  --A--  ", "a"),
        ("Écran à l'Œuvre", "ecran-a-l-oeuvre"),
        ("Straße nach Łódź", "strasse-nach-lodz"),
        ("İstanbul", "istanbul"),
        ("日本語 PyCon が", "日本語-pycon-が"),
        ("한국어 발표", "한국어-발표"),
        ("हिन्दी", "हिन्दी"),
        ("Доклад №5", "доклад-no5"),
        ("\N{MATHEMATICAL BOLD CAPITAL A} ﬁne ½", "a-fine-1-2"),
        ("x\u0302y", "xy"),
        ("!?", ""),
        ("\u0301", ""),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    """Latin letters become ASCII, letters of other scripts stay, the rest becomes hyphens."""
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    """A slug does not change when it is made into a slug."""
    assert slugify(slugify(text)) == slugify(text)


@given(st.text())
def test_a_letter_or_digit_leaves_a_slug(text: str) -> None:
    """Text with a letter or digit never has an empty slug."""
    assert slugify(text) or not any(char.isalnum() for char in text)


def test_slug_or() -> None:
    """Text without a slug gets the fallback."""
    assert slug_or("!", "talk") == "talk"


@pytest.mark.parametrize(
    ("text", "length", "end"),
    [
        ("Reed Day", 8, "reed-day"),
        ("Reed " * 40, 199, "-reed"),
        ("reeds" * 40, 200, "reeds"),
        ("Reed " * 41, 199, "reed"),
        ("reeds" * 41, 200, "reeds"),
        ("ﷺ" * 60, 200, ""),
        ("\N{CJK UNIFIED IDEOGRAPH-20000}" * 60, 200, ""),
        ("!", 4, "talk"),
    ],
)
def test_file_slug(text: str, length: int, end: str) -> None:
    """It fits into the name of a file, in bytes, and is cut between words if it can be."""
    slug = file_slug(text, "talk")
    assert len(slug.encode()) <= length
    assert slug.endswith(end)


def test_unique() -> None:
    """A taken slug gets the first number that is free."""
    assert unique("a", {"a", "a-2"}) == "a-3"


def test_unique_of_a_free_slug() -> None:
    """A free slug stays as it is."""
    assert unique("a", {"b"}) == "a"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("2016-06-15-minutes-of-x.md", "2016-06-15-minutes-of-x"),
        ("wg/moss93/minutes.md", "moss93-minutes"),
        ("2031-06-05/Notes.md", "2031-06-05-notes"),
        ("minutes.md", "minutes"),
        ("2016-6-5_minutes.md", "2016-06-05-minutes"),
        ("posts/doc-day", "doc-day"),
        ("events/doc-day/index.md", "doc-day"),
        ("events/2019-10-04-doc-day/index.en.md", "2019-10-04-doc-day"),
        ("index.md", "index"),
        ("2017-01-03-.md", "2017-01-03"),
        ("v1.2-notes", "v1-2-notes"),
        ("!!!.md", "report"),
    ],
)
def test_label_from_filename(name: str, label: str) -> None:
    """A label is the slug of the file name without suffix, or of an index file's folder."""
    assert label_from_filename(name) == label


def test_labels_are_unique_for_each_type() -> None:
    """A talk and a deck may share a label, two talks may not; one without a name is called by its type."""
    labels = Labels()
    found = [labels.take(*asked) for asked in (("talk", "a"), ("deck", "a"), ("talk", "a"), ("talk", ""))]
    assert found == ["a", "a", "a-2", "talk"]


@pytest.mark.parametrize(
    ("label", "alias"),
    [("2016-06-15-minutes", "minutes"), ("minutes", None), ("2016-06-15", None), ("2016-06-minutes", None)],
)
def test_an_alias_is_the_label_without_its_date(label: str, alias: str | None) -> None:
    """A label that has no date, or nothing else, has none."""
    assert undated(label) == alias


def test_a_label_that_looks_like_a_number_is_taken_as_any() -> None:
    """The next free number is used."""
    labels = Labels()
    assert [labels.take("talk", wanted) for wanted in ("a", "a-2", "a", "a", "a-2")] == [
        *("a", "a-2", "a-3", "a-4", "a-2-2")
    ]
