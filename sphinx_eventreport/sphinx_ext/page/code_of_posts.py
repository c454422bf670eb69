"""Code in posts of other generators, whose highlighters say nothing about what they cannot read."""

from __future__ import annotations

from docutils import nodes
from pygments.lexers import find_lexer_class_by_name
from pygments.util import ClassNotFound
from sphinx.highlighting import lexer_classes

from sphinx_eventreport.core.node_kinds import in_order

DIAGRAMS = frozenset(
    "mermaid markmap dot graphviz plantuml puml d2 echarts flow sequence geojson chart".split()
)
"""Languages of what is drawn, where it is: that nothing is drawn here, an author has to know."""


def calm_highlighting(document: nodes.document) -> None:
    """Have all code in *document* shown as well as it can be, without a warning about its language."""
    for block in in_order(document, nodes.literal_block):
        language = block.get("language")
        if language:
            block["force"] = True
            if not _is_known(language) and language.lower() not in DIAGRAMS:
                block["language"] = "none"


def _is_known(language: str) -> bool:
    if language in lexer_classes or language in {"none", "default"}:
        return True
    try:
        find_lexer_class_by_name(language)
    except ClassNotFound:
        return False
    return True
