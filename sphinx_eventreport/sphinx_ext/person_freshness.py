"""What a page shows of people that may change on another page, or in the file of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.person_picture import picture_stamp
from sphinx_eventreport.sphinx_ext.person_rows import PersonRows, person_rows

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Person
    from sphinx_eventreport.sphinx_ext.domain import ReportDomain
    from sphinx_eventreport.sphinx_ext.page import Page, PlacedPerson


def shown_people(page: Page, env: BuildEnvironment, domain: ReportDomain) -> list[object]:
    """Return all that *page* shows of the people it names, and of those it is about."""
    mentioned = [_mentioned(person, page, domain) for person in page.mentioned()]
    return [*mentioned, *(_home(placed, env, domain) for placed in page.people)]


def _mentioned(person: Person, page: Page, domain: ReportDomain) -> object:
    [entry] = domain.index.find("person", person.label)
    url = domain.url_of(entry.name) or person.url
    if url and not entry.is_home:
        return entry.name, entry.title, url
    docname, anchor = domain.place_of(entry)
    is_here = docname == page.docname and not entry.is_home
    return entry.name, entry.title, "" if is_here else (docname, anchor)


def _home(placed: PlacedPerson, env: BuildEnvironment, domain: ReportDomain) -> object:
    [entry] = domain.index.find("person", placed.label)
    rows = person_rows(domain).get(placed.label, PersonRows())
    known = domain.people.people.get(placed.label)
    return entry.title, known, picture_stamp(env, known) if known else None, rows
