"""ORCID iDs: https://support.orcid.org/hc/en-us/articles/360006897674."""

from __future__ import annotations

import re

from sphinx_eventreport.core.lazy_regex import lazy_regex

_ORCID = lazy_regex(
    r"(?:(?:https?://)?(?:www\.)?orcid\.org/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])/?",
    re.ASCII | re.IGNORECASE,
)


def read_orcid(written: str) -> str | None:
    """Return the iD *written*, bare or as a URL, as ``0000-0002-1825-0097``; ``None`` if it is not one.

    Its last character is the check digit of ISO 7064, mod 11-2.
    """
    match = _ORCID.fullmatch(written.strip())
    if match is None:
        return None
    digits = "".join(match.groups()).upper()
    return "-".join(match.groups()).upper() if digits[-1] == _check_digit(digits[:-1]) else None


def _check_digit(digits: str) -> str:
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2 % 11
    result = (12 - total) % 11
    return "X" if result == 10 else str(result)  # noqa: PLR2004 -- the digit that has no figure
