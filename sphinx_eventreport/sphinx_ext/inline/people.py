"""People in bylines: each name an anchor of its own, and a link to where the person is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.links import name_node
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.names import media_anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.core.records import Person

_FEW_SPEAKERS = 3
"""More names than these are shortened to as many, and the number of the others."""


def people_nodes(people: Sequence[Person], document: nodes.document, docname: str) -> list[nodes.Node]:
    """Return the names with commas between them; the first mention on a page gets an id.

    What the report says beside a name, such as the affiliation, is beside the link.
    """
    found: list[nodes.Node] = []
    for person in people:
        if found:
            found.append(nodes.Text(", "))
        found.append(_mention(person, document, docname))
    return found


def speakers_text(people: Sequence[Person]) -> str:
    """Return up to three names, and how many more there are."""
    names = ", ".join(person.name for person in people[:_FEW_SPEAKERS])
    more = len(people) - _FEW_SPEAKERS
    return _("%(names)s and %(more)s more") % {"names": names, "more": more} if more > 0 else names


def _mention(person: Person, document: nodes.document, docname: str) -> nodes.Node:
    name = nodes.inline(person.name, person.name, classes=["er-person"])
    anchor = media_anchor("person", person.label)
    wrapper = nodes.inline("", classes=["er-mention"])
    if anchor not in document.ids:
        wrapper["ids"].append(anchor)
        document.ids[anchor] = wrapper
    link = name_node("person", person.label, name, docname, person.url or "")
    wrapper += [*_beside(person.honorific_prefix, "%s "), link, *_beside(person.honorific_suffix, ", %s")]
    if person.affiliation:
        text = person.affiliation
        wrapper += [nodes.Text(" ("), nodes.inline(text, text, classes=["er-affiliation"]), nodes.Text(")")]
    return wrapper


def _beside(text: str | None, pattern: str) -> list[nodes.Node]:
    return [nodes.Text(pattern % text)] if text else []
