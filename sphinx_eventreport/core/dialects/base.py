"""What a dialect is, and how front matter written in one is put into the native keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sphinx_eventreport.core.frontmatter import FrontMatter, line_of
from sphinx_eventreport.core.problems import Problem, Subtype

Convert = Callable[[object, Mapping[str, object]], object]
"""From a value and the whole front matter to a value as the native key takes it.

``None`` says that this value does not mean the native key, and it is kept under ``extra``.
"""

# What a text means where the native key also takes a map.
_SHORTHANDS = {"canonical": "url", "event": "name", "event.location": "name"}


@dataclass(frozen=True, slots=True)
class Alias:
    """What a foreign key means.

    ``to`` is the dotted path of the native key. A ``weak`` alias counts only where nothing else
    gives that key; one with ``merge`` adds to a list.
    """

    to: str
    convert: Convert | None = None
    weak: bool = False
    merge: bool = False


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way to write front matter.

    ``aliases`` are read in their order, the first of two that disagree wins. ``ignored`` are keys
    that mean nothing to a report. ``matches`` says from the keys and the file name whether front
    matter is written in this dialect.
    """

    name: str
    title: str
    matches: Callable[[Mapping[str, object], str], bool]
    aliases: Mapping[str, Alias] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()


@dataclass(slots=True)
class Translation:
    """Front matter in native keys.

    ``origins`` gives the key the author wrote for every native path that came from another key;
    ``extra`` the foreign values without a meaning here.
    """

    mapping: dict[str, object]
    origins: dict[str, str] = field(default_factory=dict)
    extra: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def put(self, alias: Alias, key: str, value: object, line: int | None) -> None:
        """Give the native key of *alias* the *value* of the foreign *key*, unless it has another."""
        if isinstance(value, dict) and alias.to in _SHORTHANDS:
            for step, inner in value.items():
                # What a converter made of one text has one origin.
                origin = key if alias.convert else f"{key}.{step}"
                self.put(Alias(f"{alias.to}.{step}", weak=alias.weak), origin, inner, line)
            return
        parent, name = self._parent(alias.to)
        present = parent.get(name)
        if _is_empty(present):
            parent[name] = value
            self.origins[alias.to] = key
        elif alias.merge:
            parent[name] = [*_as_list(present), *_as_list(value)]
        elif alias.weak:
            self.extra[key] = value
        elif str(_text_of(alias.to, present)).strip() != str(value).strip():
            self._conflict(alias.to, key, line)

    def _parent(self, path: str) -> tuple[dict[str, object], str]:
        """Return the map that holds *path*, made where it is missing, and the last step of the path."""
        parent = self.mapping
        *steps, last = path.split(".")
        for number, step in enumerate(steps, 1):
            inner = parent.get(step)
            if not isinstance(inner, dict):
                shorthand = _SHORTHANDS.get(".".join(steps[:number]), "name")
                inner = {} if _is_empty(inner) else {shorthand: inner}
            # The author's own maps stay as they are.
            parent[step] = inner = dict(inner)
            parent = inner
        return parent, last

    def _conflict(self, to: str, key: str, line: int | None) -> None:
        winner = self.origins.get(to, to)
        message = f"`{key}` and `{winner}` say different things, and `{winner}` counts"
        self.problems.append(Problem(Subtype.CONFLICT, message, line, to, f"remove `{key}`"))


def translate(front: FrontMatter, dialect: Dialect) -> Translation:
    """Return *front*, written in *dialect*, in native keys."""
    foreign = {*dialect.aliases, *dialect.ignored}
    result = Translation({key: value for key, value in front.mapping.items() if key not in foreign})
    for key, alias in dialect.aliases.items():
        value = front.mapping.get(key)
        if _is_empty(value):
            continue
        converted = alias.convert(value, front.mapping) if alias.convert else value
        if converted is None:
            result.extra[key] = value
        else:
            result.put(alias, key, converted, line_of(front.lines, key))
    return result


def _text_of(path: str, value: object) -> object:
    shorthand = _SHORTHANDS.get(path)
    return value.get(shorthand) if shorthand and isinstance(value, dict) else value


def _as_list(value: object) -> list[object]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",")]
    return value if isinstance(value, list) else [value]


def _is_empty(value: object) -> bool:
    return value is None or value in ("", [], {})
