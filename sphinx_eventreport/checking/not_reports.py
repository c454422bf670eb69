"""Pages that are not reports, and may have been meant as some: why, and what makes them reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.checking.model import Finding
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx_eventreport.checking.reading import Reading

TITLE = "eventreport.not_a_report"
_RST = ".rst"


def not_reports(reading: Reading) -> Iterator[Finding]:
    """Yield a notice for each page that shows slides or a video and is not a report."""
    for name, page in reading.pages.items():
        if page.report is None and page.media:
            yield _notice(reading.sources[name])


def _notice(path: Path) -> Finding:
    message = "The page shows slides or a video and is not a report, so no listing of events shows it"
    event = "the directive `.. event::`" if path.suffix == _RST else "`event:` and a name to its front matter"
    hint = f"to make it one, add {event}, or name it in eventreport_patterns"
    return Finding(path, Problem(Subtype.TYPE, message, hint=hint), TITLE, notice=True)
