"""How pages are kept in the environment: each as bytes of its own, which are made once.

Sphinx pickles the whole environment after each build that read a document, and with ``-j`` for each
portion that a worker has read. In an archive of thousands nearly all pages are the ones that came from
there: their bytes are put back as they are, and read when somebody asks for the page.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx_eventreport.sphinx_ext.page import Page

_LEVEL = 1
"""Of zlib: the fastest one makes a third of the bytes, and the slowest not much less."""


class KeptPages(MutableMapping[str, "Page"]):
    """The pages by their docnames.

    A page is immutable, so that its bytes hold until another takes its place.
    """

    def __init__(self, kept: Mapping[str, bytes] | None = None) -> None:
        """Begin with the pages whose bytes are *kept*."""
        self._bytes: dict[str, bytes | None] = dict(kept or {})
        self._pages: dict[str, Page] = {}

    def __reduce__(self) -> tuple[type[KeptPages], tuple[Mapping[str, bytes | None]]]:
        """Return what is pickled: the bytes of all pages."""
        for docname, data in self._bytes.items():
            if data is None:
                page = pickle.dumps(self._pages[docname], pickle.HIGHEST_PROTOCOL)
                self._bytes[docname] = zlib.compress(page, _LEVEL)
        return KeptPages, (self._bytes,)

    def __getitem__(self, docname: str) -> Page:
        """Return the page *docname*."""
        if docname not in self._pages:
            # Of the file of the environment, which Sphinx itself unpickles.
            data = cast("bytes", self._bytes[docname])
            self._pages[docname] = pickle.loads(zlib.decompress(data))  # noqa: S301
        return self._pages[docname]

    def __setitem__(self, docname: str, page: Page) -> None:
        """Keep *page*, whose bytes are made when they are asked for."""
        self._bytes[docname] = None
        self._pages[docname] = page

    def __delitem__(self, docname: str) -> None:
        """Forget the page *docname*."""
        del self._bytes[docname]
        self._pages.pop(docname, None)

    def __iter__(self) -> Iterator[str]:
        """Yield the docnames, in the order in which their pages came."""
        return iter(self._bytes)

    def __contains__(self, docname: object) -> bool:
        """Return whether there is a page *docname*, which need not be read for that."""
        return docname in self._bytes

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._bytes)

    def take(self, docnames: Iterable[str], others: KeptPages) -> None:
        """Keep those pages of *others* that are called *docnames*, with their bytes."""
        for docname in docnames:
            if docname in others:
                self._bytes[docname] = others._bytes[docname]
                self._pages[docname] = others[docname]
