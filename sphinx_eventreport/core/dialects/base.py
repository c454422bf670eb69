"""A dialect, and how front matter written in one is put into the native keys."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.spellings import SPELLINGS, plain_key
from sphinx_eventreport.core.frontmatter import FrontMatter, line_of
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FILE_NAME = "\0"
"""Where converters find the path of the page among its values; front matter has no such key."""

# What a text means where the native key also takes a map.
_SHORTHANDS = {
    "canonical": "url",
    "event": "name",
    "event.location": "name",
    "event.location.address": "street",
    "talks": "title",
}
# What people write where a theme wants a value and there is none: "/no-slides", "/none".
_SENTINEL = lazy_regex(r"/?(?:none|no-[a-z]{1,20}|n/a)/?", re.IGNORECASE)
_LONGEST_SENTINEL = 30
_TALKS = "talks."


NATIVE_KEYS = frozenset(
    "title label description date updated authors tags thumbnail banner canonical license language event "
    "minutes talks aliases visibility draft audience raw_directive eventreport dialect".split()
)
"""The keys of a report in this project's own words."""


class Likeness(IntEnum):
    """How much front matter looks like a dialect."""

    NONE = 0
    LIKELY = 1
    """It could be, and a page that is a report for another reason is read so."""
    CERTAIN = 2
    """Nothing else writes like this, so the page is a report."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way to write front matter."""

    name: str
    """The name in `dialect`."""
    title: str
    """The name that people use."""
    likeness: Callable[[FrontMatter, str], Likeness]
    """How much a page looks like it, from front matter and file name."""
    detected_by: str = ""
    """The same in words, for the reference."""
    aliases: Mapping[str, Alias] = field(default_factory=dict)
    """The meanings of its keys, in their order: the first of two that disagree wins. A key with a dot is one
    in a map.
    """
    also: Mapping[str, Alias] = field(default_factory=dict)
    """Second meanings of some of these keys, which count where nothing else gives the native key."""
    ignored: frozenset[str] = frozenset()
    """Keys that mean nothing to a report."""
    folded: bool = False
    """Whether its keys may be written in any case; then they are compared in lower case."""
    foreign: frozenset[str] = field(init=False)
    """The keys at the top of front matter that the meanings are about."""
    known: frozenset[str] = field(init=False)
    """Those and the native keys."""
    spelled: Mapping[str, str] = field(init=False)
    """Each of them by the way in which keys are compared."""

    def __post_init__(self) -> None:
        """Say once what every page asks."""
        keys = frozenset(key.partition(".")[0] for key in (*self.aliases, *self.ignored))
        object.__setattr__(self, "foreign", keys)
        object.__setattr__(self, "known", keys | NATIVE_KEYS)
        object.__setattr__(self, "spelled", {plain_key(key): key for key in sorted(self.known)})


@dataclass(slots=True)
class Translation:
    """Front matter in native keys."""

    mapping: dict[str, object]
    """The values by native keys."""
    origins: dict[str, str] = field(default_factory=dict)
    """The key that the author wrote, for every native path that came from another key."""
    extra: dict[str, object] = field(default_factory=dict)
    """Foreign values without a meaning here."""
    problems: list[Problem] = field(default_factory=list)
    """What was wrong."""

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
        if is_empty(present):
            parent[name] = value
            if key != alias.to:
                self.origins[alias.to] = key
        elif alias.merge:
            parent[name] = [*_as_list(present), *_as_list(value)]
        elif alias.weak:
            self.extra[key] = value
        elif str(_text_of(alias.to, present)).strip() != str(value).strip():
            self._conflict(alias.to, key, line)

    def value(self, path: str) -> object:
        """Return the value of a native path, ``None`` where there is none."""
        value: object = self.mapping
        for step in path.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def _parent(self, path: str) -> tuple[dict[str, object], str]:
        """Return the map that holds *path*, made where it is missing, and the last step of the path."""
        parent = self.mapping
        *steps, last = path.split(".")
        for number, step in enumerate(steps, 1):
            inner = parent.get(step)
            if not isinstance(inner, dict):
                shorthand = _SHORTHANDS.get(".".join(steps[:number]), "name")
                inner = {} if is_empty(inner) else {shorthand: inner}
            # The author's own maps stay as they are.
            parent[step] = inner = dict(inner)
            parent = inner
        return parent, last

    def _conflict(self, to: str, key: str, line: int | None) -> None:
        winner = self.origins.get(to, to)
        message = f"`{key}` and `{winner}` disagree, and `{winner}` counts"
        self.problems.append(Problem(Subtype.CONFLICT, message, line, to, f"remove `{key}`"))

    def finish_talk(self, talks: object) -> None:
        """Put the talk that the page is about, if there is one, behind the *talks* of the front matter."""
        talk = self.mapping.get("talks")
        if not isinstance(talk, dict):
            self.mapping.setdefault("talks", talks)
            return
        known = talks if isinstance(talks, list) else []
        title = self.mapping.get("title")
        self.mapping["talks"] = [*known, talk if is_empty(title) else {"title": title, **talk}]
        for path in [path for path in self.origins if path.startswith(_TALKS)]:
            self.origins[f"{_TALKS}{len(known)}.{path.removeprefix(_TALKS)}"] = self.origins.pop(path)


@dataclass(frozen=True, slots=True)
class _Page:
    """Front matter by the keys of a dialect; ``names`` gives each key as the author wrote it."""

    front: FrontMatter
    values: Mapping[str, object]
    names: Mapping[str, str]
    filename: str

    def value(self, key: str) -> object:
        """Return the value of *key*, which may have a dot; ``None`` for one that says nothing."""
        top, dot, below = key.partition(".")
        value = self.values.get(top)
        if dot:
            value = value.get(below) if isinstance(value, dict) else None
        return None if is_empty(value) or _is_sentinel(value) else value

    def name(self, key: str) -> str:
        """Return *key* as the author wrote it."""
        top, dot, below = key.partition(".")
        return self.names[top] + dot + below

    def read(self, key: str, alias: Alias) -> object:
        """Return what *key* says as *alias* reads it; ``None`` for nothing."""
        value = self.value(key)
        if alias.convert is None or value is None:
            return value
        return alias.convert(value, {**self.values, FILE_NAME: self.filename})


def translate(front: FrontMatter, dialect: Dialect, filename: str = "") -> Translation:
    """Return *front*, written in *dialect*, in native keys; *filename* is the path of its page."""
    names = _names(front.mapping, dialect)
    page = _Page(front, {key: front.mapping[name] for key, name in names.items()}, names, filename)
    common = _common(page, dialect)
    foreign = dialect.foreign | common.keys()
    result = Translation({key: value for key, value in page.values.items() if key not in foreign})
    result.origins.update({key: name for key, name in names.items() if key != name and key not in foreign})
    talks = result.mapping.pop("talks", None)
    unread = _read_aliases(page, dialect.aliases, result)
    # What one of the many spellings does not mean is told as before: nobody knows that key.
    for key in _read_aliases(page, common, result):
        result.mapping[key] = page.values[key]
    _read_second_meanings(page, dialect, result, unread)
    result.extra.update({page.name(key): page.value(key) for key in unread})
    result.finish_talk(talks)
    return result


def _names(mapping: Mapping[str, object], dialect: Dialect) -> dict[str, str]:
    """Return the keys of *mapping* as the author wrote them, by the keys of *dialect* that they are."""
    names = {(key.lower() if dialect.folded else key): key for key in mapping}
    for key in [key for key in names if key not in dialect.known]:
        meant = dialect.spelled.get(plain_key(key))
        if meant is not None and meant not in names:
            names[meant] = names.pop(key)
    return names


def _common(page: _Page, dialect: Dialect) -> dict[str, Alias]:
    """Return what keys mean that *dialect* says nothing of, and that many others have."""
    unknown = (key for key in page.values if key not in dialect.known)
    found = ((key, SPELLINGS.get(plain_key(key))) for key in unknown)
    aliases = {key: alias for key, alias in found if alias is not None}
    # In the order of the table, whatever the order on the page.
    order = list(SPELLINGS)
    return dict(sorted(aliases.items(), key=lambda item: order.index(plain_key(item[0]))))


def _read_aliases(page: _Page, aliases: Mapping[str, Alias], result: Translation) -> dict[str, None]:
    """Read *aliases*; return the keys whose values do not mean what they are for."""
    unread: dict[str, None] = {}
    for key, alias in aliases.items():
        if (key not in page.values and "." not in key) or page.value(key) is None:
            continue
        converted = page.read(key, alias)
        if is_empty(converted):
            unread[key] = None
        else:
            name = page.name(key)
            # A map that stays as it is has keys of its own.
            said = replace(alias, convert=None) if converted is page.value(key) else alias
            result.put(said, name, converted, line_of(page.front.lines, name))
    return unread


def _read_second_meanings(
    page: _Page, dialect: Dialect, result: Translation, unread: dict[str, None]
) -> None:
    for key, alias in dialect.also.items():
        value = page.read(key, alias)
        if is_empty(value):
            continue
        # It was of use, even where its first meaning came too late.
        unread.pop(key, None)
        result.extra.pop(page.name(key), None)
        facts = (
            {f"{alias.to}.{step}": inner for step, inner in value.items()}
            if isinstance(value, dict)
            else None
        )
        for path, fact in (facts or {alias.to: value}).items():
            if is_empty(result.value(path)):
                result.put(Alias(path), page.name(key), fact, None)


def is_empty(value: object) -> bool:
    """Return whether *value* is what an author leaves behind who has nothing to say."""
    return value is None or value in ("", [], {}) or (isinstance(value, str) and not value.strip())


def _is_sentinel(value: object) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_SENTINEL:
        return False
    return bool(_SENTINEL.fullmatch(value.strip()))


def _text_of(path: str, value: object) -> object:
    shorthand = _SHORTHANDS.get(path)
    return value.get(shorthand) if shorthand and isinstance(value, dict) else value


def _as_list(value: object) -> list[object]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",")]
    return value if isinstance(value, list) else [value]
