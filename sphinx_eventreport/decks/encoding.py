"""What the store keeps beside pictures, as JSON: the text of a deck, and why one cannot be shown."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Slide
from sphinx_eventreport.decks.limits import Failure, Limits
from sphinx_eventreport.decks.model import DeckContent

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_BROKEN = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError)


def encode_content(content: DeckContent) -> bytes:
    """Return *content* as bytes, the same ones each time."""
    return _encode(asdict(content))


def decode_content(data: bytes) -> DeckContent | None:
    """Return what :func:`encode_content` wrote, ``None`` for any other bytes."""
    return _decode(data, _content)


def encode_failure(failure: Failure) -> bytes:
    """Return the message, hint and limits of *failure* as bytes."""
    return _encode(
        {
            "subtype": failure.problem.subtype.value,
            "message": failure.problem.message,
            "hint": failure.problem.hint,
            "limits": failure.limits and asdict(failure.limits),
        }
    )


def decode_failure(data: bytes) -> Failure | None:
    """Return what :func:`encode_failure` wrote, ``None`` for any other bytes."""
    return _decode(data, _failure)


def _encode(value: dict[str, Any]) -> bytes:
    # ASCII, because a PDF may hold halves of surrogate pairs, which have no UTF-8.
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def _decode(data: bytes, build: Callable[[dict[str, Any]], T]) -> T | None:
    try:
        return build(json.loads(data))
    except _BROKEN:
        return None


def _content(value: dict[str, Any]) -> DeckContent:
    slides = tuple(map(_slide, _is(value["slides"], list)))
    return DeckContent(_is(value["title"], str), _is(value["page_count"], int), slides)


def _slide(value: dict[str, Any]) -> Slide:
    return Slide(
        _is(value["number"], int),
        _is(value["title"], str),
        _is(value["text"], str),
        tuple(_is(link, str) for link in _is(value["links"], list)),
        float(value["width"]),
        float(value["height"]),
    )


def _failure(value: dict[str, Any]) -> Failure:
    problem = Problem(Subtype(value["subtype"]), _is(value["message"], str), hint=_is(value["hint"], str))
    limits = value["limits"]
    known = limits and Limits(float(limits["seconds"]), _is(limits["megabytes"], int))
    return Failure(problem, known or None, lasting=True)


def _is(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError
    return value
