"""The files that ``sphinx-eventreport new`` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.cli.first_deck import slides
from sphinx_eventreport.core.dates.partial import date_from_path
from sphinx_eventreport.core.frontmatter import write_front_matter
from sphinx_eventreport.core.identifiers import file_slug, label_from_filename, undated

if TYPE_CHECKING:
    import datetime as dt

_CONF = """# The configuration of Sphinx; build with: sphinx-build . _build/html
project = {title!r}
extensions = ["sphinx_eventreport"]
exclude_patterns = ["_build"]
"""
_INDEX = """# {title}

```{{event-list}}
```
"""
_BODY = """
Say in a paragraph what the event was and why you went.

## Title of a talk

```{talk}
:speakers: Name of the speaker
```

What was said. Slides and video go here, as `{deck}` and `{recording}` with their address.
"""
_DECK = """
```{{deck}} {deck}
```
"""
_FIRST_SLIDES = (
    ("Slides of the first event", "Put your PDF in place of this file."),
    ("Each slide has an address", "A reader can link to it, and search its words."),
)
_MARKDOWN = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]<>#&|$%"})


def site_files(title: str, day: dt.date) -> dict[str, str]:
    """Return the files of a new site, path to text: configuration, start page, a first report."""
    return {
        "conf.py": _CONF.format(title=title),
        "index.md": _INDEX.format(title=" ".join(title.split()).translate(_MARKDOWN)),
        f"reports/{day}-first-event.md": report_text(
            "Minutes of the first event", "First event", day, deck="first-slides.pdf"
        ),
        "reports/first-slides.pdf": slides(_FIRST_SLIDES),
    }


def report_text(title: str, event: str, day: dt.date, *, deck: str = "") -> str:
    """Return a new report of *event*, which was on *day*, with the slides at the path *deck*."""
    front = {"title": title, "date": day, "event": {"name": event, "start": day}}
    shown = _DECK.format(deck=deck) if deck else ""
    return write_front_matter(front) + _BODY + shown


def report_name(title: str, day: dt.date) -> str:
    """Return the file name of a report."""
    return f"{day}-{file_slug(title, 'report')}.md"


def title_of_name(name: str) -> str:
    """Return the title that the file *name* suggests: "2025-05-20-docs-day.md" gives "Docs day"."""
    label = label_from_filename(name)
    return (undated(label) or label).replace("-", " ").capitalize()


def day_of_name(name: str) -> dt.date | None:
    """Return the day that the file *name* begins with."""
    found = date_from_path(name)
    return found.date if found and found.day else None
