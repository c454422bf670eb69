"""Tags that are opened in one part of a page and closed in another, as Markdown lets them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


@dataclass(frozen=True, slots=True)
class UnpairedTag(Problem):
    """A start tag without an end tag, or the reverse.

    ``tag`` is the name of the element in lower case. ``is_start`` tells the one from the other.
    """

    tag: str = ""
    """The name of the element in lower case."""
    is_start: bool = False
    """Whether it is the start tag that is there."""


def without_pairs(problems: Iterable[Problem], tags: Collection[str]) -> tuple[Problem, ...]:
    """Return *problems*, by line, without those of elements that are closed elsewhere on the page.

    A heading, or the end of a footnote, parts them: each part is read alone, and tells of one tag. Only
    elements called one of *tags*, of which nothing is made, lose nothing by that.
    """
    kept = sorted(problems, key=lambda problem: problem.line or 0)
    opened: dict[str, list[Problem]] = {tag: [] for tag in tags}
    for problem in tuple(kept):
        if not isinstance(problem, UnpairedTag) or problem.tag not in opened:
            continue
        if problem.is_start:
            opened[problem.tag].append(problem)
        elif opened[problem.tag]:
            kept.remove(opened[problem.tag].pop())
            kept.remove(problem)
    return tuple(kept)
