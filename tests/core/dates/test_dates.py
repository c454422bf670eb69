from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.dates.partial import (
    PartialDate,
    date_from_filename,
    date_from_url,
    in_zone,
    is_timezone,
    parse_date,
)
from sphinx_eventreport.core.dates.written import parse_range

PARIS = "Europe/Paris"

READ = {
    "2016": "2016",
    "2016-05": "2016-05",
    "May 2016": "2016-05",
    "2016-05-31": "2016-05-31",
    "20160531": "2016-05-31",
    "2016/05/31": "2016-05-31",
    "2016.5.31": "2016-05-31",
    "2021-7-26": "2021-07-26",
    "Aug 09 2024": "2024-08-09",
    "Aug. 9th, 2024": "2024-08-09",
    "31 March 2016": "2016-03-31",
    "1st of April 2016": "2016-04-01",
    "November 17, 2019": "2019-11-17",
    "Tuesday, 31 May 2016": "2016-05-31",
    "mardi 31 mai 2016": "2016-05-31",
    "1er août 2016": "2016-08-01",
    "3. März 2017": "2017-03-03",
    "16.05.2021": "2021-05-16",
    "05/31/2016": "2016-05-31",
    "31/05/2016": "2016-05-31",
    "05/05/2016": "2016-05-05",
    "27-05-2016 12:00": "2016-05-27T12:00+02:00",
    "2016-05-31T09:00:30Z": "2016-05-31T09:00:30Z",
    "2016-01-31T09:00": "2016-01-31T09:00+01:00",
    "2016-05-31 09:00:00.123+02": "2016-05-31T09:00+02:00",
    "2014-06-20 00:00:00 +0000": "2014-06-20T00:00Z",
    "2014-07-13 11:52:27 UTC-05:00": "2014-07-13T11:52:27-05:00",
    "2021-10-14 11:00 EST": "2021-10-14T11:00-05:00",
    "2020-01-01 10:00:00 America/New_York": "2020-01-01T10:00-05:00",
    "2021-10-14 11:00 (CEST)": "2021-10-14T11:00+02:00",
    "2021-10-14 11:00 Asia/Tokyo": "2021-10-14T11:00+09:00",
    "31 mai 2016 à 9h30": "2016-05-31T09:30+02:00",
    "May 31, 2016 at 12:15 am": "2016-05-31T00:15+02:00",
    "31 May 2016, 9:30 pm": "2016-05-31T21:30+02:00",
    "Tue, 31 May 2016 09:00:00 +0200": "2016-05-31T09:00+02:00",
}

NOT_READ = [
    "",
    "soon",
    "2016-13-45",
    "2016-02-30",
    "2016-00-01",
    "2016-05-00",
    "0000",
    "05/06/2016",
    "MM/DD/YYYY",
    "{{ .Date }}",
    "2016 and more",
    "2016-05-31 25:00",
    "2016-05-31 09:00 XYZ",
    "2016-05-31 09:00 +99:00",
    "2016-05-31 09:00 Europe/Nowhere",
    "2016-05-31 09:00 ../../etc/passwd",
    "May 2016 09:00",
    "5 Foober 2016",
    "3 tháng 12 2031",
    "03 thg 6, 2031",
    "2016-05-31" * 20,
]


@pytest.mark.parametrize("written", READ)
def test_a_shape_is_read(written: str) -> None:
    """Each shape of a date gives this ISO date; Paris is the zone of times without one."""
    date = parse_date(written, timezone=PARIS)
    assert date is not None
    assert date.isoformat() == READ[written]


@pytest.mark.parametrize("written", NOT_READ)
def test_what_is_no_date_is_none(written: str) -> None:
    """Text that is no date, or more than one, gives no date."""
    assert parse_date(written) is None


@pytest.mark.parametrize("value", [True, 1.5, None, [], 0, 10**9, -5, 201605])
def test_a_value_of_another_type_is_none(value: object) -> None:
    """Only dates, texts and whole numbers that can be a year or a compact date are dates."""
    assert parse_date(value) is None


def test_a_number_is_a_year() -> None:
    """YAML reads 2016 as a number, and it is that year."""
    assert parse_date(2016) == PartialDate(2016)


def test_a_date_of_yaml_keeps_its_day() -> None:
    """A date object gives its day."""
    assert parse_date(dt.date(2016, 5, 31)) == PartialDate(2016, 5, 31)


def test_a_datetime_keeps_its_offset() -> None:
    """A datetime with a zone keeps its distance from UTC, whatever zone is the default."""
    zone = dt.timezone(dt.timedelta(hours=-3, minutes=-30))
    date = parse_date(dt.datetime(2016, 5, 31, 9, 0, 5, 6, tzinfo=zone), timezone=PARIS)
    assert date == PartialDate(2016, 5, 31, dt.time(9, 0, 5), -210)


def test_a_naive_datetime_is_in_the_default_zone() -> None:
    """A datetime without a zone gets the default one, by name and offset."""
    naive = dt.datetime(2016, 12, 31, 9, 0)  # noqa: DTZ001 -- that is the case
    assert parse_date(naive, timezone=PARIS) == PartialDate(2016, 12, 31, dt.time(9), 60, PARIS)


def test_a_time_in_no_zone_has_no_offset() -> None:
    """A time of which nobody knows the zone is written without one."""
    date = parse_date("2016-05-31 09:00")
    assert date is not None
    assert date.isoformat() == "2016-05-31T09:00"


@pytest.mark.parametrize(
    ("written", "precision"),
    [("2016", "year"), ("2016-05", "month"), ("2016-05-31", "day"), ("2016-05-31 09:00", "time")],
)
def test_precision(written: str, precision: str) -> None:
    """The precision is that of the smallest part written."""
    date = parse_date(written)
    assert date is not None
    assert date.precision == precision


def test_the_first_day_of_a_month() -> None:
    """A month stands for its first day where a day is needed."""
    assert PartialDate(2016, 5).date == dt.date(2016, 5, 1)


def test_dates_of_every_precision_have_one_order() -> None:
    """The first moment counts, in UTC, then the less precise date comes first."""
    ordered = [
        "2015-12-31 23:00 EST",
        "2016-01-01 05:00 UTC",
        "2016-01-02",
        "2016-05",
        "2016-05-01",
        "2016-05-01 00:00",
    ]
    dates = [date for text in ordered if (date := parse_date(text))]
    dates.append(PartialDate(2016))
    expected = [PartialDate(2016), *dates[:-1]]
    assert sorted(dates, key=lambda date: date.sort_key) == expected


@pytest.mark.parametrize(
    ("first", "second", "precedes"),
    [
        ("2016", "2017", True),
        ("2016-05", "2016-05-31", False),
        ("2016-05-31", "2016-05", False),
        ("2016-04", "2016-05-31", True),
        ("2016-05-31 10:00 CEST", "2016-05-31 09:00 UTC", True),
        ("2016-05-31 11:00 CEST", "2016-05-31 09:00 UTC", False),
        ("2016-05-31 11:00", "2016-05-31", False),
    ],
)
def test_precedes(first: str, second: str, *, precedes: bool) -> None:
    """A date precedes another if it does so in every meaning of both."""
    left, right = parse_date(first), parse_date(second)
    assert left is not None
    assert right is not None
    assert left.precedes(right) is precedes


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("November 17–22, 2019", "2019-11-17", "2019-11-22"),
        ("30 May to 2 June 2016", "2016-05-30", "2016-06-02"),
        ("May 30 – June 2, 2016", "2016-05-30", "2016-06-02"),
        ("17-19 May 2016", "2016-05-17", "2016-05-19"),
        ("March 16-18, 2016", "2016-03-16", "2016-03-18"),
        ("17.–19. Mai 2016", "2016-05-17", "2016-05-19"),
        ("2016-05-30 to 2016-06-01", "2016-05-30", "2016-06-01"),
        ("27 December 2019 - 2 January 2020", "2019-12-27", "2020-01-02"),
        ("31 May 2016", "2016-05-31", "2016-05-31"),
    ],
)
def test_a_range_is_read(written: str, start: str, end: str) -> None:
    """A range gives its first and last day, each completed by what the other says."""
    days = parse_range(written)
    assert days is not None
    assert [day.isoformat() for day in days] == [start, end]


@pytest.mark.parametrize("value", ["a - b", "soon", "June 2 – May 30, 2016", "x–2016", None, [2016]])
def test_what_is_no_range_is_none(value: object) -> None:
    """Text without two days in order is no range."""
    assert parse_range(value) is None


@pytest.mark.parametrize(
    ("name", "date", "rest"),
    [
        ("2016-06-15-minutes-of-x.md", "2016-06-15", "minutes-of-x"),
        ("posts/2016_6_5_x", "2016-06-05", "x"),
        ("2017-01-03-.md", "2017-01-03", ""),
        ("2017-01-03", "2017-01-03", ""),
        ("2016-13-45-x", None, "2016-13-45-x"),
        ("minutes", None, "minutes"),
    ],
)
def test_date_from_filename(name: str, date: str | None, rest: str) -> None:
    """A file name gives its date, if it is one, and the rest."""
    found, slug = date_from_filename(name)
    assert (found and found.isoformat(), slug) == (date, rest)


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://blog.example.org/2016/06/15/x.html", "2016-06-15"),
        ("https://blog.example.org/2016/06/", "2016-06"),
        ("https://blog.example.org/2016/06/title", "2016-06"),
        ("https://blog.example.org/2016/13/15/", None),
        ("https://blog.example.org/x", None),
    ],
)
def test_date_from_url(url: str, date: str | None) -> None:
    """A URL gives the date in its path, if it is one."""
    found = date_from_url(url)
    assert (found and found.isoformat()) == date


@pytest.mark.parametrize(
    ("name", "known"), [(PARIS, True), ("Nowhere", False), ("Europe", False), ("../x", False)]
)
def test_is_timezone(name: str, *, known: bool) -> None:
    """Only names of the time-zone database are time zones."""
    assert is_timezone(name) is known


def test_a_time_zone_in_the_last_year_has_no_offset() -> None:
    """At the ends of the calendar a zone is not resolved, rather than overflow."""
    assert parse_date("9999-12-31 23:59", timezone=PARIS) == PartialDate(9999, 12, 31, dt.time(23, 59))


TIMES = st.times().map(lambda time: time.replace(microsecond=0))
DATES = st.one_of(
    st.dates().map(lambda day: PartialDate(day.year)),
    st.dates().map(lambda day: PartialDate(day.year, day.month)),
    st.dates().map(lambda day: PartialDate(day.year, day.month, day.day)),
    st.builds(
        lambda day, time, offset: PartialDate(day.year, day.month, day.day, time, offset),
        st.dates(),
        TIMES,
        st.none() | st.integers(-720, 840),
    ),
)


@pytest.mark.parametrize(
    ("written", "timezone", "expected"),
    [
        ("2024-06-10T23:30Z", PARIS, "2024-06-11T01:30+02:00"),
        ("2024-06-10 10:00+02:00", "America/New_York", "2024-06-10T04:00-04:00"),
        ("2024-06-10 10:00", PARIS, "2024-06-10T10:00"),
        ("2024-06-10", PARIS, "2024-06-10"),
        ("2024-06-10T23:30Z", None, "2024-06-10T23:30Z"),
        ("2024-06-10T23:30Z", "Nowhere/Land", "2024-06-10T23:30Z"),
        ("9999-12-31T23:30Z", PARIS, "9999-12-31T23:30Z"),
    ],
)
def test_a_moment_is_shown_by_the_clocks_of_a_zone(written: str, timezone: str | None, expected: str) -> None:
    """The day may be another one; what cannot be told stays."""
    moment = parse_date(written)
    assert moment is not None
    assert in_zone(moment, timezone).isoformat() == expected


@given(DATES, st.sampled_from([PARIS, "Asia/Kolkata", "America/St_Johns"]))
def test_another_zone_is_the_same_moment(date: PartialDate, timezone: str) -> None:
    """Nothing is earlier or later for being shown elsewhere."""
    assert in_zone(date, timezone).sort_key[0] == date.sort_key[0]


@given(st.lists(DATES, max_size=6))
def test_the_order_is_total(dates: list[PartialDate]) -> None:
    """Any dates sort the same way from any order, with equal keys only for the same text."""
    keys = {date.sort_key: date.isoformat() for date in dates}
    assert len(keys) == len({date.isoformat() for date in dates})
    assert all(sorted(order) == sorted(keys) for order in itertools.islice(itertools.permutations(keys), 6))


@given(DATES)
def test_what_is_written_is_read_back(date: PartialDate) -> None:
    """The ISO form of a date is read as that date."""
    found = parse_date(date.isoformat())
    assert found is not None
    assert found.isoformat() == date.isoformat()


@given(
    st.text() | st.from_regex(r"[0-9]{1,4}[-/. ][A-Za-z0-9]{1,9}[-/. ][0-9]{1,4}.*"),
    st.sampled_from([None, PARIS]),
)
def test_any_text_is_a_date_or_none(written: str, timezone: str | None) -> None:
    """No text makes parsing fail."""
    for found in (
        parse_date(written, timezone=timezone),
        date_from_filename(written)[0],
        date_from_url(written),
    ):
        assert found is None or found.isoformat()
    assert parse_range(written) is None or parse_range(written)
