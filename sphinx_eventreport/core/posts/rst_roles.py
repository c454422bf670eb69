"""Roles of generators in reStructuredText that nobody here defines: their text stays.

docutils puts its own message onto the page in place of what is in such a role.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Callable, Container

_NAME = r"[A-Za-z][\w.+-]*(?::[A-Za-z][\w.+-]*)*"
# Behind a literal, in which there are no roles, a role before its text, and one after it.
_ROLE = lazy_regex(
    rf"``.+?``|(?<![\w:`\\]):(?P<before>{_NAME}):`(?P<said>[^`\n]+(?:\n[ \t]*[^\s`][^`\n]*)*)`(?![\w`])"
    rf"|(?<![\w:`\\])`(?P<text>[^`\n]+)`:(?P<after>{_NAME}):(?![\w`])"
)
_DEFINED = lazy_regex(r"^[ \t]*\.\.[ \t]+role::[ \t]+([\w.+-]+)", re.MULTILINE)
_WITH_TARGET = lazy_regex(r"(.*\S)\s*<[^<>]*>\s*")
_MARKUP = lazy_regex(r"(?<!\\)([*|_])")


def open_roles(
    lines: list[str], literal: Container[int], is_known: Callable[[str], bool]
) -> tuple[Problem, ...]:
    """Leave the text of the roles in *lines* that are not *is_known*, and return the problems.

    *literal* are the numbers from 0 of lines that are not looked into.
    """
    text = "\n".join(lines)
    if ":`" not in text and "`:" not in text:
        return ()
    own = {name.lower() for name in _DEFINED.findall(text)}
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    problems: list[Problem] = []

    def opened(match: re.Match[str]) -> str:
        name = match["before"] or match["after"]
        number = bisect_right(starts, match.start()) - 1
        if not name or number in literal or name.lower() in own or is_known(name.lower()):
            return match[0]
        message = f":{name}: is not a role that is known here; its text stays"
        hint = "add the extension that defines it to conf.py, or write something else"
        problems.append(Problem(Subtype.SHORTCODE, message, number + 1, hint=hint))
        said = match["said"] or match["text"]
        titled = _WITH_TARGET.fullmatch(said)
        return _MARKUP.sub(r"\\\1", titled[1] if titled else said)

    read = _ROLE.sub(opened, text)
    lines[:] = read.split("\n")
    return tuple(problems)
