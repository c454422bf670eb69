"""The domain ``eventreport``: one :class:`Page` for each document, and the names on all pages.

Names are derived from the pages. An index kept beside them would lose the first owner of a duplicate label
when the second one is corrected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.domains import Domain

from sphinx_eventreport.core.people.file import PeopleFile
from sphinx_eventreport.sphinx_ext.log import problems_found
from sphinx_eventreport.sphinx_ext.site.name_index import searched_names
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN
from sphinx_eventreport.sphinx_ext.site.page import LazyPages, LazyTexts
from sphinx_eventreport.sphinx_ext.site.resolving import Place, resolved, resolved_any
from sphinx_eventreport.sphinx_ext.site.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.domains import ObjType
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.sphinx_ext.log import PageProblems
    from sphinx_eventreport.sphinx_ext.site.build import Build
    from sphinx_eventreport.sphinx_ext.site.page import Page


class ReportDomain(Domain):
    """Events, talks, decks, recordings and people, as names pages and other sites refer to."""

    name = DOMAIN
    label = "Event reports"
    data_version = 11
    initial_data: ClassVar[dict[str, Any]] = {
        "pages": LazyPages(),
        "texts": LazyTexts(),
        "people": ("", PeopleFile(), ()),
        "problems": {},
        "traces": {},
    }
    object_types: ClassVar[dict[str, ObjType]] = {}
    """Those of our table, filled where the domain is registered."""
    # An unknown name gets a warning of ours, with the nearest label.
    dangling_warnings: ClassVar[dict[str, str]] = {}

    is_changed: bool = False
    """Whether a page was read, or has gone, in this build."""
    _build: Build | None = None
    _site: Site | None = None

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._read: set[str] = set()

    def begin(self, build: Build) -> None:
        """Take what this *build* has, whatever the last one of the same application had."""
        self._build, self._site, self.is_changed, self._read = build, None, False, set()

    @property
    def has_begun(self) -> bool:
        """Whether it came to a build: an application may end before."""
        return self._build is not None

    @property
    def build(self) -> Build:
        """All that this build has besides the pages; there before the first page is read."""
        if self._build is None:
            message = "no build has begun"
            raise RuntimeError(message)
        return self._build

    @property
    def site(self) -> Site:
        """The facts that follow from the pages as they are now."""
        if self._site is None:
            pages, people = self.data["pages"], self.data["people"][1]
            self._site = Site(self.env, pages, people, self.build, is_changed=self.is_changed)
        return self._site

    @property
    def people_digest(self) -> str:
        """The digest of the people file that was read last, "" if there was none."""
        return str(self.data["people"][0])

    @property
    def people_problems(self) -> tuple[Problem, ...]:
        """The problems of that file."""
        return cast("tuple[Problem, ...]", self.data["people"][2])

    def note_people(self, digest: str, people: PeopleFile, problems: Iterable[Problem] = ()) -> None:
        """Keep the content of the people file, its *problems*, and the *digest* by which it is known."""
        self._changed()
        self.data["people"] = (digest, people, tuple(problems))

    def note_page(self, page: Page) -> None:
        """Keep *page*, or nothing if there is nothing in it."""
        self._changed()
        if page:
            self.data["pages"][page.docname] = page

    def written_page(self, docname: str) -> Page | None:
        """Return the page *docname* as its author wrote it, ``None`` where nothing is in it."""
        return cast("Page | None", self.data["pages"].get(docname))

    @property
    def texts(self) -> LazyTexts:
        """What the places of each document are found by, by docname."""
        return cast("LazyTexts", self.data["texts"])

    @property
    def problems(self) -> dict[str, PageProblems]:
        """The problems found when documents were read, by docname."""
        return cast("dict[str, PageProblems]", self.data["problems"])

    @property
    def old_problems(self) -> dict[str, PageProblems]:
        """The problems of documents that were not read in this build."""
        return {docname: found for docname, found in self.problems.items() if docname not in self._read}

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Keep the problems of the document *docname*, which was read."""
        found = problems_found(env)
        if found is not None:
            self.problems[docname] = found

    def clear_doc(self, docname: str) -> None:
        """Forget the page *docname*, which is read next, or has gone."""
        self._changed()
        self._read.add(docname)
        self.data["pages"].pop(docname, None)
        self.texts.forget(docname)
        self.problems.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over the pages that a worker has read."""
        self._changed()
        self.data["pages"].take(docnames, otherdata["pages"])
        self.texts.take(docnames, otherdata["texts"])
        problems = otherdata["problems"]
        self.problems.update({name: problems[name] for name in docnames if name in problems})

    def _changed(self) -> None:
        self.is_changed = True
        self._site = None

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield every name once, for the inventory."""
        return self._objects()

    def searched_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield the names that a search finds, for the search index of Sphinx.

        That has no id where it is "", or made of type and name of the object, and every script that reads it
        makes one of the title (sphinx-doc/sphinx#10380). So the title stands for the name, and no id is "".
        """
        for _name, title, kind, docname, anchor, priority in self._objects():
            page = self.written_page(docname)
            place = anchor or (page.top if page else "")
            if priority >= 0 and place:
                yield title, title, kind, docname, place, priority

    def _objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        for entry, priority in searched_names(self.site.names, self.site.pages):
            # Somebody whom no page names may have a place in the index of people.
            place = entry if entry.docname else self.site.link(entry)
            if place.docname and place.docname not in self.site.unlisted:
                yield entry.name, entry.title, entry.type, place.docname, place.anchor, priority

    def resolve_xref(  # noqa: PLR0913, PLR0917 -- Sphinx's signature
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Return the link, or ``None`` for an unknown name: then intersphinx is asked."""
        return resolved(Place(self.site, builder, fromdocname), typ, target, node, contnode)

    def resolve_any_xref(  # noqa: PLR0913, PLR0917 -- Sphinx's signature
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return a link to the object called *target*: an event before a talk before a deck.

        A report's label is often the name of its document, too. Then ``:doc:`` leads there already.
        """
        found = resolved_any(Place(self.site, builder, fromdocname), target, node, contnode)
        return [found] if found else []


def report_domain(env: BuildEnvironment) -> ReportDomain:
    """Return the domain of *env*."""
    return cast("ReportDomain", env.get_domain(DOMAIN))


def site_of(env: BuildEnvironment) -> Site:
    """Return what follows from the pages of *env* as they are now."""
    return report_domain(env).site
