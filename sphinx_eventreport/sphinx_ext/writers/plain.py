"""Visitors for writers without hyperlinks, and for line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.writers.latex import LaTeXTranslator
    from sphinx.writers.manpage import ManualPageTranslator
    from sphinx.writers.texinfo import TexinfoTranslator
    from sphinx.writers.text import TextTranslator


def skip(_self: nodes.NodeVisitor, _node: nodes.Node) -> None:
    """Write nothing of the node itself; its children are written."""


def depart_face_text(self: TextTranslator, node: nodes.Element) -> None:
    """Write the address, which a text file cannot put behind a title."""
    self.new_state()
    self.add_text(node["link"])
    self.end_state()


def depart_face_man(self: ManualPageTranslator, node: nodes.Element) -> None:
    """Write the address in a paragraph of its own."""
    self.ensure_eol()
    self.body.append(".sp\n")
    self.body.append(self.deunicode(node["link"].replace("\\", "\\e")) + "\n")


def visit_break_latex(self: LaTeXTranslator, _node: nodes.Element) -> None:
    """Begin a new line."""
    self.body.append("\\\\\n")


def visit_break_text(self: TextTranslator, _node: nodes.Element) -> None:
    """Begin a new line."""
    self.add_text("\n")


def visit_break_man(self: ManualPageTranslator, _node: nodes.Element) -> None:
    """Begin a new line."""
    self.ensure_eol()
    self.body.append(".br\n")


def visit_break_texinfo(self: TexinfoTranslator, _node: nodes.Element) -> None:
    """Begin a new line."""
    self.body.append("@*\n")
