"""The settings of documents that MyST-Parser makes and throws away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from myst_parser.mdit_to_docutils import base

from sphinx_eventreport.optimize.docutils_settings import remember_default_settings

if TYPE_CHECKING:
    import pytest
    from support.site import Built


def test_settings_are_not_shared(optimized: Built) -> None:
    """A document that changes its settings changes no other's."""
    with remember_default_settings(optimized.app):
        first, second = base.make_document(), base.make_document()
    first.settings.language_code = "fr"
    assert second.settings.language_code == "en"


def test_remembered_settings_are_docutils_own(optimized: Built) -> None:
    """Every setting has the value that MyST-Parser's own function would give it."""
    with remember_default_settings(optimized.app):
        remembered = vars(base.make_document().settings)
    own = vars(base.make_document().settings)
    assert {
        name for name in own if repr(own[name]) != repr(remembered[name]) and name != "record_dependencies"
    } == set()


def test_a_function_of_somebody_else_is_left_alone(optimized: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has put another one into MyST-Parser knows why."""
    other: Any = object()
    monkeypatch.setattr(base, "make_document", other)
    with remember_default_settings(optimized.app):
        during = base.make_document
    assert (during, base.make_document) == (other, other)
