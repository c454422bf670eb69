"""Transforms that have nothing to do on most pages: to find that out must not cost a walk in Python each.

Sphinx and sphinx-design register them for every site, and they look at each node of each page in
Python. Where a page has no node they could work on, they are left out; ``docs/develop/decisions/0005``
has the measurements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import sphinx_design.extension
from docutils import nodes
from sphinx import addnodes
from sphinx.domains import c, cpp
from sphinx.transforms import SphinxSmartQuotes
from sphinx.transforms.i18n import TranslationProgressTotaliser

from sphinx_eventreport.sphinx_ext.node_kinds import has_kind, nodes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from docutils.transforms import Transform
    from sphinx.application import Sphinx


def has_component(document: nodes.document) -> bool:
    """Return whether there is a component of sphinx-design: a container with its mark."""
    return any("design_component" in node for node in nodes_of(document, nodes.container))


def has_translatable(document: nodes.document) -> bool:
    """Return whether there is a text that Sphinx marked to have it translated."""
    return any("translatable" in node for node in nodes_of(document, nodes.inline))


def has_named_reference(document: nodes.document) -> bool:
    """Return whether there is a reference that has a name to be looked up."""
    kinds = (nodes.reference, nodes.footnote_reference, nodes.citation_reference)
    return any("refname" in node for node in nodes_of(document, *kinds))


def _any_of(*kinds: type[object]) -> Callable[[nodes.document], bool]:
    return lambda document: has_kind(document, *kinds)


NEEDS: Mapping[str, Callable[[nodes.document], bool]] = {
    "sphinx.builders.latex.transforms.FootnoteDocnameUpdater": _any_of(
        nodes.footnote, nodes.footnote_reference
    ),
    "sphinx.domains.c.AliasTransform": _any_of(c.AliasNode),
    "sphinx.domains.citation.CitationDefinitionTransform": _any_of(nodes.citation),
    "sphinx.domains.citation.CitationReferenceTransform": _any_of(nodes.citation_reference),
    "sphinx.domains.cpp.AliasTransform": _any_of(cpp.AliasNode),
    "sphinx.transforms.DefaultSubstitutions": _any_of(nodes.substitution_reference),
    "sphinx.transforms.DoctestTransform": _any_of(nodes.doctest_block),
    "sphinx.transforms.GlossarySorter": _any_of(addnodes.glossary),
    "sphinx.transforms.HandleCodeBlocks": _any_of(nodes.block_quote),
    "sphinx.transforms.MoveModuleTargets": _any_of(nodes.target),
    "sphinx.transforms.ReorderConsecutiveTargetAndIndexNodes": _any_of(nodes.target),
    "sphinx.transforms.i18n.PreserveTranslatableMessages": _any_of(addnodes.translatable),
    "sphinx.transforms.i18n.RemoveTranslatableInline": has_translatable,
    "sphinx.transforms.post_transforms.OnlyNodeTransform": _any_of(addnodes.only),
    "sphinx.transforms.post_transforms.PropagateDescDomain": _any_of(addnodes.desc_signature),
    "sphinx.transforms.post_transforms.code.HighlightLanguageTransform": _any_of(
        nodes.literal_block, addnodes.highlightlang
    ),
    "sphinx.transforms.post_transforms.code.TrimDoctestFlagsTransform": _any_of(
        nodes.literal_block, nodes.doctest_block
    ),
    "sphinx.transforms.references.SphinxDanglingReferences": has_named_reference,
    "sphinx_design.aside.AsideHtmlTransform": has_component,
    "sphinx_design.dropdown.DropdownHtmlTransform": has_component,
    "sphinx_design.extension.AddFirstTitleCss": _any_of(nodes.docinfo),
    "sphinx_design.tabs.TabSetHtmlTransform": has_component,
}
"""What must be in a document, or the transform leaves it as it is.

By name: a release without one of them, or with it elsewhere, is no reason to fail.
"""

_TYPOGRAPHIC = re.compile(r"""["'`\\&\0-]|\.\.|\. \.""")
"""What smart quotes may change: quotes, backticks, escapes, dashes, an ellipsis."""


class ProgressWhereTranslated(TranslationProgressTotaliser):
    """The progress of a translation, counted in an empty document where no text has one."""

    def apply(self, **kwargs: Any) -> None:
        """Note what Sphinx does: how many texts there are for a language, and how many have one."""
        document = self.document
        if not any("translated" in node for node in nodes_of(document, nodes.Element)):
            self.document = document.copy()  # without its children
        super().apply(**kwargs)
        document.attributes.update(self.document.attributes)


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


_SUBCLASSES: Mapping[type[Transform], type[Transform]] = {
    SphinxSmartQuotes: QuotesWhereTheyAre,
    TranslationProgressTotaliser: ProgressWhereTranslated,
}
# sphinx-design looks at each node for the links of cards and buttons that open in a tab of their own.
_NEW_TABS: Any = getattr(sphinx_design.extension, "_resolve_new_tab_refs", None)


def leave_out_idle(app: Sphinx) -> None:
    """Put ours in the places of the transforms and the listener that they stand for (``builder-inited``)."""
    registry = app.registry
    for registered in (registry.get_transforms(), registry.get_post_transforms()):
        registered[:] = [_instead_of(transform) for transform in registered]
    listeners = app.events.listeners["doctree-resolved"]
    listeners[:] = [
        listener._replace(handler=_open_in_new_tabs) if listener.handler is _NEW_TABS else listener
        for listener in listeners
    ]


def _instead_of(transform: type[Transform]) -> type[Transform]:
    """Return what does the same as *transform* for less work; another one is returned as it is."""
    if transform in _SUBCLASSES:
        return _SUBCLASSES[transform]
    needed = NEEDS.get(f"{transform.__module__}.{transform.__name__}")
    return transform if needed is None else unless_idle(transform, needed)


def _open_in_new_tabs(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    if any(node.get("sd_new_tab") for node in nodes_of(doctree, nodes.Element)):
        _NEW_TABS(app, doctree, docname)


def unless_idle(transform: type[Transform], needed: Callable[[nodes.document], bool]) -> type[Transform]:
    """Return a subclass of *transform* that is applied only where there is what is *needed*."""
    applied: Any = transform

    def apply(self: Transform, **kwargs: Any) -> None:
        if needed(self.document):
            applied.apply(self, **kwargs)

    return type(transform.__name__, (transform,), {"apply": apply})
