"""The domain ``eventreport``: one :class:`Page` per document, and the names on all pages.

The index from name to entry is derived from the pages when it is asked for. An index kept beside
them would lose the first owner of a duplicate label when the second one is corrected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.locale import _
from sphinx.util import docname_join
from sphinx.util.nodes import make_refnode

from sphinx_eventreport.core.dates.partial import date_from_path
from sphinx_eventreport.core.files.addresses import SiteAddresses
from sphinx_eventreport.core.identifiers import label_from_filename
from sphinx_eventreport.core.people.file import PeopleFile
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.log import warn
from sphinx_eventreport.sphinx_ext.site.known_people import with_known_people
from sphinx_eventreport.sphinx_ext.site.lazy_pages import LazyPages
from sphinx_eventreport.sphinx_ext.site.name_index import NameIndex
from sphinx_eventreport.sphinx_ext.site.names import media_anchor
from sphinx_eventreport.sphinx_ext.site.searched_names import searched_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.files.archive_lock import ArchivedDeck
    from sphinx_eventreport.sphinx_ext.site.page import Entry, Page

DOMAIN = "eventreport"
PAGE = "page"
"""The type of a link whose target is a document, with # and an id, and stands on the site for sure."""
INDEX_OF = {"person": "people", "series": "series"}
"""The index in which an object of a type has an entry of its own."""
_T = TypeVar("_T")


class ReportDomain(Domain):
    """Events, talks, decks, recordings and people, as names pages and other sites refer to."""

    name = DOMAIN
    label = "Event reports"
    data_version = 5
    initial_data: ClassVar[dict[str, Any]] = {"pages": LazyPages(), "people": ("", PeopleFile())}
    object_types: ClassVar[dict[str, ObjType]] = {
        "event": ObjType(_("event"), "event"),
        "talk": ObjType(_("talk"), "talk"),
        "deck": ObjType(_("deck"), "deck"),
        "slide": ObjType(_("slide"), "slide"),
        "recording": ObjType(_("recording"), "recording"),
        "person": ObjType(_("person"), "person"),
        "series": ObjType(_("series"), "series"),
    }
    # An unknown name gets a warning of ours, with the nearest label: see resolve_xref.
    dangling_warnings: ClassVar[dict[str, str]] = {}
    shelf: Any
    """The decks of the site, there from ``builder-inited`` on."""
    archive: Mapping[str, ArchivedDeck]
    """The hosted decks whose copies are in the source tree, by URL; there when pages are read."""

    is_changed: bool = False
    """Whether a page was read, or has gone, in this build."""
    written_indices: frozenset[str] = frozenset()
    """The indices whose pages are there already, as they are to be."""
    made_indices: frozenset[str] = frozenset()
    """The indices of which this builder makes pages that names can lead to."""

    relative_uri: Callable[[str, str], str]
    """The address of one document as this builder writes it on another; from ``builder-inited`` on."""

    writes_single_pages = False
    """Whether this builder certainly writes each page as a document of its own."""

    @property
    def pages(self) -> Mapping[str, Page]:
        """The page of each document that has something of ours, by docname.

        People are called as the file of people calls them today.
        """
        return self.derived("pages", lambda: with_known_people(dict(self.written_pages), self.people))

    @property
    def written_pages(self) -> LazyPages:
        """The pages with people as their authors wrote them, which is how they stand in the documents."""
        pages: LazyPages = self.data["pages"]
        return pages

    @property
    def people(self) -> PeopleFile:
        """The people whom the site has a file about; once in the environment, and not in each page."""
        _digest, people = self.data["people"]
        return cast("PeopleFile", people)

    def note_people(self, digest: str, people: PeopleFile) -> None:
        """Keep the content of the file of people, and the *digest* by which it is known again."""
        self._changed()
        self.data["people"] = (digest, people)

    @property
    def people_digest(self) -> str:
        """The digest of the file of people that was read last, "" if there was none."""
        digest, _people = self.data["people"]
        return str(digest)

    @property
    def index(self) -> NameIndex:
        """The names of all pages as they stand now."""
        return self.derived("index", lambda: NameIndex.of(self.pages, self.people))

    @property
    def has_slides(self) -> bool:
        """Whether slides are shown, or asked for, anywhere on the site."""
        return self.derived("has slides", lambda: any(page.has_slides for page in self.pages.values()))

    @property
    def addresses(self) -> SiteAddresses:
        """Where each document stands on this site, and on the one that a post comes from."""

        def make() -> SiteAddresses:
            pages = self.pages
            return SiteAddresses.of(
                {name: pages[name].addresses if name in pages else () for name in self.env.found_docs}
            )

        return self.derived("addresses", make)

    def derived(self, name: str, make: Callable[[], _T]) -> _T:
        """Return what *make* derives from the pages; made once for each state of them."""
        cache: dict[str, _T] = self.__dict__.setdefault("_derived", {})
        if name not in cache:
            cache[name] = make()
        return cache[name]

    def note_page(self, page: Page) -> None:
        """Keep *page*, or nothing if there is nothing in it."""
        self._changed()
        if page:
            self.written_pages[page.docname] = page

    def clear_doc(self, docname: str) -> None:
        """Forget the page *docname*."""
        self._changed()
        self.written_pages.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over the pages that a worker has read."""
        self._changed()
        self.written_pages.take(docnames, otherdata["pages"])

    def _changed(self) -> None:
        self.is_changed = True
        self.__dict__.pop("_derived", None)

    def check_consistency(self) -> None:
        """Warn about labels that two objects have; always in the order of the documents."""
        for entry, first in self.index.duplicates:
            if self._is_one_of_a_series(entry):
                continue
            where = self.env.doc2path(first.docname, base=False)
            problem = Problem(
                Subtype.DUPLICATE_LABEL,
                f"The {entry.type} label {entry.name!r} stands in {where} already, and references go there",
                hint="give one of the two another label",
            )
            warn(problem, (entry.docname, entry.line))

    def _is_one_of_a_series(self, entry: Entry) -> bool:
        """Return whether *entry* is of a post whose label nobody wrote: its file name without the date.

        A blog has many posts called so, such as one for each meeting, and asks for none by that name.
        """
        page = self.pages[entry.docname]
        path = str(self.env.doc2path(entry.docname, base=False))
        dated = date_from_path(path) is not None
        return dated and page.report is not None and page.report.label == label_from_filename(path)

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield every name once, for the inventory and the search index."""
        for entry, priority in searched_names(self.index, self.pages):
            # Somebody whom no page names may have a place in the index of people.
            docname, anchor = (entry.docname, entry.anchor) if entry.docname else self.place_of(entry)
            if docname:
                yield entry.name, entry.title, entry.type, docname, anchor, priority

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
        if typ == PAGE:
            docname, _hash, fragment = target.partition("#")
            return make_refnode(builder, fromdocname, docname, fragment, contnode, node.get("reftitle"))
        entries = self.index.find(typ, target)
        if not entries:
            return None
        if len(entries) > 1:
            warn(_ambiguous(typ, target, entries), node)
        if node.get("mention"):
            return self._mention(builder, fromdocname, entries[0], node, contnode)
        return self._link(builder, fromdocname, entries[0], node, contnode)

    def _mention(
        self,
        builder: Builder,
        fromdocname: str,
        entry: Entry,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference:
        """Return a name in the head as it is spelled today, linked to what says most about it."""
        name, url = contnode, None
        if entry.type == "person":
            name = nodes.inline("", entry.title, classes=contnode.get("classes", []))
            url = self.url_of(entry.name) or node.get("url")
        if url and not entry.is_home:
            return nodes.reference("", "", name, refuri=url)
        docname, anchor = self.place_of(entry)
        if docname == fromdocname and not entry.is_home:
            # The mention is the very place that the name stands for. No link to itself.
            return name  # type: ignore[return-value]
        return make_refnode(builder, fromdocname, docname, anchor, name, entry.title)

    def _link(
        self, builder: Builder, fromdocname: str, entry: Entry, node: pending_xref, contnode: nodes.Element
    ) -> nodes.reference:
        """Return a link to *entry*; the text alone if it stands nowhere, and has no address elsewhere."""
        if not node.get("refexplicit"):
            title = entry.title[:1].upper() + entry.title[1:] if node.get("begins_sentence") else entry.title
            contnode = nodes.inline("", title, classes=contnode.get("classes", []))
        docname, anchor = self.place_of(entry)
        if not docname:
            url = self.url_of(entry.name)
            return nodes.reference("", "", contnode, refuri=url) if url else contnode  # type: ignore[return-value]
        return make_refnode(builder, fromdocname, docname, anchor, contnode, entry.title)

    def place_of(self, entry: Entry) -> tuple[str, str]:
        """Return the page and the id to which a link to *entry* leads.

        For a person or series that no page is about, that is the index, if there is one. Somebody whom
        only the file of people knows stands nowhere else, which is the page "".
        """
        index = INDEX_OF.get(entry.type)
        if index in self.made_indices and not entry.is_home:
            return f"{DOMAIN}-{index}", media_anchor(entry.type, entry.name)
        return entry.docname, entry.anchor

    def url_of(self, label: str) -> str | None:
        """Return the address that the file of people gives for somebody."""
        known = self.people.people.get(label)
        return known.url if known else None

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
        entry = self.any_object(target, besides=docname_join(fromdocname, target))
        if entry is None:
            return []
        link = self._link(builder, fromdocname, entry, node, contnode.deepcopy())
        return [(f"{DOMAIN}:{entry.type}", link)]

    def any_object(self, target: str, *, besides: str = "") -> Entry | None:
        """Return what *target* means where no type is told; not the event on the page *besides*.

        A series without a page is left out: it would only be in the way of a section of that name.
        """
        for typ in self.object_types:
            entries = self.index.find(typ, target)
            if len(entries) != 1 or (typ == "event" and entries[0].docname == besides):
                continue
            if typ != "series" or entries[0].is_home:
                return entries[0]
        return None


def report_domain(env: BuildEnvironment) -> ReportDomain:
    """Return the domain of *env*."""
    domain = env.get_domain(ReportDomain.name)
    return cast("ReportDomain", domain)


def _ambiguous(typ: str, target: str, entries: list[Entry]) -> Problem:
    names = ", ".join(repr(entry.name) for entry in entries)
    return Problem(
        Subtype.AMBIGUOUS_TARGET,
        f"{target!r} means more than one {typ}; the first is taken",
        hint=f"write one of {names}",
    )
