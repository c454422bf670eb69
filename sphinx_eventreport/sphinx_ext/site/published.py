"""Where the site is on the web: the addresses of its pages, files and feeds."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.exports.addresses import as_uri, on_the_web
from sphinx_eventreport.core.exports.entries import Files, event_entry, talk_entry
from sphinx_eventreport.sphinx_ext.site.builder_kinds import writes_feeds
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.core.records import Event
    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page


@dataclass(frozen=True, slots=True)
class Published:
    """A site, and where it is."""

    site: Site
    """The site."""
    base: str
    """The address of its root, which ends with a slash; "" where nobody said it."""

    @property
    def files(self) -> Files:
        """The files that readers can download."""
        return Files(self._download, self._size)

    def url(self, link: Link) -> str:
        """Return the address of what *link* leads to, "" where that is not known."""
        if not self.base:
            return ""
        page = self.page(link.docname)
        return f"{page}#{as_uri(link.anchor)}" if link.anchor else page

    def page(self, docname: str) -> str:
        """Return the address of a page."""
        return self.base + as_uri(self.site.build.builder.get_target_uri(docname))

    def _download(self, path: str) -> str:
        _pages, copied = self.site.env.dlfiles.get(Path(path), ((), ""))
        return self.base + as_uri(f"_downloads/{copied}") if copied and self.base else ""

    def _size(self, path: str) -> int:
        try:
            return (self.site.env.srcdir / path).stat().st_size
        except OSError:
            return 0

    def entries_of(self, page: Page) -> list[Entry]:
        """Return the event of *page*, then its talks that have a time; nothing where it has no day."""
        report = page.report
        if report is None or report.event is None or not is_on_a_day(report.event):
            return []
        event = replace(event_entry(report, self.url(page.link), page.media, self.files), title=page.title)
        talks = [placed for placed in page.talks if placed.talk.start and placed.talk.start.time]
        return [
            event,
            *(talk_entry(one.talk, report, self.url(page.talk_link(one)), self.files) for one in talks),
        ]


def is_on_a_day(event: Event) -> bool:
    """Return whether *event* has a day on which it begins, as a calendar wants it."""
    return event.start is not None and event.start.precision in {"day", "time"}


def has_calendar(site: Site, page: Page) -> bool:
    """Return whether there is a calendar of the event of *page*, for readers to put into theirs."""
    event = page.report.event if page.report else None
    return (
        event is not None and is_on_a_day(event) and not page.is_unlisted and writes_feeds(site.build.builder)
    )


def calendar_path(site: Site, docname: str) -> str:
    """Return the path in the output of the calendar of the event of the page *docname*."""
    return f"{file_beside(site.build.builder, docname)}.event.ics"


@fact
def published(site: Site) -> Published | None:
    """Return where the pages of this build will be; ``None`` if nobody said it, or they are no site."""
    base = on_the_web(site.env.config.html_baseurl)
    if not base or not writes_feeds(site.build.builder):
        return None
    return Published(site, base.rstrip("/") + "/")


def file_beside(builder: Builder, docname: str, name: str = "") -> str:
    """Return the path in the output of the file *name*, or of one called like its page, without a suffix."""
    written = str(builder.get_outfilename(docname))  # type: ignore[attr-defined]
    page = Path(written.removeprefix(f"{builder.outdir}{os.sep}"))
    return (page.with_name(name) if name else page.with_suffix("")).as_posix()
