"""Tags that are opened in one part of a page and closed in another, as Markdown lets them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sphinx_eventreport.core.problems import Problem

_OPENED = re.compile(r"<([\w-]+)> is not closed")
_CLOSED = re.compile(r"</([\w-]+)> closes what was never opened")


def without_pairs(problems: Iterable[Problem], tags: Collection[str]) -> tuple[Problem, ...]:
    """Return *problems*, by line, without those of elements that are closed elsewhere on the page.

    A heading, or the end of a footnote, parts them: each part is read alone, and tells of one tag. Only
    elements called one of *tags*, of which nothing is made, lose nothing by that.
    """
    kept = sorted(problems, key=lambda problem: problem.line or 0)
    opened: dict[str, list[Problem]] = {tag: [] for tag in tags}
    for problem in tuple(kept):
        start, end = _OPENED.fullmatch(problem.message), _CLOSED.fullmatch(problem.message)
        if start and start[1] in opened:
            opened[start[1]].append(problem)
        elif end and opened.get(end[1]):
            kept.remove(opened[end[1]].pop())
            kept.remove(problem)
    return tuple(kept)
