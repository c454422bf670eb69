"""Remembered stems give Sphinx's own search index, for less work, whosever language it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sphinx.search
from sphinx.search import SearchLanguage
from sphinx.search.en import SearchEnglish
from support.site import CONF, Site

from sphinx_eventreport.optimize.stems import remember

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {
    "index.rst": "Talks\n=====\n\nThe speakers were talking of talks and of generational services.\n",
    "first.rst": "Présentations\n=============\n\nDes conférences présentées; a talking speaker, served.\n",
    "second.rst": "Minutes\n=======\n\nPrésenter une conférence; talks, services, CONTINUING Talks.\n",
}

OWN_LANGUAGE = """
from sphinx.search.en import SearchEnglish

class Shouted(SearchEnglish):
    asked = []

    def stem(self, word):
        self.asked.append(word)
        return "shouted" + super().stem(word)

def setup(app):
    app.add_search_language(Shouted)
"""


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


def remembering(language_class: type[SearchLanguage]) -> SearchLanguage:
    """Return a language that remembers its stems."""
    language = language_class({})
    remember(language)
    return language


def index(root: Path, conf: str) -> dict[str, bytes]:
    """Build the site as HTML and return the files of its search: name, content."""
    out = Site(root, conf=CONF + conf).write(PAGES).build().outdir
    scripts = [out / "searchindex.js", *sorted((out / "_static").glob("*stemmer*.js"))]
    scripts.append(out / "_static" / "language_data.js")
    return {path.name: path.read_bytes() for path in scripts}


def test_a_word_is_stemmed_once() -> None:
    """The language itself is asked once for a word, however often the word comes."""
    language = remembering(Counting)
    for word in ("talk", "slide", "talk", "talk"):
        language.stem(word)
    assert language.asked == ["talk", "slide"]  # type: ignore[attr-defined]


def test_a_remembered_stem_is_the_first_answer() -> None:
    """The second answer for a word is the language's own."""
    language = remembering(SearchEnglish)
    assert language.stem("talking") == language.stem("talking") == "talk"


def test_an_empty_stem_is_remembered() -> None:
    """A stem that is an empty text counts as an answer."""
    language = remembering(Counting)
    language.stem("")
    language.stem("")
    assert language.asked == [""]  # type: ignore[attr-defined]


def test_stems_are_not_shared_between_sites() -> None:
    """Two builds in one process do not share stems."""
    remembering(Counting).stem("talk")
    second = remembering(Counting)
    second.stem("talk")
    assert second.asked == ["talk"]  # type: ignore[attr-defined]


def test_chinese_is_left_alone() -> None:
    """The Chinese stem depends on the words before it, so it is not remembered."""
    chinese = type("Chinese", (Counting,), {"lang": "zh"})
    language = remembering(chinese)
    language.stem("talk")
    language.stem("talk")
    assert language.asked == ["talk", "talk"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["en", "fr", "xx", "fr_CA"])
def test_the_index_is_sphinx_s_own(tmp_path: Path, language: str) -> None:
    """``searchindex.js`` and the JavaScript stemmers are the same bytes with and without."""
    conf = f"html_search_language = {language!r}\n"
    without = index(tmp_path / "without", conf + "eventreport_optimize = False\n")
    assert index(tmp_path / "with", conf) == without


def test_another_extension_s_language_is_asked_once(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A language that ``conf.py`` or an extension has registered is the one that is remembered."""
    monkeypatch.setattr(sphinx.search, "languages", dict(sphinx.search.languages))
    built = site.write({**PAGES, "conf.py": CONF + OWN_LANGUAGE}).build()
    language = built.app.builder.indexer.lang  # type: ignore[attr-defined]
    assert language.asked.count("talks") == 1
    assert '"shoutedtalk"' in (built.outdir / "searchindex.js").read_text(encoding="utf-8")


AROUND = """
from sphinx.search.en import SearchEnglish

class Around(SearchEnglish):
    asked = []

    def word_filter(self, word):
        self.asked.append(word)
        return super().word_filter(word)

def wrap(app):
    load = app.builder.load_indexer

    def load_indexer(docnames):
        load(docnames)
        app.builder.indexer.lang = Around({})

    app.builder.load_indexer = load_indexer

def setup(app):
    app.connect("builder-inited", wrap, priority=900)
"""


def test_a_language_that_comes_when_the_index_is_loaded_is_asked_once(site: Site) -> None:
    """As ours does, which is put around the one of the site."""
    built = site.write({**PAGES, "conf.py": CONF + AROUND}).build()
    assert built.app.builder.indexer.lang.asked.count("talk") == 1  # type: ignore[attr-defined]


def test_the_languages_of_sphinx_stay(site: Site) -> None:
    """The table of the process has the same classes after a build."""
    before = dict(sphinx.search.languages)
    site.write(PAGES).build()
    assert sphinx.search.languages == before
