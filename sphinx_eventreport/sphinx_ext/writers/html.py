"""Visitors for the HTML family of builders."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.node_kinds import nodes_of
from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.inline.icons import icon
from sphinx_eventreport.sphinx_ext.inline.links import breakable
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_parts
from sphinx_eventreport.sphinx_ext.site.builder_kinds import is_epub

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.writers.html5 import HTML5Translator

_KINDS: Mapping[str, tuple[str, Callable[[], str], Callable[[], str]]] = {
    "deck": ("slides", lambda: _("Show here"), lambda: _("Showing it here loads %s.")),
    "recording": ("video", lambda: _("Play here"), lambda: _("Playing it here loads %s.")),
    "audio": ("audio", lambda: _("Play here"), lambda: _("Playing it here loads %s.")),
    "frame": ("page", lambda: _("Show here"), lambda: _("Showing it here loads %s.")),
}
"""The drawing of each kind of content, the word of its button, and what that does."""
_JOINED = lazy_regex("([^ \t\n]*\N{NO-BREAK SPACE}[^ \t\n]*)")
_CAPTIONS = (nodes.caption, nodes.legend)
_SANDBOX = "allow-popups allow-popups-to-escape-sandbox allow-presentation allow-same-origin allow-scripts"


class HoldFigures(SphinxPostTransform):
    """Make one of what is in a figure without a caption, after its slides are there.

    docutils closes a caption in each figure that has more than one node, whether it is open or not.
    """

    default_priority = 260
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Look at the figures of everybody: those of raw HTML can be so as well."""
        for figure in nodes_of(self.document, nodes.figure):
            if len(figure) > 1 and not any(isinstance(node, _CAPTIONS) for node in figure.children):
                figure[:] = [eventreport_parts("", *figure.children)]


class HoldWords(SphinxPostTransform):
    """Keep words of headings together that an author joined, as long as a line has room for them.

    Where all spaces of a long name are no-break ones, and a line has no room for it, a browser breaks it in
    the middle of a word.
    """

    default_priority = 260
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Look at all headings; few have such a space."""
        for title in nodes_of(self.document, nodes.title):
            for text in [one for one in title.findall(nodes.Text) if "\N{NO-BREAK SPACE}" in one]:
                text.parent.replace(text, _held(text))


def _held(text: str) -> list[nodes.Node]:
    """Return *text* with joined words in elements of their own, which may be broken at each space."""
    found: list[nodes.Node] = []
    for part in _JOINED.split(text):
        if "\N{NO-BREAK SPACE}" in part:
            found.append(nodes.inline("", "", *breakable(part), classes=["er-together"]))
        elif part:
            found.append(nodes.Text(part))
    return found


def visit_facade(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the row of an embed below its picture, if it has one; the script puts the player there.

    The ratio is that of an empty SVG, so the page needs no inline style. Without the script, what is inside
    works: the title is a link.
    """
    if node.get("is_line"):
        self.body.append('<p class="er-face-line">')
        return
    mark, button, loads = _KINDS.get(node.get("what", ""), _KINDS[node["kind"]])
    attributes = {"data-er-kind": node["kind"]}
    if node["embed"] or not node["host"]:
        # A file of the site has no host, and needs no address either: the script takes that of the link.
        attributes["data-er-label"] = button()
        host = urlsplit(node["embed"]).hostname
        if host:
            attributes["data-er-loads"] = loads() % host.removeprefix("www.")
    if node["embed"]:
        attributes["data-er-embed"] = node["embed"]
        if node.get("is_sandboxed"):
            attributes["data-er-sandbox"] = _SANDBOX
    self.body.append(self.starttag(node, "div", "", **attributes))
    _write_stage(self, node)
    drawing = "" if is_epub(self.builder) else icon(mark)
    self.body.append(f'<div class="er-face-body">\n{drawing}<div><p class="er-face-title">')


def _write_stage(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the picture of a facade, in the room of its player."""
    pictures = [child for child in node.children if isinstance(child, nodes.image)]
    has_room = not is_epub(self.builder)  # There is no player that would need it, and EPUB no such <svg>.
    if has_room:
        width, height = node["ratio"]
        ratio = f'<svg class="er-ratio" viewBox="0 0 {width} {height}" aria-hidden="true"></svg>'
        self.body.append(f'<div class="er-face-stage">{ratio}')
    for picture in pictures:
        picture.walkabout(self)
        node.remove(picture)
    if has_room:
        self.body.append("</div>\n")


def depart_facade(self: HTML5Translator, node: nodes.Element) -> None:
    """Say where it is, lead there, and close the frame."""
    if node.get("is_line"):
        self.body.append(f' <span class="er-face-host">{about_text(self, node)}</span></p>\n')
        return
    self.body.append(f'</p>\n<p class="er-face-host">{about_text(self, node)}</p></div>\n</div></div>\n')
    host = urlsplit(node["embed"]).hostname
    if host and read_value(self.config, "remember_hosts"):
        label = self.attval(_("Always load from %s") % node["host"])
        self.body.append(
            f'<p class="er-remember" data-er-host="{self.attval(host)}" data-er-label="{label}"></p>\n'
        )


def about_text(self: HTML5Translator, node: nodes.Element) -> str:
    """Return what a facade or bar shows and, as a link, which host a copy was taken from."""
    about: str = self.encode(node["about"])
    if "origin" not in node:
        return about
    name, url = node["origin"]
    return f'{about}, <a class="reference external" href="{self.attval(url)}">{self.encode(name)}</a>'


def visit_frame(self: HTML5Translator, node: nodes.Element) -> None:
    """Open a frame that carries what the script needs; an e-book has no scripts."""
    if is_epub(self.builder):
        self.body.append('<div class="er-listing-frame">\n')
        return
    data = json.dumps(node["controls"], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    self.body.append(f'<div class="er-listing-frame" data-er-listing="{self.attval(data)}">\n')


def depart_frame(self: HTML5Translator, _node: nodes.Element) -> None:
    """Close the frame."""
    self.body.append("</div>\n")


def visit_html(self: HTML5Translator, node: nodes.Element) -> None:
    """Write rows of a long listing as they were made."""
    self.body.append(node["html"])
    raise nodes.SkipNode


def visit_time(self: HTML5Translator, node: nodes.Element) -> None:
    """Write a date for machines around the one for readers."""
    self.body.append(self.starttag(node, "time", "", datetime=node["datetime"]))


def depart_time(self: HTML5Translator, _node: nodes.Element) -> None:
    """Close the date."""
    self.body.append("</time>")


def visit_break(self: HTML5Translator, _node: nodes.Element) -> None:
    """Begin a new line."""
    self.body.append("<br />")


def visit_word_break(self: HTML5Translator, _node: nodes.Element) -> None:
    """Let a browser begin a new line here."""
    self.body.append("<wbr />")
