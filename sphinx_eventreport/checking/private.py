"""What stands in minutes and is not for everybody: how to get into a call, addresses, numbers."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_eventreport.core.records import Minutes

PRIVATE = "eventreport.private"
"""The title of something private."""


class _Kind(NamedTuple):
    what: str
    pattern: re.Pattern[str]


_KINDS = (
    _Kind(
        "the way into a call",
        lazy_regex(r"https?://[^\s<>()\]]+[?&](?:pwd|passcode|password|tk|p)=[^\s<>()\]]+", re.IGNORECASE),
    ),
    _Kind(
        "a passcode",
        lazy_regex(
            r"\b(?:pass\s?code|password|passwd|meeting pin|pin code|kenncode|kennwort)"
            r"\s*(?:is|:|=)\s*[\w!@#$%^&*-]{4,40}",
            re.IGNORECASE,
        ),
    ),
    _Kind("an e-mail address", lazy_regex(r"\b[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")),
    _Kind(
        "a phone number",
        lazy_regex(r"(?<![\w/.#-])(?:\+|00)[1-9]\d{0,2}[\s().-]{0,2}\d(?:[\s().-]{0,2}\d){6,11}(?!\w)"),
    ),
)
# Of no person: addresses of repositories, and those that exist for examples (RFC 2606).
_OF_NOBODY = lazy_regex(
    r"^(?:git|noreply|no-reply)@|@(?:[\w.-]+\.)?example(?:\.(?:com|net|org))?$|\.(?:invalid|test)$"
)
_TURN = lazy_regex(r"(?:[-*]\s+)?\**([A-Z]{2,4})\**:\s+\S")
_NO_INITIALS = frozenset(
    "AI API CI CSS CTA ETA FAQ FYI HTML ISO JS NB OK PDF POLL PR PS Q QA RFC TBA TBD TODO URL WIP".split()
)


def private_problems(lines: Sequence[str], public: Sequence[str]) -> Iterator[Problem]:
    """Yield what is private in *lines*, but for what one of the patterns *public* says is known."""
    hint = "remove it, or put a pattern of it into eventreport_public in conf.py"
    for number, line in enumerate(lines, start=1):
        over = 0
        for what, pattern in _KINDS:
            for match in pattern.finditer(line[:2_000]):
                is_public = any(fnmatchcase(match[0], one) for one in public) or _OF_NOBODY.search(match[0])
                if match.start() >= over and not is_public:
                    over = match.end()
                    message = f"{_shortened(match[0])!r} is {what}, which everybody can read and find"
                    yield Problem(Subtype.VALUE, message, number, hint=hint)


def strange_turns(lines: Sequence[str], minutes: Minutes) -> Iterator[Problem]:
    """Yield the initials before a colon that are nobody's, each once, where people have initials."""
    people = (*minutes.attendees, *minutes.guests, *minutes.regrets)
    known = {one.initials.upper() for one in people if one.initials}
    found: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        match = _TURN.match(line)
        if known and match and match[1] not in known | _NO_INITIALS:
            found.setdefault(match[1], number)
    for initials, number in found.items():
        message = f"{initials!r} are the initials of nobody who was there"
        yield Problem(
            Subtype.VALUE, message, number, hint="write them beside a name in `attendees`, or correct them"
        )


def _shortened(text: str) -> str:
    # A message in the log of CI is public as well.
    kept = 24
    return text if len(text) <= kept else text[:kept] + "…"
