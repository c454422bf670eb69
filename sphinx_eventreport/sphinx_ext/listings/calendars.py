"""The calendars of the events of a listing that are not over, for the script that sets these apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.osutil import relative_uri

from sphinx_eventreport.core.exports.addresses import as_uri
from sphinx_eventreport.sphinx_ext.config.reading import today
from sphinx_eventreport.sphinx_ext.site.published import calendar_path, has_calendar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.sphinx_ext.listings.field import Row
    from sphinx_eventreport.sphinx_ext.site.build import Build
    from sphinx_eventreport.sphinx_ext.site.site import Site


def calendars_of(site: Site, rows: Sequence[Row], last: Sequence[str]) -> dict[str, str]:
    """Return the places of *rows* of events -> the paths of their calendars in the output.

    *last* are the last days of *rows*. What is over when a page is written is over for each of its readers.
    """
    day = today(site.env.config).isoformat()
    return {
        str(place): calendar_path(site, row.docname)
        for place, (row, end) in enumerate(zip(rows, last, strict=True))
        if end and end >= day[: len(end)] and has_calendar(site, site.listed[row.docname])
    }


def calendars_from(calendars: Mapping[str, str], docname: str, build: Build) -> dict[str, str]:
    """Return *calendars* with their addresses as they are on the page *docname*."""
    page = build.builder.get_target_uri(docname)
    return {place: relative_uri(page, as_uri(path)) for place, path in calendars.items()}
