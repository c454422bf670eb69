"""Values of documents, each pickled for itself: made once, and unpickled when somebody asks for it.

Sphinx pickles the whole environment after each build that read a document, and with ``-j`` for each
portion that a worker has read. In an archive of thousands nearly all values are the ones that came from
there: their bytes are put back as they are.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import ItemsView, ValuesView
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Self

_LEVEL = 1
"""Of zlib: the fastest one makes a third of the bytes, and the slowest not much less."""

_PICKLED: Any = object()
"""Where the dictionary has a value that is still pickled."""

Value = TypeVar("Value")


class LazyPickles(dict[str, Value]):
    """A dictionary of values by the docnames they belong to; a copy is an ordinary one.

    Most methods of `dict` go past `__getitem__`, so that they are defined here as well.
    """

    mutable: ClassVar[bool] = True
    """Whether somebody may change a value that was handed out, so that its bytes no longer hold."""

    def __init__(self, pickles: Mapping[str, bytes] | None = None) -> None:
        """Begin with the values that are *pickles*."""
        self._pickles = dict(pickles or {})
        super().__init__(dict.fromkeys(self._pickles, _PICKLED))

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, bytes]]]:
        """Return what is pickled: the bytes of all values."""
        made = {docname: self._pickled(docname) for docname in self}
        if not self.mutable:
            self._pickles = dict(made)
        return type(self), (made,)

    def _pickled(self, docname: str) -> bytes:
        if docname in self._pickles:
            return self._pickles[docname]
        return zlib.compress(pickle.dumps(self[docname], pickle.HIGHEST_PROTOCOL), _LEVEL)

    def pickled(self, docname: str) -> bytes:
        """Return the bytes of the value of *docname*, which are the same as long as it is not set anew."""
        found = self._pickled(docname)
        if not self.mutable:
            self._pickles[docname] = found
        return found

    def __getitem__(self, docname: str) -> Value:
        """Return the value of *docname*."""
        value = super().__getitem__(docname)
        if value is _PICKLED:
            # Of the file of the environment, which Sphinx itself unpickles.
            value = pickle.loads(zlib.decompress(self._pickles[docname]))  # noqa: S301
            super().__setitem__(docname, value)
            if self.mutable:
                del self._pickles[docname]
        return value

    def __setitem__(self, docname: str, value: Value) -> None:
        """Set the *value* of *docname*, which is pickled when that is asked for."""
        self._pickles.pop(docname, None)
        super().__setitem__(docname, value)

    def __delitem__(self, docname: str) -> None:
        """Forget the value of *docname*."""
        super().__delitem__(docname)
        self._pickles.pop(docname, None)

    def __iter__(self) -> Iterator[str]:
        """Yield the docnames, in the order in which their values came.

        With an `__iter__` of its own, `dict(...)`, `copy` and `|` go through `__getitem__`, too.
        """
        return super().__iter__()

    def __eq__(self, other: object) -> bool:
        return dict(self) == other

    def __ne__(self, other: object) -> bool:
        return dict(self) != other

    __hash__ = None

    def __ior__(self, other: Any) -> Self:  # type: ignore[override, misc]
        self.update(other)
        return self

    def __repr__(self) -> str:
        return repr(dict(self))

    def get(self, docname: str, default: Any = None) -> Any:
        """Return the value of *docname*, or *default*."""
        try:
            return self[docname]
        except KeyError:
            return default

    def items(self) -> ItemsView[str, Value]:  # type: ignore[override]
        """Return the docnames with their values."""
        return ItemsView(self)

    def values(self) -> ValuesView[Value]:  # type: ignore[override]
        """Return the values."""
        return ValuesView(self)

    def setdefault(self, docname: str, default: Any = None) -> Any:
        """Return the value of *docname*, which is *default* from now on if there was none."""
        if docname not in self:
            self[docname] = default
        return self[docname]

    def update(self, *others: Any, **values: Any) -> None:
        """Take over the values of a mapping, or of pairs."""
        for docname, value in dict(*others, **values).items():
            self[docname] = value

    def pop(self, docname: str, *default: Any) -> Any:
        """Forget the value of *docname*, and return it; *default* if there is none."""
        if docname not in self:
            return super().pop(docname, *default)
        value = self[docname]
        del self[docname]
        return value

    def popitem(self) -> tuple[str, Value]:
        """Forget the value that came last, and return it with its docname."""
        for docname in reversed(self):
            return docname, self.pop(docname)
        return super().popitem()

    def clear(self) -> None:
        """Forget all values."""
        super().clear()
        self._pickles.clear()

    def take(self, docnames: Iterable[str], others: Self) -> None:
        """Take over those values of *others* that belong to *docnames*, with their bytes."""
        for docname in docnames:
            if docname in others:
                # Past the method of ours, which would unpickle it.
                self[docname] = dict.__getitem__(others, docname)
                if docname in others._pickles:
                    self._pickles[docname] = others._pickles[docname]
