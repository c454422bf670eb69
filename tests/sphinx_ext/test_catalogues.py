"""The catalogues of messages: complete, and compiled as they are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import sphinx_eventreport
from sphinx_eventreport.sphinx_ext.messages import CATALOG, LOCALE_FOLDER

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

LANGUAGES = ("de", "fr")
PACKAGE = Path(sphinx_eventreport.__file__).parent


def path(language: str, suffix: str) -> Path:
    """Return where the catalogue of *language* is."""
    return LOCALE_FOLDER / language / "LC_MESSAGES" / f"{CATALOG}{suffix}"


def written(language: str) -> Catalog:
    """Return the catalogue that translators write."""
    with path(language, ".po").open("rb") as file:
        return read_po(file, locale=language)


def texts(catalog: Catalog) -> dict[str, str]:
    """Return the translations by the texts that they are of."""
    return {str(message.id): str(message.string) for message in catalog if message.id}


@pytest.fixture(scope="module")
def marked() -> set[str]:
    """Return the texts that are marked in the code, as ``pybabel extract`` finds them."""
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords={"_": None})
    return {str(message) for _file, _line, message, _comments, _context in found}


def test_every_language_is_tested() -> None:
    """There is no other catalogue than those looked at here."""
    assert sorted(folder.name for folder in LOCALE_FOLDER.iterdir()) == list(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_has_the_texts_of_the_code(language: str, marked: set[str]) -> None:
    """None is missing, none is left over."""
    assert set(texts(written(language))) == marked


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    """None is empty, or a guess that nobody has looked at."""
    missing = [message.id for message in written(language) if message.id and not message.string]
    guessed = [message.id for message in written(language) if message.id and message.fuzzy]
    assert (missing, guessed) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_agree(language: str) -> None:
    """A translation has the places for values that its text has."""
    wrong = {
        text: translation
        for text, translation in texts(written(language)).items()
        if (text.count("%s"), text.count("%")) != (translation.count("%s"), translation.count("%"))
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogue_is_that_which_is_written(language: str) -> None:
    """``pybabel compile`` was run after the last change."""
    with path(language, ".mo").open("rb") as file:
        compiled = read_mo(file)
    assert texts(compiled) == texts(written(language))
