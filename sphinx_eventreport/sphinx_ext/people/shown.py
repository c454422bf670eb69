"""People and series as a page shows them: values to draw it from, and to tell whether it is stale."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.records import Person
from sphinx_eventreport.sphinx_ext.site.backlinks import person_mentions, talk_mentions
from sphinx_eventreport.sphinx_ext.site.decided import MinutesState, State, minutes_state, states
from sphinx_eventreport.sphinx_ext.site.digests import Digest, latest_digest
from sphinx_eventreport.sphinx_ext.site.editions import Series, editions_around, series_of
from sphinx_eventreport.sphinx_ext.site.meetings import (
    OfPerson,
    OfSeries,
    meetings_of_people,
    meetings_of_series,
)
from sphinx_eventreport.sphinx_ext.site.pictures import picture_path, picture_stamp
from sphinx_eventreport.sphinx_ext.site.works import Works, works_of_people

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.sphinx_ext.site.editions import Around
    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.placed import Subject
    from sphinx_eventreport.sphinx_ext.site.site import Site


class Profile(NamedTuple):
    """All that a page about somebody shows besides what its author writes there."""

    person: Person
    """Their record, with what the people file says."""
    picture: str | None
    """The path of the picture from the source directory."""
    picture_version: object
    """Another one when the picture is."""
    works: Works
    """Their talks and reports."""
    mentions: Sequence[Link]
    """The pages that refer to them."""


class Name(NamedTuple):
    """A person or series that the head of a page names."""

    link: Link
    """The name as it is shown, and where it leads."""
    label: str
    """The label of today: a person's is an id of the page."""


class OfOthers(NamedTuple):
    """All that a page shows of people, series and pages that refer to it."""

    names: Sequence[Name]
    """The people and the series that its heads name."""
    subjects: Sequence[Profile | Series]
    """Those that the page is about."""
    meetings: Sequence[OfPerson | OfSeries]
    """What minutes say of them."""
    mentions: Mapping[str, Sequence[Link]]
    """The pages that refer to its talks, by the id of the talk's section."""
    around: Around
    """The editions before and after."""
    states: Mapping[str, State]
    """What others say of its decisions and actions, by their ids."""
    minutes: MinutesState
    """How far its minutes are."""
    digests: Sequence[Digest]
    """What is new in the series that it is about."""

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return any(
            (
                self.names,
                self.subjects,
                *self.meetings,
                self.mentions,
                *self.around,
                self.states,
                *self.minutes,
                self.digests,
            )
        )


def of_others(site: Site, page: Page) -> OfOthers:
    """Return what *page* shows of others now."""
    return OfOthers(
        _names(site, page),
        [shown_subject(site, subject, page.docname) for subject in page.subjects],
        [shown_meetings(site, subject.type, subject.label) for subject in page.subjects],
        talk_mentions(site, page),
        editions_around(site, page.docname),
        states(site, page),
        minutes_state(site, page),
        [digest for subject in page.subjects if (digest := shown_digest(site, subject.type, subject.label))],
    )


def shown_subject(site: Site, subject: Subject, docname: str) -> Profile | Series:
    """Return what the page *docname* shows of the *subject* that it is about."""
    if subject.type == "person":
        return profile(site, subject.label, docname)
    return series_of(site, subject.label)


def shown_meetings(site: Site, object_type: str, label: str) -> OfPerson | OfSeries:
    """Return what minutes say of the person or series *label*."""
    if object_type == "person":
        [entry] = site.names.find("person", label)
        return meetings_of_people(site).get(entry.name, OfPerson())
    return meetings_of_series(site).get(label, OfSeries())


def shown_digest(site: Site, object_type: str, label: str) -> Digest | None:
    """Return what is new in the series *label* since the last edition."""
    return latest_digest(site, label) if object_type == "series" else None


def profile(site: Site, label: str, docname: str) -> Profile:
    """Return what the page *docname*, which is about somebody, shows of them."""
    [entry] = site.names.find("person", label)
    person = site.known(entry.name) or Person(entry.title, entry.name)
    return Profile(
        person,
        picture_path(site.env, person),
        picture_stamp(site.env, person),
        works_of_people(site).get(entry.name, Works()),
        person_mentions(site, entry.name, docname),
    )


def _names(site: Site, page: Page) -> list[Name]:
    named = [("person", person.label, person.url or "") for person in page.mentioned()]
    if page.series_label():
        named.append(("series", page.series_label(), ""))
    found = []
    for object_type, label, url in named:
        entry, *_more = site.names.find(object_type, label)
        found.append(Name(site.mention(entry, page.docname, url), entry.name))
    return found
