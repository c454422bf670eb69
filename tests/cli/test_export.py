"""``sphinx-eventreport export``: files in the formats of others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from icalendar import Calendar

from sphinx_eventreport.cli import main
from sphinx_eventreport.cli.export import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

COAST = """\
---
label: coast
date: 2024-06-01
authors: [{name: Ada Wrack, url: "mailto:ada@example.org"}]
event: {name: Coast Day, start: 2024-05-17, timezone: Europe/Lisbon}
minutes: {chair: Cy, attendees: [{name: Di, initials: DI}]}
talks: [{title: Moon, start: 2024-05-17 10:00, duration: 20, deck: "https://files.example.org/moon.pdf"}]
---

# Coast

## Moon

```{deck} moon.pdf
:password: kelpsecret
```

```{decision} Buy a gauge
:by: Di Laver
:votes: yes 3, no 0
```

```{action} Order it
:owner: Ed
:due: 2024-07-01
```
"""
MINE = {
    "coast.md": COAST,
    "a/bare.md": "---\nevent: {name: Bare, start: 2024-05}\n---\n\n# Bare\n",
    "draft.md": "---\ndraft: true\nevent: {name: Quokka, start: 2024-01-01}\n---\n",
    "other.md": "# Not a report\n",
}
BASE = "https://example.org/en"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a folder of reports."""
    for name, text in MINE.items():
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "docs"


def exported(source: Path, form: str, *more: str) -> bytes:
    """Return the file in the format *form*."""
    goal = source.parent / "goal"
    assert main(["export", form, str(source), str(goal), "--base-url", BASE, *more]) == 0
    return goal.read_bytes()


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in {"pyvideo", "frab"}])
@pytest.mark.parametrize("word", [b"kelpsecret", b"ada@example.org", b"Quokka"])
def test_nothing_private_gets_out(source: Path, form: str, word: bytes) -> None:
    """No password, no address of e-mail, no draft."""
    assert word not in exported(source, form)


def test_everything_is_one_document_by_its_schema(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An event is what its front matter says, with what is in the text of the page."""
    content = json.loads(exported(source, "json"))
    assert main(["export", "json", str(source), "--schema"]) == 0
    jsonschema.validate(content, json.loads(capsys.readouterr().out))
    coast: dict[str, Any] = content["events"][1]
    assert (coast["name"], coast["address"], coast["decisions"][0]["title"], coast["actions"][0]["due"]) == (
        "coast",
        "https://example.org/en/coast.html",
        "Buy a gauge",
        "2024-07-01",
    )


def test_a_calendar_has_events_talks_and_actions(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What has no day is told."""
    calendar = Calendar.from_ical(exported(source, "ics"))
    assert [str(one["summary"]) for one in [*calendar.walk("VEVENT"), *calendar.walk("VTODO")]] == [
        "Coast",
        "Moon",
        "Order it",
    ]
    assert capsys.readouterr().err == (
        "sphinx-eventreport export: 1 of 2 events have no day, and are in no calendar\n"
    )


def test_a_feed_has_the_newest_first(source: Path) -> None:
    """As readers of feeds show them."""
    content = exported(source, "atom").decode()
    assert content.index("<title>Coast</title>") < content.index("<title>Bare</title>")


def test_search_engines_get_one_graph_for_each_report(source: Path) -> None:
    """With the addresses of the talks."""
    graphs = json.loads(exported(source, "jsonld"))
    assert graphs[1]["@graph"][1]["subEvent"][0]["url"] == "https://example.org/en/coast.html#moon"


@pytest.mark.parametrize(("form", "word"), [("bibtex", b"@misc{coast.moon,"), ("csl", b'"id": "coast/moon"')])
def test_talks_can_be_cited(source: Path, form: str, word: bytes) -> None:
    """In the words of programs that do."""
    assert word in exported(source, form)


@pytest.mark.parametrize(
    ("form", "files"),
    [
        ("pyvideo", ["bare/category.json", "coast/category.json", "coast/videos/moon.json"]),
        ("frab", ["bare.json", "bare.xml", "coast.json", "coast.xml"]),
    ],
)
def test_some_formats_are_folders(source: Path, form: str, files: list[str]) -> None:
    """With something for each event."""
    goal = source.parent / "goal"
    assert main(["export", form, str(source), str(goal)]) == 0
    found = [path.relative_to(goal).as_posix() for path in goal.rglob("*") if path.is_file()]
    assert sorted(found) == files


def test_without_a_destination_it_is_printed(
    source: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """For what comes behind a pipe."""
    assert main(["export", "csl", str(source)]) == 0
    assert json.loads(capsysbinary.readouterr().out)[0]["title"] == "Moon"


def test_conf_py_says_where_the_site_is(source: Path) -> None:
    """As it does to Sphinx."""
    (source / "conf.py").write_text('html_baseurl = "https://conf.example.org/"\n', "utf-8")
    goal = source.parent / "goal"
    assert main(["export", "atom", str(source), str(goal)]) == 0
    assert b"https://conf.example.org/coast.html" in goal.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["atom", "{source}"], "atom needs the address of the site; give it with --base-url"),
        (["frab", "{source}"], "frab is more than one file; name a folder to write into"),
        (["json", "{source}/none"], "does not exist"),
        (["csl", "{source}", "--schema"], "there is a schema of json only, not of csl"),
    ],
)
def test_what_cannot_be_done_is_told(
    source: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """With what to do about it."""
    assert main(["export", *(one.format(source=source) for one in arguments)]) == 2
    assert said in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its name."""
    (source.parent / "file").write_text("", "utf-8")
    assert main(["export", "json", str(source), str(source.parent / "file" / "goal")]) == 1
    assert "file" in capsys.readouterr().err


def test_a_schedule_that_cannot_be_read_is_told(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are exported."""
    (source / "schedule.json").write_text("{", "utf-8")
    assert b"coast" in exported(source, "json")
    assert "it is not JSON" in capsys.readouterr().err


INTERNAL = """---
label: reef
event: {name: Reef Day, start: 2024-05-17}
talks: [{title: Numbat front, audience: internal}]
---

# Reef

```{decision} Numbat decision
:audience: internal
```

## Numbat talk

```{talk}
:audience: internal
```
"""


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_internal_stays_here(tmp_path: Path, name: str) -> None:
    """Pages, talks, decisions: unless it is exported for those who may read it."""
    source, dest = tmp_path / "docs", tmp_path / "out"
    source.mkdir()
    (source / "reef.md").write_text(INTERNAL)
    (source / "team.md").write_text(
        "---\ntitle: Numbat page\naudience: internal\n"
        "event: {name: Numbat page, start: 2024-05-18}\ntalks: [Numbat]\n---\n"
    )
    for audience, expected in (("public", False), ("internal", True)):
        place = dest / audience
        place.mkdir(parents=True)
        goal = place if name in {"pyvideo", "frab"} else place / "file"
        command = ["export", name, str(source), str(goal), "--base-url", BASE, "--audience", audience]
        assert main(command) == 0
        contents = [path.read_bytes() for path in place.rglob("*") if path.is_file()]
        assert any(b"Numbat" in content for content in contents) is expected
