"""Visitors for the head of a report in the HTML family of builders: its facts and its programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.due import due_tag
from sphinx_eventreport.sphinx_ext.inline.icons import icon_with_words
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.builder_kinds import is_epub

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.writers.html5 import HTML5Translator

_MEDIA: Mapping[str, tuple[str, Callable[[], str]]] = {
    "deck": ("slides", lambda: _("Slides")),
    "recording": ("video", lambda: _("Video")),
    "code": ("code", lambda: _("Code")),
}


def visit_facts(self: HTML5Translator, node: nodes.Element) -> None:
    """Open a list of terms and definitions, each pair in an element of its own."""
    classes = " ".join(node["classes"]) or "er-head"
    self.body.append(f'<dl class="{classes}">\n')


def depart_facts(self: HTML5Translator, _node: nodes.Element) -> None:
    """Close the list."""
    self.body.append("</dl>\n")


def visit_fact(self: HTML5Translator, _node: nodes.Element) -> None:
    """Open the element around a pair."""
    self.body.append("<div>")


def depart_fact(self: HTML5Translator, _node: nodes.Element) -> None:
    """Close the element around a pair."""
    self.body.append("</div>\n")


def visit_due(self: HTML5Translator, _node: nodes.Element) -> None:
    """Open the element that a script looks for."""
    self.body.append(due_tag())


def depart_due(self: HTML5Translator, _node: nodes.Element) -> None:
    """Close it."""
    self.body.append("</span>")


def visit_program(self: HTML5Translator, _node: nodes.Element) -> None:
    """Open the list of ways to the talks of the page."""
    label = self.attval(_("Talks"))
    self.body.append(f'<nav class="er-program" aria-label="{label}">\n')


def depart_program(self: HTML5Translator, _node: nodes.Element) -> None:
    """Close it."""
    self.body.append("</nav>\n")


def visit_program_day(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the day, where there are several, and open its talks; those of a large conference fold."""
    title = self.encode(node["title"])
    if node["fold"]:
        is_open = " open" if node["fold"] == "open" and not is_epub(self.builder) else ""
        self.body.append(f'<details class="er-fold-day"{is_open}><summary class="er-day">{title}</summary>\n')
    elif title:
        self.body.append(f'<p class="er-day">{title}</p>\n')
    classes = f"er-plain {node.parent['layout']}".strip()
    self.body.append(f'<ol class="{classes}">\n')


def depart_program_day(self: HTML5Translator, node: nodes.Element) -> None:
    """Close the talks of the day."""
    self.body.append("</ol>\n" + ("</details>\n" if node["fold"] else ""))


def visit_program_item(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the time, or its empty place; the child, if there is one, is the first slide."""
    self.body.append('<li class="er-talk-row">')
    if "er-no-time" not in node.parent.parent["layout"]:
        if node["clock"]:
            self.body.append(self.starttag(node, "time", "", datetime=node["datetime"]))
            self.body.append(f"{self.encode(node['clock'])}</time>")
        else:
            self.body.append("<span></span>")


def depart_program_item(self: HTML5Translator, node: nodes.Element) -> None:
    """Link the talk, name who speaks and where, and mark what there is of it."""
    address, title = self.attval(node["anchor"]), self.encode(node["title"])
    self.body.append(f'<div><a class="er-program-title" href="#{address}">{title}</a>')
    facts = [
        f'<span class="er-{name}">{self.encode(node[name])}</span>'
        for name in ("speakers", "room")
        if node[name]
    ]
    if facts:
        self.body.append(f' <span class="er-program-about">{" ".join(facts)}</span>')
    self.body.append("</div>")
    if node["media"]:
        marks = " ".join(_mark(self, kind) for kind in node["media"])
        self.body.append(f'<span class="er-has">{marks}</span>')
    self.body.append("</li>\n")


def visit_mark(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the drawing with its name for those who do not see it; a book has the words."""
    if not is_epub(self.builder):
        self.body.append(icon_with_words(node["mark"], node["name"]))
        raise nodes.SkipNode


def _mark(self: HTML5Translator, kind: str) -> str:
    """Return a drawing with its word for those who do not see it; a book has the word alone."""
    name, word = _MEDIA[kind]
    text = str(word())
    if is_epub(self.builder):
        return f"<span>{self.encode(text)}</span>"
    return f'<span class="er-mark" title="{self.attval(text)}">{icon_with_words(name, text)}</span>'
