"""Every key of front matter and every option of a directive is somewhere a reader sees it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from support.pdfs import slides
from support.site import Site, png

from sphinx_eventreport.core.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REPORT = """\
---
title: Kelptitle
label: kelplabel
description: Kelpdescription.
date: 2024-06-21
updated: 2024-06-29
authors: [{name: Ada Kelpauthor, url: "https://author.example.org/"}]
tags: [kelptag]
thumbnail: kelpthumbnail.png
banner: kelpbanner.png
license: LicenseRef-kelp
language: fr
event:
  name: Kelpevent
  series: Kelpseries
  start: 2024-05-17 09:31
  end: 2024-05-18 16:47
  timezone: Europe/Copenhagen
  url: https://event.example.org/
  location:
    name: Kelpvenue
    url: https://venue.example.org/
    address: {street: Kelpstreet 1, city: Kelpcity, region: Kelpregion, country: Kelpcountry}
    online_url: https://join.example.org/
  mode: mixed
  status: postponed
  organizers: [Kelporganizer]
minutes:
  status: proposed
  chair: Cy Kelpchair
  scribe: Di Kelpscribe
  attendees: [{name: Ed Kelpattendee, initials: EKA, role: Kelprole, affiliation: Kelpgroup, remote: true}]
  guests: [Fay Kelpguest]
  regrets: [Gil Kelpregret]
  quorum: 4711
  agenda: https://agenda.example.org/
---

## Fronds

```{talk}
:label: frondslabel
:speakers: Bo Frondspeaker
:start: 2024-05-17 10:11
:end: 2024-05-17 10:56
:duration: 45
:room: Frondroom
:track: Frondtrack
:type: Frondtype
:language: de
:level: Frondlevel
:tags: frondtag
:license: LicenseRef-frond
:links: [Frondlink](https://link.example.org/)
```

```{deck} fronds.pdf
:title: Fronddeck
:label: deckin
:alt: Frondalt
:license: LicenseRef-deck
:page: 2
```

```{recording} https://youtu.be/abcdefghijk
:title: Frondvideo
```

## Holdfast

```{deck} https://slides.example.org/holdfast.pdf
:page: 7
```

```{deck} https://speakerdeck.com/kelp/float
:page: 4712
```

```{slide} deckin#2
:width: 37%
:alt: Slidealt
```
"""
ORIGIN = """\
---
title: Second
date: 2023-01-05
minutes: {approved: 2023-02-03}
canonical: {url: "https://first.example.org/x", label: Kelporigin}
event: {name: Lone, start: 2023-01-04, mode: online, status: canceled}
talks:
- {title: Onlytalk, deck: "https://slides.example.org/only.pdf", recording: "https://video.example.org/only"}
---

Words.
"""
FILES: dict[str, str | bytes] = {
    "index.md": "# Index\n\n```{event-list}\n```\n\n```{toctree}\nkelp\nsecond\n```\n",
    "kelp.md": REPORT,
    "second.md": ORIGIN,
    "fronds.pdf": slides(("Leaf", "in the sea"), ("Stem", "below")),
    "kelpthumbnail.png": png(),
    "kelpbanner.png": png(9, 6),
}

FACTS = {
    "title": "Kelptitle",
    "description": "Kelpdescription",
    "date": "21 June 2024",
    "updated": "29 June 2024",
    "authors": "Ada Kelpauthor",
    "tags": "kelptag",
    "thumbnail": "kelpthumbnail.png",
    "banner": "kelpbanner",
    "license": "LicenseRef-kelp",
    "language": "French",
    "canonical.url": "https://first.example.org/x",
    "canonical.label": "Kelporigin",
    "event.name": "Kelpevent",
    "event.series": "Kelpseries",
    "event.start": "09:31",
    "event.end": "16:47",
    "event.timezone": "Europe/Copenhagen",
    "event.url": "https://event.example.org/",
    "event.location.name": "Kelpvenue",
    "event.location.url": "https://venue.example.org/",
    "event.location.online_url": "https://join.example.org/",
    "event.location.address.street": "Kelpstreet 1",
    "event.location.address.city": "Kelpcity",
    "event.location.address.region": "Kelpregion",
    "event.location.address.country": "Kelpcountry",
    "event.mode": "And online",
    "event.status": "Postponed",
    "event.organizers": "Kelporganizer",
    "minutes.status": "Proposed minutes",
    "minutes.approved": "3 February 2023",
    "minutes.chair": "Cy Kelpchair",
    "minutes.scribe": "Di Kelpscribe",
    "minutes.attendees": "Ed Kelpattendee",
    "initials of an attendee": "EKA",
    "role of an attendee": "Kelprole",
    "affiliation of an attendee": "Kelpgroup",
    "minutes.guests": "Fay Kelpguest",
    "minutes.regrets": "Gil Kelpregret",
    "minutes.quorum": "4711",
    "minutes.agenda": "https://agenda.example.org/",
    "talks.title": "Fronds",
    "talks.label": "frondslabel",
    "talks.speakers": "Bo Frondspeaker",
    "talks.start": "10:11",
    "talks.end": "10:56",
    "talks.duration": "45 min",
    "talks.room": "Frondroom",
    "talks.track": "Frondtrack",
    "talks.type": "Frondtype",
    "talks.language": "German",
    "talks.level": "Frondlevel",
    "talks.tags": "frondtag",
    "talks.license": "LicenseRef-frond",
    "talks.deck": "https://slides.example.org/only.pdf",
    "talks.recording": "https://video.example.org/only",
    "talks.links": "https://link.example.org/",
    "deck title": "Fronddeck",
    "deck alt": "Frondalt",
    "deck license": "LicenseRef-deck",
    "deck page": 'data-er-opens="slide-deckin-2"',
    "page of a hosted deck": "https://slides.example.org/holdfast.pdf#page=7",
    "page of a deck that is no PDF": "Slide 4712",
    "recording title": "Frondvideo",
    "slide width": "37%",
    "slide alt": "Slidealt",
}
"""What readers of HTML see of each key, by the path of its table, and of each option of a directive."""

NOT_SHOWN = {
    "label": "the name that references have; it is the page's own address that a reader sees",
    "aliases": "addresses that links may have; nobody reads them",
    "event": "a map",
    "event.location": "a map",
    "event.location.address": "a map",
    "canonical": "a map",
    "minutes": "a map",
    "minutes.words": "how the text is read",
    "talks": "a list of maps",
    "visibility": "whether there is a page at all",
    "draft": "whether there is a page at all",
    "audience": "whether there is a page at all",
    "talks.audience": "whether there is a talk at all",
    "eventreport": "whether the page is a report",
    "raw_directive": "what of the page passes",
    "dialect": "how the others are read",
}

ONLY_HTML = frozenset(
    {"thumbnail", "deck alt", "deck page", "slide width", "slide alt", "talks.label", "description"}
)
"""Pictures, ids, and what is said about them: a text has none."""

NOT_IN_TEXT = frozenset(
    {
        *("banner", "canonical.url", "event.url", "event.location.url", "event.location.online_url"),
        "page of a hosted deck",
    }
)
"""Pictures, and the addresses of links, of which Sphinx writes only the words into plain text."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Return a function that builds with one builder, and returns all that was written for readers."""
    site = Site(tmp_path_factory.mktemp("site")).write(FILES)

    @cache
    def build(builder: str) -> str:
        return _all_text(site.build(builder, doctrees=f"doctrees-{builder}").outdir)

    return build


def _all_text(outdir: Path) -> str:
    files = [path for path in sorted(outdir.rglob("*")) if path.suffix in {".html", ".xhtml", ".txt", ".tex"}]
    text = " ".join(path.read_text(encoding="utf-8") for path in files if "_static" not in path.parts)
    # LaTeX and plain text break lines, and LaTeX marks hyphens, where browsers do so themselves.
    return re.sub(r"\s+", " ", text.replace("\\sphinxhyphen{}", "-").replace("{-}", "-"))


@pytest.mark.parametrize("fact", FACTS)
def test_a_reader_of_html_sees_it(written: Callable[[str], str], fact: str) -> None:
    """On the page, or on its card."""
    assert FACTS[fact] in written("html")


IN_OTHERS = [
    (builder, fact)
    for builder in ("epub", "text", "latex")
    for fact in FACTS
    if fact not in ONLY_HTML and not (builder == "text" and fact in NOT_IN_TEXT)
]


@pytest.mark.parametrize(("builder", "fact"), IN_OTHERS)
def test_a_reader_of_a_book_or_text_sees_it(written: Callable[[str], str], builder: str, fact: str) -> None:
    """A builder without a drawing for something has words for it."""
    words = {"talks.links": "Frondlink"}.get(fact, FACTS[fact]).removeprefix("https://").rstrip("/")
    assert words in written(builder) or words.replace("#", r"\#") in written(builder)


def test_every_key_of_front_matter_is_looked_for() -> None:
    """Or has a reason why nobody sees it."""
    keys = {f"{table.path}.{row.name}".lstrip(".") for table in TABLES for row in table.fields}
    missing = keys - set(FACTS) - set(NOT_SHOWN)
    assert not missing
