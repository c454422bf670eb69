"""YAML events -> plain values, without recursion and without ever making an object of a YAML tag.

The values are built from the parser's events rather than its node tree: libyaml's composer recurses
in C and follows aliases, so deep or self-referring text could end the process. Events also carry
the line of every key, so the text is read once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from sphinx_eventreport.core.frontmatter.model import (
    MAX_DEPTH,
    MAX_ITEMS,
    MAX_KEY,
    MAX_VALUES,
    TOO_DEEP,
    Reading,
    printable,
)
from sphinx_eventreport.core.frontmatter.yaml_words import explained
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Callable

LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader, about ten times as fast, where PyYAML was built with it."""

Event = Any
"""An event of PyYAML's parser; their attributes have no types."""

_YAML = "tag:yaml.org,2002:"
_TYPED = {_YAML + name for name in ("null", "bool", "int", "float", "timestamp")}
_PLAIN_TAGS = {None, "!", *_TYPED, *(_YAML + name for name in ("str", "map", "seq"))}
_MERGE = _YAML + "merge"
# No number or date that means something is longer, and reading long ones takes quadratic time.
_LONGEST_NUMBER = 64
# What SafeConstructor raises for "2016-13-45", "!!int x", "!!bool x" and "!!timestamp x".
_NOT_THAT_TYPE = (ValueError, LookupError, AttributeError)


class MalformedError(Exception):
    """The text is not YAML that can be used; the first argument is the Problem to report."""

    @property
    def problem(self) -> Problem:
        """Return what is wrong."""
        problem: Problem = self.args[0]
        return problem


@dataclass(slots=True)
class _Frame:
    """A list or map that is being read; ``key`` is the key whose value comes next."""

    value: dict[str, object] | list[object]
    path: str
    line: int
    anchor: str | None
    size: int = 1
    count: int = 0
    key: str | None = None
    merging: bool = False
    merged: list[dict[str, object]] = field(default_factory=list)


Anchors = dict[str, tuple[object, int]]
"""The value of each anchor, and how many values it is once its aliases are followed."""


class ValueBuilder:
    """Builds one document; what it finds besides values goes to *reading*."""

    def __init__(
        self,
        reading: Reading,
        first_line: int,
        anchors: Anchors,
        loader: type[Any] = LOADER,
        *,
        most_items: int = MAX_ITEMS,
    ) -> None:
        self._reading = reading
        self._most_items = most_items
        self._first_line = self._last_line = first_line
        self._anchors = anchors
        self._loader_class = loader
        self._stack: list[_Frame] = []
        self._root: object = None
        self._documents = 0
        self._merged_values = 0
        self.is_flow = False
        self._handlers: dict[type[Any], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.DocumentStartEvent: self._document,
        }

    def build(self, source: str) -> object:
        """Return the value of *source*; raise MalformedError with a Problem if there is none."""
        self._loader = self._loader_class(source)
        self._last_line = self._first_line + source.count("\n")
        get_event, handlers = self._loader.get_event, self._handlers
        try:
            while (event := get_event()) is not None:
                handler = handlers.get(type(event))
                if handler:
                    handler(event)
        except yaml.MarkedYAMLError as error:
            raise MalformedError(explained(error, self._first_line, self._last_line)) from error
        finally:
            self._loader.dispose()
        return self._root

    def _document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, "A line that starts with --- starts a second document", "remove it")

    def _open(self, event: Event) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._refuse(event, *TOO_DEEP, Subtype.LIMIT)
        if self._expects_key():
            self._refuse(event, "There is a list or map where a key should be", "put quotes around the value")
        self._check_tag(event)
        line = self._line(event)
        is_map = isinstance(event, yaml.MappingStartEvent)
        if not self._stack:
            self.is_flow = bool(event.flow_style)
        self._stack.append(_Frame({} if is_map else [], self._child_path(line), line, event.anchor))

    def _close(self, _event: object) -> None:
        frame = self._stack.pop()
        if isinstance(frame.value, dict):
            for merged in frame.merged:
                frame.value = {**merged, **frame.value}
        if frame.count > self._most_items:
            what = f"`{frame.path}`" if frame.path else "The front matter"
            message = f"{what} has {frame.count} items, and only the first {self._most_items} are read"
            self._report(Subtype.LIMIT, message, frame.line, frame.path, "split it")
        if frame.anchor:
            self._anchors[frame.anchor] = (frame.value, frame.size)
        self._attach(frame.value, frame.size, frame.line, self._where())

    def _alias(self, event: Event) -> None:
        line = self._line(event)
        if any(frame.anchor == event.anchor for frame in self._stack):
            message = f"`*{event.anchor}` refers to the value that contains it"
        else:
            message = (
                ""
                if event.anchor in self._anchors
                else f"`*{event.anchor}` refers to an anchor that does not exist"
            )
        value, size = self._anchors.get(event.anchor, (f"*{event.anchor}", 1))
        if message:
            hint = "put quotes around a text that starts with *"
            self._report(Subtype.FRONT_MATTER, message, line, self._where(), hint)
        if self._expects_key():
            self._set_key(str(value), line)
        else:
            self._attach(value, size, line, self._child_path(line))

    def _scalar(self, event: Event) -> None:
        line = self._line(event)
        if self._expects_key():
            is_merge = event.value == "<<" and event.implicit[0]
            self._set_key(event.value, line, merging=is_merge)
            return
        path = self._child_path(line)
        self._check_tag(event)
        value = self._typed(event)
        if not isinstance(value, str):
            self._reading.raw[path] = event.value
        size = 1 + len(event.value) // 1_000
        if event.anchor:
            self._anchors[event.anchor] = (value, size)
        self._attach(value, size, line, path)

    def _typed(self, event: Event) -> object:
        """Return the scalar as YAML's types have it, or as text where that type cannot be read."""
        tag = event.tag
        if tag is None:
            tag = self._loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag in _TYPED and len(event.value) <= _LONGEST_NUMBER:
            try:
                return self._loader.construct_object(yaml.ScalarNode(tag, event.value, event.start_mark))
            except _NOT_THAT_TYPE:
                return str(event.value)
        return printable(event.value) if event.style == '"' else event.value

    def _expects_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].value, dict) and self._stack[-1].key is None

    def _set_key(self, written: str, line: int, *, merging: bool = False) -> None:
        frame = self._stack[-1]
        key = printable(written[:MAX_KEY])
        path = f"{frame.path}.{key}" if frame.path else key
        if len(written) > MAX_KEY:
            self._report(
                Subtype.LIMIT, f"A key is longer than {MAX_KEY} characters", line, path, "shorten it"
            )
        if key in frame.value and not merging:
            message = f"The key `{path}` is given twice, and the last one counts"
            self._report(Subtype.DUPLICATE_KEY, message, line, path, "remove one of them")
        frame.key, frame.merging = key, merging
        if frame.count < self._most_items:
            self._reading.lines[path] = line

    def _where(self) -> str:
        """Return the path of the value that comes next."""
        if not self._stack:
            return ""
        frame = self._stack[-1]
        step = str(frame.count) if isinstance(frame.value, list) else frame.key or ""
        return f"{frame.path}.{step}" if frame.path else step

    def _child_path(self, line: int) -> str:
        path = self._where()
        frame = self._stack[-1] if self._stack else None
        if frame and isinstance(frame.value, list) and frame.count < self._most_items:
            self._reading.lines[path] = line
        return path

    def _attach(self, value: object, size: int, line: int, path: str) -> None:
        """Put a finished value into the list or map around it, where it is at *path*."""
        if not self._stack:
            self._root = value
            return
        frame = self._stack[-1]
        frame.count += 1
        if frame.count <= self._most_items:
            frame.size = min(frame.size + size, MAX_VALUES + 1)
        if len(self._stack) == 1 and size > MAX_VALUES:
            message = f"`{path}` holds more than {MAX_VALUES} values, and is left out"
            self._report(Subtype.LIMIT, message, line, path, "shorten it, and check its aliases")
        elif frame.count <= self._most_items:
            self._put(frame, value, path, line)
        frame.key, frame.merging = None, False

    def _put(self, frame: _Frame, value: object, path: str, line: int) -> None:
        if isinstance(frame.value, list):
            frame.value.append(value)
        elif frame.merging:
            self._merge(frame, value, path, line)
        else:
            frame.value[frame.key or ""] = value

    def _merge(self, frame: _Frame, value: object, path: str, line: int) -> None:
        """Note the maps of a ``<<`` key; a later one fills what the earlier ones leave open."""
        values = value if isinstance(value, list) else [value]
        maps = [one for one in values if isinstance(one, dict)]
        if len(maps) < len(values):
            message = "`<<` takes a map or a list of maps"
            self._report(
                Subtype.FRONT_MATTER, message, line, path, "write an alias of a map, such as *defaults"
            )
            return
        self._merged_values += sum(map(len, maps))
        if self._merged_values > MAX_VALUES:
            message = f"`<<` keys repeat more than {MAX_VALUES} values"
            self._report(Subtype.LIMIT, message, line, path, "write out what is needed")
            return
        frame.merged += maps

    def _check_tag(self, event: Event) -> None:
        if event.tag not in _PLAIN_TAGS:
            tag = printable(event.tag).replace(_YAML, "!!")
            message = f"The YAML tag {tag} is ignored, and its value is read as it is"
            self._report(Subtype.FRONT_MATTER, message, self._line(event), self._where(), "remove the tag")

    def _report(self, subtype: Subtype, message: str, line: int, path: str, hint: str) -> None:
        self._reading.report(subtype, message, line=line, path=path, hint=hint)

    def _refuse(
        self,
        event: Event,
        message: str,
        hint: str,
        subtype: Subtype = Subtype.FRONT_MATTER,
    ) -> None:
        raise MalformedError(Problem(subtype, message, self._line(event), self._where() or None, hint))

    def _line(self, event: Event) -> int:
        # A value that is missing at the end comes after the last line.
        return min(int(event.start_mark.line) + self._first_line, self._last_line)
