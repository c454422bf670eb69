"""The programme at the top of a report: its talks by day, each with its time, and what there is of it."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sphinx_eventreport.sphinx_ext.inline.dates import weekday_text
from sphinx_eventreport.sphinx_ext.inline.people import speakers_text
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_program,
    eventreport_program_day,
    eventreport_program_item,
    eventreport_slide_place,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.records import Link, Talk
    from sphinx_eventreport.sphinx_ext.page.moments import Clocks
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.placed import PlacedTalk

_MANY_TALKS = 24
"""From more talks on, the days fold: two windows full of rows push a report off its own page."""

_CODE_HOSTS = frozenset(
    {"github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "git.sr.ht", "gist.github.com"}
)
_CODE_WORDS = frozenset(
    {"code", "source", "source code", "sources", "repository", "repo", "github", "gitlab"}
)

_Key = tuple[bool, str]


def program_nodes(page: Page, clocks: Clocks, language: str) -> list[eventreport_program]:
    """Return the way in for somebody who wants one talk; nothing where there are fewer than two."""
    if len(page.talks) < 2:  # noqa: PLR2004 -- the heading of a single talk is the next line
        return []
    days = _by_day(page.talks, clocks)
    slides = [_first_slide(page, placed.talk) for placed in page.talks]
    has_times = any(placed.talk.start and placed.talk.start.time for placed in page.talks)
    layout = " ".join(["er-with-pictures"] * all(slides) + ["er-no-time"] * (not has_times))
    program = eventreport_program(layout=layout)
    has_years = len({day[:4] for (_is_late, day), _talks in days if day}) > 1
    for number, (key, talks) in enumerate(days):
        day = eventreport_program_day(title="", fold="")
        if len(days) > 1:
            title = _day_title(talks[0], clocks, language, has_year=has_years)
            day["title"] = title if key[1] else _("Without a date")
            if len(page.talks) > _MANY_TALKS:
                day["fold"] = "closed" if number else "open"
        day.extend(_items(page, talks, clocks, with_pictures=all(slides)))
        program += day
    return [program]


def _by_day(talks: Sequence[PlacedTalk], clocks: Clocks) -> list[tuple[_Key, list[PlacedTalk]]]:
    """Return *talks* by their days, those without one last; by time where all of a day have one."""
    found: dict[_Key, list[PlacedTalk]] = {}
    for placed in talks:
        start = clocks.there(placed.talk.start)
        day = start.date.isoformat() if start and start.day else ""
        found.setdefault((not day, day), []).append(placed)
    for day_talks in found.values():
        if all(placed.talk.start and placed.talk.start.time for placed in day_talks):
            day_talks.sort(key=_moment)
    return sorted(found.items(), key=itemgetter(0))


def _moment(placed: PlacedTalk) -> tuple[int, int, str]:
    start = placed.talk.start
    return start.sort_key if start else (0, 0, "")


def _day_title(placed: PlacedTalk, clocks: Clocks, language: str, *, has_year: bool) -> str:
    start = clocks.there(placed.talk.start)
    return weekday_text(start, language, has_year=has_year) if start else ""


def _items(
    page: Page, talks: Sequence[PlacedTalk], clocks: Clocks, *, with_pictures: bool
) -> list[eventreport_program_item]:
    found = []
    before = ""
    for placed in talks:
        talk = placed.talk
        start = clocks.there(talk.start)
        clock = clocks.text(start) if start else ""
        item = eventreport_program_item(
            anchor=placed.anchor,
            title=talk.title,
            speakers=speakers_text(talk.speakers),
            room=talk.room or "",
            clock=clock if clock != before else "",
            datetime=start.isoformat() if start else "",
            media=_media(talk),
        )
        slide = _first_slide(page, talk)
        if with_pictures and slide:
            item += eventreport_slide_place(target=slide, alt="", is_small=True)
        found.append(item)
        before = clock
    return found


def _first_slide(page: Page, talk: Talk) -> str | None:
    return next((name for name in map(page.opening_of, talk.decks) if name), None)


def _media(talk: Talk) -> tuple[str, ...]:
    """Return what there is of *talk*, always in this order."""
    there: dict[str, Any] = {
        "deck": talk.decks,
        "recording": talk.recordings,
        "code": any(_is_code(link) for link in talk.links),
    }
    return tuple(kind for kind, found in there.items() if found)


def _is_code(link: Link) -> bool:
    return link.label.strip().casefold() in _CODE_WORDS or urlsplit(link.url).hostname in _CODE_HOSTS
