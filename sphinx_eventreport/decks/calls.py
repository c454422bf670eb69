"""One call in a worker process: packed for the way there, answered for the way back."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# PDFium is not thread-safe, and an executor may run several threads in one process.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a call."""

    value: object = None
    """The value it returned."""
    error: str = ""
    """The exception that it raised, as text; "" if it raised none."""
    out_of_memory: bool = False
    """Whether it needed more memory than it was given."""


def pack(function: Callable[..., object], arguments: tuple[object, ...]) -> bytes:
    """Return the call as bytes, so that an error in unpacking it is one of the call, not of the pool."""
    return pickle.dumps((function, arguments), pickle.HIGHEST_PROTOCOL)


def answer(call: bytes) -> Answer:
    """Make a call that :func:`pack` packed. Exceptions are returned as text: not all can be pickled."""
    try:
        with _ONE_AT_A_TIME:
            function, arguments = pickle.loads(call)  # noqa: S301 - Made by pack(), in the same program.
            return Answer(function(*arguments))
    except MemoryError:
        return Answer(error="MemoryError", out_of_memory=True)
    except Exception as error:  # noqa: BLE001 - A library's surprise costs one deck, not the build.
        return Answer(error=f"{type(error).__name__}: {error}")
