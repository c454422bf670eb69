"""The names of all pages, looked up by full and by short name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_eventreport.sphinx_ext.page import Entry, Page


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Entries by (type, full name) and (type, short name), and the duplicates among them."""

    by_name: Mapping[tuple[str, str], Entry]
    by_short_name: Mapping[tuple[str, str], list[Entry]]
    duplicates: tuple[tuple[Entry, Entry], ...]

    @classmethod
    def of(cls, pages: Mapping[str, Page]) -> NameIndex:
        """Build the index of *pages*; of equal names the one in the first document counts."""
        by_name: dict[tuple[str, str], Entry] = {}
        by_short: dict[tuple[str, str], list[Entry]] = {}
        duplicates = []
        for docname in sorted(pages):
            for entry in pages[docname].entries():
                key = entry.type, entry.name
                first = by_name.setdefault(key, entry)
                if first is entry:
                    by_short.setdefault((entry.type, entry.short_name), []).append(entry)
                elif entry.type != "person":  # being mentioned twice is no mistake
                    duplicates.append((entry, first))
        return cls(by_name, by_short, tuple(duplicates))

    def find(self, typ: str, target: str) -> list[Entry]:
        """Return what *target* means: one entry, several if it is a short name of several, none."""
        exact = self.by_name.get((typ, target))
        return [exact] if exact else self.by_short_name.get((typ, target), [])

    def names(self, typ: str) -> list[str]:
        """Return all full and short names of one type, to look for a near one."""
        found = {name for kind, name in self.by_name if kind == typ}
        found.update(name for kind, name in self.by_short_name if kind == typ)
        return sorted(found)

    def entries(self) -> Iterator[Entry]:
        """Yield every entry that a reference can reach, in the order of the documents."""
        yield from self.by_name.values()
