"""The files that the script of the search page loads.

They are made of the texts of all documents. After an edit they are made of the files that are there and of
the texts that differ, which comes to the same: as long as each document has as many places as before, those
of all others keep their numbers, and only portions differ that have a word which came to a place or has gone.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_eventreport.sphinx_ext.search.postings import (
    Change,
    changed_portions,
    portion_count,
    portions,
    stems_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from sphinx_eventreport.sphinx_ext.search.places import Place
    from sphinx_eventreport.sphinx_ext.search.stems import Stems

PLACES = "places.js"
"""The file that is loaded with the page."""


class Facts(NamedTuple):
    """What the file of places has besides the places."""

    all_docs: Mapping[str, Any]
    """What is of all documents together."""
    docs: Mapping[str, Sequence[str]]
    """Name, kind and day of each document, by its name."""

    @property
    def weighed(self) -> tuple[object, ...]:
        """What tells which places are found at all."""
        return self.all_docs["weights"], [(name, kind) for name, kind, _day in self.docs.values()]


class Files(NamedTuple):
    """The files, and what is known of them."""

    contents: Mapping[str, bytes]
    """The content of each, by its name."""
    postings: int
    """How many numbers of places all portions have."""


class Search(NamedTuple):
    """What the files are made of."""

    texts: Mapping[str, Sequence[Place]]
    """The places of each document."""
    facts: Facts
    """What is known of the documents that are searched."""
    stems: Stems
    """The stems of words."""

    def files(self) -> Files:
        """Return the files, made of all texts."""
        texts = {name: self.texts[name] for name in self.facts.docs}
        words = (words for name, places in texts.items() for words in self._words_at(name, places))
        cut = portions(words, self.stems)
        scripts = {_file(number): _script("words", number, portion) for number, portion in enumerate(cut)}
        docs = [[*self.facts.docs[name], *_runs(places)] for name, places in texts.items()]
        postings = sum(len(numbers) for portion in cut for numbers in portion.values())
        return Files(self._with_places(scripts, docs), postings)

    def edited_files(
        self, folder: Path, postings: int, replaced: Mapping[str, Sequence[Place]]
    ) -> Files | None:
        """Return the files, made of those in *folder*, in which documents have places that are *replaced*.

        *postings* is how many they have. ``None`` where a place has come or gone, or the words need
        another number of portions.
        """
        (old,) = _arguments(folder / PLACES)
        changes, docs, first = [], [], 0
        for name, _kind, _day, *old_runs in old["docs"]:
            size, runs = 1 + sum(map(_length, old_runs)), old_runs
            if name in replaced:
                before, after = (self._stems_at(name, texts[name]) for texts in (replaced, self.texts))
                if not len(before) == len(after) == size:
                    return None
                changes.append(Change(first, before, after))
                runs = list(_runs(self.texts[name]))
            docs.append([*self.facts.docs[name], *runs])
            first += size
        postings += sum(change.postings for change in changes)
        if portion_count(postings) != old["count"]:
            return None
        return Files(self._with_places(_edited_scripts(folder, changes, old["count"]), docs), postings)

    def _stems_at(self, name: str, places: Iterable[Place]) -> list[AbstractSet[str]]:
        """Return the stems of each of the *places* of the document *name*."""
        return [stems_of(words, self.stems) for words in self._words_at(name, places)]

    def _words_at(self, name: str, places: Iterable[Place]) -> Iterator[Sequence[str]]:
        """Yield the words of each of the *places* of the document *name*; none if it counts nothing."""
        weights, kind = self.facts.all_docs["weights"], self.facts.docs[name][1]
        return (place.words.split() if weight_of(place.kind, kind, weights) else () for place in places)

    def _with_places(self, scripts: Mapping[str, bytes], docs: Sequence[object]) -> Mapping[str, bytes]:
        """Return the *scripts* of all portions, and that of the places in *docs*."""
        version = sha256(b"".join(scripts.values())).hexdigest()[:8]
        values = {"count": len(scripts), "version": version, **self.facts.all_docs, "docs": docs}
        return {**scripts, PLACES: _script("places", values)}


def _edited_scripts(folder: Path, changes: Iterable[Change], count: int) -> dict[str, bytes]:
    """Return the scripts of *count* portions: those in *folder*, after *changes*."""
    changed = changed_portions(changes, lambda number: _arguments(folder / _file(number))[1], count)
    return {
        _file(number): _script("words", number, changed[number])
        if number in changed
        else (folder / _file(number)).read_bytes()
        for number in range(count)
    }


def weight_of(kind: str, page_kind: str, weights: Mapping[str, float]) -> float:
    """Return how much a place counts: by what it is, and by what the page is that it is on."""
    own = 1 if kind == "page" else weights.get(kind, 1)
    return own * weights.get(page_kind, 1)


def _runs(places: Iterable[Place]) -> Iterator[list[Any]]:
    """Yield kind and id of each place but the page itself; slides that follow each other are one run."""
    run: list[Any] = []
    for place in places:
        if place.kind == "page":
            continue
        deck, _dash, number = place.anchor.rpartition("-")
        if place.kind != "slide":
            run = [place.kind, place.anchor]
            yield run
        elif run[:2] == ["slide", deck] and run[-1] == int(number) - 1:
            run[-1] = int(number)
        else:
            run = ["slide", deck, int(number), int(number)]
            yield run


def _length(run: Sequence[Any]) -> int:
    """Return how many places are in *run*."""
    _kind, _anchor, *slides = run
    return int(slides[1]) - int(slides[0]) + 1 if slides else 1


def _file(number: int) -> str:
    """Return the name of the file of a portion."""
    return f"{number}.js"


def _script(name: str, *arguments: object) -> bytes:
    """Return the call of a function with *arguments*: a page opened as a file may load nothing else."""
    values = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in arguments)
    # Two characters that end a line in JavaScript of old.
    values = values.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"eventreportSearch.{name}({values})\n".encode()


def _arguments(path: Path) -> list[Any]:
    """Return the arguments of the call that is the script *path*."""
    text = path.read_text(encoding="utf-8")
    found: list[Any] = json.loads(f"[{text[text.index('(') + 1 : text.rindex(')')]}]")
    return found
