"""When a page is written: people as they are called today, and what is known of what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import ReferencesResolver, SphinxPostTransform

from sphinx_eventreport.core.records import Person
from sphinx_eventreport.sphinx_ext.inline.mentions import mentions_nodes
from sphinx_eventreport.sphinx_ext.listings.draw import level_below
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_editions,
    eventreport_program_item,
    eventreport_subject,
)
from sphinx_eventreport.sphinx_ext.people.editions import around_nodes, editions_nodes
from sphinx_eventreport.sphinx_ext.people.profile import profile_nodes, works_nodes
from sphinx_eventreport.sphinx_ext.site.backlinks import person_mentions, talk_mentions
from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain, report_domain
from sphinx_eventreport.sphinx_ext.site.editions import editions, editions_around
from sphinx_eventreport.sphinx_ext.site.names import media_anchor
from sphinx_eventreport.sphinx_ext.site.person_history import PersonHistory, person_histories
from sphinx_eventreport.sphinx_ext.site.person_pictures import picture_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.sphinx_ext.site.backlinks import Mention
    from sphinx_eventreport.sphinx_ext.site.page import Page


class SubjectTransform(SphinxPostTransform):
    """A transform of pages that name people or series, before the references in them are resolved.

    Some builders put all pages into one document. There, nodes tell by where they stand which page they
    belong to, and all are looked at.
    """

    default_priority = ReferencesResolver.default_priority - 5

    @property
    def domain(self) -> ReportDomain:
        """The domain of the site."""
        return report_domain(self.env)

    @property
    def page(self) -> Page | None:
        """What is kept of the document that is written."""
        return self.domain.pages.get(self.env.docname)

    @property
    def may_hold_all_pages(self) -> bool:
        """Whether the document may be more than one page. A walk costs, so most pages are spared it."""
        return not self.domain.writes_single_pages

    def docname_of(self, node: nodes.Node) -> str:
        """Return the name of the page on which *node* stands."""
        parent: nodes.Node | None = node
        while parent is not None:
            # Sphinx notes it in the title's section, and may leave the section's parent as it was.
            if isinstance(parent, nodes.section) and "docname" in parent:
                return str(parent["docname"])
            parent = parent.parent
        return self.env.docname


class NamePeople(SubjectTransform):
    """Give people their names of today where the document has others.

    Names in bylines are references, and become right when those are resolved.
    """

    def run(self, **kwargs: Any) -> None:
        """Walk only through pages on which somebody is called otherwise than the author wrote."""
        is_as_written = self.page is self.domain.written_pages.get(self.env.docname)
        if is_as_written and not self.may_hold_all_pages:
            return
        for item in self.document.findall(eventreport_program_item):
            page = self.domain.pages.get(self.docname_of(item))
            talks = page.talks if page else ()
            talk = next((placed.talk for placed in talks if placed.anchor == item["anchor"]), None)
            if talk is not None:
                item["speakers"] = ", ".join(person.name for person in talk.speakers)
        for node in list(self.document.findall(nodes.inline)):
            if "er-mention" in node["classes"] and node["ids"]:
                self._add_anchor(node)

    def _add_anchor(self, mention: nodes.inline) -> None:
        """Let the label of today lead to a *mention* that was written with another one."""
        label = mention["ids"][0].removeprefix(media_anchor("person", ""))
        known = self.domain.people.find(label)
        anchor = media_anchor("person", known.label) if known else ""
        if anchor and anchor not in self.document.ids:
            mention["ids"].append(anchor)
            self.document.ids[anchor] = mention


class ResolveSubjects(SubjectTransform):
    """Replace each ``{person}`` and ``{series}`` by what is known now."""

    def run(self, **kwargs: Any) -> None:
        """Draw everything that the page is about."""
        if self.may_hold_all_pages or (self.page and self.page.subjects):
            for node in list(self.document.findall(eventreport_subject)):
                docname = self.docname_of(node)
                drawn = (
                    self._person(node, docname) if node["type"] == "person" else self._series(node, docname)
                )
                node.replace_self(nodes.container("", *drawn, classes=["er-profile"], is_div=True))

    def _person(self, node: eventreport_subject, docname: str) -> list[nodes.Node]:
        [entry] = self.domain.index.find("person", node["label"])
        person = self.domain.people.people.get(entry.name) or Person(entry.title, entry.name)
        rows = person_histories(self.domain).get(entry.name, PersonHistory())
        mentions = person_mentions(entry.name, docname, self.env, self.domain)
        return [
            *profile_nodes(person, picture_path(self.env, person), node.children),
            *works_nodes(rows, docname, self.config.language, level_below(node)),
            *mentions_nodes(mentions, docname),
        ]

    def _series(self, node: eventreport_subject, docname: str) -> list[nodes.Node]:
        pages = editions(self.domain).get(node["label"], [])
        return [*node.children, *editions_nodes(pages, docname, self.config.language, level_below(node))]


class LinkEditions(SubjectTransform):
    """Link the report of an event to those of the previous and the next edition."""

    def run(self, **kwargs: Any) -> None:
        """Replace the place in the head of each report of a series."""
        if self.may_hold_all_pages or (self.page and self.page.series_label()):
            for place in list(self.document.findall(eventreport_editions)):
                docname = self.docname_of(place)
                page = self.domain.pages.get(docname)
                around = editions_around(page, self.domain) if page else (None, None)
                place.replace_self(around_nodes(*around, docname))


class AddMentions(SubjectTransform):
    """Say below each talk which pages refer to it."""

    def run(self, **kwargs: Any) -> None:
        """Look for the sections of talks that somebody mentions; on most pages there are none."""
        if not self.may_hold_all_pages and not self._found(self.env.docname):
            return
        for section in list(self.document.findall(nodes.section)):
            docname = self.docname_of(section)
            found = self._found(docname)
            anchor = next((name for name in section["ids"] if name in found), None)
            if anchor is not None:
                inner = section.first_child_matching_class(nodes.section)
                end = len(section) if inner is None else inner
                section[end:end] = mentions_nodes(found[anchor], docname)

    def _found(self, docname: str) -> Mapping[str, Sequence[Mention]]:
        page = self.domain.pages.get(docname)
        return talk_mentions(page, self.env, self.domain) if page else {}
