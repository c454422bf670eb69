"""A source without what only the team may read; each line keeps its number.

What is taken out before a source is read can be in nothing that is made of it.
"""

from sphinx_eventreport.core.audience.markdown_text import public_markdown
from sphinx_eventreport.core.audience.rst_text import public_rst

__all__ = ["public_markdown", "public_rst", "public_text"]


def public_text(text: str) -> str:
    """Return *text*, Markdown or reStructuredText that a page includes, without what is internal."""
    return public_rst(public_markdown(text))
