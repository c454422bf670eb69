"""Changes to what belongs to others: each is undone, whatever happens in between."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    Change = Callable[[], AbstractContextManager[object]]


@contextmanager
def replaced(owner: object, name: str, value: object) -> Iterator[None]:
    """Give the attribute *name* of *owner* another *value* for a time.

    What somebody else has put there in the meantime stays.
    """
    own = vars(owner)
    had_one, before = name in own, own.get(name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        if own.get(name) is value:
            if had_one:
                setattr(owner, name, before)
            else:
                delattr(owner, name)


def run_within(owner: object, name: str, change: Change) -> None:
    """Have each call of the method *name* of *owner* run within a context that *change* makes.

    An event that tells of the end of a call does not come after Ctrl-C, or after a listener that failed.
    """
    method: Callable[..., Any] = getattr(owner, name)

    @wraps(method)
    def run(*args: Any, **kwargs: Any) -> Any:
        with change():
            return method(*args, **kwargs)

    setattr(owner, name, run)


class SharedChange:
    """A change of the whole process: the first one who needs it makes it, and the last one undoes it.

    That may be two builds one inside the other, or in two threads.
    """

    def __init__(self, change: Change) -> None:
        self._change = change
        self._lock = Lock()
        self._users = 0
        self._undo = ExitStack()

    @contextmanager
    def __call__(self) -> Iterator[None]:
        """Hold the change for a time."""
        with self._lock:
            if not self._users:
                self._undo.enter_context(self._change())
            self._users += 1
        try:
            yield
        finally:
            with self._lock:
                self._users -= 1
                if not self._users:
                    self._undo.close()
