"""Values that go into archiving and come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits for one deck of a host."""

    size: int = 100 * MEGABYTE
    """Bytes."""
    timeout: float = 30.0
    """The longest silence of a host, in seconds."""
    total: float = 900.0
    """The longest time with all waiting and repeating, in seconds."""
    redirects: int = 5
    """The most redirects that are followed."""
    attempts: int = 3
    """Requests that may fail in a way that may pass."""
    backoff: float = 2.0
    """Seconds between the first two of them; each later pause is twice as long."""
    longest_wait: float = 60.0
    """The longest time that a host may ask us to wait, in seconds."""
    allow_private: bool = False
    """Whether no address is checked, and the proxy of the environment is used."""


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
    """Where a report points at a deck."""

    path: str
    """Its path from the source folder."""
    line: int | None = None
    """The line, if it is known."""

    def __str__(self) -> str:
        """Return "posts/x.md:12"."""
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class HostedDeck:
    """The address of a PDF and the places that link to it."""

    url: str
    """The address, without fragment."""
    places: tuple[Place, ...]
    """The places that link to it."""
    file: str = ""
    """The address of the PDF itself, if ``url`` is that of a page about it, as GitHub has one."""
    is_export: bool = False
    """Whether the host makes it anew for each request, so that its bytes tell nothing."""

    @property
    def asked(self) -> str:
        """The address that the PDF is asked for at."""
        return self.file or self.url


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome for a deck."""

    deck: HostedDeck
    """The deck."""
    status: Status
    """What became of it."""
    message: str = ""
    """Why, "" where the status says all."""
    hint: str = ""
    """What to do about it."""


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
