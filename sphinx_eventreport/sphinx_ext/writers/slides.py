"""Visitors for slides: a strip or a gallery in HTML, pictures in LaTeX and Texinfo, texts elsewhere."""

from __future__ import annotations

import json
import posixpath
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes

from sphinx_eventreport.decks.model import THUMBNAIL_WIDTH
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide
from sphinx_eventreport.sphinx_ext.site.names import slide_name, slide_text_anchor
from sphinx_eventreport.sphinx_ext.writers.html import about_text

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator
    from sphinx.writers.manpage import ManualPageTranslator
    from sphinx.writers.texinfo import TexinfoTranslator
    from sphinx.writers.text import TextTranslator

_DEEPEST_HEADING = 6


def visit_slides(self: HTML5Translator, node: nodes.Element) -> None:
    """Open the frame of a deck, and in it the stage: without a script, a strip that scrolls sideways."""
    layout = node["layout"]
    attributes: dict[str, Any] = {"CLASS": f"er-slides er-slides-{layout}"}
    if layout == "text":
        texts = _("Text of %s slides") % sum(bool(child.children) for child in node.children)
        self.body.append(self.starttag(node, "details", "\n", **attributes))
        self.body.append(f"<summary>{self.encode(texts)}</summary>\n")
        return
    if layout == "player":
        attributes["data-er-words"] = json.dumps(_words(), ensure_ascii=False)
        shown = (child for child in node.children if isinstance(child, eventreport_slide))
        opening = next((slide for slide in shown if slide["number"] == node.get("opens_at")), None)
        if opening is not None:
            attributes["data-er-opens"] = opening["ids"][0]
        if "pages" in node:
            attributes["data-er-pages"] = node["pages"]
    self.body.append(self.starttag(node, "div", "\n", **attributes))
    focus = ""
    if layout == "player":
        focus = ' tabindex="0"'
        self.body.append(f'<div class="er-screen">{_ratio(node)}\n')
    name = _("Slides of %s") % node["title"]
    label = self.attval(f"{name}: {node['alt']}" if "alt" in node else name)
    self.body.append(f'<div class="er-stage" role="region" aria-label="{label}"{focus}>\n')


def depart_slides(self: HTML5Translator, node: nodes.Element) -> None:
    """Close the frame; where there is a bar, that has closed the stage."""
    ends = {"text": "</details>\n", "static": "</div></div>\n"}
    self.body.append(ends.get(node["layout"], "</div>\n"))


def visit_bar(self: HTML5Translator, node: nodes.Element) -> None:
    """Close the stage, and open what is below it: the texts of a player, and the line of its file."""
    slides = node.parent
    self.body.append("</div>\n")
    if slides["layout"] == "player":
        self.body.append("</div>\n")
    self.body.append('<div class="er-bar">')
    texts = slides.attributes.pop("texts", ())
    if texts:
        opened = ' open="open"' if slides["view"].text == "open" else ""
        summary = self.encode(_("Text of %s slides") % len(texts))
        self.body.append(f'<details class="er-texts"{opened}><summary>{summary}</summary>\n')
        self.body += [*texts, "</details>\n"]
    self.body.append('<p class="er-bar-file">')


def depart_bar(self: HTML5Translator, node: nodes.Element) -> None:
    """Say how much there is, and close the line."""
    dot = '<span class="er-dot" aria-hidden="true">·</span> ' if node.children else ""
    self.body.append(f' {dot}<span class="er-bar-about">{about_text(self, node)}</span></p></div>\n')


def visit_slide(self: HTML5Translator, node: nodes.Element) -> None:
    """Open a figure with the slide's address, and with its number for print."""
    attributes: dict[str, Any] = {"CLASS": "er-slide", "data-er-number": str(node["number"])}
    self.body.append(self.starttag(node, "figure", "\n", **attributes))


def depart_slide(self: HTML5Translator, _node: nodes.Element) -> None:
    """Close the figure."""
    self.body.append("</figure>\n")


def visit_slide_text(self: HTML5Translator, node: nodes.Element) -> None:
    """Fold the text away under a heading with an id: search engines make an entry of each."""
    if _layout(node) == "player":
        # What is written from here on goes below the bar, see `depart_slide_text`.
        self.context.append(self.body)
        self.body = []
    if _layout(node) in {"text", "player"}:
        self.body.append('<div class="er-slide-text">\n')
    else:
        opened = ' open="open"' if node.parent.parent["view"].text == "open" else ""
        self.body.append(f'<details class="er-slide-text"{opened}>\n')
        summary = _("Text of slide %s") % node["number"]
        self.body.append(f"<summary>{self.encode(summary)}</summary>\n")
    tag = f"h{min(self.section_level + 1, _DEEPEST_HEADING)}"
    anchor = self.attval(slide_text_anchor(node.parent["ids"][0]))
    heading = self.encode(node["title"] or slide_name(node["number"], ""))
    self.body.append(f'<{tag} id="{anchor}">{heading}</{tag}>\n')


def depart_slide_text(self: HTML5Translator, node: nodes.Element) -> None:
    """Close the fold; a player keeps the text for the place below its bar."""
    layout = _layout(node)
    self.body.append("</div>\n" if layout in {"text", "player"} else "</details>\n")
    if layout == "player":
        slides = node.parent.parent
        slides["texts"] = [*slides.get("texts", ()), "".join(self.body)]
        self.body = self.context.pop()


def _layout(text: nodes.Element) -> str:
    """Return how the deck is shown that a slide's *text* is of."""
    return str(text.parent.parent["layout"])


def visit_picture(self: HTML5Translator, node: nodes.Element) -> None:
    """Write the picture with its size, so that nothing moves when it comes, and load it late."""
    width, height = node["pixels"]
    attributes: dict[str, Any] = {
        "src": _address(self, node["uri"]),
        "alt": node["alt"],
        # Without it, the PyData theme changes the colours of pictures in its dark mode.
        "CLASS": "dark-light",
        "width": str(width),
        "height": str(height),
        "loading": "lazy",
        "decoding": "async",
    }
    for small in node.findall(nodes.image, include_self=False):
        address = _address(self, small["uri"])
        attributes["srcset"] = f"{address} {THUMBNAIL_WIDTH}w, {attributes['src']} {width}w"
        attributes["sizes"] = node["sizes"]
    self.body.append(self.emptytag(node, "img", "\n", **attributes))
    raise nodes.SkipNode


def visit_picture_elsewhere(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Write the picture as any other; the writers know what an image is."""
    self.visit_image(node)


def depart_picture_elsewhere(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Close the picture."""
    self.depart_image(node)


def visit_names_latex(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Set the names of the slides, for links to them."""
    self.body.append("\\par\n" + "".join(self.hypertarget(name, anchor=False) for name in node["ids"]))


def visit_names_texinfo(self: TexinfoTranslator, node: nodes.Element) -> None:
    """Set the names of the slides, for links to them."""
    for name in node["ids"]:
        self.add_anchor(name, node)


def visit_slide_text_latex(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Begin with the name of the slide on a line of its own."""
    self.body.append(f"\\par\n{self.encode(slide_name(node['number'], node['title']))}\\par\n")


def visit_slide_text_man(self: ManualPageTranslator, node: nodes.Element) -> None:
    """Begin with the name of the slide on a line of its own."""
    self.ensure_eol()
    name = slide_name(node["number"], node["title"]).replace("\\", "\\e")
    self.body.append(f".sp\n{self.deunicode(name)}\n")


def visit_slide_text_texinfo(self: TexinfoTranslator, node: nodes.Element) -> None:
    """Begin with the name of the slide on a line of its own."""
    self.body.append(f"\n{self.escape(slide_name(node['number'], node['title']))}\n\n")


def visit_slide_text_text(self: TextTranslator, node: nodes.Element) -> None:
    """Begin with the name of the slide on a line of its own."""
    self.new_state(0)
    self.add_text(slide_name(node["number"], node["title"]))
    self.end_state()
    self.new_state(2)


def depart_slide_text_text(self: TextTranslator, _node: nodes.Element) -> None:
    """Go back to the left."""
    self.end_state()


def _address(self: HTML5Translator, uri: str) -> str:
    name = self.builder.images.get(uri)
    return posixpath.join(self.builder.imgpath, quote(name)) if name else uri


def _ratio(slides: nodes.Element) -> str:
    """Return what gives the stage its height: the ratio that most pages have, of equals the first one's.

    A drawing without lines does that before any script runs, and where a site forbids styles in the text.
    """
    sizes = [slide["size"] for slide in slides.children if isinstance(slide, eventreport_slide)]
    ratios = Counter(round(width / height, 2) for width, height in sizes)
    common = ratios.most_common(1)[0][0]
    width, height = next(size for size in sizes if round(size[0] / size[1], 2) == common)
    return f'<svg class="er-ratio" viewBox="0 0 {width:g} {height:g}" aria-hidden="true"></svg>'


def _words() -> dict[str, str]:
    """Return what the script says to a reader, in the language of the site."""
    return {
        "previous": _("Previous slide"),
        "next": _("Next slide"),
        "link": _("Copy link"),
        "copied": _("Copied"),
        "text": _("Text"),
        "all": _("All slides as text"),
        "full": _("Full screen"),
        "exit": _("Exit full screen"),
        "strip": _("All slides"),
        "position": _("Slide %s of %s"),
    }
