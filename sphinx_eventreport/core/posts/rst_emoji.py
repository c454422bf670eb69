"""Names of emoji in reStructuredText, ``:tada:``: docutils reads none, and they stay as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.emoji_names import CODE, CODES, sign_of
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.posts.emoji import OF_SPHINX
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

# Literals, roles, references and addresses have colons of their own.
_READ = lazy_regex(rf"``.+?``|`[^`]*`|\w+://\S+|(?P<codes>{CODES})")
# An option of a directive, or a field, which may be called as an emoji is; or a comment.
_NO_TEXT = lazy_regex(r"[ \t]*(?:[-*+][ \t]+|#\.[ \t]+)*:[^:`]+:(?:[ \t]|\r?$)|[ \t]*\.\.[ \t](?!.*::)")


def emoji_problems(lines: list[str], literal: Container[int]) -> Iterator[Problem]:
    """Yield what is to be said of names of emoji in *lines*; *literal* are lines without markup."""
    for number, line in enumerate(lines):
        if line.count(":") < len("::") or number in literal or _NO_TEXT.match(line):
            continue
        for name, sign in _names_in(line):
            message = f":{name}: is the name of an emoji, which reStructuredText does not read; it stays text"
            hint = f"write {sign} itself, or put the name in double backticks"
            yield Problem(Subtype.SHORTCODE, message, number + 1, hint=hint)


def _names_in(line: str) -> Iterator[tuple[str, str]]:
    """Yield the names of emoji in *line*, each with its sign."""
    for match in _READ.finditer(line):
        for name in CODE.findall(match["codes"] or ""):
            sign = None if name in OF_SPHINX else sign_of(name)
            if sign:
                yield name, sign
