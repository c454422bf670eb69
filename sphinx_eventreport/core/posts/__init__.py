"""What generators of blogs understand in a post besides Markdown -> Markdown that MyST understands.

Every line keeps its number, and code stays as it is.
"""

from __future__ import annotations

from sphinx_eventreport.core.posts.body import Post, adapt_body
from sphinx_eventreport.core.posts.metadata import without_metadata

__all__ = ["Post", "adapt_body", "without_metadata"]
