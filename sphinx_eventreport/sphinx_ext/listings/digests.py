"""The editions of a series as entries of a feed: what was new with each of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from sphinx_eventreport.core.exports.digest import Line, digest_html, digest_text
from sphinx_eventreport.core.exports.entries import event_entry
from sphinx_eventreport.sphinx_ext.inline.words import news_word
from sphinx_eventreport.sphinx_ext.site.digests import digests_of_series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.sphinx_ext.site.digests import Digest
    from sphinx_eventreport.sphinx_ext.site.published import Published
    from sphinx_eventreport.sphinx_ext.site.site import Site

_MOST = 50
"""Entries of the feed: four years of meetings each month, and a reader keeps what it has seen."""


def digest_entries(site: Site, where: Published, label: str) -> Iterator[Entry]:
    """Yield an entry for each edition of the series *label*, the newest first, with what was new."""
    for digest in islice(digests_of_series(site).get(label, ()), _MOST):
        page = site.pages[digest.edition.docname]
        if page.report is not None:
            lines = tuple(_lines(digest, where))
            yield replace(
                event_entry(page.report, where.url(digest.edition)),
                type="digest",
                title=page.title,
                summary=digest_text(lines),
                content=digest_html(lines),
            )


def _lines(digest: Digest, where: Published) -> Iterator[Line]:
    for one in digest.news:
        yield Line(news_word(one.type, one.state), one.link.title, where.url(one.link), one.owners)
