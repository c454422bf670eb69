"""Values of documents in the environment: each pickled by itself, once, and unpickled when it is asked for.

Sphinx pickles the whole environment after each build that read a document, and with ``-j`` for each
portion that a worker has read. In an archive of thousands nearly all values are the ones that came from
there: their bytes are put back as they are, and read when somebody asks for the value.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Self

_LEVEL = 1
"""Of zlib: the fastest one makes a third of the bytes, and the slowest not much less."""

Value = TypeVar("Value")


class LazyMapping(MutableMapping[str, Value]):
    """Values by the docnames they belong to."""

    mutable: ClassVar[bool] = True
    """Whether somebody may change a value that was handed out, so that its bytes hold no more."""

    def __init__(self, pickled: Mapping[str, bytes] | None = None) -> None:
        """Begin with the values whose bytes are *pickled*."""
        self._bytes: dict[str, bytes | None] = dict(pickled or {})
        self._values: dict[str, Value] = {}

    def __reduce__(self) -> tuple[type[Self], tuple[Mapping[str, bytes | None]]]:
        """Return what is pickled: the bytes of all values."""
        made = {name: self._made(name) if data is None else data for name, data in self._bytes.items()}
        if not self.mutable:
            self._bytes = dict(made)
        return type(self), (made,)

    def _made(self, docname: str) -> bytes:
        return zlib.compress(pickle.dumps(self._values[docname], pickle.HIGHEST_PROTOCOL), _LEVEL)

    def __getitem__(self, docname: str) -> Value:
        """Return the value of *docname*."""
        if docname not in self._values:
            # Of the file of the environment, which Sphinx itself unpickles.
            data = cast("bytes", self._bytes[docname])
            self._values[docname] = pickle.loads(zlib.decompress(data))  # noqa: S301
            if self.mutable:
                self._bytes[docname] = None
        return self._values[docname]

    def __setitem__(self, docname: str, value: Value) -> None:
        """Keep *value*, whose bytes are made when they are asked for."""
        self._bytes[docname] = None
        self._values[docname] = value

    def __delitem__(self, docname: str) -> None:
        """Forget the value of *docname*."""
        del self._bytes[docname]
        self._values.pop(docname, None)

    def __iter__(self) -> Iterator[str]:
        """Yield the docnames, in the order in which their values came."""
        return iter(self._bytes)

    def __contains__(self, docname: object) -> bool:
        """Return whether *docname* has a value, which need not be read for that."""
        return docname in self._bytes

    def __len__(self) -> int:
        """Return how many values there are."""
        return len(self._bytes)

    def take(self, docnames: Iterable[str], others: Self) -> None:
        """Keep those values of *others* that belong to *docnames*, with their bytes."""
        for docname in docnames:
            if docname in others:
                value = others[docname]
                self._bytes[docname] = others._bytes[docname]
                self._values[docname] = value
