"""Visitors for writers without hyperlinks, and for line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.writers.manpage import ManualPageTranslator
    from sphinx.writers.texinfo import TexinfoTranslator
    from sphinx.writers.text import TextTranslator


def skip(_self: nodes.NodeVisitor, _node: nodes.Node) -> None:
    """Write nothing of the node itself; its children are written."""


def leave_out(_self: nodes.NodeVisitor, _node: nodes.Node) -> None:
    """Write neither the node nor its children."""
    raise nodes.SkipNode


def visit_facade_text(self: TextTranslator, _node: nodes.Element) -> None:
    """Begin a paragraph with the title."""
    self.new_state(0)


def depart_facade_text(self: TextTranslator, node: nodes.Element) -> None:
    """Write what it is, and the address, which a text file cannot put behind a title."""
    self.end_state(wrap=False)
    for line in (node["about"], node["link"]):
        self.new_state(0)
        self.add_text(line)
        self.end_state(wrap=False)


def visit_facade_man(self: ManualPageTranslator, _node: nodes.Element) -> None:
    """Begin a paragraph with the title."""
    self.ensure_eol()
    self.body.append(".sp\n")


def depart_facade_man(self: ManualPageTranslator, node: nodes.Element) -> None:
    """Write what it is, and the address, each on a line."""
    for line in (node["about"], node["link"]):
        self.ensure_eol()
        self.body.append(".br\n")
        self.body.append(self.deunicode(line.replace("\\", "\\e")) + "\n")


def depart_facade_texinfo(self: TexinfoTranslator, node: nodes.Element) -> None:
    """Write what it is on a line below the title."""
    self.body.append("@*\n" + self.escape(node["about"]) + "\n")


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
