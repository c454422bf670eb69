"""Footnotes with one label: MyST-Parser keeps the first, and loses the text of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

_DEFINED = lazy_regex(r"( {0,3}\[\^)([^\]\s]{1,200})(\]:)")


def keep_footnotes(lines: list[str], code: AbstractSet[int], note: Callable[[int, str, str], None]) -> None:
    """Give each further footnote of one label in *lines* a label of its own, which the first refers to.

    *note* is called with the number of its line, what is wrong, and what to do.
    """
    found = {
        number: match
        for number, line in enumerate(lines)
        if number not in code and (match := _DEFINED.match(line))
    }
    first: dict[str, int] = {}
    taken = {match[2] for match in found.values()}
    for number, match in found.items():
        label = match[2]
        if first.setdefault(label, number) == number:
            continue
        new = next(name for count in range(2, len(lines) + 2) if (name := f"{label}-{count}") not in taken)
        taken.add(new)
        lines[number] = f"{match[1]}{new}{match[3]}{lines[number][match.end() :]}"
        lines[first[label]] = f"{lines[first[label]].rstrip()} [^{new}]"
        message = f"There is a footnote {label!r} above already; this one is a note to that one"
        note(number, message, "give one of the two another label")
