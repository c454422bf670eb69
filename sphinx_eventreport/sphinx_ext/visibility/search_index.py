"""Words of pages that are hidden or unlisted by now, in the search index of the last build.

Sphinx takes such a page out of its index, and leaves its words there, as words that no page has.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.sphinx_ext.visibility.drafts import Drafts

_DOCNAMES = lazy_regex(r'"docnames":\s*(\[[^\]]*\])')


def forget_words(drafts: Drafts) -> Callable[[Sphinx, BuildEnvironment], list[str]]:
    """Return a listener of ``env-get-updated`` for the application that has *drafts*.

    If pages were written that are not public any more, the search index is deleted, and all pages are written
    anew: others have their titles beside them, and another index cannot be made of some of the pages.
    """

    def listener(app: Sphinx, env: BuildEnvironment) -> list[str]:
        gone = {*drafts.hidden, *site_of(env).unlisted}
        index = Path(app.outdir, "searchindex.js")
        if not (drafts.were_written or (gone and gone & _indexed(index))):
            return []
        index.unlink(missing_ok=True)
        return sorted(env.found_docs)

    return listener


def _indexed(index: Path) -> set[str]:
    """Return the names of the documents in a search index; nothing if it is not there, or cannot be read."""
    try:
        found = _DOCNAMES.search(index.read_text(encoding="utf-8"))
        return set(json.loads(found[1])) if found else set()
    except (OSError, ValueError):
        return set()
