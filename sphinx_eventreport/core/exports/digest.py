"""What is new with an edition of a series, as text and as HTML for readers of feeds."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Line(NamedTuple):
    """Something new: a decision, an action, a deck."""

    word: str
    """What it is, or what became of it: "Decision", "Done"."""
    title: str
    """Its title."""
    url: str
    """Its address."""
    people: tuple[str, ...] = ()
    """Who does it."""


def digest_text(lines: Sequence[Line]) -> str:
    """Return *lines* as plain text, each in a line of its own."""
    return "\n".join(f"{_begun(line)}{line.title}{_people(line)}" for line in lines)


def digest_html(lines: Sequence[Line]) -> str:
    """Return *lines* as a list with links."""
    items = (
        f'<li>{escape(_begun(line))}<a href="{escape(line.url)}">{escape(line.title)}</a>'
        f"{escape(_people(line))}</li>"
        for line in lines
    )
    return f"<ul>{''.join(items)}</ul>"


def _begun(line: Line) -> str:
    return f"{line.word} · "


def _people(line: Line) -> str:
    return "".join(f", {name}" for name in line.people)
