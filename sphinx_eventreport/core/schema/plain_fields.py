"""What MyST-Parser and docutils leave of front matter for templates and other extensions: texts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.names import without_email
from sphinx_eventreport.core.schema.unknown import is_kept

if TYPE_CHECKING:
    from sphinx_eventreport.core.frontmatter import FrontMatter

_LEFT_BY_OTHERS = frozenset({"yaml", "docinfo"})
"""The ways of writing front matter in which MyST-Parser or docutils find it as well."""
_PRIVATE = lazy_regex(r"password|passphrase|\be?-?mail\b", re.IGNORECASE)
"""Keys whose values must not get into a page."""


def plain_fields(front: FrontMatter) -> dict[str, str | list[str]]:
    """Return the top-level keys of *front* as texts: a list or map as JSON, ``authors`` as a list of names.

    Keys that are left in the source for MyST-Parser and Sphinx are not among them, nor passwords and
    addresses of e-mail, nor what only we can read, such as TOML.
    """
    if front.format not in _LEFT_BY_OTHERS or front.beside:
        return {}
    found = {
        key: _names(value) if key == "authors" else _text(value)
        for key, value in front.mapping.items()
        if not is_kept(key)
        and not _PRIVATE.search(key)
        and not (front.format == "docinfo" and key == "title")
    }
    return {key: value for key, value in found.items() if value}


def _names(value: object) -> list[str]:
    """Return the names of authors; docutils separates those in one text by semicolons, or else by commas."""
    if isinstance(value, str):
        value = value.split(";" if ";" in value else ",")
    if not isinstance(value, list):
        value = [value]
    names = (one.get("name") if isinstance(one, dict) else one for one in value)
    return [text for text in map(_text, names) if text]


def _text(value: object) -> str:
    if isinstance(value, list | dict):
        return json.dumps(_published(value), default=str)
    return _published_text("" if value is None else str(value).strip())


def _published(value: object) -> object:
    """Return *value* without what must not get into a page."""
    if isinstance(value, dict):
        return {key: _published(inner) for key, inner in value.items() if not _PRIVATE.search(key)}
    if isinstance(value, list):
        return [_published(inner) for inner in value]
    return _published_text(value) if isinstance(value, str) else value


def _published_text(text: str) -> str:
    return without_email(text) if "@" in text else text
