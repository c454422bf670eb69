"""Writers of HTML: made for each page, and for each title and outline of it."""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager
from functools import cache, cached_property
from types import MethodType
from typing import TYPE_CHECKING, Any, TypeGuard

from docutils import nodes
from docutils.utils import new_document
from docutils.writers._html_base import HTMLTranslator
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.registry import SphinxComponentRegistry
from sphinx.writers.html5 import HTML5Translator

from sphinx_eventreport.core.patching import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sphinx.application import Sphinx

    Functions = Mapping[str, Callable[..., Any]]

_MARK = "\ue000"
"""A letter of the private use area, in place of the text of a title."""


@contextmanager
def make_translators_at_once(app: Sphinx) -> Iterator[None]:
    """Have translators made with all functions at once, and encode only what has something to encode.

    Extensions have some two hundred functions for nodes of theirs, which Sphinx puts into each translator
    one by one; and docutils asks for each letter of a text whether it means something in HTML.
    """
    registry = app.registry
    if not _is_of(registry, "create_translator", SphinxComponentRegistry):
        yield
        return
    with replaced(registry, "create_translator", Translators(registry).create):
        yield


@contextmanager
def write_titles_at_once(app: Sphinx) -> Iterator[None]:
    """Have a title that is only text written without a document and a translator of its own."""
    builder = app.builder
    with ExitStack() as stack:
        if isinstance(builder, StandaloneHTMLBuilder) and _is_of(
            builder, "render_partial", StandaloneHTMLBuilder
        ):
            stack.enter_context(replaced(builder, "render_partial", Titles(builder).render))
        yield


class Translators:
    """Makes the translators of an application."""

    def __init__(self, registry: SphinxComponentRegistry) -> None:
        self._registry = registry
        self._handlers: Mapping[str, Any] = {}
        self._functions: Functions = {}

    def create(self, builder: Any, *args: Any) -> nodes.NodeVisitor:
        """Return a translator for *builder*, as Sphinx makes it."""
        made: Any = self._registry.get_translator_class(builder)(*args)
        functions = self._functions_for(builder)
        vars(made).update({name: MethodType(function, made) for name, function in functions.items()})
        if getattr(type(made), "encode", None) is _ENCODE and "encode" not in vars(made):
            vars(made)["encode"] = encoder(made.special_characters)
        return made  # type: ignore[no-any-return]

    def _functions_for(self, builder: Any) -> Functions:
        """Return the functions of extensions, by the names that they have in a translator."""
        known = self._registry.translation_handlers
        handlers = known.get(builder.name, known.get(builder.format, {}))
        if handlers != self._handlers:
            self._handlers = dict(handlers)
            named = [
                (f"{kind}_{name}", function)
                for name, pair in handlers.items()
                for kind, function in zip(("visit", "depart"), pair, strict=True)
            ]
            self._functions = {name: function for name, function in named if function}
        return self._functions


_ENCODE = HTMLTranslator.encode


@cache
def _pattern(special: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(special)}]")


def encoder(special: Mapping[int, str]) -> Callable[[object], str]:
    """Return what does the same as docutils' ``encode``, which has *special* characters."""
    has_special = _pattern("".join(map(chr, special))).search

    def encode(text: object) -> str:
        text = str(text)
        return text.translate(special) if has_special(text) else text

    return encode


class Titles:
    """Writes titles for *builder*."""

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        self._builder = builder
        self._render = builder.render_partial
        self._parts: dict[str, str] | None = None

    def render(self, node: nodes.Node | None) -> dict[str, str]:
        """Return the parts of HTML of *node*."""
        if not (_is_plain_title(node) and self._is_written_as_ever):
            return self._render(node)
        if self._parts is None:
            # A copy: Sphinx 8.2 fills one and the same mapping each time.
            self._parts = dict(self._render(nodes.title("", _MARK)))
        text = encoder(HTMLTranslator.special_characters)(node.astext())
        return {name: part.replace(_MARK, text) for name, part in self._parts.items()}

    @cached_property
    def _is_written_as_ever(self) -> bool:
        """Whether a title is written as by Sphinx's own translator: a theme may have another."""
        made: Any = self._builder.create_translator(
            new_document("", self._builder.docsettings), self._builder
        )
        return (
            all(
                getattr(getattr(made, name), "__func__", None) is getattr(HTML5Translator, name)
                for name in ("visit_Text", "depart_Text", "visit_title", "depart_title")
            )
            and type(made).encode is _ENCODE
        )


def _is_plain_title(node: nodes.Node | None) -> TypeGuard[nodes.title]:
    """Return whether *node* is a title that has only text, and no attribute."""
    return (
        type(node) is nodes.title
        and len(node.children) == 1
        and type(node.children[0]) is nodes.Text
        and not node.non_default_attributes()
    )


def _is_of(owner: object, name: str, kind: type) -> bool:
    """Return whether the method *name* of *owner* is that of *kind*, and nobody has put in another one."""
    return getattr(getattr(owner, name, None), "__func__", None) is getattr(kind, name, None)
