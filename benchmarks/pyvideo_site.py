"""A share of the PyVideo archive -> the sources of a site, ours or one for plain Sphinx and MyST-Parser.

Events are reports, talks are sections. Both sites have the same prose and the same links; ours has
people, indices and listings besides. The archive is read from the file that the caller names, with an
event on each line: ``{"event": folder, "category": {...}, "talks": [{...}, ...]}``.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.dialects import pyvideo
from sphinx_eventreport.core.frontmatter import front_matter_of, write_front_matter
from sphinx_eventreport.core.records import Talk
from sphinx_eventreport.core.schema import read_report_fields
from sphinx_eventreport.importing.front import native_mapping
from sphinx_eventreport.importing.prose import markdown, plain
from sphinx_eventreport.importing.talks import body_of_talks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sphinx_eventreport.core.records import Report

FLAVOURS = ("plain", "eventreport")
MANY_TALKS = 20
"""Who gave so many talks gets a page."""

NOBODY = frozenset(
    "various|various speakers|various contributors|various singers|multiple speakers|panel|unknown".split("|")
)
"""What stands in place of a speaker where there was none, or too many, to name."""

_YEAR = re.compile(r"-(\d{4})$")
_CARD_WORDS = 40
CONF = """project = "PyVideo"
html_theme = "furo"
extensions = ["{extension}"]
"""
CONF_PLAIN = """suppress_warnings = ["toc.not_included"]
"""
INDEX = """# PyVideo

```{event-list}
:max-items: 24
```

```{toctree}
:hidden:

events
talks
people
Series <eventreport-series>
Tags <eventreport-tags>
```
"""
EVENTS = """# Events

```{event-list}
:type: table
:fields: start, title, series, talks, recordings
:group-by: year
:filter-ui:
:sort-ui:
:page-size: 100
```
"""
TALKS = """# Talks

```{talk-list}
:type: table
:fields: start, title, speakers, event-title
:filter-ui:
:sort-ui: start, title
:page-size: 100
```

"""
PEOPLE = f"""# People

Those with {MANY_TALKS} talks and more; all are in the {{ref}}`eventreport-people`.

```{{person-list}}
:type: table
:fields: title, talks, events, start
:include: talks>={MANY_TALKS}
:sort: talks desc, title
```
"""
YEAR = """---
orphan: true
---

# Talks of {year}

```{{talk-list}}
:type: table
:fields: start, title, speakers, event-title, language
:include: start={year}
:filter-ui:
:sort-ui: start, title, speakers
:page-size: 100
```
"""
PERSON = """# {name}

```{{person}} {name}
```
"""
Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Archive:
    """Events of the archive, and how many talks they have."""

    events: Sequence[Event]

    @classmethod
    def read(cls, path: Path, share: int) -> Archive:
        """Return *share* per cent of the events in *path*, evenly taken from the whole."""
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            events = [json.loads(line) for line in lines]
        events.sort(key=lambda event: event["event"])
        return cls([event for number, event in enumerate(events) if number * share % 100 < share])

    @property
    def talks(self) -> int:
        """The number of talks."""
        return sum(len(event["talks"]) for event in self.events)

    def series(self) -> set[str]:
        """Return the names of events that come again, without their years."""
        found = Counter(_YEAR.sub("", event["event"]) for event in self.events)
        return {name for name, count in found.items() if count > 1}


def write_archive(archive: Archive, destination: Path, flavour: str) -> list[Path]:
    """Write the site of *archive* into *destination*, and return the paths of the events."""
    folder = destination / "events"
    folder.mkdir(parents=True, exist_ok=True)
    reports = [read_event(event) for event in archive.events]
    series = archive.series()
    paths = []
    for event, report in zip(archive.events, reports, strict=True):
        text = plain_page(event, report) if flavour == "plain" else native_page(event, report, series)
        paths.append(_write(folder / f"{event['event']}.md", text))
    if flavour == "plain":
        _write(destination / "index.md", "# PyVideo\n")
        _write(destination / "conf.py", CONF.format(extension="myst_parser") + CONF_PLAIN)
    else:
        _write(destination / "conf.py", CONF.format(extension="sphinx_eventreport"))
        for name, text in _other_pages(reports):
            _write(destination / name, text)
    return paths


def read_event(event: Event) -> Report:
    """Return the report of an *event*, with a label for each talk that no other one has."""
    talks = [{**talk, "speakers": _somebody(talk)} for talk in event["talks"]]
    front = front_matter_of({**event, "talks": talks})
    report, _problems = read_report_fields(
        front, filename=f"{event['event']}.json", dialect=pyvideo.DIALECT.name
    )
    return report


def _somebody(talk: Mapping[str, Any]) -> list[str]:
    return [name for name in talk.get("speakers") or () if name.strip().casefold() not in NOBODY]


def native_page(event: Event, report: Report, series: set[str]) -> str:
    """Return the page of an event as this extension has it."""
    name = _YEAR.sub("", event["event"])
    happening = report.event and replace(report.event, series=name if name in series else None)
    words = " ".join((event["category"].get("description") or "").split()).split(" ")
    linked = tuple(Talk(talk.label, talk.title, links=talk.links) for talk in report.talks if talk.links)
    front = native_mapping(
        replace(report, event=happening, talks=linked, description=" ".join(words[:_CARD_WORDS]) or None),
        front_matter_of({}),
        name=f"{event['event']}.md",
    )
    sections = (
        body_of_talks((talk,)) + f"\n{prose}\n" if prose else body_of_talks((talk,))
        for talk, prose in _with_prose(event, report)
    )
    opening = markdown(event["category"].get("description"))
    return write_front_matter(front) + f"\n{opening}\n" + "".join(sections)


def plain_page(event: Event, report: Report) -> str:
    """Return the page of an event with the same words and links, for Sphinx and MyST-Parser alone."""
    blocks = [f"# {plain(report.title or '')}", markdown(event["category"].get("description"))]
    for talk, prose in _with_prose(event, report):
        names = ", ".join(person.name for person in talk.speakers)
        facts = filter(None, (names, talk.start and talk.start.isoformat(), talk.language))
        media = [_link(one.title or talk.title, one.source) for one in (*talk.decks, *talk.recordings)]
        links = [_link(link.label, link.url) for link in talk.links]
        blocks += [f"## {plain(talk.title)}", plain(" · ".join(facts)), plain(", ".join(talk.tags))]
        blocks += [*media, ", ".join(links), prose]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _link(text: str, url: str) -> str:
    return f"[{plain(text)}](<{url}>)"


def _with_prose(event: Event, report: Report) -> Iterator[tuple[Talk, str]]:
    for talk, written in zip(report.talks, event["talks"], strict=True):
        parts = dict.fromkeys(written.get(key) for key in ("summary", "description", "abstract"))
        yield talk, "\n\n".join(filter(None, map(markdown, parts)))


def _other_pages(reports: Iterable[Report]) -> Iterator[tuple[str, str]]:
    yield "index.md", INDEX
    yield "events.md", EVENTS
    talks = [talk for report in reports for talk in report.talks]
    years = sorted({talk.start.year for talk in talks if talk.start}, reverse=True)
    yield "events.md", EVENTS
    yield "talks.md", TALKS + "".join(f"* {{doc}}`years/{year}`\n" for year in years)
    yield "people.md", PEOPLE
    for year in years:
        yield f"years/{year}.md", YEAR.format(year=year)
    counts = Counter((person.label, person.name) for talk in talks for person in talk.speakers)
    for (label, name), count in counts.items():
        if count >= MANY_TALKS:
            yield f"people/{label}.md", PERSON.format(name=name)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
