"""docutils' own settings are made up once, not for each page."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any

from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import DependencyList, new_document

from sphinx_eventreport.core.patching import SharedChange, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from docutils import nodes
    from sphinx.application import Sphinx

_RENDERER = "myst_parser.mdit_to_docutils.base"
_OF_SPHINX = "sphinx.util.docutils"


def remember_default_settings(_app: Sphinx) -> AbstractContextManager[None]:
    """Have MyST-Parser make its documents with settings that are made up once.

    For each page its renderer makes a document that it throws away, and docutils sets up a parser
    of a hundred command line options for the settings of each.
    """
    return _remembered_for_myst()


def remember_settings_of_pages(_app: Sphinx) -> AbstractContextManager[None]:
    """Have Sphinx read pages with settings that are made up once for a parser.

    For each page it sets up the parser of command line options, and reads docutils' configuration files.
    """
    return _remembered_for_sphinx()


@contextmanager
def _exchanging(
    module_name: str, name: str, exchanged: Callable[[Callable[..., Any]], Callable[..., Any]]
) -> Iterator[None]:
    """Put what *exchanged* makes of a function into its place, unless somebody else has put one there."""
    module = sys.modules.get(module_name)
    function = getattr(module, name, None)
    if function is None or getattr(function, "__module__", None) != module_name:
        yield
        return
    with replaced(module, name, exchanged(function)):
        yield


def _documents_of_myst(_make_document: Callable[..., Any]) -> Callable[..., nodes.document]:
    settings_of = cache(get_default_settings)

    def make(source_path: str = "notset", parser_cls: type[Parser] = Parser) -> nodes.document:
        settings: Any = settings_of(parser_cls)  # type: ignore[arg-type]
        return new_document(source_path, copy(settings))

    return make


def _settings_of_pages(get_settings: Callable[..., Any]) -> Callable[..., Any]:
    """Return *get_settings*, which makes up the settings for the classes of its arguments once.

    They hold what a build gives them, so those of another build are made anew.
    """
    kept: dict[object, tuple[Mapping[str, Any], Any]] = {}

    def remembered(*components: Any, defaults: Mapping[str, Any], read_config_files: bool = False) -> Any:
        key = (*map(_class_of, components), read_config_files)
        found = kept.get(key)
        if found is None or found[0] != defaults:
            made = get_settings(*components, defaults=defaults, read_config_files=read_config_files)
            found = kept[key] = dict(defaults), made
        return _own(found[1])

    return remembered


def _class_of(component: object) -> object:
    """Return the class of *component*, from which its options come, unless it has some of its own."""
    if isinstance(component, type) or any(name.startswith("settings_") for name in vars(component)):
        return component
    return type(component)


def _own(settings: Any) -> Any:
    """Return a copy of *settings*, of which a document may change what it likes."""
    copied = copy(settings)
    vars(copied).update(
        {name: copy(value) for name, value in vars(settings).items() if type(value) in _MUTABLE}
    )
    dependencies = copied.record_dependencies
    if isinstance(dependencies, DependencyList) and dependencies.file is None:
        copied.record_dependencies = DependencyList()
    return copied


_MUTABLE = frozenset({list, dict, set})

_remembered_for_myst = SharedChange(lambda: _exchanging(_RENDERER, "make_document", _documents_of_myst))
_remembered_for_sphinx = SharedChange(lambda: _exchanging(_OF_SPHINX, "_get_settings", _settings_of_pages))
