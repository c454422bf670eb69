"""Quotes are looked for only in texts that have something to curl."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.transforms import SphinxSmartQuotes

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.optimize.stand_ins import StandIn, standing_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from docutils import nodes
    from sphinx.application import Sphinx

_TYPOGRAPHIC = lazy_regex(r"""["'`\\&\0-]|\.\.|\. \.""")
"""The characters that smart quotes may change: quotes, backticks, escapes, dashes, an ellipsis."""


class QuotesWhereTheyAre(SphinxSmartQuotes, metaclass=StandIn):
    """Smart quotes that take a text for literal if nothing in it could change.

    A literal text is the context of the next one as any other text is.
    """

    def get_tokens(self, txtnodes: list[nodes.Text]) -> Iterator[tuple[str, str]]:  # type: ignore[override]
        """Yield what Sphinx does: what kind of text it is, and the text; nothing if no text could change.

        As many texts are replaced as there are tokens, so these stay.
        """
        if not any(map(_TYPOGRAPHIC.search, txtnodes)):
            return
        for node in txtnodes:
            if _TYPOGRAPHIC.search(node):
                yield from super().get_tokens([node])
            else:
                yield "literal", str(node)


def curl_where_there_are_quotes(app: Sphinx) -> AbstractContextManager[None]:
    """Have texts without quotes, dashes, escapes and ellipses passed over."""
    return standing_in(app, lambda transform: QuotesWhereTheyAre if transform is SphinxSmartQuotes else None)
