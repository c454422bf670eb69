"""What programs that keep references read of a page: they know `<meta>` and COinS, and no JSON-LD.

There is no ``citation_title`` and the like: by these a talk becomes a paper in proceedings.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from sphinx_eventreport.core.exports.citations import event_of, place_of, when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.exports.citations import Cited


def eprints(cited: Cited) -> Iterator[str]:
    """Yield elements of the head of a page about one talk, in the words of EPrints.

    Zotero takes an item of a conference that is not published for a presentation.
    """
    report, talk, _url = cited
    day = when(report, talk)
    fields = [
        ("type", "conference_item"),
        ("ispublished", "unpub"),
        ("title", talk.title),
        *(("creators_name", one.name) for one in talk.speakers),
        ("event_title", event_of(report)),
        ("event_location", place_of(report)),
        ("date", day.isoformat()[:10] if day else ""),
        ("language", talk.language or report.language or ""),
    ]
    for name, value in fields:
        if value:
            yield f'<meta name="eprints.{name}" content="{escape(value)}" />'


def coins(cited: Cited) -> str:
    """Return a talk as a span of COinS, by which a program finds each talk of a page.

    The words are those of Dublin Core (http://ocoins.info, info:ofi/fmt:kev:mtx:dc).
    """
    report, talk, url = cited
    day = when(report, talk)
    event = ", ".join(filter(None, (event_of(report), place_of(report))))
    fields = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "presentation"),
        ("rft.title", talk.title),
        *(("rft.creator", one.name) for one in talk.speakers),
        ("rft.source", event),
        ("rft.date", day.isoformat()[:10] if day else ""),
        ("rft.language", talk.language or report.language or ""),
        ("rft.identifier", url),
    ]
    said = urlencode([(name, value) for name, value in fields if value], errors="replace")
    return f'<span class="Z3988" title="{escape(said)}"></span>'
