"""`sphinx-eventreport new minutes`: what the next meeting begins with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.site import Site

from sphinx_eventreport.cli import main
from sphinx_eventreport.core.minutes.next_meeting import in_order, next_day
from sphinx_eventreport.core.reports import read_report, read_report_text

if TYPE_CHECKING:
    from pathlib import Path

APRIL = """\
---
title: "Maps #7, 2026-04-20"
event: {name: Maps, series: maps, start: 2026-04-20, url: https://maps.example/}
minutes: {chair: Bob Ray, scribe: Kim Gil, quorum: 2}
---

Present: Bob Ray, Kim Gil

~~~{action} Redraw `north`
:label: redraw
:owner: Kim Gil
:due: 2026-06-15
:status: started
~~~

```{action} Print
```
"""
MAY = """\
---
title: "Maps #8, 2026-05-04"
event: {name: Maps, series: maps, start: 2026-05-04}
minutes: {chair: Kim Gil, scribe: Kim Gil}
---

```{action} Print
:continues: 2026-04-20-maps/print
:done: 2026-05-01
```

ACTION: Bob Ray to read
"""
FILES = {"2026-04-20-maps.md": APRIL, "2026-05-04-maps.md": MAY, "index.md": "# I\n\n```{event-list}\n```\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the minutes of two meetings."""
    return Site(tmp_path).write(FILES).source


def made(folder: Path, *options: str) -> str:
    """Return the minutes that are written."""
    before = set(folder.iterdir())
    assert main(["new", "minutes", str(folder), *options]) == 0
    [path] = set(folder.iterdir()) - before
    return path.read_text("utf-8")


def test_the_next_meeting_is_counted_on(folder: Path) -> None:
    """Number, day, who led and wrote."""
    made(folder)
    report, problems = read_report(folder / "2026-05-18-maps-9.md")
    assert problems == ()
    assert report.minutes is not None
    assert report.event is not None
    assert (report.title, report.event.series, str(report.event.start)) == (
        "Maps #9, 2026-05-18",
        "maps",
        str(report.start),
    )
    assert [one.name for one in report.minutes.chair] == ["Kim Gil"]


def test_open_actions_are_carried_on(folder: Path) -> None:
    """With owner, day and state; not what is done."""
    made(folder, "--date", "2026-05-20")
    report, _problems = read_report(folder / "2026-05-20-maps-9.md")
    assert [(one.title, one.continues, one.status) for one in report.actions] == [
        ("Redraw `north`", "2026-04-20-maps/redraw", "started"),
        ("Read", "2026-05-04-maps/read", "open"),
    ]


def test_it_builds(folder: Path) -> None:
    """Without a warning, and the meetings before say where their actions are."""
    made(folder)
    built = Site(folder.parent).build()
    assert built.warnings == []
    [action] = built.body("2026-04-20-maps").select("#action-redraw")
    assert "Started: Maps #9, 2026-05-18" in " ".join(action.get_text().split())


def test_who_led_longest_ago_leads(folder: Path) -> None:
    """If that is asked for."""
    text = made(folder, "--in-turn")
    assert "chair:\n  - Bob Ray\n" in text


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--series", "sea"], 1, "has no minutes of the series 'sea' with a day"),
        (["--date", "May"], 2, "'May' is not a date"),
        (["--from", "gone.json"], 1, "gone.json"),
        (["--from", "index.md"], 1, "index.md is not a schedule of frab or pretalx"),
    ],
)
def test_what_cannot_be_done_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], code: int, said: str
) -> None:
    """And nothing is written."""
    before = set(folder.iterdir())
    try:
        found = main(["new", "minutes", str(folder), *options])
    except SystemExit as error:
        found = int(str(error.code))
    assert (found, set(folder.iterdir())) == (code, before)
    assert said in capsys.readouterr().err


def test_a_folder_without_minutes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Or one that is not there."""
    assert [main(["new", "minutes", str(path)]) for path in (tmp_path, tmp_path / "gone")] == [1, 2]
    assert "has no minutes with a day" in capsys.readouterr().err


def test_a_schedule_becomes_a_report(tmp_path: Path) -> None:
    """With its talks, to be filled in."""
    talk = {"title": "Moss", "date": "2026-05-04T10:00:00+02:00", "persons": [{"public_name": "Kim Gil"}]}
    conference = {
        "title": "Quay Days",
        "start": "2026-05-04",
        "days": [{"date": "2026-05-04", "rooms": {"A": [talk]}}],
    }
    path = tmp_path / "schedule.json"
    path.write_text(json.dumps({"schedule": {"conference": conference}}))
    text = made(tmp_path, "--from", str(path))
    assert read_report_text(text, filename="a.md")[0].talks[0].title == "Moss"
    path.write_text("{")
    assert main(["new", "minutes", str(tmp_path), "--from", str(path)]) == 1


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2026-05-01"], None),
        (["2026-05-01", "2028-05-01"], None),
        (["2026-05-01", "2026-05"], None),
        (["2026-05-01", "2026-05-08"], "2026-05-15"),
    ],
)
def test_the_next_day_needs_a_rhythm(days: list[str], expected: str | None) -> None:
    """Two days, not years apart."""
    text = "---\nevent: {{name: Maps, start: {0}}}\nminutes: {{}}\n---\nPresent: Kim Gil\n"
    reports = [read_report_text(text.format(day), filename="maps.md")[0] for day in days]
    day = next_day(in_order(reports))
    assert (str(day) if day else None) == expected


@pytest.mark.parametrize(
    ("title", "name"), [("Maps 2026", "maps-2026"), ("", "maps"), ("Maps 12 of 2026", "maps-13-of-2026")]
)
def test_numbers_are_counted_and_years_are_not(tmp_path: Path, title: str, name: str) -> None:
    """The last number of a title."""
    written = f"title: {title}\n" if title else ""
    event = "event: {name: Maps, start: 2026-05-04}"
    Site(tmp_path).write({"maps.md": f"---\n{written}{event}\nminutes: {{status: draft}}\n---\n"})
    made(tmp_path / "docs", "--date", "2026-05-11")
    assert (tmp_path / "docs" / f"2026-05-11-{name}.md").exists()
