"""The outcome of a call in a worker, in terms that the author of a report understands."""

from __future__ import annotations

import signal
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING

from pebble import ProcessExpired

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.decks.calls import Answer
from sphinx_eventreport.decks.model import Failure

if TYPE_CHECKING:
    from sphinx_eventreport.decks.model import Limits

_LINK = "link to the PDF instead"
# SIGKILL, which Python does not name on Windows, and SIGTERM.
_KILLED = frozenset({-9, -15})


def outcome_of(future: Future[Answer], limits: Limits) -> object | Failure:
    """Return the value of *future*, which is done, or why there is none."""
    try:
        # What another executor hands over may be anything.
        answer: object = future.result()
    except TimeoutError:
        return too_slow(limits)
    except ProcessExpired as error:
        return _crashed(error.exitcode, limits)
    # An executor may raise anything, and a cancelled future raises what is not an Exception.
    except (Exception, CancelledError) as error:  # noqa: BLE001
        return no_answer(f"{type(error).__name__}: {error}")
    if not isinstance(answer, Answer):
        return no_answer(f"{type(answer).__name__} came back")
    if answer.out_of_memory:
        return _too_large(limits)
    return _raised(answer.error) if answer.error else answer.value


def too_slow(limits: Limits) -> Failure:
    """Return the failure of a PDF that took too long."""
    message = f"Reading or drawing the PDF took longer than {limits.seconds:g} seconds"
    return _limited(message, f"raise `eventreport_deck_timeout`, or {_LINK}", limits)


def no_answer(reason: str) -> Failure:
    """Return the failure of the workers themselves, which says nothing about the PDF."""
    message = f"The workers that read and draw PDFs gave no answer: {reason}"
    return Failure(_passing(message, "build again, or look at `eventreport_deck_executor`"))


def _too_large(limits: Limits) -> Failure:
    message = f"Reading or drawing the PDF needs more than {limits.megabytes} MB of memory"
    return _limited(message, f"raise `eventreport_deck_memory`, or {_LINK}", limits)


def _crashed(exit_code: int, limits: Limits) -> Failure:
    """Return the failure of a process that is gone: PDFium aborts without memory, or crashes on a PDF."""
    if exit_code in _KILLED:
        return no_answer("a process was killed from outside, as happens when memory runs out")
    message = f"The process that read or drew the PDF crashed ({_reason(exit_code)})"
    hint = f"raise `eventreport_deck_memory` if {limits.megabytes} MB may be too little, or {_LINK}"
    return _limited(message, hint, limits)


def _reason(exit_code: int) -> str:
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return f"exit code {exit_code}"


def _limited(message: str, hint: str, limits: Limits) -> Failure:
    return Failure(_passing(message, hint), limits, lasting=True)


def _raised(error: str) -> Failure:
    message = f"The PDF cannot be read or drawn: {error}"
    return Failure(_passing(message, _LINK))


def _passing(message: str, hint: str) -> Problem:
    """Return a problem that the next build may not have: the machine was busy, or the process was killed."""
    return Problem(Subtype.DECK, message, hint=hint, may_pass=True)
