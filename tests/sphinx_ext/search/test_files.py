"""Files of the search that are made of others after an edit are as those that are made of all texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.search.en import SearchEnglish

from sphinx_eventreport.sphinx_ext.search.files import Facts, Files, Search
from sphinx_eventreport.sphinx_ext.search.language import FoldingLanguage
from sphinx_eventreport.sphinx_ext.search.places import Place
from sphinx_eventreport.sphinx_ext.search.stems import Stems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    Texts = Mapping[str, Sequence[Place]]

MANY = " ".join(f"w{number}x" for number in range(4500))
TEXTS: Texts = {
    "bog": (
        Place("page", "", "bog peat boards"),
        Place("talk", "sundews", "sundews at dusk"),
        Place("slide", "slide-moss-1", "moss"),
        Place("slide", "slide-moss-2", "peat"),
    ),
    "heath": (Place("page", "", "heath peat"), Place("section", "heather", MANY)),
    "zoe": (Place("page", "", "zoe sundews"),),
}
EDITS: Mapping[str, Texts] = {
    "a word that comes": {"bog": (Place("page", "", "bog peat boards azalea"), *TEXTS["bog"][1:])},
    "a word that has gone": {"bog": (Place("page", "", "bog peat"), *TEXTS["bog"][1:])},
    "a word that has gone from the first of its places": {
        "bog": (Place("page", "", "bog boards"), *TEXTS["bog"][1:])
    },
    "a word that others have": {"zoe": (Place("page", "", "zoe moss heath"),)},
    "all words": {"heath": (Place("page", "", ""), Place("section", "heather", MANY))},
    "another id": {"bog": (*TEXTS["bog"][:1], Place("talk", "dusk", "at dusk"), *TEXTS["bog"][2:])},
    "two documents": {
        "bog": (Place("page", "", "bog moor"), *TEXTS["bog"][1:]),
        "zoe": (Place("page", "", "zoe moor"),),
    },
}
MADE_ANEW: Mapping[str, Texts] = {
    "a place that comes": {"zoe": (*TEXTS["zoe"], Place("section", "more", "moor"))},
    "a slide that has gone": {"bog": TEXTS["bog"][:-1]},
    "more words than the portions are for": {"zoe": (Place("page", "", MANY.replace("x", "y")),)},
}


def search(texts: Texts, **weights: float) -> Search:
    """Return what the files of *texts* are made of."""
    facts = Facts({"weights": weights}, {name: [name, "event", ""] for name in texts})
    return Search(texts, facts, Stems(FoldingLanguage(SearchEnglish({})), {}))


def edited(folder: Path, edit: Texts, **weights: float) -> tuple[Files | None, Files]:
    """Return the files after an *edit*, made of those before it and made anew."""
    before = search(TEXTS, **weights).files()
    for name, content in before.contents.items():
        (folder / name).write_bytes(content)
    after = search({**TEXTS, **edit}, **weights)
    replaced = {name: TEXTS[name] for name in edit}
    return after.edited_files(folder, before.postings, replaced), after.files()


def differing(found: Files | None, anew: Files) -> set[str]:
    """Return the names of the files that are not the same: what is in them is too long to show."""
    assert found is not None
    both = found.contents.keys() | anew.contents.keys()
    return {name for name in both if found.contents.get(name) != anew.contents.get(name)}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_edited_files_are_those_made_anew(tmp_path: Path, edit: Texts) -> None:
    """Each of them."""
    assert differing(*edited(tmp_path, edit)) == set()


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_postings_are_counted_after_an_edit(tmp_path: Path, edit: Texts) -> None:
    """As many as there are."""
    found, anew = edited(tmp_path, edit)
    assert found is not None
    assert found.postings == anew.postings


def test_places_that_are_not_found_have_no_words_after_an_edit(tmp_path: Path) -> None:
    """As before it: what has no weight is in no portion."""
    edit = {"bog": (*TEXTS["bog"][:3], Place("slide", "slide-moss-2", "newt"))}
    assert differing(*edited(tmp_path, edit, slide=0)) == set()


@pytest.mark.parametrize("edit", MADE_ANEW.values(), ids=MADE_ANEW)
def test_other_edits_ask_for_all_texts(tmp_path: Path, edit: Texts) -> None:
    """Where places have other numbers, or words another portion."""
    assert edited(tmp_path, edit)[0] is None


def test_an_edit_leaves_other_portions_as_they_were(tmp_path: Path) -> None:
    """One word is in one portion, beside the file of places."""
    found, _anew = edited(tmp_path, EDITS["a word that comes"])
    assert found is not None
    changed = [name for name, content in found.contents.items() if (tmp_path / name).read_bytes() != content]
    assert len(changed) == 2
