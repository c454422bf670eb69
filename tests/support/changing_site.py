"""A site of some thirty pages as a value, so that edits are functions from one site to the next.

Everything that a page can show of another one is on it: each type of listing in each layout, references,
pages about people and series, neighbours, mentions, indices, a toctree, decks held as files.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.archive_lock import FOLDER, LOCK_NAME, ArchivedDeck, lock_text
from support.pdfs import slides
from support.site import png

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

URL = "https://slides.example.org"
_DAMAGED = 3
BASE_CONFIG: Mapping[str, object] = {
    "extensions": ["sphinx_eventreport"],
    "html_theme": "basic",
    "html_sidebars": {"**": ["globaltoc.html"]},
    "html_copy_source": False,
    "eventreport_people": "people.yml",
}


@dataclass(frozen=True)
class Talk:
    """A section of a report.

    ``joint`` stands between title and speaker in the heading, such as ", by "; "" has a ``{talk}`` name the
    speaker. ``medium`` is "deck", "recording", the path of a PDF, or "" for none.
    """

    title: str
    speaker: str = ""
    joint: str = ", by "
    label: str = ""
    medium: str = "deck"
    tag: str = ""
    start: str = ""


@dataclass(frozen=True)
class Report:
    """A report; a text that is "" is left out. ``is_beside`` has the metadata stand in a ``.meta`` file."""

    title: str
    date: str = ""
    label: str = ""
    series: str = ""
    city: str = ""
    status: str = ""
    author: str = "Ada Green"
    tag: str = ""
    description: str = ""
    alias: str = ""
    language: str = ""
    thumbnail: str = ""
    visibility: str = ""
    prose: str = "Words."
    talks: tuple[Talk, ...] = ()
    is_beside: bool = False


@dataclass(frozen=True)
class Changing:
    """A whole site: its reports and other pages by docname, and what else is in the source directory.

    ``versions`` tells the files apart that keep their names when their content changes: PDFs, of which each
    fourth is damaged, and pictures.
    ``talks`` are the titles of a PyVideo event, by the names of their files. ``is_archived`` says that there
    is a copy of a hosted deck.
    """

    reports: Mapping[str, Report]
    pages: Mapping[str, str]
    toctree: tuple[str, ...]
    people: tuple[str, ...]
    versions: Mapping[str, int]
    talks: Mapping[str, str]
    is_archived: bool = False
    config: Mapping[str, object] = field(default_factory=dict)

    def files(self) -> dict[str, str | bytes]:
        """Return the content of the source directory."""
        found: dict[str, str | bytes] = {"conf.py": _config({**BASE_CONFIG, **self.config})}
        found["people.yml"] = "".join(f"{line}\n" for line in self.people)
        found["index.md"] = _index(self.toctree)
        found |= {f"{name}.md": text for name, text in self.pages.items()}
        for name, report in self.reports.items():
            found |= _report_files(name, report)
        found |= {path: _binary(path, version) for path, version in self.versions.items()}
        found["tapes/category.json"] = json.dumps({"title": "Bog tapes"})
        found |= {f"tapes/videos/{name}.json": _video(title) for name, title in self.talks.items()}
        if self.is_archived:
            found |= _archive()
        return found

    def with_report(self, name: str, **values: object) -> Changing:
        """Return the site with other *values* in one report."""
        return replace(self, reports={**self.reports, name: replace(self.reports[name], **values)})  # type: ignore[arg-type]

    def with_talk(self, name: str, number: int, **values: str) -> Changing:
        """Return the site with other *values* in the talk *number* of a report, counted from 0."""
        talks = list(self.reports[name].talks)
        talks[number] = replace(talks[number], **values)
        return self.with_report(name, talks=tuple(talks))


def _config(values: Mapping[str, object]) -> str:
    return "".join(f"{name} = {value!r}\n" for name, value in values.items())


def _index(toctree: Iterable[str]) -> str:
    entries = "".join(f"{entry}\n" for entry in toctree)
    return f"# Site\n\n```{{event-list}}\n:max-items: 8\n```\n\n```{{toctree}}\n:hidden:\n\n{entries}```\n"


def _report_files(name: str, report: Report) -> dict[str, str | bytes]:
    body = "\n".join([report.prose + "\n", *(_section(talk, name) for talk in report.talks)])
    if not report.is_beside:
        return {f"{name}.md": f"---\n{_front(report)}---\n\n{body}"}
    meta = {"title": report.title, "slug": report.label, "date": report.date, "tags": report.tag}
    lines = "".join(f".. {key}: {value}\n" for key, value in meta.items() if value)
    return {f"{name}.md": body, f"{name}.meta": lines}


def _front(report: Report) -> str:
    texts = {
        "title": report.title,
        "label": report.label,
        "date": report.date,
        "description": report.description,
        "language": report.language,
        "thumbnail": report.thumbnail,
        "visibility": report.visibility,
    }
    event = {"name": report.title, "series": report.series, "status": report.status, "start": report.date}
    place = {"location": {"address": {"city": report.city}}} if report.city else {}
    values: dict[str, object] = {key: value for key, value in texts.items() if value}
    values["event"] = {key: value for key, value in event.items() if value} | place
    lists = {"authors": report.author, "tags": report.tag, "aliases": report.alias}
    values |= {key: [value] for key, value in lists.items() if value}
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())


def _section(talk: Talk, name: str) -> str:
    credit = talk.joint + talk.speaker if talk.joint and talk.speaker else ""
    speakers = "" if talk.joint else talk.speaker
    options = {"label": talk.label, "tags": talk.tag, "speakers": speakers, "start": talk.start}
    written = "".join(f":{key}: {value}\n" for key, value in options.items() if value)
    return f"## {talk.title}{credit}\n\n```{{talk}}\n{written}```\n\n{_medium(talk.medium, name)}"


def _medium(medium: str, name: str) -> str:
    match medium:
        case "":
            return ""
        case "deck":
            return f"```{{deck}} {URL}/{name}.pdf\n```\n"
        case "recording":
            return "```{recording} https://youtu.be/abcdefghijk\n```\n"
    return f"```{{deck}} /{medium}\nCaption.\n```\n"


def _binary(path: str, version: int) -> bytes:
    return _deck(version) if path.endswith(".pdf") else png(8 + version, 5)


@lru_cache
def _deck(version: int) -> bytes:
    if version % 4 == _DAMAGED:
        return b"%PDF-1.7 and no more"
    return slides(*((f"Slide {number} of {version}", "A line") for number in range(1, 2 + version % 3)))


def _video(title: str) -> str:
    videos = [{"type": "youtube", "url": "https://www.youtube.com/watch?v=abcdefghijk"}]
    return json.dumps(
        {"title": title, "speakers": ["Piet Hallam"], "recorded": "2019-05-16", "videos": videos}
    )


def _archive() -> dict[str, str | bytes]:
    """Return the lock file and the copy of the first deck on the page of a report."""
    url, pdf, name = f"{URL}/days/2020-05-01-moss.pdf", _deck(7), "rain.pdf"
    entry = ArchivedDeck(url, url, date(2024, 6, 3), len(pdf), hashlib.sha256(pdf).hexdigest(), name)
    return {f"{FOLDER}/{LOCK_NAME}": lock_text([entry]), f"{FOLDER}/{name}": pdf}


def page(title: str, text: str) -> str:
    """Return a page that is no report, and in no toctree."""
    return f"---\norphan: true\n---\n\n# {title}\n\n{text}\n"


def listing(kind: str, options: str) -> str:
    """Return a page with a listing of objects of one type; *options* are ``name: value``, one a line."""
    lines = "".join(f":{option}\n" for option in options.splitlines())
    return page(f"All {kind}s", f"```{{{kind}-list}}\n{lines}```")
