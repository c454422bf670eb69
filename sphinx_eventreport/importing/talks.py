"""Talks -> the body of a report: a section for each, with ``{talk}``, its decks and recordings."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from sphinx_eventreport.core.names import written_person
from sphinx_eventreport.importing.directives import directive_for
from sphinx_eventreport.importing.front import plain_date
from sphinx_eventreport.importing.options import quoted
from sphinx_eventreport.importing.prose import plain
from sphinx_eventreport.importing.strange_markdown import fence_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_eventreport.core.records import Deck, Recording, Talk


def body_of_talks(talks: Iterable[Talk], abstracts: Iterable[str] = ()) -> str:
    """Return Markdown with a section for each of *talks*, and the Markdown about it of *abstracts*."""
    return "".join(
        "\n" + "\n".join(_section(talk, abstract or "")) + "\n"
        for talk, abstract in zip_longest(talks, abstracts)
    )


def _section(talk: Talk, abstract: str) -> Iterator[str]:
    yield f"## {plain(talk.title)}"
    yield ""
    fence = fence_around(abstract)
    yield f"{fence}{{talk}}"
    for name, value in _options(talk):
        if value:
            yield f":{name}: {quoted(value)}"
    if abstract:
        yield from ("", abstract)
    yield fence
    media_of_talk: list[Deck | Recording] = [*talk.decks, *talk.recordings]
    for media in media_of_talk:
        lines = _named(media, talk)
        if lines:
            yield ""
            yield from lines


def _options(talk: Talk) -> Iterator[tuple[str, str | None]]:
    yield "label", talk.label
    # With a semicolon at the end, a name with a comma or an "and" stays one.
    yield "speakers", "; ".join(map(written_person, talk.speakers)) + ";" if talk.speakers else None
    yield "start", str(plain_date(talk.start)) if talk.start else None
    yield "end", str(plain_date(talk.end)) if talk.end else None
    yield "duration", str(talk.duration) if talk.duration else None
    for name in ("room", "track", "type", "language", "level", "license"):
        value = getattr(talk, name)
        yield name, " ".join(value.split()) if value else None
    yield "tags", ", ".join(talk.tags)


def _named(media: Deck | Recording, talk: Talk) -> list[str] | None:
    """Return the directive of *media*, without the name that it gets from the talk."""
    found = directive_for(media)
    own = {f":label: {talk.label}", f":title: {quoted(talk.title)}"}
    return [line for line in found.myst() if line not in own] if found else None
