"""The editions of each series of events."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.sphinx_ext.site.page import media_kind, media_of_talk
from sphinx_eventreport.sphinx_ext.site.site import Site, fact
from sphinx_eventreport.sphinx_ext.site.works import reports_by_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page


class Edition(NamedTuple):
    """One event of a series, as a list of editions shows it."""

    link: Link
    """The link to its page."""
    start: PartialDate | None
    """The first day."""
    end: PartialDate | None
    """The last day."""
    place: str
    """Where it was."""
    status: str
    """Whether it takes place, in the words of front matter."""
    slide: tuple[str, str | None] | None
    """The name of its first slide, such as "event/deck#1", and the digest of its PDF."""
    numbers: Mapping[str, int]
    """How many talks, decks and recordings there are."""


class Series(NamedTuple):
    """What a page about a series shows."""

    editions: Sequence[Edition]
    """The newest first."""
    number_of_speakers: int
    """How many people gave talks."""
    returned: Sequence[tuple[Link, int]]
    """Who gave more than one talk, and how many: the most first."""


class Around(NamedTuple):
    """The editions around one."""

    older: Link | None = None
    """The one before, ``None`` for the first."""
    newer: Link | None = None
    """The one after, ``None`` for the last."""


@fact
def editions(site: Site) -> Mapping[str, Sequence[Page]]:
    """Return the reports of each series by the label of the series, the newest first."""
    found: dict[str, list[Page]] = {}
    for page in reports_by_date(site):
        label = page.series_label()
        if label:
            found.setdefault(label, []).append(page)
    return found


def series_of(site: Site, label: str) -> Series:
    """Return what a page about the series *label* shows."""
    pages = editions(site).get(label, ())
    talks = Counter(
        person.label for page in pages for placed in page.talks for person in placed.talk.speakers
    )
    returned = [(label, number) for label, number in talks.most_common() if number > 1]
    return Series(
        [_edition(page) for page in pages],
        len(talks),
        [(site.link_to("person", label), number) for label, number in returned],
    )


def editions_around(site: Site, docname: str) -> Around:
    """Return the editions before and after the one that the report *docname* is about."""
    return _around(site).get(docname, Around())


@fact
def _around(site: Site) -> Mapping[str, Around]:
    found: dict[str, Around] = {}
    for pages in editions(site).values():
        links = [None, *(site.told_apart(page.link) for page in pages), None]
        for page, newer, older in zip(pages, links, links[2:], strict=False):
            found[page.docname] = Around(older, newer)
    return found


def _edition(page: Page) -> Edition:
    event = page.report.event if page.report else None
    media = Counter(
        map(media_kind, (*page.media, *(one for each in page.talks for one in media_of_talk(each.talk))))
    )
    return Edition(
        page.link,
        page.start,
        event.end if event else None,
        str(event.location) if event else "",
        event.status if event else "scheduled",
        page.first_slide(),
        {"talks": len(page.talks), "decks": media["deck"], "recordings": media["recording"]},
    )
