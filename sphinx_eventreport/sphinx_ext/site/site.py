"""Facts derived from all pages of a site, each fact once for each state of the pages."""

from __future__ import annotations

from collections import Counter
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from sphinx_eventreport.core.dates.in_words import date_text
from sphinx_eventreport.core.files.addresses import SiteAddresses
from sphinx_eventreport.sphinx_ext.site.known_people import with_known_people
from sphinx_eventreport.sphinx_ext.site.link import Day, Link
from sphinx_eventreport.sphinx_ext.site.name_index import NameIndex
from sphinx_eventreport.sphinx_ext.site.names import index_page, media_anchor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.people.file import PeopleFile
    from sphinx_eventreport.core.records import Person
    from sphinx_eventreport.sphinx_ext.site.build import Build
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.placed import Entry

_OF_A_DAY = frozenset({"event", "talk", "decision", "action"})
"""The object types whose titles come again, as "Welcome" does."""

P = ParamSpec("P")
T = TypeVar("T")


class Site:
    """The pages as they are now, and what follows from them.

    The domain makes another one when a page changes, so nothing here is ever out of date. What rooms above
    this one derive is a function with the decorator `fact`.
    """

    def __init__(
        self,
        env: BuildEnvironment,
        written: Mapping[str, Page],
        people: PeopleFile,
        build: Build,
        *,
        is_changed: bool,
    ) -> None:
        """Begin with the pages as *written*, which call *people* as their authors do.

        *is_changed* tells whether a page was read, or has gone, in this build.
        """
        self.env = env
        self.written = written
        self.people = people
        self.build = build
        self.is_changed = is_changed
        self._facts: dict[object, Any] = {}

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The pages by docname, with their people as the people file calls them."""
        return with_known_people(dict(self.written), self.people)

    @cached_property
    def listed(self) -> Mapping[str, Page]:
        """The pages that others may show, by docname and in the order of the documents."""
        return {name: page for name, page in sorted(self.pages.items()) if name not in self.unlisted}

    @cached_property
    def unlisted(self) -> frozenset[str]:
        """The reports that have an address, and that nothing lists."""
        return frozenset(name for name, page in self.pages.items() if page.is_unlisted)

    @cached_property
    def names(self) -> NameIndex:
        """The names on all pages."""
        return NameIndex.of(self.pages, self.build.types, self.people)

    @cached_property
    def has_slides(self) -> bool:
        """Whether slides are shown, or asked for, on any page."""
        return any(page.has_slides for page in self.pages.values())

    @cached_property
    def addresses(self) -> SiteAddresses:
        """Where each document is on this site, and on the one that a post comes from."""
        pages = self.pages
        found = {name: pages[name].addresses if name in pages else () for name in self.env.found_docs}
        return SiteAddresses.of(found)

    def title_of(self, docname: str) -> str | None:
        """Return the title of any document, ``None`` if there is no such document."""
        title = self.env.titles.get(docname)
        return title.astext() if title is not None else None

    def page_link(self, docname: str) -> Link:
        """Return the link to a whole page, told apart from others with its title."""
        return self.told_apart(Link(self.title_of(docname) or docname, docname))

    def told_apart(self, link: Link) -> Link:
        """Return *link* with the day of its event, if other events, talks or decisions have its title.

        It is for links that stand where no day is beside them.
        """
        page = self.pages.get(link.docname)
        if page is None or page.start is None:
            return link
        if (link.title == page.title, link.title) not in self._shared_titles:
            return link
        text = date_text(page.start, str(self.env.config.language), is_short=True)
        return link._replace(day=Day(page.start.isoformat()[:10], text))

    @cached_property
    def _shared_titles(self) -> frozenset[tuple[bool, str]]:
        """The titles that several have: whether of pages, and not of what is on them; and the title."""
        found: Counter[tuple[bool, str]] = Counter()
        for page in self.listed.values():
            parts = [
                *(placed.talk.title for placed in page.talks),
                *(placed.record.title for placed in page.objects),
            ]
            found.update([(True, page.title)] if page.report else [])
            found.update((False, title) for title in parts)
        return frozenset(title for title, number in found.items() if number > 1)

    def known(self, label: str) -> Person | None:
        """Return somebody whom the people file knows."""
        return self.people.people.get(label)

    def link(self, entry: Entry) -> Link:
        """Return the link to *entry*.

        For a person or series that no page is about, it leads to the index, if there is one. Somebody whom
        only the people file knows is on no page, and may have an address of their own.
        """
        index = self.build.types[entry.type].index
        if index in self.build.indices and not entry.is_home:
            return Link(entry.title, index_page(index), media_anchor(entry.type, entry.name))
        if entry.docname:
            link = Link(entry.title, entry.docname, entry.anchor)
            return self.told_apart(link) if entry.type in _OF_A_DAY else link
        return Link(entry.title, url=self._url_of(entry.name))

    def link_to(self, object_type: str, name: str) -> Link:
        """Return the link to the object *name*, which is known to be there."""
        entry, *_more = self.names.find(object_type, name)
        return self.link(entry)

    def mention(self, entry: Entry, docname: str, url: str = "") -> Link:
        """Return the link of a name in the head of the page *docname*, to what says most about *entry*.

        *url* is the address that the author gives for somebody. The very place that a name means
        does not link to itself.
        """
        if entry.type == "person" and not entry.is_home:
            url = self._url_of(entry.name) or url
            if url:
                return Link(entry.title, url=url)
        link = self.link(entry)
        return Link(link.title) if link.docname == docname and not entry.is_home else link

    def _url_of(self, label: str) -> str:
        known = self.known(label)
        return (known.url if known else None) or ""

    def any_object(self, target: str, *, besides: str = "") -> Entry | None:
        """Return what *target* means where no type is told: an event before a talk before a deck.

        Nothing where the first type that has the name has it more than once. Not the event on the page
        *besides*. A series without a page is left out: it would only be in the way
        of a section of that name.
        """
        for typ in self.build.types:
            entries = self.names.find(typ, target)
            if len(entries) > 1:
                # To take what comes after it would be a guess.
                return None
            is_here = typ == "event" and entries and entries[0].docname == besides
            if entries and not is_here and (typ != "series" or entries[0].is_home):
                return entries[0]
        return None

    def shared_name(self, target: str) -> list[Entry]:
        """Return what *target* means where no type is told and several objects of one type have the name."""
        if self.any_object(target) is not None:
            return []
        found = (self.names.find(typ, target) for typ in self.build.types)
        return next((entries for entries in found if len(entries) > 1), [])

    def derive(self, make: Callable[..., T], *arguments: object) -> T:
        """Return what *make* derives from the site and hashable *arguments*, made once."""
        key = (make, *arguments)
        if key not in self._facts:
            self._facts[key] = make(self, *arguments)
        found: T = self._facts[key]
        return found


def fact(make: Callable[Concatenate[Site, P], T]) -> Callable[Concatenate[Site, P], T]:
    """Have *make* run once for each site and set of arguments: a cached property of a room above this one."""

    @wraps(make)
    def known(site: Site, /, *arguments: P.args, **named: P.kwargs) -> T:
        return site.derive(make, *arguments, *named.values())

    return known
