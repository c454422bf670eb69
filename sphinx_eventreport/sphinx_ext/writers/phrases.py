"""Visitors of what raw HTML and lists of tasks have, and docutils has not: struck words, boxes, details."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator
    from sphinx.writers.manpage import ManualPageTranslator
    from sphinx.writers.texinfo import TexinfoTranslator
    from sphinx.writers.text import TextTranslator

STRUCK = frozenset({"del", "s"})
_IN_LATEX = {"mark": r"\emph{", "small": r"{\small{}", "ins": r"\underline{", "u": r"\underline{"}
# No package of TeX for struck words is there everywhere, and to lose the strokes would turn what is said.
_TILDES = r"\textasciitilde{}\textasciitilde{}"


def visit_phrase(self: HTML5Translator, node: nodes.Element) -> None:
    """Open the element that the author wrote."""
    self.body.append(self.starttag(node, node["tag"], ""))


def depart_phrase(self: HTML5Translator, node: nodes.Element) -> None:
    """Close it."""
    self.body.append(f"</{node['tag']}>")


def visit_phrase_latex(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Begin words that are set apart."""
    self.body.append(_TILDES if node["tag"] in STRUCK else _IN_LATEX[node["tag"]])


def depart_phrase_latex(self: LaTeXTranslator, node: nodes.Element) -> None:
    """End them."""
    self.body.append(_TILDES if node["tag"] in STRUCK else "}")


def mark_phrase_text(self: TextTranslator, node: nodes.Element) -> None:
    """Write the marks around struck words, as in Markdown."""
    self.add_text("~~" if node["tag"] in STRUCK else "")


def mark_phrase(self: ManualPageTranslator | TexinfoTranslator, node: nodes.Element) -> None:
    """Write the marks around struck words, as in Markdown."""
    self.body.append("~~" if node["tag"] in STRUCK else "")


def visit_checkbox(self: HTML5Translator, node: nodes.Element) -> None:
    """Write a box that cannot be ticked here."""
    checked = {"checked": "checked"} if node["checked"] else {}
    attributes = {"type": "checkbox", "disabled": "disabled", **checked}
    self.body.append(self.emptytag(node, "input", "", CLASS="task-list-item-checkbox", **attributes))


def visit_checkbox_latex(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Write a box of amssymb, which Sphinx loads."""
    self.body.append(r"\(\boxtimes\) " if node["checked"] else r"\(\square\) ")


def visit_checkbox_text(self: TextTranslator, node: nodes.Element) -> None:
    """Write the box as in Markdown."""
    self.add_text(_box(node) + " ")


def visit_checkbox_plain(self: ManualPageTranslator | TexinfoTranslator, node: nodes.Element) -> None:
    """Write the box as in Markdown."""
    self.body.append(_box(node) + " ")


def visit_details(self: HTML5Translator, node: nodes.Element) -> None:
    """Open what a reader unfolds."""
    if node["open"]:
        self.body.append(self.starttag(node, "details", open="open"))
    else:
        self.body.append(self.starttag(node, "details"))


def depart_details(self: HTML5Translator, _node: nodes.Element) -> None:
    """Close it."""
    self.body.append("</details>\n")


def visit_summary(self: HTML5Translator, node: nodes.Element) -> None:
    """Open what is above."""
    self.body.append(self.starttag(node, "summary", ""))


def depart_summary(self: HTML5Translator, _node: nodes.Element) -> None:
    """Close it."""
    self.body.append("</summary>\n")


def visit_summary_latex(self: LaTeXTranslator, _node: nodes.Element) -> None:
    """Begin a paragraph in bold."""
    self.body.append("\n\n\\textbf{")


def depart_summary_latex(self: LaTeXTranslator, _node: nodes.Element) -> None:
    """End it."""
    self.body.append("}\n\n")


def visit_summary_text(self: TextTranslator, _node: nodes.Element) -> None:
    """Begin a paragraph."""
    self.new_state(0)


def depart_summary_text(self: TextTranslator, _node: nodes.Element) -> None:
    """End it."""
    self.end_state()


def visit_summary_man(self: ManualPageTranslator, _node: nodes.Element) -> None:
    """Begin a paragraph."""
    self.ensure_eol()
    self.body.append(".sp\n")


def visit_summary_texinfo(self: TexinfoTranslator, _node: nodes.Element) -> None:
    """Begin a paragraph."""
    self.body.append("\n\n")


def end_line(self: ManualPageTranslator | TexinfoTranslator, _node: nodes.Element) -> None:
    """End a paragraph."""
    self.body.append("\n")


def _box(node: nodes.Element) -> str:
    return "[x]" if node["checked"] else "[ ]"
