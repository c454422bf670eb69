"""Which directives and roles somebody defines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from docutils.parsers.rst.languages import en, get_language
from sphinx.util.docutils import is_directive_registered, is_role_registered

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx


@dataclass(frozen=True, slots=True)
class Known:
    """Whether a name, in lower case, is one that somebody defines."""

    directive: Callable[[str], bool]
    """Of a directive."""
    role: Callable[[str], bool]
    """Of a role."""


def known_names(app: Sphinx) -> Known:
    """Return what docutils, Sphinx and the extensions of *app* define."""
    return Known(partial(is_known_directive, app), partial(is_known_role, app))


def is_known_directive(app: Sphinx, name: str) -> bool:
    """Return whether docutils, Sphinx or an extension of *app* defines the directive *name*, in lower case.

    docutils has its directives under names in other languages as well.
    """
    translated = getattr(get_language(app.config.language), "directives", {})
    if name in translated or name in en.directives or is_directive_registered(name):
        return True
    domains = (app.env.domains.standard_domain, app.env.temp_data.get("default_domain"))
    return any(domain is not None and domain.directive(name) is not None for domain in domains)


def is_known_role(app: Sphinx, name: str) -> bool:
    """Return whether docutils, Sphinx or an extension of *app* defines the role *name*, in lower case."""
    translated = getattr(get_language(app.config.language), "roles", {})
    if name in translated or name in en.roles or is_role_registered(name):
        return True
    prefix, _colon, own = name.rpartition(":")
    if prefix:
        named = app.env.domains.get(prefix)
        return named is not None and named.role(own) is not None
    domains = (app.env.domains.standard_domain, app.env.temp_data.get("default_domain"))
    return any(domain is not None and domain.role(name) is not None for domain in domains)
