"""Measure the structure of a checkout: rooms, imports between them, and files to know or to touch.

    python docs/develop/structure.py CHECKOUT

prints a table. A *room* of a package is a module or a folder directly inside of it, an *arrow* that one room
imports another, and *floors* are the longest way down along arrows. ``structure.md`` has the figures of two
states.
"""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE = "sphinx_eventreport"
SHORT = 40
"""Lines below which a file is short: one function with its imports."""
STARTS = {
    "a listing": ("directives.listing", "render.listings", "listings.directives", "listings.transforms"),
    "a page about a person": ("render.profile", "subject_freshness", "people.profile", "people.shown"),
}
"""Modules of ``sphinx_ext`` that one begins with to understand a subject, in either of the two states."""
EXAMPLES = {
    "a field of listings": ("sphinx_ext", "room"),
    "a type of object": ("sphinx_ext", "person"),
    "a key of front matter, from reading to listing": ("", "room"),
}
"""Where something is written that stands for its kind, and its word in the code."""
LISTINGS = ("listings", "render", "rows")
"""The rooms of ``sphinx_ext`` that are about listings, in either of the two states."""
TYPES = "sphinx_ext.extension.object_types"
"""The module with the table of object types, which the first state has not."""


@dataclass(frozen=True)
class Checkout:
    """The modules of the package in one folder."""

    root: Path

    @cached_property
    def modules(self) -> dict[str, ast.Module]:
        """The syntax trees by dotted names."""
        files = sorted(Path(self.root, PACKAGE).rglob("*.py"))
        return {self._name(path): ast.parse(path.read_text(encoding="utf-8")) for path in files}

    def _name(self, path: Path) -> str:
        parts = path.relative_to(self.root).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @cached_property
    def imports(self) -> dict[str, set[str]]:
        """The modules that each module imports, also for types only."""
        return {name: set(self._imported(tree)) for name, tree in self.modules.items()}

    def _imported(self, tree: ast.Module) -> Iterator[str]:
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    full = f"{node.module}.{alias.name}"
                    yield from {full if full in self.modules else node.module} & self.modules.keys()

    def inside(self, package: str) -> list[str]:
        """Return the modules below *package*."""
        return [name for name in self.modules if name.startswith(f"{PACKAGE}.{package}.")]

    def arrows(self, package: str) -> dict[str, set[str]]:
        """Return, for each room of *package*, the other rooms that it imports."""
        found: dict[str, set[str]] = {}
        for name in self.inside(package):
            here = _room(name)
            others = {_room(other) for other in self.imports[name] if other in self.inside(package)}
            found.setdefault(here, set()).update(others - {here})
        return found

    def reached(self, starts: Iterable[str]) -> set[str]:
        """Return the modules of ``sphinx_ext`` that *starts* need, directly or not, besides their own."""
        waiting = [name for name in starts if name in self.modules]
        found = set(waiting)
        while waiting:
            new = (self.imports[waiting.pop()] & set(self.inside("sphinx_ext"))) - found
            found |= new
            waiting.extend(new)
        return found

    def brought_together(self, object_type: str) -> set[str]:
        """Return the modules of the record, row and directive of an *object_type*, with that of the table."""
        tree = self.modules.get(f"{PACKAGE}.{TYPES}", ast.Module([], []))
        imported = {
            alias.name: node.module
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
        }
        found = {
            imported[argument.id]
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and _is_line_of(node, object_type)
            for argument in node.args
            if isinstance(argument, ast.Name) and _is_directive_or_listing(argument.id)
        }
        return found | {f"{PACKAGE}.{TYPES}", *self._records_of(object_type)} if found else set()

    def _records_of(self, object_type: str) -> Iterator[str]:
        for name in self.inside("core.records"):
            body = self.modules[name].body
            if any(isinstance(node, ast.ClassDef) and node.name.lower() == object_type for node in body):
                yield name

    def naming(self, package: str, word: str) -> list[str]:
        """Return the modules below *package* that have *word* as a name or in a text that is not prose."""
        below = self.inside(package) if package else list(self.modules)
        return [name for name in below if any(word in _words(node) for node in ast.walk(self.modules[name]))]


def _room(name: str) -> str:
    return name.split(".")[2]


def _is_line_of(call: ast.Call, object_type: str) -> bool:
    return any(isinstance(argument, ast.Constant) and argument.value == object_type for argument in call.args)


def _is_directive_or_listing(name: str) -> bool:
    """Return whether *name* is ``DeckDirective`` or ``DECKS``, and no constant of the table's own."""
    return name.endswith("Directive") or (name.isupper() and name.endswith("S"))


def _words(node: ast.AST) -> set[str]:
    match node:
        case ast.Constant(value=str(text)) if len(text.split()) == 1 or text.islower():
            return set(text.split())
        case ast.Attribute(attr=name) | ast.keyword(arg=str(name)) | ast.Name(id=name):
            return {name}
    return set()


def floors(arrows: dict[str, set[str]]) -> int:
    """Return how many rooms the longest way down goes through."""
    depths: dict[str, int] = {}

    def depth(room: str) -> int:
        if room not in depths:
            depths[room] = 1 + max((depth(below) for below in arrows[room]), default=0)
        return depths[room]

    return max(map(depth, arrows))


def table(checkout: Checkout) -> Iterator[tuple[str, int]]:
    """Yield each figure with what it counts."""
    for package in ("sphinx_ext", "core"):
        arrows = checkout.arrows(package)
        yield f"`{package}`: rooms", len(arrows)
        yield (
            f"`{package}`: folders among them",
            sum(Path(checkout.root, PACKAGE, package, room).is_dir() for room in arrows),
        )
        yield f"`{package}`: arrows", sum(map(len, arrows.values()))
        yield f"`{package}`: floors", floors(arrows)
        yield f"`{package}`: modules", len(checkout.inside(package))
        short = [
            path for path in Path(checkout.root, PACKAGE, package).rglob("*.py") if path.name != "__init__.py"
        ]
        lines = [len(path.read_text(encoding="utf-8").splitlines()) for path in short]
        yield f"`{package}`: files under {SHORT} lines", sum(count < SHORT for count in lines)
    for subject, starts in STARTS.items():
        reached = checkout.reached(f"{PACKAGE}.sphinx_ext.{name}" for name in starts)
        yield f"files of `sphinx_ext` behind {subject}", len(reached)
        yield f"folders and loose files they are in, for {subject}", len({_room(name) for name in reached})
    for kind, (package, word) in EXAMPLES.items():
        yield f"files with the word of {kind} (`{word}`)", len(checkout.naming(package, word))
    for word in ("room", "city"):
        named = [name for name in checkout.naming("sphinx_ext", word) if _room(name) in LISTINGS]
        yield f"files of the listings with the word of a field (`{word}`)", len(named)
    for name in ("decision", "deck"):
        brought = checkout.brought_together(name)
        yield f"files that the line of a type of object brings together (`{name}`)", len(brought)


def main() -> None:
    """Print the table of the checkout that is named."""
    for what, number in table(Checkout(Path(sys.argv[1]))):
        print(f"| {what} | {number} |")


if __name__ == "__main__":
    main()
