from __future__ import annotations

from typing import Any

import pytest

from sphinx_eventreport.importing.schedule import Schedule, report_of, schedule_of, texts_of
from sphinx_eventreport.importing.speakers import image

TALK: dict[str, Any] = {
    "date": "2025-05-16T10:00:00+01:00",
    "duration": "00:45",
    "title": "Docs as code",
    "track": {"en": "Main"},
    "persons": [{"public_name": "Noor Castellan"}, {"name": "Piet Hallam"}, {}],
    "attachments": [{"title": "Slides", "url": "https://conf.example.org/a.pdf"}, {"title": "none"}],
    "url": "https://conf.example.org/t/1",
}
DAY = {"date": "2025-05-16", "rooms": {"Loft": [TALK, {"title": "Late", "start": "23:00"}, "no talk"]}}
CONFERENCE = {"title": "Docs Day", "start": "2025-05-16", "end": "2025-05-17", "days": [DAY]}


def test_a_schedule_is_a_report() -> None:
    """With its event, named after day and title."""
    name, report, problems = report_of(Schedule(CONFERENCE))
    assert report.event is not None
    assert (name, report.title, report.event.name, problems) == (
        "2025-05-16-docs-day.md",
        "Docs Day",
        "Docs Day",
        (),
    )


def test_a_talk_has_its_facts() -> None:
    """As pretalx and frab write them."""
    _name, report, _problems = report_of(
        Schedule({**CONFERENCE, "days": [{**DAY, "rooms": {"Loft": [TALK]}}]})
    )
    (talk,) = report.talks
    assert talk.start is not None
    assert (
        talk.title,
        talk.start.isoformat(),
        talk.duration,
        talk.room,
        talk.track,
        [person.name for person in talk.speakers],
        [deck.source for deck in talk.decks],
        [link.label for link in talk.links],
    ) == (
        "Docs as code",
        "2025-05-16T10:00+01:00",
        45,
        "Loft",
        "Main",
        ["Noor Castellan", "Piet Hallam"],
        ["https://conf.example.org/a.pdf"],
        ["Programme", "Slides"],
    )


def test_a_time_without_a_day_is_of_its_day() -> None:
    """As in exports that have no date of a talk."""
    _name, report, _problems = report_of(
        Schedule({**CONFERENCE, "days": [{**DAY, "rooms": {"A": [{"start": "23:00"}]}}]})
    )
    assert [talk.start.isoformat() for talk in report.talks if talk.start] == ["2025-05-16T23:00"]


@pytest.mark.parametrize("data", [[], {}, {"schedule": 1}, {"schedule": {"conference": {}}}])
def test_other_json_is_no_schedule(data: object) -> None:
    """It is passed by."""
    assert schedule_of(data) is None


@pytest.mark.parametrize("days", [[], [1], [{"rooms": 1}], [{"rooms": {"A": 1}}], [{"rooms": {"A": [{}]}}]])
def test_odd_days_do_no_harm(days: list[object]) -> None:
    """Whatever stands where a day should."""
    assert report_of(Schedule({"days": days}))[1].title == "Conference"


def schedule(talk: dict[str, Any], **said: Any) -> Schedule:  # noqa: ANN401 -- JSON
    """Return a schedule with one *talk*, of a document that says *said*."""
    conference = {"title": "Reed Day", "days": [{"date": "2025-05-16", "rooms": {"Barn": [talk]}}]}
    found = schedule_of(
        {"schedule": {"base_url": "https://cfp.example.org/", "conference": conference}, **said}
    )
    assert found is not None
    return found


MARKDOWN = "# Why\n\nWe *mow*\nand `bind`."
PRETALX = {"generator": {"name": "pretalx"}}


@pytest.mark.parametrize(
    ("talk", "said"),
    [({}, PRETALX), ({"feedback_url": "https://cfp.example.org/f"}, {}), ({"answers": []}, {})],
)
def test_abstracts_of_pretalx_are_markdown(talk: dict[str, Any], said: dict[str, Any]) -> None:
    """Whether the export says whose it is, or is older."""
    texts = texts_of(schedule({"abstract": MARKDOWN, **talk}, **said))
    assert texts.abstracts == ("**Why**\n\nWe *mow*\\\nand `bind`.",)


def test_abstracts_of_others_are_plain() -> None:
    """Nothing tells in which markup they are."""
    assert texts_of(schedule({"abstract": "We *mow*"}, generator={"name": "frab"})).abstracts == (
        "We \\*mow\\*",
    )


def test_all_that_is_said_of_a_talk_is_there() -> None:
    """The picture, the subtitle, the abstract, the description, and nothing twice."""
    talk = {"title": "Mowing", "logo": "/media/mow.png", "subtitle": "A", "abstract": "B", "description": "B"}
    picture = "[Picture of Mowing](<https://cfp.example.org/media/mow.png>)"
    assert texts_of(schedule(talk)).abstracts == (f"{picture}\n\nA\n\nB",)


def test_speakers_are_shown_once() -> None:
    """Those of whom there is a picture or a biography."""
    ines = {"public_name": "Ines Marlow", "avatar": "/media/ines.png", "biography": "Mows *reed*."}
    found = schedule({"persons": [ines, {"name": "Piet Hallam"}, {"biography": "Nobody."}, ines]}, **PRETALX)
    assert texts_of(found).closing == (
        "## Speakers\n\n### Ines Marlow\n\n"
        "[Picture of Ines Marlow](<https://cfp.example.org/media/ines.png>)\n\n"
        "Mows *reed*."
    )


def test_a_picture_beside_the_schedule_is_shown() -> None:
    """It is copied."""
    assert image("faces/ines.png", "Ines Marlow", "160px") == (
        "```{image} faces/ines.png\n:alt: Ines Marlow\n:width: 160px\n```"
    )


@pytest.mark.parametrize("address", ["a b", "a\n```", "`", "<x>"])
def test_a_picture_without_an_address_is_left_out(address: str) -> None:
    """What could be read as more than an argument."""
    assert "image" not in image(address, "Alt")


def test_addresses_without_a_host_are_of_the_schedule() -> None:
    """As pretalx writes those of attachments."""
    talk = {"title": "Mowing", "attachments": [{"title": "Slides", "url": "/media/mow.pdf"}]}
    _name, report, _problems = report_of(schedule(talk))
    assert [deck.source for deck in report.talks[0].decks] == ["https://cfp.example.org/media/mow.pdf"]


def test_a_recording_is_read() -> None:
    """As other tools add it to the format."""
    _name, report, _problems = report_of(
        schedule({"title": "M", "video_download_url": "https://v.example.org/m.mp4"})
    )
    assert [found.source for found in report.talks[0].recordings] == ["https://v.example.org/m.mp4"]


def test_the_place_is_read() -> None:
    """As Pentabarf writes it."""
    _name, report, _problems = report_of(
        Schedule({"title": "M", "venue": "Old Barn", "city": "Hallbrook", "days": []})
    )
    assert report.event is not None
    assert (report.event.location.name, report.event.location.city) == ("Old Barn", "Hallbrook")


def test_a_base_that_is_no_address_is_none() -> None:
    """It has no host that others could count from."""
    found = schedule_of({"schedule": {"base_url": "http://[", "conference": CONFERENCE}})
    assert found is not None
    assert found.address("/t/1") == "/t/1"


def test_what_no_file_can_hold_is_left_out() -> None:
    """JSON can spell half a surrogate pair, in names of rooms as well."""
    days = [{"rooms": {"Lo\ud800ft": [{"title": "Lat\udc00e", "abstract": "A\x9b2J"}]}}]
    found = Schedule({**CONFERENCE, "days": days})
    (talk,) = report_of(found)[1].talks
    assert (talk.room, talk.title, *texts_of(found).abstracts) == ("Loft", "Late", "A2J")
