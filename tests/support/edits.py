"""Edits that people make on a site: a small grammar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from support.changing_site import Changing, Report, Talk
from support.edit_values import (
    CONFIG,
    DATES,
    ENTRIES,
    FIELDS,
    MEDIA,
    NAMES,
    PAGE_TEXTS,
    PEOPLE_LINES,
    SPEAKERS,
    TAGS,
    TALK_FIELDS,
    TITLES,
)
from support.first_site import LISTINGS, PDF, PEOPLE, PICTURE, PORTRAIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Change = Callable[[Changing, int, int], Changing]
_T = TypeVar("_T")
_FEWEST = 2


@dataclass(frozen=True)
class Edit:
    """One edit: its name in `EDITS`, a number for what is edited, and one for the value it gets."""

    name: str
    which: int
    value: int

    def apply(self, site: Changing) -> Changing:
        """Return *site* as it is after the edit; as it was, where there is nothing to edit."""
        return EDITS[self.name](site, self.which, self.value)


def _pick(items: Sequence[_T], number: int) -> _T:
    return items[number % len(items)]


def _set_field(field: str) -> Change:
    """Return the edit of a field of some report."""

    def change(site: Changing, which: int, value: int) -> Changing:
        return site.with_report(_pick(sorted(site.reports), which), **{field: _pick(FIELDS[field], value)})

    return change


def _set_talk_field(field: str) -> Change:
    """Return the edit of a field of some talk."""

    def change(site: Changing, which: int, value: int) -> Changing:
        names = sorted(name for name, report in site.reports.items() if report.talks)
        name = _pick(names, which)
        number = which // len(names) % len(site.reports[name].talks)
        return site.with_talk(name, number, **{field: _pick(TALK_FIELDS[field], value)})

    return change


def _set_config(name: str) -> Change:
    def change(site: Changing, _which: int, value: int) -> Changing:
        return replace(site, config={**site.config, name: _pick(CONFIG[name], value)})

    return change


def _change_talks(site: Changing, which: int, value: int) -> Changing:
    """Add a talk to a report, or take its last one away."""
    name = _pick(sorted(site.reports), which)
    talks = site.reports[name].talks
    talk = Talk(_pick(TITLES, value), _pick(SPEAKERS, which), medium=_pick(MEDIA, which + value))
    return site.with_report(name, talks=talks[:-1] if len(talks) > 1 and value % 2 else (*talks, talk))


def _move_metadata(site: Changing, which: int, _value: int) -> Changing:
    """Move the metadata of a report to a file beside it, or back."""
    name = _pick(sorted(site.reports), which)
    return site.with_report(name, is_beside=not site.reports[name].is_beside)


def _add_report(site: Changing, which: int, value: int) -> Changing:
    talks = (Talk(_pick(TITLES, which), _pick(SPEAKERS, value), medium=_pick(MEDIA, which)),)
    report = Report(_pick(TITLES, value), _pick(DATES, which), tag=_pick(TAGS, value), talks=talks)
    return replace(site, reports={_pick(NAMES, which): report, **site.reports})


def _remove_report(site: Changing, which: int, _value: int) -> Changing:
    """Remove a report; the last two with talks stay, so that there is something to edit."""
    if sum(bool(report.talks) for report in site.reports.values()) <= _FEWEST:
        return site
    gone = _pick(sorted(site.reports), which)
    return replace(site, reports={name: report for name, report in site.reports.items() if name != gone})


def _rename_report(site: Changing, which: int, value: int) -> Changing:
    """Rename a report, if there is none of the new name."""
    old, new = _pick(sorted(site.reports), which), _pick(NAMES, value)
    if new in site.reports:
        return site
    names = {name: new if name == old else name for name in site.reports}
    return replace(site, reports={names[name]: report for name, report in site.reports.items()})


def _change_page(site: Changing, which: int, value: int) -> Changing:
    """Give a page another text, or take it away."""
    name = _pick(list(PAGE_TEXTS), which)
    pages = {other: text for other, text in site.pages.items() if other != name}
    text = _pick(PAGE_TEXTS[name], value)
    return replace(site, pages={**pages, name: text} if text else pages)


def _change_listing(site: Changing, which: int, value: int) -> Changing:
    """Give a page the listing of another one."""
    name, other = _pick(list(LISTINGS), which), _pick(list(LISTINGS), which + value)
    return replace(site, pages={**site.pages, name: LISTINGS[other]})


def _change_toctree(site: Changing, which: int, _value: int) -> Changing:
    return replace(site, toctree=_toggled(site.toctree, _pick(ENTRIES, which)))


def _change_people(site: Changing, which: int, _value: int) -> Changing:
    """Add what is known of somebody to the people file, in place of what was, or take it away."""
    line = _pick((*PEOPLE, *PEOPLE_LINES), which)
    label = line.partition(":")[0]
    others = tuple(other for other in site.people if other == line or other.partition(":")[0] != label)
    return replace(site, people=_toggled(others, line))


def _toggled(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return tuple(other for other in items if other != item) if item in items else (*items, item)


def _replace_file(site: Changing, which: int, value: int) -> Changing:
    """Put another PDF or picture in the place of one, or of nothing."""
    return replace(site, versions={**site.versions, _pick((PDF, PORTRAIT, PICTURE), which): value})


def _remove_file(site: Changing, which: int, _value: int) -> Changing:
    """Take a PDF or picture away, as if somebody had forgotten to commit it."""
    gone = _pick((PDF, PORTRAIT, PICTURE), which)
    return replace(site, versions={path: number for path, number in site.versions.items() if path != gone})


def _change_archive(site: Changing, _which: int, _value: int) -> Changing:
    """Bring a copy of a hosted deck into the source tree, or take it out."""
    return replace(site, is_archived=not site.is_archived)


def _change_video(site: Changing, which: int, value: int) -> Changing:
    """Add, rename or take away a talk of the PyVideo event."""
    name = _pick(("a", "b", "c"), which)
    others = {other: title for other, title in site.talks.items() if other != name}
    return replace(site, talks=others if value % 3 == 0 else {**others, name: _pick(TITLES, value)})


EDITS: Mapping[str, Change] = {
    **{field: _set_field(field) for field in FIELDS},
    **{f"talk {field}": _set_talk_field(field) for field in TALK_FIELDS},
    **{name: _set_config(name) for name in CONFIG},
    "talks": _change_talks,
    "metadata": _move_metadata,
    "add": _add_report,
    "remove": _remove_report,
    "rename": _rename_report,
    "page": _change_page,
    "listing": _change_listing,
    "toctree": _change_toctree,
    "people": _change_people,
    "file": _replace_file,
    "missing file": _remove_file,
    "archive": _change_archive,
    "video": _change_video,
}
"""What can be edited."""
