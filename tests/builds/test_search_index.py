"""What a search can find: the words of Sphinx's index, and the places beside it."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

import pytest
from support.everything import FILES as EVERYTHING
from support.prose import BOG, FILES

if TYPE_CHECKING:
    from pathlib import Path

    from support.site import Built, Site


def index_of(built: Built) -> dict[str, Any]:
    """Return Sphinx's index."""
    text = (built.outdir / "searchindex.js").read_text(encoding="utf-8")
    index: dict[str, Any] = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
    return index


def terms(built: Built) -> dict[str, Any]:
    """Return the words of Sphinx's index."""
    index = index_of(built)
    return {**index["terms"], **index["titleterms"]}


def objects(built: Built) -> dict[str, tuple[str, str]]:
    """Return document and id of each object, as Sphinx's searchtools.js reads them."""
    index = index_of(built)
    found = {}
    for prefix, rows in index["objects"].items():
        for doc, kind, _priority, anchor, name in rows:
            title = html.unescape(f"{prefix}.{name}" if prefix else name)
            spelled = {"": title, "-": f"{index['objnames'][str(kind)][1]}-{title}"}.get(anchor, anchor)
            found[f"{index['objnames'][str(kind)][1]} {title}"] = index["docnames"][doc], spelled
    return found


def folder(built: Built) -> Path:
    """Return where our files are."""
    return built.outdir / "_static" / "eventreport-search"


def searched(built: Built) -> dict[str, str]:
    """Return our files."""
    return {path.name: path.read_text(encoding="utf-8") for path in folder(built).iterdir()}


def documents(built: Built) -> dict[str, list[Any]]:
    """Return what the file of places has of each document."""
    text = (folder(built) / "places.js").read_text(encoding="utf-8")
    found = json.loads(text.removeprefix("eventreportSearch.places(").removesuffix(")\n"))
    return {name: rest for name, *rest in found["docs"]}


def test_words_are_found_however_they_are_typed(site: Site) -> None:
    """With and without accents, numbers, words with signs."""
    words = terms(site.write(FILES).build())
    assert {"creme", "crème", "lukasz", "łukasz", "404", "c++"} - words.keys() == set()


def test_each_name_leads_to_an_element(site: Site) -> None:
    """In every search that reads Sphinx's index: people without a page, and those whom a page is about."""
    report = "---\nevent: {name: Wax, series: wax}\n---\n\n## Wax by Al d'Or & Co.\n\n```{talk}\n```\n"
    site.write({**EVERYTHING, "otto.md": report})
    built = site.build()
    found = objects(built)
    assert {"person Ida Comb", "person Otto Frame", "series wax"} - found.keys() == set()
    nowhere = {name: place for name, place in found.items() if built.page(place[0]).find(id=place[1]) is None}
    assert nowhere == {}


def test_a_stemmer_that_needs_accents_gets_them(site: Site) -> None:
    """In French, and a reader who leaves them out finds the word as well."""
    page = "# Forêt\n\nLes hébergements mutualisés.\n"
    words = terms(site.write({"index.md": page}).build(config={"language": "fr"}))
    assert {"héberg", "heberg"} - words.keys() == set()


def test_places_say_what_they_are(site: Site) -> None:
    """The page, its talks and sections, slides, decisions."""
    found = documents(site.write(FILES).build())
    assert found["bog"] == [
        "event",
        "2024-06-03",
        ["talk", "sundews-at-dusk"],
        ["section", "pool-404"],
        ["decision", "decision-d7"],
    ]
    assert found["heath"][-1] == ["slide", "slide-heather", 1, 7]
    assert found["zoe"] == ["person", ""]


def test_an_edit_changes_what_a_clean_build_would(site: Site) -> None:
    """Also with processes that read, and where a page has gone."""
    site.write(FILES).build()
    site.write({"bog.md": BOG.replace("bladderwort", "butterwort").replace("Pool 404", "Pool 405")})
    site.remove("zoe.md")
    edited = searched(site.build(parallel=2))
    assert edited == searched(site.build(out="clean", doctrees="other"))


def test_an_edit_writes_portions_with_its_words_only(site: Site) -> None:
    """A word that comes to a page is in one portion; the file of places has the checksum of all."""
    words = " ".join(f"w{number}x" for number in range(9000))
    site.write({**FILES, "words.md": f"# Words\n\n{words}\n"}).build()
    edited = site.write({"bog.md": BOG.replace("among peat", "among azaleas, peat")}).build()
    names = [name.rpartition("/")[2] for name in edited.written if "eventreport-search/" in name]
    assert len(names) == 2
    assert "places.js" in names


def test_the_page_of_results_asks_for_the_places_as_they_are(site: Site) -> None:
    """Also where one process builds twice: a browser would show the places that it has from before."""
    pages = [site.write({**FILES, "bog.md": text}).build().page("search") for text in (BOG, "# Bog\n")]
    first, second = (page.select_one("script[src*='places.js?v=']") for page in pages)
    assert None not in {first, second}
    assert first != second


@pytest.mark.parametrize("setting", ["eventreport_search", "html_search_scorer"])
def test_another_search_is_left_alone(site: Site, setting: str) -> None:
    """No script of ours is on its page, and no file beside its index."""
    scorer = site.write({**FILES, "scorer.js": "// Theirs.\n"}).source / "scorer.js"
    value = {"eventreport_search": "none", "html_search_scorer": str(scorer)}[setting]
    built = site.build(config={setting: value})
    scripts = [str(script["src"]) for script in built.page("search").select("script[src]")]
    assert [name for name in scripts if "eventreport" in name] == []
    assert not folder(built).exists()


def test_a_kind_can_be_left_out(site: Site) -> None:
    """Its words lead to no place."""
    built = site.write(FILES).build(config={"eventreport_search_weight": {"slide": 0}})
    assert '"kettl"' not in "".join(searched(built).values())


def test_what_no_search_is_to_find_has_no_place(site: Site) -> None:
    """A page that says so, and a report that nothing lists."""
    hidden = "---\ntitle: Fen\ndate: 2024-01-01\nevent: Fen\nunlisted: true\n---\n\nA fen.\n"
    files = {**FILES, "fen.md": hidden, "quiet.md": "---\norphan: true\nno-search: true\n---\n\n# Quiet\n"}
    found = documents(site.write(files).build())
    assert {"fen", "quiet"} & found.keys() == set()


def test_files_of_the_search_are_left_alone_where_nothing_changed(site: Site) -> None:
    """Not one of them is written again."""
    site.write(FILES).build()
    assert [name for name in site.build().written if "eventreport-search/" in name] == []


@pytest.mark.parametrize("damage", ["remove", "zero"])
def test_files_of_the_search_that_are_damaged_are_written_again(site: Site, damage: str) -> None:
    """Nothing else has changed."""
    built = site.write(FILES).build()
    before, path = searched(built), folder(built) / "0.js"
    if damage == "remove":
        path.unlink()
    else:
        path.write_bytes(bytes(path.stat().st_size))
    assert searched(site.build()) == before


def test_stems_of_another_language_are_made_anew(site: Site) -> None:
    """As in a clean build."""
    french = {"html_search_language": "fr"}
    site.write(FILES).build()
    words = searched(site.build(config=french))
    assert searched(site.build(config=french, out="clean", doctrees="clean-trees")) == words
