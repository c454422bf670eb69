"""How a report and its talks are cited: in words and as BibTeX, at the end of their page and in a file."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.core.exports.citations import (
    bibtex,
    report_bibtex,
    report_in_words,
    talk_in_words,
    when,
)
from sphinx_eventreport.core.exports.references import coins, eprints
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.published import file_beside, published
from sphinx_eventreport.sphinx_ext.site.site import Site, fact
from sphinx_eventreport.sphinx_ext.site.works import reports_by_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_eventreport.core.dates.partial import PartialDate
    from sphinx_eventreport.core.exports.citations import Cited
    from sphinx_eventreport.core.records import Report
    from sphinx_eventreport.sphinx_ext.site.page import Page

MEDIA_TYPE = "application/x-bibtex"
"""The media type of BibTeX, which IANA has not registered."""


def bibliography_path(site: Site, page: Page) -> str:
    """Return the path in the output of the file with the talks of *page*, "" where it has none."""
    return f"{file_beside(site.build.builder, page.docname)}.bib" if _talks(site, page) else ""


def bibliography(site: Site, page: Page) -> str:
    """Return the talks of *page* as BibTeX: of a report its own, else those of the person or series."""
    return bibtex(_talks(site, page))


def of_subjects(site: Site, page: Page) -> str:
    """Return the talks of the people and series that *page* is about, which are on other pages."""
    return bibliography(site, page) if page.subjects else ""


def meta_of_talk(site: Site, page: Page) -> Iterator[str]:
    """Yield what programs that keep references read in the head of a page about one talk."""
    talks = _talks(site, page) if page.report is not None else ()
    if len(talks) == 1:
        yield from eprints(talks[0])


def citation_html(site: Site, page: Page) -> str:
    """Return what stands at the end of *page*: how to cite it, and the talks for programs; "" for nothing."""
    where, talks, report = published(site), _talks(site, page), _report(page)
    if where is None or page.is_unlisted or (report is None and not talks):
        return ""
    name = PurePosixPath(bibliography_path(site, page)).name
    all_talks, cite = escape(_("All talks as BibTeX")), escape(_("Cite this"))
    link = f'<p><a href="{escape(name)}">{all_talks}</a></p>' if talks else ""
    if report is None:
        return f'<div class="er-cite" data-pagefind-ignore="all">{link}</div>\n'
    language = str(site.env.config.language or "en")
    address = where.page(page.docname)
    lines = [
        f'<details class="er-cite" data-pagefind-ignore="all"><summary>{cite}</summary>',
        *_entry(
            report_in_words(report, address, _day(report.start, language)), report_bibtex(report, address)
        ),
    ]
    for cited in talks:
        lines += _entry(talk_in_words(cited, _day(when(cited[0], cited[1]), language)), bibtex([cited]))
    return "\n".join([*lines, link, "</details>", *map(coins, talks), ""])


def _entry(words: str, source: str) -> Iterator[str]:
    yield f"<p>{escape(words)}</p>"
    yield f"<pre>{escape(source)}</pre>"


def _day(date: PartialDate | None, language: str) -> str:
    return date_text(date, language) if date else ""


def _report(page: Page) -> Report | None:
    return replace(page.report, title=page.title or page.report.title) if page.report else None


def _talks(site: Site, page: Page) -> Sequence[Cited]:
    """Return the talks of *page* with their addresses; nothing where that of the site is not known."""
    return _talks_on(site, page.docname)


@fact
def _talks_on(site: Site, docname: str) -> Sequence[Cited]:
    page = site.listed.get(docname)
    if published(site) is None or page is None:
        return ()
    if page.report is not None:
        return tuple(_of_report(site, page))
    found = (_of_names(site).get((subject.type, subject.label), ()) for subject in page.subjects)
    return tuple(dict.fromkeys(cited for talks in found for cited in talks))


@fact
def _of_names(site: Site) -> Mapping[tuple[str, str], Sequence[Cited]]:
    """Return the talks of each person and series, the newest first."""
    found: dict[tuple[str, str], list[Cited]] = {}
    for page in reports_by_date(site):
        for cited in _of_report(site, page):
            names = [("person", speaker.label) for speaker in cited[1].speakers]
            for name in [*names, ("series", page.series_label())]:
                found.setdefault(name, []).append(cited)
    return found


def _of_report(site: Site, page: Page) -> Iterator[Cited]:
    where, report = published(site), _report(page)
    if where is not None and report is not None:
        for placed in page.talks:
            yield report, placed.talk, where.url(page.talk_link(placed))
