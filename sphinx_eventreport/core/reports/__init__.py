"""A report as a whole: files in, its record and problems out. No Sphinx needed."""

from __future__ import annotations

from sphinx_eventreport.core.reports.page_body import PageBody, read_page_body
from sphinx_eventreport.core.reports.pyvideo import read_pyvideo
from sphinx_eventreport.core.reports.read import (
    Reading,
    completed,
    dialect_of_page,
    front_matter_in,
    read_report,
    read_report_text,
    read_with,
)

__all__ = [
    "PageBody",
    "Reading",
    "completed",
    "dialect_of_page",
    "front_matter_in",
    "read_page_body",
    "read_pyvideo",
    "read_report",
    "read_report_text",
    "read_with",
]
