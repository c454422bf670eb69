"""When a page is written: people as they are called today, and what is known of what it is about."""

from __future__ import annotations

from itertools import islice
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import ReferencesResolver, SphinxPostTransform

from sphinx_eventreport.core.records import Person
from sphinx_eventreport.sphinx_ext.backlinks import person_mentions, talk_mentions
from sphinx_eventreport.sphinx_ext.domain import report_domain
from sphinx_eventreport.sphinx_ext.names import media_anchor
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_editions,
    eventreport_program_item,
    eventreport_subject,
)
from sphinx_eventreport.sphinx_ext.person_history import PersonHistory, person_histories
from sphinx_eventreport.sphinx_ext.person_picture import picture_path
from sphinx_eventreport.sphinx_ext.render.editions import around_nodes, editions_nodes
from sphinx_eventreport.sphinx_ext.render.mentions import mentions_nodes
from sphinx_eventreport.sphinx_ext.render.profile import profile_nodes, works_nodes
from sphinx_eventreport.sphinx_ext.series_rows import editions, editions_around


class NamePeople(SphinxPostTransform):
    """Give people their names of today where the document has others.

    Names in bylines are references, and become right when those are resolved.
    """

    default_priority = ReferencesResolver.default_priority - 5

    def run(self, **kwargs: Any) -> None:
        """Walk only through pages on which somebody is called otherwise than the author wrote."""
        domain = report_domain(self.env)
        page = domain.pages.get(self.env.docname)
        if page is None or page is domain.written_pages[self.env.docname]:
            return
        speakers = {
            placed.anchor: ", ".join(person.name for person in placed.talk.speakers) for placed in page.talks
        }
        for item in self.document.findall(eventreport_program_item):
            item["speakers"] = speakers.get(item["anchor"], item["speakers"])
        for node in list(self.document.findall(nodes.inline)):
            if "er-mention" in node["classes"] and node["ids"]:
                self._add_anchor(node)

    def _add_anchor(self, mention: nodes.inline) -> None:
        """Let the label of today lead to a *mention* that was written with another one."""
        label = mention["ids"][0].removeprefix(media_anchor("person", ""))
        known = report_domain(self.env).people.find(label)
        anchor = media_anchor("person", known.label) if known else ""
        if anchor and anchor not in self.document.ids:
            mention["ids"].append(anchor)
            self.document.ids[anchor] = mention


class ResolveSubjects(SphinxPostTransform):
    """Draw what pages are about, and the way between editions, before references are resolved."""

    default_priority = ReferencesResolver.default_priority - 5

    def run(self, **kwargs: Any) -> None:
        """Replace each ``{person}`` and ``{series}`` by what is known now."""
        page = report_domain(self.env).pages.get(self.env.docname)
        if page is None:
            return
        if page.subjects:
            for node in list(self.document.findall(eventreport_subject)):
                drawn = self._person(node) if node["type"] == "person" else self._series(node)
                node.replace_self(nodes.container("", *drawn, classes=["er-profile"], is_div=True))
        if page.series_label():
            # It stands in the head: the walk is short.
            for place in list(islice(self.document.findall(eventreport_editions), 1)):
                around = editions_around(page, report_domain(self.env))
                place.replace_self(around_nodes(*around, self.env.docname))

    def _person(self, node: eventreport_subject) -> list[nodes.Node]:
        domain = report_domain(self.env)
        [entry] = domain.index.find("person", node["label"])
        person = domain.people.people.get(entry.name) or Person(entry.title, entry.name)
        rows = person_histories(domain).get(entry.name, PersonHistory())
        mentions = person_mentions(entry.name, entry.docname, self.env, domain)
        return [
            *profile_nodes(person, picture_path(self.env, person), node.children),
            *works_nodes(rows, self.env.docname, self.config.language),
            *mentions_nodes(mentions, self.env.docname),
        ]

    def _series(self, node: eventreport_subject) -> list[nodes.Node]:
        pages = editions(report_domain(self.env)).get(node["label"], [])
        return [*node.children, *editions_nodes(pages, self.env.docname, self.config.language)]


class AddMentions(SphinxPostTransform):
    """Say below each talk which pages refer to it, before references are resolved."""

    default_priority = ReferencesResolver.default_priority - 5

    def run(self, **kwargs: Any) -> None:
        """Look for the sections of talks that somebody mentions; of most pages there are none."""
        page = report_domain(self.env).pages.get(self.env.docname)
        found = talk_mentions(page, self.env, report_domain(self.env)) if page else {}
        for section in list(self.document.findall(nodes.section)) if found else ():
            anchor = next((name for name in section["ids"] if name in found), None)
            if anchor is not None:
                inner = section.first_child_matching_class(nodes.section)
                end = len(section) if inner is None else inner
                section[end:end] = mentions_nodes(found[anchor], self.env.docname)
