"""Feeds of listings and series: which there are, what they hold, and the links to them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinx_eventreport.core.exports.feed import FORMATS, Feed
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.listings.digests import digest_entries
from sphinx_eventreport.sphinx_ext.listings.selection import listing_type, selected
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.builder_kinds import writes_feeds
from sphinx_eventreport.sphinx_ext.site.placed import Subject
from sphinx_eventreport.sphinx_ext.site.published import file_beside, published
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.core.listings.query import Query
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.published import Published


class Offer(NamedTuple):
    """A feed that a page offers."""

    formats: tuple[str, ...]
    """The formats of its files, as in `FORMATS`."""
    name: str
    """What its files are called, "" for like the page."""
    source: Query | Subject
    """What it is the feed of: the rows of a listing, or the editions of a series."""


class FeedFile(NamedTuple):
    """A file of a feed."""

    path: str
    """Where it is, from the folder of the output."""
    format: str
    """Its format, one of `FORMATS`."""
    offer: Offer
    """The feed."""

    @property
    def name(self) -> str:
        """The path from the page, which is beside it."""
        return PurePosixPath(self.path).name

    @property
    def media_type(self) -> str:
        """The media type."""
        return FORMATS[self.format]


def offers(site: Site, page: Page) -> Iterator[Offer]:
    """Yield the feeds that *page* offers, those of its listings first."""
    for query in page.listings:
        if query.view.feed and listing_type(site, query.type).entry is not None:
            yield Offer(query.view.feed, query.view.feed_name, query)
    for subject in page.subjects:
        if subject.feed:
            yield Offer(subject.feed, subject.feed_name, subject)


@fact
def feed_of(site: Site, docname: str, offer: Offer) -> Feed | None:
    """Return the feed that the page *docname* offers; ``None`` where nobody knows where the site is."""
    where = published(site)
    if where is None:
        return None
    title = _title(site, docname)
    return Feed(
        title=f"{title}: {offer.name}" if offer.name else title,
        page=where.page(docname),
        file=where.base + file_beside(site.build.builder, docname, offer.name),
        base=where.base,
        language=str(site.env.config.language),
        entries=tuple(_entries(site, where, offer.source)),
    )


def _entries(site: Site, where: Published, source: Query | Subject) -> Iterable[Entry]:
    if isinstance(source, Subject):
        return digest_entries(site, where, source.label)
    entry = listing_type(site, source.type).entry
    return (entry(row, where) for row in selected(site, source)) if entry is not None else ()


def _title(site: Site, docname: str) -> str:
    return site.title_of(docname) or docname


def feed_files(site: Site, page: Page) -> Iterator[FeedFile]:
    """Yield the files of the feeds on *page*; of two with one name the first."""
    if published(site) is None:
        return
    seen = set()
    for offer in offers(site, page):
        path = file_beside(site.build.builder, page.docname, offer.name)
        for suffix in offer.formats:
            if f"{path}.{suffix}" not in seen:
                seen.add(f"{path}.{suffix}")
                yield FeedFile(f"{path}.{suffix}", suffix, offer)


def feeds_of(site: Site, page: Page) -> list[Feed]:
    """Return what the feeds on *page* hold."""
    found = (feed_of(site, page.docname, offer) for offer in offers(site, page))
    return [feed for feed in found if feed is not None]


def subscribe_nodes(site: Site, docname: str, source: Query | Subject) -> list[nodes.Node]:
    """Return the line with the links to the feeds of *source*; nothing where it has none."""
    page = site.pages.get(docname)
    files = [file for file in feed_files(site, page) if file.offer.source == source] if page else []
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
    pages = [page for _name, page in sorted(site.pages.items()) if any(offers(site, page))]
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
    written = [(file.path, file.offer) for file in feed_files(site, page)]
    for offer in offers(site, page):
        place = file_beside(site.build.builder, page.docname, offer.name)
        lost = [suffix for suffix in offer.formats if (f"{place}.{suffix}", offer) not in written]
        if lost:
            message = f"Two listings have feeds in {place}.{lost[0]}, and the first one has it"
            yield Problem(Subtype.FEED, message, hint="give one of them the option feed-name")
        feed = feed_of(site, page.docname, offer)
        yield from _undated(feed.entries if feed else (), offer, place)


def _undated(entries: Sequence[Entry], offer: Offer, place: str) -> Iterator[Problem]:
    """Yield which *entries* have no place in the files of a feed, as they have no date, or no day."""
    undated = sum(entry.changed is None for entry in entries)
    if undated and "atom" in offer.formats:
        many = f"{undated} entries without any date are" if undated > 1 else "An entry without any date is"
        yield Problem(Subtype.FEED, f"{many} not in {place}.atom", hint="give their reports a date")
    dayless = sum(entry.lacks_day for entry in entries)
    if dayless and "ics" in offer.formats:
        many = f"{dayless} entries without a day are" if dayless > 1 else "An entry without a day is"
        hint = "write the days, or leave these out by `exclude`: a calendar has no place for a month"
        yield Problem(Subtype.FEED, f"{many} not in {place}.ics", hint=hint)
