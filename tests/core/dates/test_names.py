"""Days in the names of files and folders."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.dates.names import day_in_path


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("meetings/community-2031-01-08.md", "2031-01-08"),
        ("meetings/Team Meeting Agenda 2031-12-03.md", "2031-12-03"),
        ("meetings/minutes_20310108.md", "2031-01-08"),
        ("meetings/minutes20310108", "2031-01-08"),
        ("notes/2031_6_5", "2031-06-05"),
        ("notes/call 2031.06.05.md", "2031-06-05"),
        ("notes/27-nov-2031-call.md", "2031-11-27"),
        ("notes/Call_November_27_2031.md", "2031-11-27"),
        ("notes/call-27-05-2031.md", "2031-05-27"),
        ("2031-01-08/minutes.md", "2031-01-08"),
        ("2031-01-08-call/notes/index.md", "2031-01-08"),
        ("posts/2031/01/08/call.md", "2031-01-08"),
        ("posts/2031/13/45/call.md", None),
        ("2031-01/minutes.md", None),
        ("notes/2031-01-08-to-2031-01-09.md", None),
        ("notes/ticket-12345678.md", None),
        ("notes/2031-13-45.md", None),
        ("notes/05-06-2031.md", None),
        ("minutes", None),
    ],
)
def test_a_day_anywhere_in_the_name(path: str, day: str | None) -> None:
    """Between non-digits, in the name of the file or of the nearest folder that has one."""
    found = day_in_path(path)
    assert (found and found.isoformat()) == day
