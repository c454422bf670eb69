"""What can be internal in a source, and how lines are taken out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.schema.audience import KEY, audience_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

DIRECTIVES = frozenset(
    "action action-item audience conclusion deck decision key-points recording resolution slide talk".split()
)
"""The directives with an option `audience`, or, of `audience`, with the word as argument."""
OF_SECTIONS = frozenset({"audience", "talk"})
"""Those of them that mean the section they are in: `talk` always, `audience` without content."""
_NAME = lazy_regex(r"[ \t]*(?:\([^()\n]+\)=|\{[^{}\n]*\}|\.\. _[^\n]+:)[ \t]*")
"""A line that gives the block below it a name: targets and attributes of MyST, targets of docutils."""


class Heading(NamedTuple):
    """A heading, by its first line and its level."""

    line: int
    """Counted from 0."""
    level: int
    """Counted from 1, for the outermost."""


class Marked(NamedTuple):
    """A directive that says that something is internal."""

    first: int
    """Its first line, counted from 0."""
    end: int
    """The line after its last one."""
    is_section: bool
    """Whether it means the section it is in."""


def is_internal(name: str, argument: str, options: Mapping[str, object]) -> bool:
    """Return whether the directive *name*, one of `DIRECTIVES`, says that something is internal."""
    if name == KEY:
        return audience_of(argument) == "internal"
    said = next((value for key, value in options.items() if key.lower() == KEY), None)
    return said is not None and audience_of(said) == "internal"


def hidden_lines(lines: Sequence[str], headings: Sequence[Heading], marked: Iterable[Marked]) -> set[int]:
    """Return the numbers of those of *lines* that are *marked*, or that name right above what is."""
    found: set[int] = set()
    for one in marked:
        first, end = _section(one, headings, len(lines)) if one.is_section else (one.first, one.end)
        found.update(range(first, end), _names_above(lines, first))
    return found


def without(lines: Iterable[str], hidden: AbstractSet[int]) -> str:
    """Return *lines* as a text, with empty ones in place of those whose numbers are in *hidden*."""
    return "\n".join("" if number in hidden else line for number, line in enumerate(lines))


def _section(marked: Marked, headings: Sequence[Heading], count: int) -> tuple[int, int]:
    """Return the lines of the section that *marked* is in: all that there are where it has no heading."""
    above = [heading for heading in headings if heading.line < marked.first]
    if not above:
        return 0, count
    start = above[-1]
    later = (
        heading.line for heading in headings if heading.line > start.line and heading.level <= start.level
    )
    return start.line, next(later, count)


def _names_above(lines: Sequence[str], first: int) -> Iterator[int]:
    """Yield the lines above *first* that name what begins there, with empty ones between them."""
    for number in range(first - 1, -1, -1):
        if _NAME.fullmatch(lines[number]):
            yield number
        elif lines[number].strip():
            return
