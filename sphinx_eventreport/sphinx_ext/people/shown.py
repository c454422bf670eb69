"""What a page shows of people and series that may change on another page, or in the file of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.site.backlinks import person_mentions, talk_mentions
from sphinx_eventreport.sphinx_ext.site.editions import editions, editions_around
from sphinx_eventreport.sphinx_ext.site.person_history import PersonHistory, person_histories
from sphinx_eventreport.sphinx_ext.site.person_pictures import picture_stamp

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Person
    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain
    from sphinx_eventreport.sphinx_ext.site.page import Page, Subject


def shown_subjects(page: Page, env: BuildEnvironment, domain: ReportDomain) -> list[object]:
    """Return all that *page* shows of people and series it names, and of those it is about."""
    shown = [_mentioned(person, page, domain) for person in page.mentioned()]
    shown += [
        _person(subject, env, domain) if subject.type == "person" else _series(subject.label, domain)
        for subject in page.subjects
    ]
    shown += talk_mentions(page, env, domain).items()
    if page.series_label():
        [entry] = domain.index.find("series", page.series_label())
        around = editions_around(page, domain)
        shown.append((domain.place_of(entry), [(other.docname, other.title) for other in around if other]))
    return shown


def _mentioned(person: Person, page: Page, domain: ReportDomain) -> object:
    [entry] = domain.index.find("person", person.label)
    url = domain.url_of(entry.name) or person.url
    if url and not entry.is_home:
        return entry.name, entry.title, url
    docname, anchor = domain.place_of(entry)
    is_here = docname == page.docname and not entry.is_home
    return entry.name, entry.title, "" if is_here else (docname, anchor)


def _person(subject: Subject, env: BuildEnvironment, domain: ReportDomain) -> object:
    [entry] = domain.index.find("person", subject.label)
    rows = person_histories(domain).get(subject.label, PersonHistory())
    known = domain.people.people.get(subject.label)
    mentions = person_mentions(subject.label, entry.docname, env, domain)
    return entry.title, known, picture_stamp(env, known) if known else None, rows, mentions


def _series(label: str, domain: ReportDomain) -> object:
    return [
        (page.docname, page.title, page.report.date, page.report.event)
        for page in editions(domain).get(label, ())
        if page.report
    ]
