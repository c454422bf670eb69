"""The outline of a report -> its talks."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

from sphinx_eventreport.core.fields.names import person
from sphinx_eventreport.core.identifiers import slugify, unique
from sphinx_eventreport.core.media.records import deck_record, recording_record
from sphinx_eventreport.core.outline.headings import split_heading
from sphinx_eventreport.core.records import Deck, Recording, Talk
from sphinx_eventreport.core.schema import read_talk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_eventreport.core.outline.body import Section
    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Event

    _M = TypeVar("_M", bound=Deck | Recording)

_MEDIA = frozenset({"deck", "recording"})


def talks_of(
    sections: Sequence[Section], *, title: str = "", event: Event | None = None, known: Iterable[Talk] = ()
) -> tuple[tuple[Talk, ...], tuple[Problem, ...]]:
    """Return the talks of a page with the outline *sections*, and what was wrong with them.

    *title* is that of the page, for a top without heading; *event* tells the day of a time without
    one. *known* are the talks of the front matter: each adds its facts to the section that has its
    title or label, and comes last if there is none. Labels are unique within the page.
    """
    namer = Namer(event, known)
    talks = [namer.talk(section, section.title or title) for section in talk_sections(sections)]
    return (*talks, *namer.rest()), tuple(namer.problems)


def talk_sections(sections: Sequence[Section], *, embeds_count: bool = True) -> list[Section]:
    """Return the sections that are talks.

    A section is one if a ``{talk}`` stands in it and in no subsection of it or, where
    *embeds_count*, a deck or a recording. The page's top counts only where a ``{talk}`` says so or
    no other section is a talk, for then the page is about that talk.
    """
    filled = [
        section for section in sections if section.talk is not None or (embeds_count and _embeds(section))
    ]
    below = [section for section in filled if section.talk is not None or not _is_top(section, sections)]
    return below or filled


def _embeds(section: Section) -> bool:
    return bool(section.decks or section.recordings)


def _is_top(section: Section, sections: Sequence[Section]) -> bool:
    """Return whether *section* stands for the page: before all headings, or under the only H1."""
    return section.level == 0 or (section.level == 1 and sum(other.level == 1 for other in sections) == 1)


class Namer:
    """Makes talks one after the other; no two of a kind get the same label.

    ``problems`` collects what was wrong.
    """

    def __init__(self, event: Event | None = None, known: Iterable[Talk] = ()) -> None:
        """Take the days of times from *event*, and further facts from the talks *known*."""
        self.problems: list[Problem] = []
        self._event = event
        self._known = list(known)
        self._taken: dict[str, set[str]] = {"talk": set(), "deck": set(), "recording": set()}

    def talk(self, section: Section, heading: str) -> Talk:
        """Return the talk that *section* is; *heading* is its title, with or without speakers."""
        title, names = split_heading(heading)
        slug = slugify(title)
        talk = self._with_known_facts(self._facts(section, title, slug))
        has_label = bool((section.talk or {}).get("label")) or talk.label != slug
        label = self._label("talk", talk.label if has_label else slug)
        decks, recordings = self._media(section)
        return replace(
            talk,
            label=label,
            title=title,
            speakers=talk.speakers or tuple(map(person, names)),
            decks=self.named((*decks, *talk.decks), title, label),
            recordings=self.named((*recordings, *talk.recordings), title, label),
        )

    def rest(self) -> Iterator[Talk]:
        """Yield the known talks that no section was."""
        for talk in self._known:
            label = self._label("talk", talk.label)
            yield replace(
                talk,
                label=label,
                decks=self.named(talk.decks, talk.title, label),
                recordings=self.named(talk.recordings, talk.title, label),
            )

    def named(self, media: Iterable[_M], title: str, label: str) -> tuple[_M, ...]:
        """Return *media* with names: their own, else *title* and *label*."""
        return tuple(
            replace(
                item,
                label=self._label(
                    "deck" if isinstance(item, Deck) else "recording",
                    (item.label and slugify(item.label)) or (item.title and slugify(item.title)) or label,
                ),
                title=item.title or title,
            )
            for item in media
        )

    def _facts(self, section: Section, title: str, slug: str) -> Talk:
        """Return what the ``{talk}`` of *section* says; *slug* is that of the *title*."""
        options = {name: value for name, value in (section.talk or {}).items() if name not in _MEDIA}
        if not options:
            return Talk(slug, title)
        talk, problems = read_talk({**options, "title": title}, section.talk_lines or {}, event=self._event)
        self.problems.extend(problems)
        return talk

    def _with_known_facts(self, talk: Talk) -> Talk:
        """Return *talk* with the facts of the known talk of its title or label, where it has none."""
        for other in self._known:
            if other.label == talk.label or other.title == talk.title:
                self._known.remove(other)
                names = (field.name for field in fields(Talk))
                missing = {name: getattr(other, name) for name in names if not getattr(talk, name)}
                return replace(talk, label=other.label, **missing)
        return talk

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

    def _label(self, kind: str, wanted: str) -> str:
        label = unique(wanted or kind, self._taken[kind])
        self._taken[kind].add(label)
        return label
