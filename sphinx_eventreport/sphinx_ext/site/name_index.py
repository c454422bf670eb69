"""The names of all pages, looked up by full name and by alias."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.identifiers import slugify
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.names import slide_anchor
from sphinx_eventreport.sphinx_ext.site.object_type import NOT_AT_ALL
from sphinx_eventreport.sphinx_ext.site.placed import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx_eventreport.core.people.file import PeopleFile
    from sphinx_eventreport.core.records import Slide
    from sphinx_eventreport.sphinx_ext.site.object_type import ObjectType
    from sphinx_eventreport.sphinx_ext.site.page import Page


LABEL = "label:"
"""The word before the label of a page in the name of a slide: "deck#label:iv"."""


def slide_entries(deck: Entry) -> Iterator[Entry]:
    """Yield the slides of the *deck*; none where it is something else, or has not been read."""
    for slide in deck.deck.slides if deck.deck else ():
        yield _entry_of_slide(deck, slide, slide.number)


def slide_entry(deck: Entry, wanted: str) -> Entry | None:
    """Return the slide of *deck* that *wanted* means: its number, or the label of its page after "label:"."""
    slides = deck.deck.slides if deck.deck else ()
    if wanted.startswith(LABEL):
        label = wanted.removeprefix(LABEL).strip()
        slide = _labelled(slides, label)
        return _entry_of_slide(deck, slide, label) if slide else None
    return next(
        (_entry_of_slide(deck, slide, wanted) for slide in slides if str(slide.number) == wanted), None
    )


def _labelled(slides: Sequence[Slide], label: str) -> Slide | None:
    """Return the last of *slides* with the *label*, for it shows what the ones before built up.

    Where the PDF does not say what it calls a page, that is its number.
    """
    last_first = slides[::-1]
    said = next((slide for slide in last_first if slide.label == label), None)
    return said or next(
        (slide for slide in last_first if not slide.label and str(slide.number) == label), None
    )


def _entry_of_slide(deck: Entry, slide: Slide, called: int | str) -> Entry:
    return Entry(
        "slide",
        f"{deck.name}#{slide.number}",
        _("slide %s of %s") % (called, deck.title),
        deck.docname,
        slide_anchor(deck.deck.label if deck.deck else "", slide.number),
        deck.line,
        deck.deck,
        slide=slide,
    )


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of all pages."""

    types: Mapping[str, ObjectType[Any]]
    """The object types."""
    by_name: Mapping[tuple[str, str], Entry]
    """Entries by type and full name."""
    by_alias: Mapping[tuple[str, str], list[Entry]]
    """Entries by type and alias."""
    duplicates: tuple[tuple[Entry, Entry], ...]
    """Entries of names that another one has already, each with the first."""
    respelled: tuple[tuple[Entry, Entry], ...]
    """People as a page spells them, each with the entry whose spelling, another, is in listings."""
    known: PeopleFile
    """The people file: people are found by other spellings, and those whom no page names have an entry on no
    page.
    """

    @classmethod
    def of(
        cls, pages: Mapping[str, Page], types: Mapping[str, ObjectType[Any]], known: PeopleFile
    ) -> NameIndex:
        """Build the index of *pages*; of equal names the one in the first document counts."""
        by_name: dict[tuple[str, str], Entry] = {}
        by_alias: dict[tuple[str, str], list[Entry]] = {}
        duplicates = []
        mentions = []
        # What a page shows that nothing lists is shown by others, too.
        for docname in sorted(pages, key=lambda name: (pages[name].is_unlisted, name)):
            # If the event's label is elsewhere already, so may the names of all that belongs to it.
            is_double = False
            for entry in pages[docname].entries():
                if types[entry.type].is_mentioned and not entry.is_home:
                    mentions.append(entry)
                    continue
                first = by_name.setdefault((entry.type, entry.name), entry)
                if first is entry:
                    for alias in entry.aliases:
                        by_alias.setdefault((entry.type, alias), []).append(entry)
                elif not is_double:
                    duplicates.append((entry, first))
                    is_double = entry.type == "event"
        _add_mentions(by_name, mentions)
        for label, person in known.people.items():
            by_name.setdefault(("person", label), Entry("person", label, person.name, "", ""))
        respelled = tuple(_respelled(by_name, mentions))
        return cls(types, by_name, by_alias, tuple(duplicates), respelled, known)

    def find(self, typ: str, target: str) -> list[Entry]:
        """Return what *target* means: one entry, several if it is an alias of several, none.

        A slide is found by its deck: there are too many of them for an index of their own.
        """
        if typ == "slide":
            deck, _hash, wanted = target.partition("#")
            slides = (slide_entry(entry, wanted) for entry in self.find("deck", deck))
            return [entry for entry in slides if entry]
        exact = self.by_name.get((typ, target))
        if exact is None and self.types[typ].is_mentioned:
            person = self.known.find(target) if typ == "person" else None
            exact = self.by_name.get((typ, person.label if person else slugify(target)))
        found = [exact] if exact else self.by_alias.get((typ, target), [])
        plain = "/".join(map(slugify, target.split("/")))
        # A label may be spelled as its author writes it: D41.
        return found or (self.find(typ, plain) if plain != target else [])

    def names(self, typ: str) -> list[str]:
        """Return all names and aliases of one type, to look for a near one."""
        found = {name for kind, name in self.by_name if kind == typ}
        found.update(name for kind, name in self.by_alias if kind == typ)
        return sorted(found)

    def entries(self) -> Iterator[Entry]:
        """Yield every entry that a reference can reach, in the order of the documents."""
        for entry in self.by_name.values():
            yield entry
            yield from slide_entries(entry)


def _add_mentions(by_name: dict[tuple[str, str], Entry], mentions: list[Entry]) -> None:
    """Add what is named for the first time; a page about it comes before, and lacks at most the name."""
    for mention in mentions:
        entry = by_name.setdefault((mention.type, mention.name), mention)
        if not entry.title:
            by_name[mention.type, mention.name] = replace(entry, title=mention.title)
    for key, entry in by_name.items():
        if entry.is_home and entry.title in {"", entry.name}:
            # Events may name their series by its label, and the page about it has a title.
            by_name[key] = replace(entry, title=entry.heading or entry.name)


def _respelled(
    by_name: Mapping[tuple[str, str], Entry], mentions: Iterable[Entry]
) -> Iterator[tuple[Entry, Entry]]:
    """Yield the first mention of each who is in listings as another spells them, with the one that counts.

    Accents, hyphens and full stops come and go. A comma turns a name around: Wu Jin, and Wu, Jin.
    """
    said: set[str] = set()
    for mention in mentions:
        shown = by_name[mention.type, mention.name]
        if ("," in mention.title) == ("," in shown.title) or mention.type != "person" or shown.is_home:
            continue
        if mention.name not in said:
            said.add(mention.name)
            yield mention, shown


def searched_names(index: NameIndex, pages: Mapping[str, Page]) -> Iterator[tuple[Entry, int]]:
    """Yield every entry of *index* with its priority, as Sphinx's search has them.

    A slide is found by its title. A deck or recording that is called like its talk is found by the talk: a
    search would show the same words three times, out of an index of twice the size.
    """
    talks = {(page.docname, placed.talk.title) for page in pages.values() for placed in page.talks}
    for entry in index.entries():
        is_like_talk = entry.type in {"deck", "recording"} and (entry.docname, entry.title) in talks
        yield entry, NOT_AT_ALL if is_like_talk else index.types[entry.type].search


def ambiguous(typ: str, target: str, entries: list[Entry]) -> Problem:
    """Return the problem of a reference to *target*, an alias of several *entries* of the type *typ*."""
    names = ", ".join(repr(entry.name) for entry in entries)
    message = f"{target!r} means more than one {typ}; the first is taken"
    return Problem(Subtype.AMBIGUOUS_TARGET, message, hint=f"write one of {names}")
