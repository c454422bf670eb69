"""One HTML start tag: its name, its attributes, where it ends.

The rules are those of the HTML standard's tokenizer (sections 13.2.5.6 to 13.2.5.40). Python's own
reader of start tags uses regular expressions that take quadratic time on some malformed tags.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from html.entities import html5

_SPACE = frozenset(" \t\n\r\f")
_NAME_END = re.compile("[ \t\n\r\f/>]")
_ATTRIBUTE_NAME_END = re.compile("[ \t\n\r\f/>=]")
_BARE_VALUE_END = re.compile("[ \t\n\r\f>]")


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag; ``end`` is the index after its ">", ``empty`` says that it ends with "/>"."""

    name: str
    attrs: tuple[tuple[str, str], ...]
    empty: bool
    end: int


def read_start_tag(text: str, start: int) -> StartTag | None:
    """Return the tag whose "<" and first letter stand at *start*, or ``None`` if it does not end."""
    index = _skip_until(text, start + 1, _NAME_END)
    name = text[start + 1 : index].lower()
    attrs: list[tuple[str, str]] = []
    empty = False
    while index < len(text) and text[index] != ">":
        if text[index] == "/":
            empty = text.startswith("/>", index)
            index += 1
        elif text[index] in _SPACE:
            index += 1
        else:
            attribute, value, index = _read_attribute(text, index)
            attrs.append((attribute.lower(), _decoded(value)))
    return StartTag(name, tuple(attrs), empty, index + 1) if index < len(text) else None


def _read_attribute(text: str, start: int) -> tuple[str, str, int]:
    """Return the attribute at *start*: name, value as written, index after it."""
    index = _skip_until(text, start + 1, _ATTRIBUTE_NAME_END)
    name = text[start:index]
    equals = _skip_space(text, index)
    if not text.startswith("=", equals):
        return name, "", index
    index = _skip_space(text, equals + 1)
    quote = text[index : index + 1]
    if quote and quote in "\"'":
        end = text.find(quote, index + 1)
        return (name, text[index + 1 : end], end + 1) if end >= 0 else (name, "", len(text))
    end = _skip_until(text, index, _BARE_VALUE_END)
    return name, text[index:end], end


def _decoded(value: str) -> str:
    """Return *value* with its character references decoded.

    In attributes, names without ";" are none: "?a=1&copy=2" is a URL.
    """
    if "&" not in value:
        return value
    first, *rest = value.split("&")
    return first + "".join(map(_decoded_reference, rest))


def _decoded_reference(text: str) -> str:
    """Return *text*, which stands after an "&", with that "&" or what they mean together."""
    name, semicolon, rest = text.partition(";")
    if text.startswith("#"):
        return unescape(f"&{text}")
    return html5[f"{name};"] + rest if semicolon and f"{name};" in html5 else f"&{text}"


def _skip_until(text: str, index: int, stop: re.Pattern[str]) -> int:
    match = stop.search(text, index)
    return match.start() if match else len(text)


def _skip_space(text: str, index: int) -> int:
    while index < len(text) and text[index] in _SPACE:
        index += 1
    return index
