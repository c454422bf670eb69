"""How pages are kept in the environment: each as bytes of its own, which are made once.

Sphinx pickles the whole environment after each build that read a document. In an archive of thousands
nearly all pages are the ones that came from there: their bytes are put back as they are.
"""

from __future__ import annotations

import pickle
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.sphinx_ext.page import Page

_LEVEL = 1
"""Of zlib: the fastest one makes a third of the bytes, and the slowest not much less."""


class KeptPages(dict[str, "Page"]):
    """The pages by their docnames.

    A page is immutable, so that its bytes hold until another takes its place.
    """

    def __init__(self) -> None:
        """Begin without pages."""
        self._kept: dict[str, tuple[Page, bytes]] = {}

    def __reduce__(self) -> tuple[object, tuple[dict[str, bytes]]]:
        """Return what makes the pages from their bytes, and the bytes."""
        self._kept = {docname: self._with_bytes(docname, page) for docname, page in self.items()}
        return _restored, ({docname: data for docname, (_page, data) in self._kept.items()},)

    def _with_bytes(self, docname: str, page: Page) -> tuple[Page, bytes]:
        kept = self._kept.get(docname)
        if kept is not None and kept[0] is page:
            return kept
        return page, zlib.compress(pickle.dumps(page, pickle.HIGHEST_PROTOCOL), _LEVEL)

    def restore(self, kept: Mapping[str, bytes]) -> None:
        """Take the pages from their bytes."""
        for docname, data in kept.items():
            # Of the file of the environment, which Sphinx itself unpickles.
            self[docname] = pickle.loads(zlib.decompress(data))  # noqa: S301
            self._kept[docname] = self[docname], data


def _restored(kept: Mapping[str, bytes]) -> KeptPages:
    pages = KeptPages()
    pages.restore(kept)
    return pages
