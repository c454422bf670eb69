"""What is new with each edition of a series: what it decided, what was done since the one before, its slides.

No clock is asked: an edition counts once its report has something to tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.records import Action, Decision
from sphinx_eventreport.sphinx_ext.site.decided import chain_of, last_actions
from sphinx_eventreport.sphinx_ext.site.decided_names import Placed
from sphinx_eventreport.sphinx_ext.site.editions import editions
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page

_CLOSED = frozenset({"done", "dropped"})
_CALLED_OFF = frozenset({"cancelled", "postponed"})
CARRIED = "carried"
"""The state of an action that is still to be done, and that an earlier meeting had already."""


class News(NamedTuple):
    """Something that is new: a decision, an action or a deck."""

    type: str
    """The object type."""
    state: str
    """How far it is, in the words of front matter, or `CARRIED`; "" for a deck."""
    link: Link
    """The way to it."""
    owners: tuple[str, ...] = ()
    """The names of those who do an action."""


class Digest(NamedTuple):
    """What is new with an edition."""

    edition: Link
    """The way to its report."""
    start: PartialDate | None
    """Its first day."""
    before: Link | None
    """The way to the edition before, ``None`` for the first one."""
    news: tuple[News, ...]
    """What is new: decisions, then actions, then decks."""


def latest_digest(site: Site, label: str) -> Digest | None:
    """Return what is new in the series *label* since the last edition; ``None`` where there was one only."""
    found = next(iter(digests_of_series(site).get(label, ())), None)
    return found if found and found.before else None


@fact
def digests_of_series(site: Site) -> Mapping[str, Sequence[Digest]]:
    """Return what was new with each edition, the newest first, by the label of the series."""
    later = _closed_later(site)
    return {label: _digests(site, pages, later.get(label, ())) for label, pages in editions(site).items()}


def _digests(site: Site, pages: Sequence[Page], later: Sequence[Placed]) -> Sequence[Digest]:
    own = {page.docname: tuple(_own(site, page)) for page in pages}
    held = [page for page in pages if page.start and not _is_called_off(page) and own[page.docname]]
    closed: dict[str, list[News]] = {}
    for one in later:
        edition = _edition_after(held, one)
        if edition is not None:
            closed.setdefault(edition.docname, []).append(_news_of_action(one, _state(one)))
    links = [*(page.link for page in held[1:]), None]
    return [
        Digest(page.link, page.start, before, _in_order((*own[page.docname], *closed.get(page.docname, ()))))
        for page, before in zip(held, links, strict=False)
    ]


def _own(site: Site, page: Page) -> Iterator[News]:
    """Yield what the report of an edition says itself."""
    for placed in page.objects:
        one, record = Placed(page, placed), placed.record
        if isinstance(record, Decision):
            yield News("decision", record.status, one.link)
        elif isinstance(record, Action):
            before = _before(site, one)
            if not before or _state(before[-1]) not in _CLOSED:
                is_carried = before and record.status not in _CLOSED
                yield _news_of_action(one, CARRIED if is_carried else record.status)
    yield from (News("deck", "", page.media_link(deck)) for deck in page.decks())


def _before(site: Site, one: Placed) -> Sequence[Placed]:
    """Return the same action in the meetings before."""
    chain = chain_of(site, one)
    return chain[: [other.name for other in chain].index(one.name)]


def _closed_later(site: Site) -> Mapping[str, Sequence[Placed]]:
    """Return the actions that were closed after the last meeting that speaks of them, by series."""
    found: dict[str, list[Placed]] = {}
    for one in last_actions(site):
        done, start = _done(one), one.page.start
        if _state(one) in _CLOSED and done and start and done.sort_key > start.sort_key:
            found.setdefault(one.page.series_label(), []).append(one)
    return found


def _edition_after(held: Sequence[Page], one: Placed) -> Page | None:
    """Return the edition before which *one* was closed: the first since, or the newest, if that is later."""
    done, start = _done(one), one.page.start
    newer = [page for page in held if page.start and start and page.start.sort_key > start.sort_key]
    since = [page for page in newer if page.start and done and page.start.sort_key >= done.sort_key]
    return since[-1] if since else next(iter(newer), None)


def _news_of_action(one: Placed, state: str) -> News:
    record = one.placed.record
    owners = tuple(person.name for person in record.owner) if isinstance(record, Action) else ()
    return News("action", state, one.link, owners)


def _state(one: Placed) -> str:
    return one.placed.record.status if isinstance(one.placed.record, Action) else ""


def _done(one: Placed) -> PartialDate | None:
    return one.placed.record.done if isinstance(one.placed.record, Action) else None


def _is_called_off(page: Page) -> bool:
    event = page.report.event if page.report else None
    return event is not None and event.status in _CALLED_OFF


def _in_order(news: Sequence[News]) -> tuple[News, ...]:
    types = ("decision", "action", "deck")
    return tuple(sorted(news, key=lambda one: (types.index(one.type), one.state not in _CLOSED)))
