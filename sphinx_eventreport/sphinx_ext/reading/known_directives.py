"""Which directives somebody defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.parsers.rst.languages import en, get_language
from sphinx.util.docutils import is_directive_registered

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def is_known_directive(app: Sphinx, name: str) -> bool:
    """Return whether docutils, Sphinx or an extension of *app* defines the directive *name*, in lower case.

    docutils has its directives under names in other languages as well.
    """
    translated = getattr(get_language(app.config.language), "directives", {})
    if name in translated or name in en.directives or is_directive_registered(name):
        return True
    domains = (app.env.domains.standard_domain, app.env.temp_data.get("default_domain"))
    return any(domain is not None and domain.directive(name) is not None for domain in domains)
