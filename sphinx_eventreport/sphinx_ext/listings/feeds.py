"""Feeds of listings: which there are, what they hold, and the links to them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinx_eventreport.core.exports.feed import FORMATS, Feed
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.listings.selection import listing_type, selected
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.builder_kinds import writes_feeds
from sphinx_eventreport.sphinx_ext.site.published import file_beside, published
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_eventreport.core.listings.query import Query
    from sphinx_eventreport.sphinx_ext.site.page import Page


class FeedFile(NamedTuple):
    """A file of a feed."""

    path: str
    """Where it is, from the folder of the output."""
    format: str
    """Its format, one of `FORMATS`."""
    query: Query
    """The listing whose rows it has."""

    @property
    def name(self) -> str:
        """The path from the page, which is beside it."""
        return PurePosixPath(self.path).name

    @property
    def media_type(self) -> str:
        """The media type."""
        return FORMATS[self.format]


@fact
def feed_of(site: Site, docname: str, query: Query) -> Feed | None:
    """Return the feed of a listing on the page *docname*; ``None`` where it has none."""
    where, entry = published(site), listing_type(site, query.type).entry
    if not query.view.feed or entry is None or where is None:
        return None
    name = query.view.feed_name
    return Feed(
        title=f"{_title(site, docname)}: {name}" if name else _title(site, docname),
        page=where.page(docname),
        file=where.base + file_beside(site.build.builder, docname, name),
        base=where.base,
        language=str(site.env.config.language),
        entries=tuple(entry(row, where) for row in selected(site, query)),
    )


def _title(site: Site, docname: str) -> str:
    return site.title_of(docname) or docname


def feed_files(site: Site, page: Page) -> Iterator[FeedFile]:
    """Yield the files of the feeds on *page*; of two with one name the first."""
    if published(site) is None:
        return
    seen = set()
    for query in page.listings:
        if query.view.feed and listing_type(site, query.type).entry is not None:
            path = file_beside(site.build.builder, page.docname, query.view.feed_name)
            for suffix in query.view.feed:
                if f"{path}.{suffix}" not in seen:
                    seen.add(f"{path}.{suffix}")
                    yield FeedFile(f"{path}.{suffix}", suffix, query)


def feeds_of(site: Site, page: Page) -> list[Feed]:
    """Return what the feeds on *page* hold."""
    found = (feed_of(site, page.docname, query) for query in page.listings)
    return [feed for feed in found if feed is not None]


def subscribe_nodes(site: Site, docname: str, query: Query) -> list[nodes.Node]:
    """Return the line below a listing with the links to its feeds; nothing where it has none."""
    page = site.pages.get(docname)
    files = [file for file in feed_files(site, page) if file.query == query] if page else []
    if not files:
        return []
    line = nodes.paragraph("", _("Subscribe:") + " ", classes=["er-subscribe", "no-search"])
    words = _words()
    for number, file in enumerate(files):
        if number:
            line += nodes.Text(", ")
        line += nodes.reference("", words[file.format], refuri=file.name, classes=[f"er-feed-{file.format}"])
    return [line]


def _words() -> Mapping[str, str]:
    return {"atom": _("feed"), "ics": _("calendar"), "json": "JSON"}


def feed_problems(site: Site) -> Iterator[tuple[str, Problem]]:
    """Yield what is wrong with feeds, each with its page: the address of the site once, for all of them."""
    pages = [
        page for _name, page in sorted(site.pages.items()) if any(query.view.feed for query in page.listings)
    ]
    if not pages or not writes_feeds(site.build.builder):
        return
    if published(site) is None:
        message = "A feed needs the address of the site, and nothing says what that is"
        yield (
            pages[0].docname,
            Problem(Subtype.FEED, message, hint="set html_baseurl in conf.py; no feed is written"),
        )
        return
    for page in pages:
        yield from ((page.docname, problem) for problem in _problems_on(site, page))


def _problems_on(site: Site, page: Page) -> Iterator[Problem]:
    written = [(file.path, file.query) for file in feed_files(site, page)]
    for query in page.listings:
        place = file_beside(site.build.builder, page.docname, query.view.feed_name)
        lost = [suffix for suffix in query.view.feed if (f"{place}.{suffix}", query) not in written]
        if lost and listing_type(site, query.type).entry is not None:
            message = f"Two listings have feeds in {place}.{lost[0]}, and the first one has it"
            yield Problem(Subtype.FEED, message, hint="give one of them the option feed-name")
        feed = feed_of(site, page.docname, query)
        undated = (
            sum(entry.changed is None for entry in feed.entries) if feed and "atom" in query.view.feed else 0
        )
        if undated:
            many = (
                f"{undated} entries without any date are" if undated > 1 else "An entry without any date is"
            )
            message = f"{many} not in {place}.atom"
            yield Problem(Subtype.FEED, message, hint="give their reports a date")
