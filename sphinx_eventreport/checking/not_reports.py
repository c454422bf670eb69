"""Pages that are not reports, and may have been meant as some: why, and what makes them reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.checking.model import Finding
from sphinx_eventreport.core.files.settings import pattern_of
from sphinx_eventreport.core.files.sources import source_files
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

TITLE = "eventreport.not_a_report"
_RST, _PDF = ".rst", ".pdf"
# So many names are enough to see which files are meant.
_MOST_NAMES = 3


class ReadPage(NamedTuple):
    """A page that was read."""

    path: Path
    """Its file."""
    docname: str
    """The name of its document."""
    is_report: bool
    """Whether it is a report."""
    has_media: bool = False
    """Whether slides or recordings are on it."""
    has_listing: bool = False
    """Whether it lists reports, or what is in them."""


def pages_with_media(pages: Iterable[ReadPage]) -> Iterator[Finding]:
    """Yield a notice for each of *pages* that shows slides or a video and is not a report."""
    for page in pages:
        if page.has_media and not page.is_report:
            message = "The page shows slides or a video and is not a report, so no listing of events has it"
            yield _notice(page.path, message, f"to make it one, {_ways([page])}")


def folders_of_notes(paths: Iterable[Path], pages: Sequence[ReadPage]) -> Iterator[Finding]:
    """Yield a notice for each folder with PDFs, at and below *paths*, and pages of which none is a report.

    Where no page at all is a report, there is one notice for everything.
    """
    folders: dict[Path, list[Path]] = {}
    tops = [path for path in paths if path.is_dir()]
    for path in tops:
        for pdf in source_files(path, suffixes=(_PDF,)):
            folders.setdefault(pdf.parent, []).append(pdf)
    pdfs = [pdf for found in folders.values() for pdf in found]
    if tops and (pages or pdfs) and not any(page.is_report for page in pages):
        yield _nothing_yet(tops[0], pages, pdfs)
        return
    for folder, found in folders.items():
        notes = [page for page in pages if page.path.parent == folder]
        if notes and not any(page.is_report or page.has_media for page in notes):
            yield _nothing_yet(folder, notes, found)


def _nothing_yet(folder: Path, pages: Sequence[ReadPage], pdfs: Sequence[Path]) -> Finding:
    message = f"None of the pages here ({len(pages)}) is a report" if pages else "There is no page here"
    hint = f"to make one, {_ways(pages)}"
    if pdfs:
        names = ", ".join([pdf.name for pdf in pdfs[:_MOST_NAMES]] + ["..."][: len(pdfs) - _MOST_NAMES])
        message += f", and there are PDFs ({names})" if len(pdfs) > 1 else f", and there is a PDF ({names})"
        hint += f"; the directive {{deck}} {pdfs[0].name} shows a PDF"
    return _notice(folder, message, hint)


def _ways(pages: Sequence[ReadPage]) -> str:
    """Return what makes reports of *pages*, or of a new page if there are none."""
    notes = [page for page in pages if not page.has_listing]
    if not notes:
        return "write it with `sphinx-eventreport new report`"
    in_rst = all(page.path.suffix == _RST for page in notes)
    event = "the directive `.. event::` NAME" if in_rst else "`event:` and a name to its front matter"
    pattern = notes[0].docname if len(notes) == 1 else pattern_of([page.docname for page in notes])
    return (
        f'add {event}, or a {{talk}} to a section, or write eventreport_patterns = ["{pattern}"] in conf.py'
    )


def _notice(path: Path, message: str, hint: str) -> Finding:
    return Finding(path, Problem(Subtype.TYPE, message, hint=hint), TITLE, notice=True)
