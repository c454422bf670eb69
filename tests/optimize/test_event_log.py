"""Events are described where somebody logs them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest
from sphinx import events

from sphinx_eventreport.optimize.event_log import describe_events_if_logged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.site import Built


class Kept(logging.Handler):
    """A handler that keeps what is logged."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message of *record*."""
        self.messages.append(record.getMessage())


class Argument:
    """An argument that notes whether it was put into words."""

    is_described = False

    def __repr__(self) -> str:
        self.is_described = True
        return "moss"


@pytest.fixture(params=["sphinx", "sphinx.sphinx.events"])
def place(request: pytest.FixtureRequest) -> Iterator[logging.Logger]:
    """Return a logger that gets what is said of events, of which other tests are spared the most."""
    disabled = logging.root.manager.disable
    logging.disable(logging.NOTSET)
    yield logging.getLogger(request.param)
    logging.disable(disabled)


def emitted(built: Built, place: logging.Logger, handler: Kept, monkeypatch: pytest.MonkeyPatch) -> Argument:
    """Return the argument of an event of *built*, of which only *handler* at *place* hears."""
    monkeypatch.setattr(logging.getLogger("sphinx"), "handlers", [])
    monkeypatch.setattr(place, "handlers", [handler])
    argument: Any = Argument()
    with describe_events_if_logged(built.app):
        built.app.events.emit("source-read", argument)
    assert isinstance(argument, Argument)
    return argument


@pytest.fixture
def built(optimized: Built, monkeypatch: pytest.MonkeyPatch) -> Built:
    """Return a site without listeners."""
    monkeypatch.setitem(optimized.app.events.listeners, "source-read", [])
    return optimized


def test_an_event_is_logged_for_whom_it_may_concern(
    built: Built, place: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its arguments."""
    emitted(built, place, handler := Kept(logging.DEBUG), monkeypatch)
    assert handler.messages == ["[app] emitting event: 'source-read'(moss,)"]


@pytest.mark.parametrize("level", [logging.INFO, logging.WARNING])
def test_what_nobody_logs_is_not_described(
    built: Built, place: logging.Logger, level: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be thrown away."""
    assert not emitted(built, place, Kept(level), monkeypatch).is_described


def test_the_module_of_events_is_left_as_it_was(
    built: Built, place: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no such name of its own."""
    emitted(built, place, Kept(logging.INFO), monkeypatch)
    assert "repr" not in vars(events)
