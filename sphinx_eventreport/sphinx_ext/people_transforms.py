"""When a page is written: people as they are called today, and what is known of those it is about."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import ReferencesResolver, SphinxPostTransform

from sphinx_eventreport.core.records import Person
from sphinx_eventreport.sphinx_ext.domain import report_domain
from sphinx_eventreport.sphinx_ext.names import media_anchor
from sphinx_eventreport.sphinx_ext.nodes import eventreport_person, eventreport_program_item
from sphinx_eventreport.sphinx_ext.person_picture import picture_path
from sphinx_eventreport.sphinx_ext.person_rows import PersonRows, person_rows
from sphinx_eventreport.sphinx_ext.render.profile import profile_nodes, works_nodes


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


class ResolvePeople(SphinxPostTransform):
    """Replace each ``{person}`` by what is known now, before the references in it are resolved."""

    default_priority = ReferencesResolver.default_priority - 5

    def run(self, **kwargs: Any) -> None:
        """Draw everybody whom the page is about."""
        page = report_domain(self.env).pages.get(self.env.docname)
        if page is not None and page.people:
            for node in list(self.document.findall(eventreport_person)):
                node.replace_self(self._drawn(node))

    def _drawn(self, node: eventreport_person) -> list[nodes.Node]:
        domain = report_domain(self.env)
        [entry] = domain.index.find("person", node["label"])
        person = domain.people.people.get(entry.name) or Person(entry.title, entry.name)
        profile = profile_nodes(person, picture_path(self.env, person), node.children)
        rows = person_rows(domain).get(entry.name, PersonRows())
        works = works_nodes(rows, self.env.docname, self.config.language)
        return [nodes.container("", *profile, *works, classes=["er-profile"], is_div=True)]
