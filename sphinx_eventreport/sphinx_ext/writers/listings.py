"""Visitors for the frame of a listing that readers can filter and sort, and for rows of long listings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator


def visit_frame(self: HTML5Translator, node: nodes.Element) -> None:
    """Open a frame that carries what the script needs; an e-book has no scripts."""
    if self.builder.name == "epub":
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
