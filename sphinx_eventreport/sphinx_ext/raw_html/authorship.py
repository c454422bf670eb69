"""Which raw HTML the author of a page wrote: only that is turned.

What a directive or role of another extension made knows best what its HTML is. A raw node does not say
who made it, but what an author wrote is in the source of the page, line by line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.sphinx_ext.raw_html.raw_directive import PASSES, may_pass
from sphinx_eventreport.sphinx_ext.reading.state import reading_state

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_KEY = "eventreport_source"
# MyST-Parser makes them of Markdown: breaks, struck words, boxes of tasks.
_OF_MARKDOWN = lazy_regex(r'\s*<(?:br />|/?s>|input class="task-list-item-checkbox")')


def remember_source(app: Sphinx, _docname: str, source: list[str]) -> None:
    """Keep the text of a page as its parser gets it (``source-read``, after all others)."""
    app.env.temp_data[_KEY] = source[0]


def mark_html_of_others(raws: Iterable[nodes.raw], env: BuildEnvironment) -> None:
    """Mark those *raws* that another extension made, so that they pass.

    In doubt it is the author's: what comes from an included file, or on a site where MyST-Parser puts in
    texts from elsewhere.
    """
    source = str(env.temp_data.get(_KEY, ""))
    page = str(env.doc2path(env.docname))
    may_be_put_in = "substitution" in env.config.myst_enable_extensions
    for raw in raws:
        if PASSES in raw:
            # An `event` directive below it may have said no.
            raw[PASSES] = raw[PASSES] and may_pass(reading_state(env), env)
            continue
        text = raw.astext()
        is_included = raw.source is not None and raw.source != page
        if not (may_be_put_in or is_included or _OF_MARKDOWN.match(text) or _stands_in(text, source)):
            raw[PASSES] = True


def _stands_in(text: str, source: str) -> bool:
    lines = (line.strip() for line in text.split("\n"))
    return all(line in source for line in lines if line)
