"""Transforms that have nothing to do on most pages: to find that out must not cost a walk in Python each.

Sphinx and sphinx-design register them for every site, and they look at each node of each page in
Python. Where a page has no node they could work on, they are left out.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from operator import methodcaller
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.domains import c, cpp
from sphinx.transforms.i18n import TranslationProgressTotaliser

from sphinx_eventreport.core.node_kinds import has_kind, nodes_of
from sphinx_eventreport.optimize.stand_ins import StandIn, standing_in, unless_idle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from docutils.transforms import Transform
    from sphinx.application import Sphinx

    Needed = Callable[[nodes.document], bool]


def has_component(document: nodes.document) -> bool:
    """Return whether there is a component of sphinx-design: a container with its mark."""
    return _has_attribute("design_component", nodes_of(document, nodes.container))


def has_translatable(document: nodes.document) -> bool:
    """Return whether there is a text that Sphinx marked to have it translated."""
    return _has_attribute("translatable", nodes_of(document, nodes.inline))


def has_named_reference(document: nodes.document) -> bool:
    """Return whether there is a reference that has a name to be looked up."""
    kinds = (nodes.reference, nodes.footnote_reference, nodes.citation_reference)
    return _has_attribute("refname", nodes_of(document, *kinds))


def _has_attribute(name: str, found: Iterable[nodes.Element]) -> bool:
    """Return whether one of the nodes *found*, which may be all of a page, has an attribute."""
    return any(map(methodcaller("hasattr", name), found))


def _any_of(*kinds: type[object]) -> Callable[[nodes.document], bool]:
    return lambda document: has_kind(document, *kinds)


OF_SPHINX: Mapping[str, Needed] = {
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
}
"""What must be in a document, or the transform leaves it as it is.

By name: a release without one of them, or with it elsewhere, is not a reason to fail.
"""

OF_SPHINX_DESIGN: Mapping[str, Needed] = {
    "sphinx_design.aside.AsideHtmlTransform": has_component,
    "sphinx_design.dropdown.DropdownHtmlTransform": has_component,
    "sphinx_design.extension.AddFirstTitleCss": _any_of(nodes.docinfo),
    "sphinx_design.tabs.TabSetHtmlTransform": has_component,
}
"""The same for sphinx-design."""


class ProgressWhereTranslated(TranslationProgressTotaliser, metaclass=StandIn):
    """The progress of a translation, counted in an empty document where no text has one."""

    def apply(self, **kwargs: Any) -> None:
        """Note what Sphinx does: how many texts there are for a language, and how many have one."""
        document = self.document
        if not _has_attribute("translated", nodes_of(document, nodes.Element)):
            self.document = document.copy()  # without its children
        super().apply(**kwargs)
        document.attributes.update(self.document.attributes)


def leave_out_idle_of_sphinx(app: Sphinx) -> AbstractContextManager[None]:
    """Have Sphinx's transforms left out on pages without a node they could work on."""

    def stand_in(transform: type[Transform]) -> type[Transform] | None:
        if transform is TranslationProgressTotaliser:
            return ProgressWhereTranslated
        return _unless_idle(transform, OF_SPHINX)

    return standing_in(app, stand_in)


@contextmanager
def leave_out_idle_of_sphinx_design(app: Sphinx) -> Iterator[None]:
    """Have the transforms and a listener of sphinx-design left out on pages without a component."""
    with standing_in(app, lambda transform: _unless_idle(transform, OF_SPHINX_DESIGN)), _new_tabs(app):
        yield


def _unless_idle(transform: type[Transform], needs: Mapping[str, Needed]) -> type[Transform] | None:
    needed = needs.get(f"{transform.__module__}.{transform.__name__}")
    return None if needed is None or isinstance(transform, StandIn) else unless_idle(transform, needed)


@contextmanager
def _new_tabs(app: Sphinx) -> Iterator[None]:
    """Have sphinx-design look for links that open in a tab of their own where something has such a link."""
    resolve: Any = getattr(sys.modules.get("sphinx_design.extension"), "_resolve_new_tab_refs", None)

    def resolve_where_marked(app: Sphinx, doctree: nodes.document, docname: str) -> None:
        if any(map(methodcaller("get", "sd_new_tab"), nodes_of(doctree, nodes.Element))):
            resolve(app, doctree, docname)

    _exchange_handler(app, resolve, resolve_where_marked)
    try:
        yield
    finally:
        _exchange_handler(app, resolve_where_marked, resolve)


def _exchange_handler(app: Sphinx, old: object, new: Callable[..., Any]) -> None:
    listeners = app.events.listeners["doctree-resolved"]
    listeners[:] = [one._replace(handler=new) if one.handler is old else one for one in listeners]
