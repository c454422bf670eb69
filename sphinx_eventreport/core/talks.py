"""The outline of a report -> its talks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from sphinx_eventreport.core.headings import split_heading
from sphinx_eventreport.core.identifiers import slugify, unique
from sphinx_eventreport.core.media import deck_record, recording_record
from sphinx_eventreport.core.people import person
from sphinx_eventreport.core.schema import read_talk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_eventreport.core.body import Section
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Deck, Event, Recording, Talk

    _M = TypeVar("_M", Deck, Recording)


def talks_of(
    sections: Sequence[Section], *, title: str = "", event: Event | None = None
) -> tuple[tuple[Talk, ...], tuple[Problem, ...]]:
    """Return the talks of a page with the outline *sections*, and what was wrong with them.

    A section is a talk if a deck, a recording or a ``{talk}`` stands in it and in no subsection of
    it. The page's top counts only where a ``{talk}`` says so or no other section is a talk. *title*
    is that of the page, for a top without heading; *event* tells the day of a time without one.
    Labels are unique within the page.
    """
    namer = _Namer(event)
    talks = tuple(namer.talk(section, section.title or title) for section in _talk_sections(sections))
    return talks, tuple(namer.problems)


def _talk_sections(sections: Sequence[Section]) -> list[Section]:
    filled = [
        section for section in sections if section.decks or section.recordings or section.talk is not None
    ]
    below = [section for section in filled if section.talk is not None or not _is_top(section, sections)]
    return below or filled


def _is_top(section: Section, sections: Sequence[Section]) -> bool:
    """Return whether *section* stands for the page: before all headings, or under the only H1."""
    return section.level == 0 or (section.level == 1 and sum(other.level == 1 for other in sections) == 1)


class _Namer:
    """Makes talks one after the other; no two of a kind get the same label."""

    def __init__(self, event: Event | None) -> None:
        self.problems: list[Problem] = []
        self._event = event
        self._taken: dict[str, set[str]] = {"talk": set(), "deck": set(), "recording": set()}

    def talk(self, section: Section, heading: str) -> Talk:
        title, names = split_heading(heading)
        options, lines = section.talk or {}, section.talk_lines or {}
        talk, problems = read_talk({**options, "title": title}, lines, event=self._event)
        self.problems.extend(problems)
        label = self._label("talk", talk.label if options.get("label") else slugify(title))
        decks, recordings = self._media(section)
        return replace(
            talk,
            label=label,
            title=title,
            speakers=talk.speakers or tuple(map(person, names)),
            decks=self._named("deck", decks, title, label),
            recordings=self._named("recording", recordings, title, label),
        )

    def _media(self, section: Section) -> tuple[tuple[Deck, ...], tuple[Recording, ...]]:
        """Return the decks and recordings of *section*, with those its ``{talk}`` names as options."""
        decks, recordings = section.decks, section.recordings
        options, lines = section.talk or {}, section.talk_lines or {}
        if options.get("deck"):
            deck, problems = deck_record(str(options["deck"]), line=lines.get("deck"))
            decks = (*decks, deck) if deck else decks
            self.problems.extend(problems)
        if options.get("recording"):
            recording, problems = recording_record(str(options["recording"]), line=lines.get("recording"))
            recordings = (*recordings, recording) if recording else recordings
            self.problems.extend(problems)
        return decks, recordings

    def _named(self, kind: str, media: Iterable[_M], title: str, label: str) -> tuple[_M, ...]:
        """Return *media* with names: their own, else those of the talk."""
        return tuple(
            replace(
                item,
                label=self._label(kind, slugify(item.label) or slugify(item.title) or label),
                title=item.title or title,
            )
            for item in media
        )

    def _label(self, kind: str, wanted: str) -> str:
        label = unique(wanted or kind, self._taken[kind])
        self._taken[kind].add(label)
        return label
