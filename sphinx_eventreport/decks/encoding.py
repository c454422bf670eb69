"""The store's JSON files beside pictures: the text of a deck, and why one cannot be shown."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, TypeVar

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Slide
from sphinx_eventreport.decks.model import DeckContent, Failure, Limits
from sphinx_eventreport.decks.validation import valid_content

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_BROKEN = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError)


def encode_content(content: DeckContent) -> bytes:
    """Return *content* as bytes, the same ones each time."""
    problems = list(map(_of_problem, content.problems))
    return _encode({**asdict(content), "problems": problems})


def decode_content(data: bytes) -> DeckContent | None:
    """Return what :func:`encode_content` wrote, ``None`` for any other bytes."""
    return valid_content(_decode(data, _content))


def encode_failure(failure: Failure) -> bytes:
    """Return the problem and limits of *failure* as bytes."""
    return _encode(
        {"problem": _of_problem(failure.problem), "limits": failure.limits and asdict(failure.limits)}
    )


def decode_failure(data: bytes) -> Failure | None:
    """Return what :func:`encode_failure` wrote, ``None`` for any other bytes."""
    return _decode(data, _failure)


def _encode(value: dict[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def _decode(data: bytes, build: Callable[[dict[str, Any]], T]) -> T | None:
    try:
        return build(json.loads(data))
    except _BROKEN:
        return None


def _content(value: dict[str, Any]) -> DeckContent:
    slides = tuple(Slide(**{**slide, "links": tuple(slide["links"])}) for slide in value["slides"])
    problems = tuple(map(_problem, value["problems"]))
    return DeckContent(value["title"], value["page_count"], slides, problems)


def _of_problem(problem: Problem) -> dict[str, str]:
    return {"subtype": problem.subtype.value, "message": problem.message, "hint": problem.hint}


def _problem(value: dict[str, Any]) -> Problem:
    return Problem(Subtype(value["subtype"]), _text(value["message"]), hint=_text(value["hint"]))


def _failure(value: dict[str, Any]) -> Failure:
    limits = value["limits"]
    known = Limits(float(limits["seconds"]), int(limits["megabytes"])) if limits else None
    return Failure(replace(_problem(value["problem"]), may_pass=known is not None), known, lasting=True)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
