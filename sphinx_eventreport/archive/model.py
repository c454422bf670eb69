"""Values that go into archiving and come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits for one deck of a host; sizes in bytes, times in seconds.

    ``timeout`` is the longest silence, ``total`` the longest time with all waiting and repeating.
    ``attempts`` counts requests that failed in a way that may pass; between them there is a pause
    of ``backoff``, then twice that. ``longest_wait`` is how long a host may ask us to wait.
    With ``allow_private`` no address is checked, and the proxy of the environment is used.
    """

    size: int = 100 * MEGABYTE
    timeout: float = 30.0
    total: float = 900.0
    redirects: int = 5
    attempts: int = 3
    backoff: float = 2.0
    longest_wait: float = 60.0
    allow_private: bool = False


class Mode(Enum):
    """The task with decks: archive what is new, replace what changed as well, or only ask."""

    ARCHIVE = "archive"
    UPDATE = "update"
    CHECK = "check"


class Status(Enum):
    """The outcome for a deck."""

    ARCHIVED = "archived"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MISSING = "missing"
    DEAD = "dead"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report points at a deck: its path from the source folder, and the line if it is known."""

    path: str
    line: int | None = None

    def __str__(self) -> str:
        """Return "posts/x.md:12"."""
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class HostedDeck:
    """The address of a PDF, without fragment, and the places that point at it.

    ``file`` is where the PDF itself is, if ``url`` is that of a page about it, as GitHub has one.
    ``is_export`` says that its host makes it anew for whoever asks, so that its bytes tell nothing.
    """

    url: str
    places: tuple[Place, ...]
    file: str = ""
    is_export: bool = False

    @property
    def asked(self) -> str:
        """The address that the PDF is asked for at."""
        return self.file or self.url


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome for a deck, why, and what to do about it."""

    deck: HostedDeck
    status: Status
    message: str = ""
    hint: str = ""


class NotFetched(Exception):  # noqa: N818 -- control flow inside this room, never handed out
    """Why a deck did not come; ``again`` says whether it may come at another try, ``wait`` when."""

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        status: Status = Status.DEAD,
        again: bool = False,
        wait: float | None = None,
    ) -> None:
        super().__init__(message)
        self.message, self.hint, self.status, self.again, self.wait = message, hint, status, again, wait
