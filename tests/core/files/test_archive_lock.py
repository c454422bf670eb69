from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.files.archive_lock import (
    ArchivedDeck,
    is_kept_header,
    is_kept_url,
    lock_key,
    lock_text,
    read_lock,
)
from sphinx_eventreport.core.files.text import decode
from sphinx_eventreport.core.problems import Subtype

URL = "https://slides.example.org/ropes.pdf"
ENTRY = ArchivedDeck(
    url=URL,
    final_url="https://cdn.example.org/ropes.pdf",
    retrieved=date(2025, 6, 1),
    size=1234,
    sha256="0" * 64,
    path="ropes-0000000000.pdf",
    etag='"v1"',
)
TEXT = """\
{
  "decks": {
    "https://slides.example.org/ropes.pdf": {
      "etag": "\\"v1\\"",
      "final_url": "https://cdn.example.org/ropes.pdf",
      "path": "ropes-0000000000.pdf",
      "retrieved": "2025-06-01",
      "sha256": "0000000000000000000000000000000000000000000000000000000000000000",
      "size": 1234
    }
  },
  "version": 1
}
"""


def changed(**fields: object) -> str:
    """Return a lock file whose entry has other *fields*."""
    content = json.loads(TEXT)
    content["decks"][URL].update(fields)
    return json.dumps(content)


def test_the_file_is_written_one_field_a_line() -> None:
    """Sorted, so that version control shows what changed."""
    assert lock_text([ENTRY]) == TEXT


def test_what_was_written_is_read() -> None:
    """Every field comes back."""
    assert read_lock(TEXT) == ({URL: ENTRY}, ())


def test_the_order_of_entries_does_not_count() -> None:
    """The same decks give the same file."""
    other = ArchivedDeck("https://a.example.org/x.pdf", URL, date(2025, 1, 1), 1, "1" * 64, "x.pdf")
    assert lock_text([ENTRY, other]) == lock_text([other, ENTRY])


def test_a_key_has_no_fragment() -> None:
    """The page of a deck is no part of its address."""
    assert lock_key(f"{URL}#page=3") == URL


@pytest.mark.parametrize(
    "fields",
    [
        {"retrieved": "1 June"},
        {"retrieved": "2025-02-30"},
        {"retrieved": 20250601},
        {"size": -1},
        {"size": True},
        {"size": "1234"},
        {"sha256": "abc"},
        {"sha256": None},
        {"final_url": "javascript:alert(1)"},
        {"path": "../conf.py"},
        {"path": "/etc/passwd"},
        {"path": "a//b.pdf"},
        {"path": "a\\b.pdf"},
        {"path": "C:x.pdf"},
        {"path": ""},
        {"path": 3},
        {"path": "a\ud800.pdf"},
        {"path": "a\x9b2J.pdf"},
        {"final_url": f"{URL}?\udc00"},
        {"etag": "a\r\nHost: evil.example.org"},
        {"last_modified": 3},
    ],
)
def test_a_wrong_field_is_a_problem_that_names_it(fields: dict[str, object]) -> None:
    """The entry is left out."""
    entries, problems = read_lock(changed(**fields))
    assert (dict(entries), [(p.subtype, p.message.rpartition(" ")[2]) for p in problems]) == (
        {},
        [(Subtype.ARCHIVE, *fields)],
    )


@pytest.mark.parametrize("url", ["ropes.pdf", f"{URL}#page=3", "ftp://example.org/x.pdf"])
def test_a_key_that_is_no_address_is_a_problem(url: str) -> None:
    """Only addresses without fragment are looked up."""
    assert len(read_lock(TEXT.replace(URL, url))[1]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"version": 1, "decks": []}',
        '{"version": 2, "decks": {}}',
        '{"version": 1, "decks": {"https://example.org/x.pdf": 3}}',
        "[" * 100_000,
        "1" * 10_000,
    ],
)
def test_another_file_is_a_problem(text: str) -> None:
    """One, and no entries."""
    entries, problems = read_lock(text)
    assert (dict(entries), len(problems)) == ({}, 1)


def test_a_problem_of_the_file_has_its_line() -> None:
    """A conflict of version control is found where it is."""
    assert read_lock(TEXT.replace('  "version"', '<<<<<<< ours\n  "version"'))[1][0].line == 12


@given(st.binary())
def test_any_bytes_can_be_read(data: bytes) -> None:
    """No content makes reading fail."""
    read_lock(decode(data)[0])


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.sampled_from([*json.loads(TEXT)["decks"][URL]]), _JSON)
def test_any_value_can_be_read_and_written_again(name: str, value: object) -> None:
    """A field of any kind is refused, or comes back."""
    entries, _problems = read_lock(changed(**{name: value}))
    assert read_lock(lock_text(entries.values())) == (entries, ())


@pytest.mark.parametrize("value", ["x" * 1_001, "\N{LATIN SMALL LETTER E WITH ACUTE}", "a\nb"])
def test_some_headers_are_not_kept(value: str) -> None:
    """Those that a host would refuse, or read as two."""
    assert not is_kept_header(value)


def test_a_header_is_kept() -> None:
    """As long as it is one that hosts send."""
    assert is_kept_header('"' + "x" * 998 + '"')


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example.org/x.pdf", True),
        ("https://a.example.org/" + "x" * 1_000, False),
        ("ftp://a.example.org/x.pdf", False),
    ],
)
def test_an_address_that_a_host_leads_to_is_kept_if_it_is_short(url: str, *, expected: bool) -> None:
    """A lock file is read by people."""
    assert is_kept_url(url) is expected
