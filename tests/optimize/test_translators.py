"""Translators that are made at once, and titles that need none, are those of Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes
from docutils.writers._html_base import HTMLTranslator

from sphinx_eventreport.optimize.translators import (
    Titles,
    encoder,
    make_translators_at_once,
    write_titles_at_once,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from support.site import Built

OWN = """
from sphinx.writers.html5 import HTML5Translator

class Shouting(HTML5Translator):
    def visit_Text(self, node):
        self.body.append(node.astext().upper())

def setup(app):
    app.set_translator("html", Shouting)
"""


def functions(app: Sphinx) -> dict[str, object]:
    """Return the functions that a new translator has of its own, and of what each is."""
    document: Any = nodes.document(app.builder.docsettings, None)  # type: ignore[attr-defined, arg-type]
    made = app.registry.create_translator(app.builder, document, app.builder)
    return {
        name: value.__func__ for name, value in vars(made).items() if name.startswith(("visit", "depart"))
    }


def test_a_translator_has_the_functions_of_extensions(optimized: Built) -> None:
    """All that Sphinx would put there."""
    app = optimized.app
    with make_translators_at_once(app):
        ours = functions(app)
    assert ours == functions(app) != {}


def test_functions_that_come_later_are_there(optimized: Built) -> None:
    """An extension may add a node while pages are written."""
    app = optimized.app
    with make_translators_at_once(app):
        functions(app)
        app.registry.add_translation_handlers(nodes.inline, html=(print, None))
        found = functions(app)
    del app.registry.translation_handlers["html"]["inline"]
    assert found["visit_inline"] is print


@pytest.mark.parametrize(
    "text", ["", "moss", "Łódź – 10", "<b>", "a & b", 'a "b"', "a@b", "a > b", nodes.Text("<")]
)
def test_a_text_is_encoded_as_by_docutils(text: str) -> None:
    """With a special character in it or without."""
    special = HTMLTranslator.special_characters
    assert encoder(special)(text) == str(text).translate(special)


@pytest.mark.parametrize(
    "title",
    [
        nodes.title("", "Moss"),
        nodes.title("", "Moss & <fern> @dusk"),
        nodes.title("", "", nodes.Text("Of "), nodes.emphasis("", "moss")),
        nodes.title("", "Moss", classes=["fern"]),
        nodes.title("", ""),
        nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", "Moss"))),
        None,
    ],
    ids=repr,
)
def test_a_title_is_written_as_by_sphinx(optimized: Built, title: nodes.Element | None) -> None:
    """Whatever is in it."""
    builder: Any = optimized.app.builder
    # A copy, as Sphinx 8.2 fills one and the same mapping each time.
    own = dict(builder.render_partial(title.deepcopy() if title is not None else None))
    with write_titles_at_once(optimized.app):
        assert builder.render_partial(title) == own


def test_a_second_title_needs_no_translator(optimized: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is around a text is known."""
    builder: Any = optimized.app.builder
    titles = Titles(builder)
    titles.render(nodes.title("", "Moss"))
    monkeypatch.setattr(builder, "create_translator", None)
    assert titles.render(nodes.title("", "Fern"))["title"] == "Fern"


def test_the_translator_of_somebody_else_writes_titles(build_archive: Callable[..., Built]) -> None:
    """It may write a text in another way."""
    app = build_archive(OWN).app
    builder: Any = app.builder
    with write_titles_at_once(app):
        assert builder.render_partial(nodes.title("", "Moss"))["title"] == "MOSS"
