"""When a page is written: people as they are called today, and what is known of what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.links import mentions_nodes
from sphinx_eventreport.sphinx_ext.inline.people import speakers_text
from sphinx_eventreport.sphinx_ext.inline.translations import Translations
from sphinx_eventreport.sphinx_ext.listings.draw import level_below
from sphinx_eventreport.sphinx_ext.listings.feeds import subscribe_nodes
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_editions,
    eventreport_program_item,
    eventreport_subject,
)
from sphinx_eventreport.sphinx_ext.people.digests import digest_nodes
from sphinx_eventreport.sphinx_ext.people.editions import around_nodes, editions_nodes
from sphinx_eventreport.sphinx_ext.people.meetings import person_nodes, series_nodes
from sphinx_eventreport.sphinx_ext.people.profile import (
    counts_of_works,
    own_words,
    profile_nodes,
    works_nodes,
)
from sphinx_eventreport.sphinx_ext.people.shown import profile, shown_digest, shown_meetings
from sphinx_eventreport.sphinx_ext.site.backlinks import talk_mentions
from sphinx_eventreport.sphinx_ext.site.editions import editions_around, series_of
from sphinx_eventreport.sphinx_ext.site.meetings import OfPerson
from sphinx_eventreport.sphinx_ext.site.names import media_anchor
from sphinx_eventreport.sphinx_ext.site.page_transform import PageTransform

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_eventreport.core.records import Person
    from sphinx_eventreport.sphinx_ext.site.link import Link


class NamePeople(PageTransform):
    """Give people their names of today where the document has others.

    Names in bylines are references, and become right when those are resolved.
    """

    def run(self, **kwargs: Any) -> None:
        """Walk only through pages on which somebody is called otherwise than the author wrote."""
        is_as_written = self.page is self.site.written.get(self.env.docname)
        if is_as_written and not self.may_hold_all_pages:
            return
        for item in self.document.findall(eventreport_program_item):
            page = self.site.pages.get(self.docname_of(item))
            talks = page.talks if page else ()
            talk = next((placed.talk for placed in talks if placed.anchor == item["anchor"]), None)
            if talk is not None:
                item["speakers"] = speakers_text(talk.speakers)
        for node in list(self.document.findall(nodes.inline)):
            if "er-mention" in node["classes"] and node["ids"]:
                self._add_anchor(node)

    def _add_anchor(self, mention: nodes.inline) -> None:
        """Let the label of today lead to a *mention* that was written with another one."""
        label = mention["ids"][0].removeprefix(media_anchor("person", ""))
        known = self.site.people.find(label)
        anchor = media_anchor("person", known.label) if known else ""
        if anchor and anchor not in self.document.ids:
            mention["ids"].append(anchor)
            self.document.ids[anchor] = mention


class ResolveSubjects(PageTransform):
    """Replace each ``{person}`` and ``{series}`` by what is known now."""

    def run(self, **kwargs: Any) -> None:
        """Draw everything that the page is about."""
        if self.may_hold_all_pages or (self.page and self.page.subjects):
            for node in list(self.document.findall(eventreport_subject)):
                docname = self.docname_of(node)
                drawn = (
                    self._person(node, docname) if node["type"] == "person" else self._series(node, docname)
                )
                drawn += self._meetings(node, docname)
                node.replace_self(nodes.container("", *drawn, classes=["er-profile"], is_div=True))

    def _meetings(self, node: eventreport_subject, docname: str) -> list[nodes.Node]:
        found = shown_meetings(self.site, node["type"], node["label"])
        draw = person_nodes if isinstance(found, OfPerson) else series_nodes
        return draw(found, docname, self.config.language, level_below(node))  # type: ignore[arg-type]

    def _person(self, node: eventreport_subject, docname: str) -> list[nodes.Node]:
        found = profile(self.site, node["label"], docname)
        head = profile_nodes(found.person, found.picture, is_html=self.site.build.builder.format == "html")
        words = own_words(self._translated(found.person, docname), node.children)
        return [
            *head,
            *words,
            *counts_of_works(found.works),
            *works_nodes(found.works, docname, self.config.language, level_below(node)),
            *mentions_nodes(found.mentions, docname),
        ]

    def _translated(self, person: Person, docname: str) -> Person:
        """Return *person* with the biography in the language of the site, from the catalogue of the page."""
        paragraphs = (person.bio or "").split("\n\n")
        translated = "\n\n".join(map(Translations(self.env, docname).of, paragraphs))
        return replace(person, bio=translated or None)

    def _series(self, node: eventreport_subject, docname: str) -> list[nodes.Node]:
        found = series_of(self.site, node["label"])
        drawn = editions_nodes(
            found,
            docname,
            self.config.language,
            level_below(node),
            is_html=self.site.build.builder.format == "html",
        )
        return [*node.children, *self._news(node, docname), *drawn]

    def _news(self, node: eventreport_subject, docname: str) -> list[nodes.Node]:
        """Return what is new since the last edition, and the links to the feed of it."""
        found = shown_digest(self.site, node["type"], node["label"])
        page = self.site.pages.get(docname)
        subjects = [one for one in (page.subjects if page else ()) if one.feed and one.label == node["label"]]
        return [
            *(digest_nodes(found, docname, self.config.language, level_below(node)) if found else ()),
            *(line for subject in subjects for line in subscribe_nodes(self.site, docname, subject)),
        ]


class LinkEditions(PageTransform):
    """Link the report of an event to those of the previous and the next edition."""

    def run(self, **kwargs: Any) -> None:
        """Replace the place in the head of each report of a series."""
        if self.may_hold_all_pages or (self.page and self.page.series_label()):
            for place in list(self.document.findall(eventreport_editions)):
                docname = self.docname_of(place)
                place.replace_self(around_nodes(editions_around(self.site, docname), docname))


class AddMentions(PageTransform):
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

    def _found(self, docname: str) -> Mapping[str, Sequence[Link]]:
        page = self.site.pages.get(docname)
        return talk_mentions(self.site, page) if page else {}
