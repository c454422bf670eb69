"""The search index after an edit: words of the last build are kept as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils.core import publish_doctree
from sphinx import search
from sphinx.search import SearchLanguage
from support.kinds import FILES
from support.posts import NATIVE_POST
from support.site import CONF, Built, Site

from sphinx_eventreport.optimize.search_index import Terms

if TYPE_CHECKING:
    from collections.abc import Callable

OFF = "eventreport_optimize = False\n"


def remove_a_page(site: Site) -> None:
    """Take the words of a page away."""
    site.remove("plain.md")


def add_pages(site: Site) -> None:
    """Give other numbers to all pages between the first and the last."""
    site.write({"a.md": "# Worms first\n\nSoil.\n", "zebra.md": "# Zebras last\n\nSoil, stripes.\n"})


def edit_pages(site: Site) -> None:
    """Take words out of a page and put others in."""
    site.write({"plain.md": "---\norphan: true\n---\n# Plain and simple\n\nSoil, rain.\n"})


def change_all(site: Site) -> None:
    """Do all of it at once."""
    site.remove("code.md")
    add_pages(site)
    edit_pages(site)


def change_nothing(_site: Site) -> None:
    """Leave everything as it is."""


@pytest.mark.parametrize("change", [remove_a_page, add_pages, edit_pages, change_all, change_nothing])
def test_a_rebuild_writes_the_same_index(
    tmp_path_factory: pytest.TempPathFactory, change: Callable[[Site], None]
) -> None:
    """The words of the last build are kept, pruned and numbered as Sphinx does it, twice."""
    indices = []
    for conf in ("", OFF):
        site = Site(tmp_path_factory.mktemp("site"), conf=CONF + conf).write(FILES)
        site.build()
        change(site)
        site.build()
        site.write({"garden.md": NATIVE_POST + "\nPetrichor.\n"})
        indices.append((site.build().outdir / "searchindex.js").read_bytes())
    assert indices[0] == indices[1]


def test_an_index_of_another_release_is_not_loaded(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No word of it is left, as numbers may mean other documents."""
    site = Site(tmp_path_factory.mktemp("site")).write(FILES)
    path = site.build().outdir / "searchindex.js"
    path.write_text('Search.setIndex({"docnames":["a"],"terms":{"petrichor":0},"envversion":{}})')
    site.write({"garden.md": NATIVE_POST + "\nSoil.\n"})
    assert "petrichor" not in (site.build().outdir / "searchindex.js").read_text()


class Counting(SearchLanguage):
    """A language that keeps the words whose stems it was asked for."""

    lang = "counting"

    def __init__(self) -> None:
        """Start with no word."""
        super().__init__({})
        self.stopwords = {"at", "ye"}
        self.asked: list[str] = []

    def stem(self, word: str) -> str:
        """Note *word*; its stem is its singular."""
        self.asked.append(word)
        return word.removesuffix("s")


@pytest.mark.parametrize(
    ("word", "term"),
    [("Boards", "board"), ("at", ""), ("yes", "yes")],
    ids=["a stem", "a stop word", "a stem that is one"],
)
def test_the_term_of_a_word(word: str, term: str) -> None:
    """It is the stem in lower case, unless that is a stop word."""
    assert Terms(Counting())[word] == term


def test_the_term_of_a_word_is_found_once() -> None:
    """However many pages have it."""
    terms = Terms(language := Counting())
    assert [terms["moss"], terms["moss"], language.asked] == ["mos", "mos", ["moss"]]


class Asked(SearchLanguage):
    """A language that keeps the texts it was asked to split."""

    lang = "asked"

    def __init__(self, *, splits_lines: bool) -> None:
        """Start with no text."""
        super().__init__({})
        self.splits_lines = splits_lines
        self.texts: list[str] = []

    def split(self, text: str) -> list[str]:
        """Note *text*; its words are those of Sphinx."""
        self.texts.append(text)
        return super().split(text)


@pytest.mark.parametrize(
    ("splits_lines", "texts"),
    [(True, ["Moss\nfern.\nPeat.", "Moss"]), (False, ["Moss", "Moss", "fern.", "Peat."])],
)
def test_texts_are_split_together_where_that_is_the_same(
    optimized: Built, monkeypatch: pytest.MonkeyPatch, texts: list[str], *, splits_lines: bool
) -> None:
    """All of a page but its titles; else one after the other, as in Sphinx."""
    indexer = optimized.app.builder.indexer  # type: ignore[attr-defined]
    language = Asked(splits_lines=splits_lines)
    monkeypatch.setattr(indexer, "lang", language)
    overrides = {"doctitle_xform": False, "_disable_config": True}
    indexer._word_collector(publish_doctree("Moss\n====\n\nfern.\n\nPeat.\n", settings_overrides=overrides))  # noqa: SLF001
    assert language.texts == texts


def test_an_index_of_another_extension_is_left_alone(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has put another class into Sphinx before us knows why; nothing of the index is ours then."""
    monkeypatch.setattr(search, "IndexBuilder", other := type("Other", (search.IndexBuilder,), {}))
    builder = site.write({"index.md": "# Index\n"}).build().app.builder
    indexer = builder.indexer  # type: ignore[attr-defined]
    assert (type(indexer), search.IndexBuilder) == (other, other)
    assert {"load", "prune", "dump", "_word_collector", "feed"} & set(vars(indexer)) == set()
