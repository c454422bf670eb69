"""Transforms that have nothing to do on most pages: to find that out must not cost a walk each.

Sphinx and sphinx-design register them for every site, and they look at each node of each page in
Python. Where a page has no node they could work on, they are left out; ``docs/develop/decisions/0005``
has the measurements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxSmartQuotes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from docutils.transforms import Transform
    from sphinx.application import Sphinx


def has_code(document: nodes.document) -> bool:
    """Return whether there is a block of code in *document*, or the language of the next ones."""
    return _any(document.findall(nodes.literal_block)) or _any(document.findall(addnodes.highlightlang))


def has_component(document: nodes.document) -> bool:
    """Return whether there is a component of sphinx-design: a container with its mark."""
    return any("design_component" in node for node in document.findall(nodes.container))


def has_translatable(document: nodes.document) -> bool:
    """Return whether there is a text that Sphinx marked to have it translated."""
    return any("translatable" in node for node in document.findall(nodes.inline))


NEEDS: Mapping[str, Callable[[nodes.document], bool]] = {
    "sphinx.transforms.i18n.RemoveTranslatableInline": has_translatable,
    "sphinx.transforms.post_transforms.code.HighlightLanguageTransform": has_code,
    "sphinx_design.aside.AsideHtmlTransform": has_component,
    "sphinx_design.dropdown.DropdownHtmlTransform": has_component,
    "sphinx_design.tabs.TabSetHtmlTransform": has_component,
}
"""What must be in a document, or the transform leaves it as it is.

By name: a release without one of them, or with it elsewhere, is no reason to fail.
"""

_TYPOGRAPHIC = re.compile(r"""["'`\\&\0-]|\.\.|\. \.""")
"""What smart quotes may change: quotes, backticks, escapes, dashes, an ellipsis."""


class QuotesWhereTheyAre(SphinxSmartQuotes):
    """Smart quotes that take a text for literal if nothing in it could change.

    A literal text is the context of the next one as any other text is.
    """

    def get_tokens(self, txtnodes: list[nodes.Text]) -> Iterator[tuple[str, str]]:  # type: ignore[override]
        """Yield what Sphinx does: what kind of text it is, and the text."""
        for node in txtnodes:
            if _TYPOGRAPHIC.search(node):
                yield from super().get_tokens([node])
            else:
                yield "literal", str(node)


def leave_out_idle(app: Sphinx) -> None:
    """Put our transforms in the places of those that they stand for (``builder-inited``)."""
    registry = app.registry
    for registered in (registry.get_transforms(), registry.get_post_transforms()):
        registered[:] = [_instead_of(transform) for transform in registered]


def _instead_of(transform: type[Transform]) -> type[Transform]:
    """Return what does the same as *transform* for less work; another one is returned as it is."""
    if transform is SphinxSmartQuotes:
        return QuotesWhereTheyAre
    needed = NEEDS.get(f"{transform.__module__}.{transform.__name__}")
    return transform if needed is None else unless_idle(transform, needed)


def unless_idle(transform: type[Transform], needed: Callable[[nodes.document], bool]) -> type[Transform]:
    """Return a subclass of *transform* that is applied only where there is what is *needed*."""
    applied: Any = transform

    def apply(self: Transform, **kwargs: Any) -> None:
        if needed(self.document):
            applied.apply(self, **kwargs)

    return type(transform.__name__, (transform,), {"apply": apply})


def _any(found: Iterator[nodes.Node]) -> bool:
    return next(found, None) is not None
