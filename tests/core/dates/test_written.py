"""What people write where a date is wanted: the day survives, and what is not understood is told."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.dates.partial import PartialDate, parse_date
from sphinx_eventreport.core.dates.written import day_in, parse_range, read_date

PARIS = "Europe/Paris"

MONTHS = {
    "3 de junio de 2031": "2031-06-03",
    "domingo, 29 de junio de 2031": "2031-06-29",
    "29 junio 2031": "2031-06-29",
    "1 de maio de 2031": "2031-05-01",
    "12 giugno 2031": "2031-06-12",
    "3 marca 2031": "2031-03-03",
    "niedziela, 29 czerwca 2031": "2031-06-29",
    "zondag 29 juni 2031": "2031-06-29",
    "29 июня 2031 г.": "2031-06-29",  # noqa: RUF001
    "29 червня 2031 р.": "2031-06-29",  # noqa: RUF001
    "2031. június 29.": "2031-06-29",
    "2031 m. birželio 29 d.": "2031-06-29",
    "svētdiena, 2031. gada 29. jūnijs": "2031-06-29",
    "sunnuntai 29. kesäkuuta 2031": "2031-06-29",
    "2031(e)ko ekainaren 29(a)": "2031-06-29",
    "29 Haziran 2031 Pazar": "2031-06-29",
    "29 Ιουνίου 2031": "2031-06-29",
    "29 ביוני 2031": "2031-06-29",
    "٢٩ يونيو ٢٠٣١": "2031-06-29",
    "29 ژوئن 2031": "2031-06-29",
    "29 जून 2031": "2031-06-29",
    "29 มิถุนายน 2031": "2031-06-29",
    "29 มิถุนายน พ.ศ. 2574": "2031-06-29",
    "29 tháng 6, 2031": "2031-06-29",
    "ngày 29 tháng 6 năm 2031": "2031-06-29",
    "2031年6月29日": "2031-06-29",
    "2031年6月29日(日)": "2031-06-29",
    "２０３１年６月２９日": "2031-06-29",
    "2031년 6월 29일": "2031-06-29",
    "2031年6月": "2031-06",
    "junio de 2031": "2031-06",
    "29. Mehefin 2031": "2031-06-29",
    "1º de maio de 2031": "2031-05-01",
    "29 de junio de 2031 a las 18:30": "2031-06-29T18:30+02:00",
    "29 июня 2031 г., 19:00": "2031-06-29T19:00+02:00",  # noqa: RUF001
    "2031年6月29日(日)18:30": "2031-06-29T18:30+02:00",
}

TIMES = {
    "June 3, 2031 6 PM": "2031-06-03T18:00+02:00",
    "June 3, 2031 at 6:30 p.m.": "2031-06-03T18:30+02:00",
    "2031-06-03 18h": "2031-06-03T18:00+02:00",
    "3. Juni 2031 um 18 Uhr": "2031-06-03T18:00+02:00",
    "3. Juni 2031, 18 Uhr 30": "2031-06-03T18:30+02:00",
    "3.6.2031 kl. 18.30": "2031-06-03T18:30+02:00",
    "3.6.2031 klo 18": "2031-06-03T18:00+02:00",
    "2031-06-03 @ 18:00": "2031-06-03T18:00+02:00",
    "2031-06-03 (Tue) 18:00": "2031-06-03T18:00+02:00",
    "2031-06-03 18:00 UTC+2": "2031-06-03T18:00+02:00",
    "2031-06-03 18:00 (UTC +5:30)": "2031-06-03T18:00+05:30",
    "2031-06-03 18:00 \u22125": "2031-06-03T18:00-05:00",
    "2031-06-03 18:00 Paris time": "2031-06-03T18:00+02:00",
    "2031-06-03 18:00 New York": "2031-06-03T18:00-04:00",
    "2031-06-03 18:00 europe/athens": "2031-06-03T18:00+03:00",
    "2031-06-03 18:00 local time": "2031-06-03T18:00+02:00",
    "2031-06-03 18:00 Pacific Time": "2031-06-03T18:00-07:00",
    "2031-06-03 18:00 Central European Summer Time": "2031-06-03T18:00+02:00",
    "2031-06-03 18:00 PT": "2031-06-03T18:00-07:00",
    "2031-06-03 18:00 AoE": "2031-06-03T18:00-12:00",
    "2031-06-03T09:00-10:00": "2031-06-03T09:00-10:00",
    "2031-06-03 09:00-05:00": "2031-06-03T09:00-05:00",
    "2031-06-03 09:00:00-10:00": "2031-06-03T09:00-10:00",
}

RANGES = {
    "June 1-3, 2031": ("2031-06-01", "2031-06-03"),
    "June 1st to 3rd, 2031": ("2031-06-01", "2031-06-03"),
    "June 1 & 2, 2031": ("2031-06-01", "2031-06-02"),
    "from June 1 to June 3, 2031": ("2031-06-01", "2031-06-03"),
    "Sun June 1 – Mon June 2, 2031": ("2031-06-01", "2031-06-02"),
    "1.-3.6.2031": ("2031-06-01", "2031-06-03"),
    "1.–3.6.2031": ("2031-06-01", "2031-06-03"),
    "vom 1. bis 3. Juni 2031": ("2031-06-01", "2031-06-03"),
    "du 3 au 5 juin 2031": ("2031-06-03", "2031-06-05"),
    "del 3 al 5 de junio de 2031": ("2031-06-03", "2031-06-05"),
    "30 de mayo al 2 de junio de 2031": ("2031-05-30", "2031-06-02"),
    "2031年6月1日〜3日": ("2031-06-01", "2031-06-03"),
    "2031-06-01/2031-06-03": ("2031-06-01", "2031-06-03"),
    "2031-06-01/03": ("2031-06-01", "2031-06-03"),
    "2031-06-01..2031-06-03": ("2031-06-01", "2031-06-03"),
    "2031-06-01 - 2031-06-03": ("2031-06-01", "2031-06-03"),
    "May–June 2031": ("2031-05", "2031-06"),
    "Dec 30, 2031 - Jan 2, 2032": ("2031-12-30", "2032-01-02"),
    "2031-06-03 18:00-21:00": ("2031-06-03T18:00+02:00", "2031-06-03T21:00+02:00"),
    "2031-06-03T18:00-21:00": ("2031-06-03T18:00+02:00", "2031-06-03T21:00+02:00"),
    "2031-06-03 18:00 – 21:00": ("2031-06-03T18:00+02:00", "2031-06-03T21:00+02:00"),
    "2031-06-03 09:00-12:00": ("2031-06-03T09:00+02:00", "2031-06-03T12:00+02:00"),
    "2031-06-03 09:00-10:45": ("2031-06-03T09:00+02:00", "2031-06-03T10:45+02:00"),
    "2031-06-03 18:00 to 21:00 UTC": ("2031-06-03T18:00Z", "2031-06-03T21:00Z"),
    "2031-06-03, 6-9 pm": ("2031-06-03T18:00+02:00", "2031-06-03T21:00+02:00"),
    "2031-06-03 6:30pm–9pm PT": ("2031-06-03T18:30-07:00", "2031-06-03T21:00-07:00"),
    "2031-06-03 11-1 pm": ("2031-06-03T11:00+02:00", "2031-06-03T13:00+02:00"),
    "3. Juni 2031, 18-20 Uhr": ("2031-06-03T18:00+02:00", "2031-06-03T20:00+02:00"),
    "3 de junio de 2031, 18:30-20:00": ("2031-06-03T18:30+02:00", "2031-06-03T20:00+02:00"),
    "2031-06-03 22:00 – 02:00": ("2031-06-03T22:00+02:00", "2031-06-04T02:00+02:00"),
    "2031-06-03 18:00 – 2031-06-04 02:00": ("2031-06-03T18:00+02:00", "2031-06-04T02:00+02:00"),
    "2031-06-03T18:00:00Z/2031-06-03T19:00:00Z": ("2031-06-03T18:00Z", "2031-06-03T19:00Z"),
}

UNREAD = {
    "2031-06-01 10:00 IST": ("2031-06-01T10:00", "IST"),
    "2031-06-03 18:00 Europe/Nowhere": ("2031-06-03T18:00", "Europe/Nowhere"),
    "2031-06-03 18:00 +15:00": ("2031-06-03T18:00", "+15:00"),
    "2031-06-03 25:00": ("2031-06-03", "25:00"),
    "2031-06-03 18.30": ("2031-06-03", "18.30"),
    "2031-06-03 (to be confirmed)": ("2031-06-03", "(to be confirmed)"),
    "2031-06-03 18:00 CEST, doors 17:30": ("2031-06-03T18:00+02:00", "doors 17:30"),
    "2031-06-03, 18:00-25:00": ("2031-06-03T18:00+02:00", ""),
    "Tuesday evening, June 3 2031": ("2031-06-03", "Tuesday evening"),
    "probably 3 de junio de 2031": ("2031-06-03", "probably"),
    "held on 2031-06-03 at 18:00 IST": ("2031-06-03T18:00", "held on … IST"),
    "9999-12-31 23:00 – 01:00 sharp": ("9999-12-31T23:00", "sharp"),
}


@pytest.mark.parametrize("written", [*MONTHS, *TIMES])
def test_a_date_is_read_whole(written: str) -> None:
    """Months in the languages that Babel knows, hours without minutes, zones by their names."""
    found = parse_date(written, timezone=PARIS)
    assert (found and found.isoformat()) == (MONTHS | TIMES)[written]


@pytest.mark.parametrize("written", RANGES)
def test_a_range_has_two_ends(written: str) -> None:
    """Two days, or two times of a day; each end is completed by what the other says."""
    found = read_date(written, timezone=PARIS)
    assert found is not None
    assert (found.start.isoformat(), found.end and found.end.isoformat(), found.unread) == (
        *RANGES[written],
        "",
    )


@pytest.mark.parametrize("written", UNREAD)
def test_a_plain_day_survives(written: str) -> None:
    """The day counts, the time too if it is plain, and the rest is told."""
    found = read_date(written, timezone=PARIS)
    assert found is not None
    assert (found.start.isoformat().removesuffix("+02:00"), found.unread) == (
        UNREAD[written][0].removesuffix("+02:00"),
        UNREAD[written][1],
    )


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "Monday, 3rd June",
        "05/06/2031",
        "2031-06-01, 2031-06-05",
        "31.6.2031",
        "2031",
        5.5,
        "x" * 600,
    ],
)
def test_what_has_no_one_day_is_none(written: object) -> None:
    """No day, a day of no year, one that could be two, or several."""
    found = read_date(written)
    assert found is None or found.start.precision == "year"


@pytest.mark.parametrize(
    ("language", "date"),
    [("pl", "2031-11-29"), ("hr", "2031-10-29"), ("pl-PL", "2031-11-29"), (None, None), ("xx", None)],
)
def test_a_month_of_two_languages(language: str | None, date: str | None) -> None:
    """The language of the page tells which month a name is that two languages have."""
    found = parse_date("29 listopada 2031", language=language)
    assert (found and found.isoformat()) == date


@pytest.mark.parametrize(
    ("zone", "date"), [("Asia/Kolkata", "2031-06-01T10:00+05:30"), (PARIS, None), ("Nowhere", None)]
)
def test_an_abbreviation_of_several_zones(zone: str, date: str | None) -> None:
    """IST is the time of the event's own zone if clocks there show it."""
    found = parse_date("2031-06-01 10:00 IST", timezone=zone)
    assert (found and found.isoformat()) == date


def test_a_zone_that_no_place_has_is_told() -> None:
    """What YAML takes for 21 hours west of Greenwich is a time of unknown zone."""
    far = dt.datetime(2031, 6, 3, 18, tzinfo=dt.timezone(dt.timedelta(hours=-21)))
    assert read_date(far) == (PartialDate(2031, 6, 3, dt.time(18)), None, "UTC-21:00")


@pytest.mark.parametrize("value", [dt.datetime(2031, 6, 3, 18, tzinfo=dt.UTC), dt.date(2031, 6, 3), 2031])
def test_a_value_of_yaml_has_no_rest(value: object) -> None:
    """What is no text was understood."""
    found = read_date(value)
    assert found is not None
    assert (found.end, found.unread) == (None, "")


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("November 27, 2031 Meeting Notes", "2031-11-27"),
        ("2031-01-08 Community Meeting", "2031-01-08"),
        ("Team Meeting Agenda 2031-12-03", "2031-12-03"),
        ("Reunión del 3 de junio de 2031", "2031-06-03"),
        ("Meetings of 1.2.2031 and 3.2.2031", None),
        ("2031-12-03 (2031-12-03)", "2031-12-03"),
        ("Plans for 2031-13-45", None),
        ("Release 2031.06.031", None),
        ("Roadmap 2031", None),
        ("June 2031", None),
    ],
)
def test_the_day_in_a_heading(heading: str, day: str | None) -> None:
    """Exactly one day, written in full."""
    found = day_in(heading)
    assert (found and found.isoformat()) == day


@given(
    st.text()
    | st.from_regex("[0-9]{1,4}[-/. 年][A-Za-z\u0430-\u044f0-9]{1,9}[-/. ][0-9]{1,4} ?[0-9]{0,2}[:h-]?.*")
)
def test_any_text_is_read_or_not(written: str) -> None:
    """No text makes reading fail."""
    found = read_date(written, timezone=PARIS)
    assert found is None or found.start.isoformat()
    assert parse_range(written) is None or parse_range(written)
    assert day_in(written) is None or day_in(written)
