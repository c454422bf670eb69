"""The extensions of Markdown that generators of blogs have -> Markdown that MyST understands.

Every line keeps its number, and code stays as it is.
"""

from __future__ import annotations

from sphinx_eventreport.core.posts.body import Post, adapt_body
from sphinx_eventreport.core.posts.heading_levels import in_order
from sphinx_eventreport.core.posts.metadata import without_metadata
from sphinx_eventreport.core.posts.rst_directives import rst_body

__all__ = [
    "Post",
    "adapt_body",
    "in_order",
    "rst_body",
    "without_metadata",
]
