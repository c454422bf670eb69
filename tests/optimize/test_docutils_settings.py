"""The settings of documents that MyST-Parser makes and throws away, and those of pages."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import pytest
from docutils.frontend import OptionParser
from docutils.parsers import Parser
from myst_parser.mdit_to_docutils import base
from sphinx.util import docutils

from sphinx_eventreport.optimize.docutils_settings import (
    remember_default_settings,
    remember_settings_of_pages,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

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


class Reader(Parser):
    """A parser with a setting of its own."""

    settings_spec = ("Moss", None, (("Fern.", ["--fern"], {"default": "green"}),))


def _made_anew(component: Any, **given: Any) -> Any:  # noqa: ANN401 -- docutils has no types
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return OptionParser([component], **given).get_default_values()


def settings_of_page(component: Any = Reader, **defaults: object) -> Any:  # noqa: ANN401 -- docutils has no types
    """Return the settings for a page."""
    # Sphinx 8.2 has no such function, and makes them anew for each page as docutils does.
    make = getattr(docutils, "_get_settings", _made_anew)
    return make(component, defaults=defaults, read_config_files=True)


@pytest.fixture
def _remembered(optimized: Built) -> Iterator[None]:
    """Have settings of pages remembered."""
    with remember_settings_of_pages(optimized.app):
        yield


def test_settings_of_a_page_are_those_of_sphinx(optimized: Built) -> None:
    """Every one, the first time and the second."""
    own = vars(settings_of_page(tab_width=3))
    with remember_settings_of_pages(optimized.app):
        first, second = vars(settings_of_page(tab_width=3)), vars(settings_of_page(tab_width=3))
    del own["record_dependencies"], first["record_dependencies"], second["record_dependencies"]
    assert own == first == second


@pytest.mark.usefixtures("_remembered")
@pytest.mark.parametrize("change", ["fern", "strip_classes", "record_dependencies"])
def test_what_a_page_changes_is_its_own(change: str) -> None:
    """A setting, one that is a list, and the files that it is made of."""
    first, second = (settings_of_page(strip_classes=["moss"]) for _time in range(2))
    if change == "fern":
        first.fern = "brown"
    elif change == "strip_classes":
        first.strip_classes.append("fern")
    else:
        first.record_dependencies.add("fern.txt")
    assert (second.fern, second.strip_classes, second.record_dependencies.list) == ("green", ["moss"], [])


@pytest.mark.usefixtures("_remembered")
def test_other_defaults_make_other_settings() -> None:
    """As of another site in the same process."""
    assert [settings_of_page(tab_width=width).tab_width for width in (3, 5, 3)] == [3, 5, 3]


@pytest.mark.usefixtures("_remembered")
def test_a_parser_with_options_of_its_own_is_asked_for_them() -> None:
    """Whatever its class has."""
    plain, own = Reader(), Reader()
    own.settings_spec = ("Moss", None, (("Fern.", ["--fern"], {"default": "brown"}),))  # type: ignore[misc]
    assert [settings_of_page(parser).fern for parser in (plain, own, plain)] == ["green", "brown", "green"]
