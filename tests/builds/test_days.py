"""The day of a report that no key gives: it orders the listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.site import Site

if TYPE_CHECKING:
    from pathlib import Path

INDEX = "# Reports\n\n```{event-list}\n:type: table\n:sort: date\n:fields: title, date\n```\n"


def test_minutes_are_in_their_order(tmp_path: Path) -> None:
    """By a day inside the file name, in the first heading, or in the heading below a title without one."""
    site = Site(tmp_path).write(
        {
            "index.md": INDEX,
            "meetings/community-2031-01-08.md": "# Community\n",
            "meetings/nov-27.md": "# November 27, 2018 Meeting Notes\n",
            "meetings/call.md": "---\ntitle: Call\n---\n\n## Notes of 3 de junio de 2024\n",
        }
    )
    body = site.build(config={"eventreport_patterns": ["meetings/*"]}).body("index")
    days = [time["datetime"] for time in body.select("table time")]
    assert days == [
        "2018-11-27",
        "2024-06-03",
        "2031-01-08",
    ]
