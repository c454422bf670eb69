"""The outline of a page -> its talks, and a name for everything that it shows.

One function for all who name: the build hands over the sections of its document, ``read_report`` those of
the text. It makes no difference between them, so a report has the same labels in both.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from sphinx_eventreport.core.identifiers import Labels, slugify
from sphinx_eventreport.core.media.records import deck_record, recording_record
from sphinx_eventreport.core.outline.generic_headings import homes_of
from sphinx_eventreport.core.outline.headings import split_heading
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Deck, Recording, Talk
from sphinx_eventreport.core.schema import read_talk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sphinx_eventreport.core.outline.body import Section
    from sphinx_eventreport.core.records import Event

    _M = TypeVar("_M", bound=Deck | Recording)

_MEDIA_OPTIONS: Mapping[str, Callable[..., Any]] = {"deck": deck_record, "recording": recording_record}
"""The options of ``{talk}`` that are an embed of their own, and what reads their address."""


@dataclass(frozen=True, slots=True)
class NamedSection:
    """One section, with names: a talk, or a place for decks and recordings of none."""

    talk: Talk | None
    """The talk that the section is, with its decks and recordings."""
    loose: tuple[Deck | Recording, ...] = ()
    """The decks, then the recordings, of a section that is not a talk."""
    problems: tuple[Problem, ...] = ()
    """The problems of the ``{talk}`` in the section."""


@dataclass(frozen=True, slots=True)
class NamedPage:
    """The sections of a page with names; no two objects of one type have the same label."""

    sections: tuple[NamedSection, ...]
    """One for each section that was given, in the same order."""
    unplaced: tuple[Talk, ...] = ()
    """The talks of the front matter that no section is."""
    homes: tuple[int, ...] = ()
    """For each section the index of the one that its embeds belong to: below "Slides", the one above."""

    @property
    def talks(self) -> tuple[Talk, ...]:
        """All talks: those of sections in the order of the page, then the others."""
        return (*(section.talk for section in self.sections if section.talk), *self.unplaced)

    @property
    def loose(self) -> tuple[Deck | Recording, ...]:
        """The decks and recordings that belong to no talk."""
        return tuple(media for section in self.sections for media in section.loose)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, in the order of the page."""
        return tuple(problem for section in self.sections for problem in section.problems)

    def decks(self) -> Iterator[Deck]:
        """Yield every deck on the page."""
        for talk in self.talks:
            yield from talk.decks
        yield from _decks(self.loose)

    def with_decks(self, change: Callable[[Deck], Deck]) -> NamedPage:
        """Return the page with what *change* makes of each deck; names are to stay."""

        def changed(talk: Talk) -> Talk:
            return replace(talk, decks=tuple(map(change, talk.decks))) if talk.decks else talk

        sections = (
            replace(
                section,
                talk=changed(section.talk) if section.talk else None,
                loose=tuple(change(item) if isinstance(item, Deck) else item for item in section.loose),
            )
            for section in self.sections
        )
        return replace(self, sections=tuple(sections), unplaced=tuple(map(changed, self.unplaced)))

    def with_titles(self, change: Callable[[str], str]) -> NamedPage:
        """Return the page with what *change* makes of titles that are no headings; names are to stay."""

        def media(items: tuple[_M, ...]) -> tuple[_M, ...]:
            return tuple(replace(item, title=change(item.title)) for item in items)

        def changed(talk: Talk) -> Talk:
            return replace(talk, decks=media(talk.decks), recordings=media(talk.recordings))

        sections = (
            replace(section, talk=changed(section.talk) if section.talk else None, loose=media(section.loose))
            for section in self.sections
        )
        unplaced = (changed(replace(talk, title=change(talk.title))) for talk in self.unplaced)
        return replace(self, sections=tuple(sections), unplaced=tuple(unplaced))


def name_page(
    sections: Sequence[Section],
    *,
    page: str = "",
    event: Event | None = None,
    known: Iterable[Talk] = (),
    embeds_count: bool = True,
) -> NamedPage:
    """Return which of *sections* are talks, and the names of everything in them.

    *page* is what is named after where there is no heading; *event* tells the day of a time without one.
    *known* are the talks of the front matter: each adds its facts to the section that has its title or
    label. With *embeds_count*, a deck or a recording makes a section a talk, as on a report; below a generic
    heading such as "Slides", the section above.
    """
    namer = _Namer(event, known)
    homes = homes_of(sections) if embeds_count else tuple(range(len(sections)))
    sections = _at_home(sections, homes)
    talks = {id(section) for section in talk_sections(sections, embeds_count=embeds_count)}
    named = [
        namer.talk(section, section.title or page)
        if id(section) in talks and _has_heading(section)
        else namer.loose(section, section.title or page)
        for section in sections
    ]
    return NamedPage(tuple(named), namer.unplaced(), homes)


def talks_of(
    sections: Sequence[Section], *, title: str = "", event: Event | None = None, known: Iterable[Talk] = ()
) -> tuple[tuple[Talk, ...], tuple[Problem, ...]]:
    """Return the talks of a page with the outline *sections*, and what was wrong with them.

    *title* is that of the page, for a top without heading; *event* and *known* are as in :func:`name_page`.
    Talks of the front matter that no section is come last.
    """
    with_title = [section if _has_heading(section) else replace(section, title=title) for section in sections]
    named = name_page(with_title, page=title, event=event, known=known)
    return named.talks, named.problems


def _at_home(sections: Sequence[Section], homes: Sequence[int]) -> list[Section]:
    """Return *sections* with each embed in the section that *homes* gives for the one it is in."""
    guests: dict[int, list[Section]] = {}
    for section, home in zip(sections, homes, strict=True):
        guests.setdefault(home, []).append(section)
    found = [replace(section, decks=(), recordings=()) for section in sections]
    for home, (_itself, *others) in guests.items():
        found[home] = sections[home].joined(others)
    return found


def talk_sections(sections: Sequence[Section], *, embeds_count: bool = True) -> list[Section]:
    """Return the sections that are talks.

    A section is one if a ``{talk}`` is in it and in no subsection of it or, where
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


def _has_heading(section: Section) -> bool:
    return bool(section.level or section.title)


def _is_top(section: Section, sections: Sequence[Section]) -> bool:
    """Return whether *section* stands for the page: before all headings, or under the only H1."""
    return section.level == 0 or (section.level == 1 and sum(other.level == 1 for other in sections) == 1)


class _Namer:
    """Names the sections of one page one after the other."""

    def __init__(self, event: Event | None, known: Iterable[Talk]) -> None:
        self._event = event
        self._known = list(known)
        self._labels = Labels()

    def talk(self, section: Section, heading: str) -> NamedSection:
        """Return the talk that *section* is; *heading* is its title, with or without speakers."""
        title, speakers = split_heading(heading)
        slug = slugify(title)
        facts, wrong = _facts(section, title, slug, self._event)
        talk = self._with_known_facts(facts)
        shown = split_heading(section.shown)[0] if section.shown else title
        has_label = bool((section.talk or {}).get("label")) or talk.label != slug
        label = self._labels.take("talk", talk.label if has_label else slug)
        media, wrong_media = _media(section)
        named = replace(
            talk,
            label=label,
            title=shown,
            speakers=talk.speakers or speakers,
            decks=self._named([*_decks(media), *talk.decks], shown, label),
            recordings=self._named([*_recordings(media), *talk.recordings], shown, label),
        )
        return NamedSection(named, problems=(*wrong, *wrong_media))

    def loose(self, section: Section, title: str) -> NamedSection:
        """Return the decks and recordings of *section*, which is not a talk."""
        media: list[Deck | Recording] = [*section.decks, *section.recordings]
        problems = () if section.talk is None else (_no_section(section),)
        return NamedSection(None, self._named(media, section.shown or title, slugify(title)), problems)

    def unplaced(self) -> tuple[Talk, ...]:
        """Return the known talks that no section was."""
        return tuple(map(self._unplaced, self._known))

    def _unplaced(self, talk: Talk) -> Talk:
        label = self._labels.take("talk", talk.label)
        return replace(
            talk,
            label=label,
            decks=self._named(talk.decks, talk.title, label),
            recordings=self._named(talk.recordings, talk.title, label),
        )

    def _named(self, media: Iterable[_M], title: str, label: str) -> tuple[_M, ...]:
        """Return *media* with names: their own, else *title* and *label*."""
        return tuple(
            replace(
                item,
                label=self._labels.take(
                    "deck" if isinstance(item, Deck) else "recording",
                    (item.label and slugify(item.label)) or (item.title and slugify(item.title)) or label,
                ),
                title=item.title or title,
            )
            for item in media
        )

    def _with_known_facts(self, talk: Talk) -> Talk:
        """Return *talk* with the facts of the known talk of its title or label, where it has none."""
        for other in self._known:
            if other.label == talk.label or other.title == talk.title:
                self._known.remove(other)
                names = (field.name for field in fields(Talk))
                missing = {name: getattr(other, name) for name in names if not getattr(talk, name)}
                return replace(talk, label=other.label, **missing)
        return talk


def _facts(section: Section, title: str, slug: str, event: Event | None) -> tuple[Talk, tuple[Problem, ...]]:
    """Return what the ``{talk}`` of *section* says; *slug* is that of the *title*."""
    options = {name: value for name, value in (section.talk or {}).items() if name not in _MEDIA_OPTIONS}
    if not options:
        return Talk(slug, title), ()
    return read_talk({**options, "title": title}, section.talk_lines or {}, event=event)


def _media(section: Section) -> tuple[list[Deck | Recording], list[Problem]]:
    """Return the decks and recordings of *section*, with those its ``{talk}`` names as options."""
    media: list[Deck | Recording] = [*section.decks, *section.recordings]
    problems: list[Problem] = []
    options, lines = section.talk or {}, section.talk_lines or {}
    for name, read in _MEDIA_OPTIONS.items():
        if options.get(name):
            record, wrong = read(str(options[name]), line=lines.get(name))
            media.extend([record] if record else [])
            problems.extend(wrong)
    return media, problems


def _decks(media: Iterable[Deck | Recording]) -> list[Deck]:
    return [item for item in media if isinstance(item, Deck)]


def _recordings(media: Iterable[Deck | Recording]) -> list[Recording]:
    return [item for item in media if isinstance(item, Recording)]


def _no_section(section: Section) -> Problem:
    message = "A {talk} is not in a section, so there is no talk to describe"
    line = min((section.talk_lines or {}).values(), default=section.line)
    return Problem(Subtype.DIRECTIVE, message, line=line, hint="write a heading above it")
