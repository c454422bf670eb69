"""When slides are drawn, kept, drawn anew and thrown away."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from support.green import FILES, report
from support.pdfs import slides
from support.site import Site

from sphinx_eventreport.decks.entry_files import EntryFiles

if TYPE_CHECKING:
    from pathlib import Path

LATEX: dict[str, object] = {"latex_documents": [("green", "green.tex", "Green", "A", "howto")]}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return an empty site, with a store of its own beside its doctrees."""
    return Site(tmp_path)


@pytest.mark.parametrize("builder", ["text", "gettext", "linkcheck", "dummy"])
def test_builders_without_pictures_draw_nothing(site: Site, builder: str) -> None:
    """The store has texts only."""
    site.write(FILES).build(builder)
    assert drawn(site) == set()


def drawn(site: Site) -> set[str]:
    """Return the names of the large pictures in the store."""
    return {path.name for path in site.root.rglob("*.webp") if "doctrees" in path.parts}


def stamps(site: Site) -> dict[str, int]:
    """Return when each picture in the store was written."""
    folder = site.root / "doctrees"
    return {path.name: path.stat().st_mtime_ns for path in folder.rglob("*.webp")}


def test_a_second_build_draws_nothing(site: Site) -> None:
    """Also after all pages are read again."""
    site.write(FILES).build()
    before = stamps(site)
    site.edit("green.md", "The prose stays.", "Other prose.")
    site.build()
    assert (len(before), stamps(site)) == (8, before)


def test_a_changed_pdf_is_drawn_anew_alone(site: Site) -> None:
    """The pictures of another deck stay as they are."""
    other = report().replace("moss.pdf", "fern.pdf").replace("green", "fern")
    site.write({**FILES, "fern.md": other, "fern.pdf": slides(("Fern",))}).build()
    before = {name: stamp for name, stamp in stamps(site).items() if name.startswith("fern")}
    site.write({"moss.pdf": slides(("Moss again",))})
    site.build()
    after = {name: stamp for name, stamp in stamps(site).items() if name.startswith("fern")}
    assert (len(before), after) == (2, before)


def test_a_damaged_picture_is_drawn_anew(site: Site) -> None:
    """A picture of zeros, as a loss of power leaves it, does not come into the site."""
    first = site.write(FILES).build()
    (picture,) = (first.outdir / "_images").glob("moss-*-0002.webp")
    whole = picture.read_bytes()
    (kept,) = (site.root / "doctrees").rglob(picture.name)
    kept.write_bytes(b"\0" * len(whole))
    shutil.rmtree(first.outdir)
    assert (site.build().outdir / "_images" / picture.name).read_bytes() == whole


def test_a_page_that_cannot_be_drawn_is_said(site: Site) -> None:
    """Its slide has its text and no picture, and the warning stands where the deck does."""
    first = site.write({name: text for name, text in FILES.items() if name != "refers.md"}).build()
    (picture,) = (first.outdir / "_images").glob("moss-*-0002.webp")
    (kept,) = (site.root / "doctrees").rglob(picture.name)
    kept.unlink()
    EntryFiles(kept.parent).write("0002.absent", b"-")
    site.edit("green.md", "The prose stays.", "Other prose.")
    built = site.build()
    (warning,) = built.warnings
    assert "green.md:12: WARNING: Page 2 of the PDF cannot be drawn" in warning
    assert len(built.body("green").select(".er-slide > img")) == 3


def test_a_changed_pdf_rewrites_who_shows_it(site: Site) -> None:
    """The report, the page with a slide of it, the index with its first slide; no others."""
    plain = "---\norphan: true\n---\n\n# Plain\n"
    site.write({**FILES, "plain.md": plain}).build()
    site.write({"moss.pdf": slides(("Moss again", "Still moss"), ("Lichen",))})
    written = {name for name in site.build().written if name.endswith(".html")}
    assert written - {"genindex.html", "search.html"} == {"green.html", "refers.html", "index.html"}


def test_a_build_without_a_change_writes_no_page(site: Site) -> None:
    """Slides make no page stale."""
    site.write(FILES).build()
    written = {name for name in site.build().written if name.endswith(".html")}
    assert written <= {"genindex.html", "search.html"}


def test_what_is_not_used_any_more_goes(site: Site) -> None:
    """The store beside the doctrees keeps nothing of a deck that is gone."""
    site.write(FILES).build()
    site.remove("refers.md")
    site.write({"green.md": report().replace("moss.pdf", "https://slides.example.org/moss.pdf")}).build()
    assert stamps(site) == {}


def test_a_store_that_is_named_keeps_what_is_unused(site: Site) -> None:
    """Another branch may use it."""
    config = {"eventreport_deck_store": "../kept"}
    site.write(FILES).build(config=config)
    site.remove("refers.md")
    site.write({"green.md": "# Nothing\n"}).build(config=config)
    assert len(list((site.root / "kept").rglob("*.webp"))) == 8


def test_a_site_that_starts_empty_draws_nothing_if_its_store_was_kept(site: Site) -> None:
    """Doctrees and output may go."""
    config = {"eventreport_deck_store": "../kept"}
    site.write(FILES).build(config=config)
    before = {path: path.stat().st_mtime_ns for path in (site.root / "kept").rglob("*.webp")}
    site.build(out="again", doctrees="other", config=config)
    assert {path: path.stat().st_mtime_ns for path in (site.root / "kept").rglob("*.webp")} == before


def test_parallel_and_serial_builds_agree(site: Site) -> None:
    """The bodies of all pages are the same, byte for byte."""
    more = {f"r{number}.md": report().replace("green", f"r{number}") for number in range(8)}
    site.write({**FILES, **more})
    bodies = [
        [str(built.body(name)) for name in ("index", "green", "refers", "r1", "r7")]
        for built in (
            site.build(out="one", doctrees="one-trees"),
            site.build(out="four", doctrees="four-trees", parallel=4),
        )
    ]
    assert bodies[0] == bodies[1]


def test_a_rebuilt_site_equals_a_clean_one(site: Site) -> None:
    """After the PDF has changed."""
    site.write(FILES).build()
    site.write({"moss.pdf": slides(("Moss again", "Still moss"), ("Lichen",))})
    rebuilt, clean = site.build(), site.build(out="clean", doctrees="clean-trees")
    names = ("index", "green", "refers")
    assert [str(rebuilt.body(name)) for name in names] == [str(clean.body(name)) for name in names]


def test_two_builders_share_what_was_read(site: Site) -> None:
    """One after the other on one doctree directory: neither takes the other's pictures away."""
    site.write(FILES).build()
    before = stamps(site)
    site.build("latex", config=LATEX)
    site.build()
    assert stamps(site) == before


def test_an_executor_of_the_site_draws(site: Site, tmp_path: Path) -> None:
    """It is named in the configuration, and made when there is something to draw."""
    conf = (
        'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\n'
        "from concurrent.futures import ThreadPoolExecutor\n\n"
        "def eventreport_deck_executor():\n"
        f"    open({str(tmp_path / 'made')!r}, 'w').close()\n"
        "    return ThreadPoolExecutor(2)\n"
    )
    built = site.write({**FILES, "conf.py": conf}).build()
    assert built.warnings == []
    assert (tmp_path / "made").exists()
    assert len(built.body("green").select(".er-slide > img")) == 4


def test_an_executor_may_be_named(site: Site) -> None:
    """A dotted name is imported when it is needed."""
    name = "concurrent.futures.ThreadPoolExecutor"
    built = site.write(FILES).build(config={"eventreport_deck_executor": name})
    assert len(built.body("green").select(".er-slide > img")) == 4
