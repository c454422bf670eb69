"""Addresses as they leave a site."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.exports.addresses import as_uri, host_of, on_the_web


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        (
            "https://example.org/\N{LATIN SMALL LETTER U WITH DIAERESIS}?a=1&b=%20#c",
            "https://example.org/%C3%BC?a=1&b=%20#c",
        ),
        ("https://example.org/\r\nX-A: 1", "https://example.org/%0D%0AX-A:%201"),
        ('https://example.org/"<>\\^`{|}', "https://example.org/%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("https://example.org/\udc80", "https://example.org/?"),
    ],
)
def test_what_no_address_may_have_is_escaped(written: str, address: str) -> None:
    """What is escaped already stays as it is."""
    assert as_uri(written) == address


@pytest.mark.parametrize("written", ["mailto:a@example.org", "javascript:alert(1)", "a.html", "", None])
def test_only_addresses_of_the_web_leave_the_site(written: str | None) -> None:
    """Others are private, or lead nowhere from elsewhere."""
    assert on_the_web(written) == ""


def test_an_address_of_the_web_leaves_it() -> None:
    """In whatever case it is written."""
    assert on_the_web(" HTTPS://example.org/ ") == "HTTPS://example.org/"


@pytest.mark.parametrize(
    ("base", "host"),
    [
        (
            "https://b\N{LATIN SMALL LETTER U WITH DIAERESIS}cher.example.org:8000/en/",
            "xn--bcher-kva.example.org",
        ),
        ("", "eventreport.invalid"),
        ("https://[broken/", "eventreport.invalid"),
        ("https://" + "a" * 70 + ".org/", "eventreport.invalid"),
    ],
)
def test_a_host_is_in_ascii(base: str, host: str) -> None:
    """Without an address there is a name that can be none."""
    assert host_of(base) == host
