"""The cached search language gives Sphinx's own search index, for less work."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import sphinx.search
from sphinx.application import Sphinx
from sphinx.search import SearchLanguage
from sphinx.search.en import SearchEnglish
from sphinx.search.fr import SearchFrench
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_eventreport.sphinx_ext.economies.search_language import (
    RememberedStems,
    cached_language,
    remember_stems,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGES = {
    "index": "Talks\n=====\n\nThe speakers were talking of talks and of generational services.\n",
    "first": "Présentations\n=============\n\nDes conférences présentées; a talking speaker, served.\n",
    "second": "Minutes\n=======\n\nPrésenter une conférence; talks, services, CONTINUING Talks.\n",
}

WITH_CACHE = """
from sphinx_eventreport.sphinx_ext.economies.search_language import remember_stems

def setup(app):
    app.connect("builder-inited", remember_stems)
"""

OWN_LANGUAGE = """
from sphinx.search.en import SearchEnglish

class Shouted(SearchEnglish):
    def stem(self, word):
        return "shouted" + super().stem(word)

def setup(app):
    app.add_search_language(Shouted)
"""


OWN_LANGUAGES: dict[str, str | type[SearchLanguage]] = {
    "en": SearchEnglish,
    "fr": "sphinx.search.fr.SearchFrench",
    "zh": "sphinx.search.zh.SearchChinese",
}


class Counting(SearchLanguage):
    """A language that keeps the words it was asked to stem."""

    lang = "counting"

    def __init__(self, options: dict[str, str]) -> None:
        """Start with no word."""
        super().__init__(options)
        self.asked: list[str] = []

    def stem(self, word: str) -> str:
        """Keep *word*; its stem is its first letter."""
        self.asked.append(word)
        return word[:1]


@pytest.fixture(autouse=True)
def _restored_languages(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Sphinx keeps the search languages in a global table: give each test what Sphinx has in it."""
    with monkeypatch.context() as context:
        for name, language in OWN_LANGUAGES.items():
            context.setitem(sphinx.search.languages, name, language)
        yield


def start(root: Path, conf: str = "", builder: str = "html", **values: str) -> Sphinx:
    """Return an application on a small site in *root*, with *conf* as its ``conf.py``."""
    source = root / "source"
    source.mkdir(parents=True)
    (source / "conf.py").write_text(conf, encoding="utf-8")
    for name, text in PAGES.items():
        (source / f"{name}.rst").write_text(text, encoding="utf-8")
    return Sphinx(source, source, root / "out", root / "trees", builder, values, io.StringIO(), io.StringIO())


def build(root: Path, conf: str = "", **values: str) -> dict[str, bytes]:
    """Build the site as HTML and return the files of its search: path from the output, content."""
    with patch_docutils(), docutils_namespace():
        start(root, conf, **values).build()
    out = root / "out"
    scripts = [out / "searchindex.js", *sorted((out / "_static").glob("*stemmer*.js"))]
    scripts.append(out / "_static" / "language_data.js")
    return {path.name: path.read_bytes() for path in scripts}


def registered(root: Path, conf: str = "", builder: str = "html", **values: str) -> object:
    """Register the cache in a site and return what stands for the site's language then."""
    with patch_docutils(), docutils_namespace():
        app = start(root, conf, builder, **values)
        remember_stems(app)
    return sphinx.search.languages[values.get("language", "en").partition("_")[0]]


def test_a_word_is_stemmed_once() -> None:
    """The language itself is asked once for a word, however often the word comes."""
    language = cached_language(Counting)({})
    for word in ("talk", "slide", "talk", "talk"):
        language.stem(word)
    assert language.asked == ["talk", "slide"]  # type: ignore[attr-defined]


def test_a_remembered_stem_is_the_first_answer() -> None:
    """The second answer for a word is the language's own."""
    language = cached_language(SearchEnglish)({})
    assert language.stem("talking") == language.stem("talking") == "talk"


def test_an_empty_stem_is_remembered() -> None:
    """A stem that is an empty text counts as an answer."""
    language = cached_language(Counting)({})
    language.stem("")
    language.stem("")
    assert language.asked == [""]  # type: ignore[attr-defined]


def test_stems_are_not_shared_between_sites() -> None:
    """Two builds in one process do not share stems."""
    language_class = cached_language(Counting)
    language_class({}).stem("talk")
    second = language_class({})
    second.stem("talk")
    assert second.asked == ["talk"]  # type: ignore[attr-defined]


def test_the_cache_is_put_on_once() -> None:
    """A language that has the cache does not get another one."""
    language_class = cached_language(SearchFrench)
    assert cached_language(language_class) is language_class


@pytest.mark.parametrize("language", ["en", "fr", "xx"])
def test_the_index_is_sphinx_s_own(tmp_path: Path, language: str) -> None:
    """``searchindex.js`` and the JavaScript stemmers are the same bytes with and without the cache."""
    without = build(tmp_path / "without", language=language)
    assert build(tmp_path / "with", WITH_CACHE, language=language) == without


def test_html_search_language_counts(tmp_path: Path) -> None:
    """``html_search_language`` is the language of the index, not ``language``."""
    with patch_docutils(), docutils_namespace():
        remember_stems(start(tmp_path, language="de", html_search_language="fr"))
    found = sphinx.search.languages["fr"]
    assert isinstance(found, type)
    assert issubclass(found, SearchFrench)


def test_a_country_is_left_out(tmp_path: Path) -> None:
    """``fr_CA`` is French to the search, as it is to Sphinx."""
    found = registered(tmp_path, language="fr_CA")
    assert isinstance(found, type)
    assert issubclass(found, SearchFrench)


def test_another_extension_s_language_is_wrapped(tmp_path: Path) -> None:
    """A language that ``conf.py`` or an extension has registered is kept under the cache."""
    found = registered(tmp_path, OWN_LANGUAGE)
    assert found({}).stem("talks") == "shoutedtalk"  # type: ignore[operator]


def test_another_extension_s_language_is_remembered(tmp_path: Path) -> None:
    """A language that ``conf.py`` or an extension has registered gets the cache."""
    found = registered(tmp_path, OWN_LANGUAGE)
    assert issubclass(found, RememberedStems)  # type: ignore[arg-type]


def test_a_class_under_a_foreign_name_is_left_alone(tmp_path: Path) -> None:
    """A class that stands under another name does not replace the one of its own name."""
    sphinx.search.languages["fr"] = type("Canadian", (SearchEnglish,), {})
    registered(tmp_path, language="fr")
    assert sphinx.search.languages["en"] is SearchEnglish


def test_chinese_is_left_alone(tmp_path: Path) -> None:
    """The Chinese stem depends on the words before it, so it is not remembered."""
    assert registered(tmp_path, language="zh_CN") == "sphinx.search.zh.SearchChinese"


def test_a_builder_without_search_is_left_alone(tmp_path: Path) -> None:
    """A builder that writes no search index gets no cache."""
    assert registered(tmp_path, builder="text", language="fr") == "sphinx.search.fr.SearchFrench"
