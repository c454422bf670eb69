"""Feeds of listings: their files, the links to them, and that they are right after an edit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar
from support.site import CONF, PDF, Site

if TYPE_CHECKING:
    from pathlib import Path

    from support.site import Built

AT = CONF + 'html_baseurl = "https://example.org/en/"\n'
INDEX = """\
# All of it

```{event-list}
:type: table
:feed: atom ics json
```

```{talk-list}
:feed: atom
:feed-name: talks
```

```{action-list}
:include: owner=Ada*
:feed: ics
:feed-name: ada
```

```{toctree}
:hidden:
people
```
"""
FILES: dict[str, str | bytes] = {
    "index.md": INDEX,
    "people.md": "# People\n\n```{person-list}\n```\n",
    "kelp.md": "---\ndate: 2024-06-02\nevent: {name: Kelp Day, start: 2024-06-01}\n---\n\n# Kelp\n\n"
    "## Fronds, by Bo Wrack\n\n```{deck} fronds.pdf\n:password: kelpsecret\n```\n\n"
    "```{action} Buy a boat\n:owner: Ada Dulse\n:due: 2024-07-01\n```\n",
    "moss.md": "---\ndate: 2024-05-02\nevent: {name: Moss Day, start: 2024-05-01}\n---\n\n# Moss\n",
    "secret.md": "---\nvisibility: unlisted\nevent: {name: Secret, start: 2024-05-09}\n---\n\n# Secret\n",
    "draft.md": "---\ndraft: true\nevent: {name: Draft, start: 2024-05-09}\n---\n\n# Draft\n",
}


def items(built: Built) -> list[str]:
    """Return the titles in the JSON feed of the index."""
    feed: dict[str, Any] = json.loads((built.outdir / "index.json").read_bytes())
    return [item["title"] for item in feed["items"]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the site once."""
    return Site(tmp_path_factory.mktemp("feeds"), AT).write(FILES).build()


def test_a_feed_has_the_rows_of_its_listing(built: Built) -> None:
    """In its order, without what nothing is to list."""
    assert items(built) == ["Kelp", "Moss"]


@pytest.mark.parametrize("name", ["index.atom", "index.ics", "index.json", "talks.atom", "ada.ics"])
def test_feeds_are_beside_the_page(built: Built, name: str) -> None:
    """Each under the name of the page, or that which its listing gives it."""
    assert (built.outdir / name).is_file()


def test_programs_find_the_feeds(built: Built) -> None:
    """They look for links in the head."""
    links = built.page("index").select("head link[rel=alternate]")
    assert [(link["type"], link["href"], link["title"]) for link in links] == [
        ("application/atom+xml", "index.atom", "All of it"),
        ("text/calendar", "index.ics", "All of it"),
        ("application/feed+json", "index.json", "All of it"),
        ("application/atom+xml", "talks.atom", "All of it: talks"),
        ("text/calendar", "ada.ics", "All of it: ada"),
    ]


def test_readers_find_the_feeds(built: Built) -> None:
    """There is a line below each listing."""
    lines = built.body("index").select(".er-subscribe")
    assert [line.get_text() for line in lines] == [
        "Subscribe: feed, calendar, JSON",
        "Subscribe: feed",
        "Subscribe: calendar",
    ]
    assert [link["href"] for link in lines[0].select("a")] == ["index.atom", "index.ics", "index.json"]


def test_addresses_are_whole(built: Built) -> None:
    """A feed is read elsewhere."""
    feed = json.loads((built.outdir / "index.json").read_bytes())
    assert (feed["feed_url"], feed["items"][0]["url"]) == (
        "https://example.org/en/index.json",
        "https://example.org/en/kelp.html",
    )


def test_the_actions_of_somebody_are_a_list_of_things_to_do(built: Built) -> None:
    """A query is all it takes."""
    calendar = Calendar.from_ical((built.outdir / "ada.ics").read_bytes())
    assert [str(todo["summary"]) for todo in calendar.walk("VTODO")] == ["Buy a boat"]


@pytest.mark.parametrize("word", [b"kelpsecret", b"Secret", b"Draft"])
def test_nothing_private_is_in_a_feed(built: Built, word: bytes) -> None:
    """No password, and no page that nothing lists."""
    feeds = [path for suffix in ("atom", "ics", "json") for path in built.outdir.glob(f"*.{suffix}")]
    assert [path.name for path in feeds if word in path.read_bytes()] == []
    assert len(feeds) == 7


def test_feeds_are_right_after_an_edit(tmp_path: Path) -> None:
    """Of a text that the listing does not show, too; what says the same is not written again."""
    site = Site(tmp_path, AT).write(FILES)
    site.build()
    site.edit("moss.md", "date: 2024-05-02", "date: 2024-05-02\ndescription: Soft.")
    rebuilt = site.build()
    clean = site.build(out="clean", doctrees="clean-doctrees")
    names = ["index.atom", "index.ics", "index.json", "talks.atom", "ada.ics"]
    assert [(rebuilt.outdir / name).read_bytes() for name in names] == [
        (clean.outdir / name).read_bytes() for name in names
    ]
    assert rebuilt.written.intersection(names) == {"index.atom", "index.ics", "index.json"}


def test_a_feed_goes_with_its_listing(tmp_path: Path) -> None:
    """What nobody asks for any more is not there."""
    site = Site(tmp_path, AT).write(FILES)
    site.build()
    site.edit("index.md", ":feed: atom ics json", ":feed: ics")
    site.edit("index.md", ":feed: atom\n:feed-name: talks\n", "")
    outdir = site.build().outdir
    assert sorted(
        path.name for suffix in ("atom", "ics", "json") for path in outdir.glob(f"[!km]*.{suffix}")
    ) == [
        "ada.ics",
        "index.ics",
    ]


def test_a_feed_goes_with_its_listing_after_a_build_that_was_killed(tmp_path: Path) -> None:
    """The last build that ended is remembered."""
    site = Site(tmp_path, AT).write(FILES)
    site.build()
    site.edit("index.md", ":feed: atom ics json", ":feed: ics")
    (state,) = (tmp_path / "doctrees" / "eventreport").glob(f"html-{'?' * 16}.json")
    state.with_suffix(".unfinished").write_bytes(b"")
    assert not (site.build().outdir / "index.atom").exists()


def test_a_feed_goes_with_its_page(tmp_path: Path) -> None:
    """A page that is removed leaves no feed behind."""
    site = Site(tmp_path, AT).write({**FILES, "other.md": "# Other\n\n```{event-list}\n:feed: atom\n```\n"})
    assert (site.build().outdir / "other.atom").exists()
    site.remove("other.md")
    assert not (site.build().outdir / "other.atom").exists()


def test_feeds_are_the_same_in_parallel(tmp_path: Path, built: Built) -> None:
    """Four processes write what one writes."""
    parallel = Site(tmp_path, AT).write(FILES).build(parallel=4)
    names = ["index.atom", "index.ics", "index.json", "talks.atom", "ada.ics"]
    assert [(parallel.outdir / name).read_bytes() for name in names] == [
        (built.outdir / name).read_bytes() for name in names
    ]


def test_feeds_of_dirhtml_are_in_the_folder_of_the_page(tmp_path: Path) -> None:
    """Beside the page is where that builder has it."""
    other = {**FILES, "a/list.md": "# L\n\n```{event-list}\n:feed: atom\n```\n"}
    outdir = Site(tmp_path, AT).write(other).build("dirhtml").outdir
    assert b'href="https://example.org/en/kelp/"' in (outdir / "a" / "list" / "index.atom").read_bytes()


@pytest.mark.parametrize("builder", ["epub", "singlehtml", "text"])
def test_books_have_no_feeds(tmp_path: Path, builder: str) -> None:
    """Nobody subscribes to one."""
    built = Site(tmp_path, AT).write(FILES).build(builder)
    assert [*built.outdir.rglob("*.atom")] == []
    assert [line for line in built.warnings if "eventreport.feed" in line] == []


def test_without_an_address_there_is_one_warning_and_no_feed(tmp_path: Path) -> None:
    """A feed with half an address helps nobody."""
    site = Site(tmp_path).write(FILES)
    for built in (site.build(), site.build()):
        (said,) = [line for line in built.warnings if "feed" in line]
        assert "index.md: WARNING: A feed needs the address of the site" in said
        assert [*built.outdir.glob("*.atom")] == []
        assert built.body("index").select(".er-subscribe") == []


def test_two_feeds_of_one_name_are_told(tmp_path: Path) -> None:
    """The first one has it."""
    twice = "# L\n\n```{event-list}\n:feed: atom\n```\n\n```{talk-list}\n:feed: atom\n```\n"
    built = Site(tmp_path, AT).write({**FILES, "index.md": twice}).build()
    (said,) = [line for line in built.warnings if "eventreport.feed" in line]
    assert "Two listings have feeds in index.atom" in said
    assert b"Moss" in (built.outdir / "index.atom").read_bytes()


def test_entries_without_a_date_are_counted(tmp_path: Path) -> None:
    """They cannot be in a feed, and their author can help it."""
    built = Site(tmp_path, AT).write({**FILES, "bare.md": "---\nevent: Bare\n---\n\n# Bare\n"}).build()
    (said,) = [line for line in built.warnings if "eventreport.feed" in line]
    assert "1 entries" not in said
    assert "An entry without any date is not in index.atom" in said


def test_events_of_a_month_are_counted(tmp_path: Path) -> None:
    """No calendar can have them, and a subscriber sees nothing of that."""
    months = {
        f"{name}.md": f"---\nevent: {{name: {name}, start: 2024-0{at}}}\n---\n\n# {name}\n"
        for at, name in enumerate(("Fern", "Reed"), 1)
    }
    built = Site(tmp_path, AT).write({**FILES, **months}).build()
    (said,) = [line for line in built.warnings if "eventreport.feed" in line]
    assert "2 entries without a day are not in index.ics; write the days" in said


@pytest.mark.parametrize(
    ("listing", "said"),
    [
        ("```{event-list}\n:feed: rss\n```", "feed cannot be 'rss'; write one of atom, ics, json"),
        ("```{person-list}\n:feed: atom\n```", "There is no feed of a list of objects of the type 'person'"),
        ("```{event-list}\n:feed: atom\n:feed-name: ../a\n```", "feed-name should be the name of a file"),
    ],
)
def test_a_feed_that_cannot_be_is_told(tmp_path: Path, listing: str, said: str) -> None:
    """With the line of the listing."""
    built = Site(tmp_path, AT).write({**FILES, "index.md": f"# L\n\n{listing}\n"}).build()
    assert any("index.md:3: WARNING: " + said in line for line in built.warnings), built.warnings


def test_each_event_has_a_calendar(built: Built) -> None:
    """Beside its page, linked from the line that says when it was published."""
    link = built.body("kelp").select_one(".er-by a.er-calendar")
    assert link is not None
    calendar = Calendar.from_ical((built.outdir / str(link["href"])).read_bytes())
    assert [(str(event["uid"]), str(event["url"])) for event in calendar.walk("VEVENT")] == [
        ("event/kelp@example.org", "https://example.org/en/kelp.html")
    ]


def test_talks_with_a_time_are_in_the_calendar_of_their_event(tmp_path: Path) -> None:
    """Those without are not: nobody knows when to be there."""
    report = "---\nevent: {name: Kelp, start: 2024-06-01 09:00, timezone: Europe/Lisbon}\ntalks:\n"
    talks = "- {title: Fronds, start: '10:30', duration: 20}\n- Holdfasts\n---\n\n# Kelp\n"
    built = Site(tmp_path, AT).write({"index.md": report + talks}).build()
    calendar = Calendar.from_ical((built.outdir / "index.event.ics").read_bytes())
    assert [str(event["summary"]) for event in calendar.walk("VEVENT")] == ["Kelp", "Fronds"]


def test_without_an_address_a_calendar_has_none(tmp_path: Path) -> None:
    """It is of use all the same, and nothing is warned about."""
    built = Site(tmp_path).write({"index.md": FILES["kelp.md"], "fronds.pdf": b""}).build()
    calendar = (built.outdir / "index.event.ics").read_bytes()
    assert (b"URL" in calendar, b"http" in calendar, b"UID:event/index@eventreport.invalid" in calendar) == (
        False,
        False,
        True,
    )


@pytest.mark.parametrize(
    "event", ["{name: A, start: 2024-06}", "{name: A}", "{name: A, start: 2024-06-01}\nvisibility: unlisted"]
)
def test_what_has_no_day_has_no_calendar(tmp_path: Path, event: str) -> None:
    """Nor has what nothing is to list."""
    built = Site(tmp_path, AT).write({"index.md": f"---\nevent: {event}\n---\n\n# A\n"}).build()
    assert ([*built.outdir.glob("*.ics")], built.body("index").select(".er-calendar")) == ([], [])


def test_a_calendar_goes_with_its_day(tmp_path: Path) -> None:
    """An event of which the day is not known any more is in no calendar."""
    site = Site(tmp_path, AT).write(FILES)
    assert (site.build().outdir / "moss.event.ics").exists()
    site.edit("moss.md", "start: 2024-05-01", "start: 2024-05")
    assert not (site.build().outdir / "moss.event.ics").exists()


def test_files_of_the_site_come_with_an_entry(tmp_path: Path) -> None:
    """By the address from which readers download them, and with their length."""
    listing = "# L\n\n```{talk-list}\n:feed: atom\n```\n\n```{toctree}\nkelp\n```\n"
    report = "---\ndate: 2024-06-01\nevent: {name: Kelp, start: 2024-06-01}\n---\n\n# Kelp\n\n"
    talk = "## Fronds\n\n```{talk}\n:speakers: Ada Wrack\n```\n\n```{deck} fronds.pdf\n```\n"
    site = Site(tmp_path, AT).write({"index.md": listing, "kelp.md": report + talk, "fronds.pdf": PDF})
    built = site.build()
    feed = ET.fromstring((built.outdir / "index.atom").read_bytes())  # noqa: S314 -- written here
    (link,) = feed.iterfind(".//{*}link[@rel='enclosure']")
    path = link.get("href", "").removeprefix("https://example.org/en/")
    assert (built.outdir / path).read_bytes() == PDF
    assert link.get("length") == str(len(PDF))
