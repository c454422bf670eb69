"""One call in a worker: how it travels there, and how its answer travels back."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# PDFium must not be called by two threads, and an executor may give a process several.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a call."""

    value: object = None
    """What it returned."""
    error: str = ""
    """The exception that it raised, as text; "" if it raised none."""
    out_of_memory: bool = False
    """Whether it needed more memory than it was given."""


def pack(function: Callable[..., object], arguments: tuple[object, ...]) -> bytes:
    """Return the call as bytes: whatever goes wrong in unpacking them then happens inside the call."""
    return pickle.dumps((function, arguments), pickle.HIGHEST_PROTOCOL)


def answer(call: bytes) -> Answer:
    """Do what :func:`pack` packed. An exception becomes text, for not every one can be pickled."""
    try:
        with _ONE_AT_A_TIME:
            function, arguments = pickle.loads(call)  # noqa: S301 - Made by pack(), in the same program.
            return Answer(function(*arguments))
    except MemoryError:
        return Answer(error="MemoryError", out_of_memory=True)
    except Exception as error:  # noqa: BLE001 - A library's surprise costs one deck, not the build.
        return Answer(error=f"{type(error).__name__}: {error}")
