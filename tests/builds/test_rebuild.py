"""Right when rebuilt: what an edit rewrites, and that a rebuilt site equals a clean one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ExtensionError
from support.pages import pages
from support.posts import INDEX
from support.site import Built, Site

if TYPE_CHECKING:
    from collections.abc import Callable


def report(number: int, title: str = "", body: str = "Words.", label: str = "") -> str:
    """Return a small report with one talk."""
    written = f"label: {label}\n" if label else ""
    return (
        f"---\ntitle: {title or f'Meeting {number}'}\n{written}"
        f"date: 2020-01-{number:02d}\nevent: Meeting\n---\n\n{body}\n\n## Talk {number}\n\n```{{deck}} https://slides.example.org/{number}.pdf\n```\n"
    )


FILES = {
    "index.md": INDEX,
    "talks.md": "---\norphan: true\n---\n\n# Talks\n\n```{talk-list}\n:type: table\n```\n",
    "plain.md": "---\norphan: true\n---\n\n# Plain\n\nNothing of ours.\n",
    "refers.md": "---\norphan: true\n---\n\n# Refers\n\nSee {event}`r2`, {talk}`r3/talk-3` and [](#r2).\n",
    "r1.md": report(1),
    "r2.md": report(2),
    "r3.md": report(3),
}


@pytest.fixture
def built_site(site: Site) -> Site:
    """Return a site that was built once."""
    assert site.write(FILES).build().warnings == []
    return site


def indices(built: Built) -> set[str]:
    """Return the names of the indices that a build wrote."""
    return {
        name.removesuffix(".html").removeprefix("eventreport-")
        for name in built.written
        if name.startswith("eventreport-")
    }


def bodies(built: Built) -> dict[str, str]:
    """Return the article body of every page."""
    return {name: str(built.body(name)) for name in (file.removesuffix(".md") for file in FILES)}


def test_a_build_without_a_change_writes_no_page(built_site: Site) -> None:
    """Not one page is touched."""
    assert pages(built_site.build()) == set()


def test_a_build_without_a_change_writes_no_more_than_sphinx_does(built_site: Site) -> None:
    """What Sphinx itself rewrites on every build is all that is rewritten."""
    ours = built_site.build().written
    plain = Site(built_site.root / "plain", conf='extensions = ["myst_parser"]\nhtml_theme = "alabaster"\n')
    plain.write({"index.md": "# Plain\n"}).build()
    assert ours <= plain.build().written


def test_a_body_edit_rewrites_one_page(built_site: Site) -> None:
    """Nobody else shows the body."""
    built_site.edit("r2.md", "Words.", "Other words.")
    built = built_site.build()
    assert (pages(built), indices(built)) == ({"r2"}, set())


def test_a_title_edit_rewrites_who_shows_the_title(built_site: Site) -> None:
    """The page, the listings that show it, the pages that refer to it; no others."""
    built_site.edit("r2.md", "Meeting 2", "Gathering 2")
    built = built_site.build()
    assert pages(built) == {"r2", "index", "talks", "refers"}
    assert indices(built) == {"events", "talks"}


def test_an_index_that_is_gone_is_written_again(built_site: Site) -> None:
    """Also if nothing else has changed."""
    (built_site.root / "out-html" / "eventreport-talks.html").unlink()
    assert indices(built_site.build()) == {"talks"}


def test_what_another_builder_has_read_is_in_the_indices(built_site: Site) -> None:
    """On the same doctrees: for the builder that comes after it, no page is new."""
    built_site.edit("r2.md", "Meeting 2", "Gathering 2")
    built_site.build("latex")
    assert indices(built_site.build()) == {"events", "talks"}
    assert indices(built_site.build()) == set()


def test_an_index_that_another_builder_has_emptied_goes(built_site: Site) -> None:
    """Its page would lead to what is gone."""
    for name in ("r1", "r2", "r3"):
        built_site.write({f"{name}.md": f"# {name}\n"})
    built_site.build("latex")
    outdir = built_site.build().outdir
    assert list(outdir.glob("eventreport-*.html")) == []


def test_another_configuration_writes_the_indices_again(built_site: Site) -> None:
    """Their frame is that of all pages."""
    assert indices(built_site.build(config={"html_title": "Other"})) == {"events", "talks"}


def test_a_talk_title_edit_rewrites_who_shows_the_talk(built_site: Site) -> None:
    """The index shows events, and no talk's title: it stays."""
    built_site.edit(
        "r1.md",
        "deck} https://slides.example.org/1.pdf\n",
        "deck} https://slides.example.org/1.pdf\n:label: one\n",
    )
    built_site.build()
    built_site.edit("r1.md", "## Talk 1", "## Speech 1")
    assert pages(built_site.build()) == {"r1", "talks"}


def test_the_index_shows_the_new_title(built_site: Site) -> None:
    """What was rewritten is right."""
    built_site.edit("r2.md", "Meeting 2", "Gathering 2")
    assert "Gathering 2" in built_site.build().body("index").get_text()


def test_a_referring_page_shows_the_new_title(built_site: Site) -> None:
    """A role without a text of its own shows the title of today, and so does a MyST link."""
    built_site.edit("r2.md", "Meeting 2", "Gathering 2")
    assert built_site.build().body("refers").get_text().count("Gathering 2") == 2


def test_a_new_report_is_listed(built_site: Site) -> None:
    """A report that was added stands in the index."""
    built_site.write({"r4.md": report(4)})
    assert "Meeting 4" in built_site.build().body("index").get_text()


def test_a_removed_report_is_no_longer_listed(built_site: Site) -> None:
    """The index forgets it, though its own source did not change."""
    built_site.remove("r1.md")
    assert "Meeting 1" not in built_site.build().body("index").get_text()


def test_a_renamed_report_is_linked_at_its_new_place(built_site: Site) -> None:
    """The card follows the file."""
    built_site.remove("r1.md")
    built_site.write({"first.md": report(1)})
    links = [link["href"] for link in built_site.build().body("index").select(".er-card-title a")]
    assert "first.html" in links


def test_a_duplicate_label_is_a_warning_in_the_second_document(built_site: Site) -> None:
    """The first document in order owns the label."""
    built_site.edit("r3.md", "date:", "label: r1\ndate:")
    assert [line for line in built_site.build().warnings if "duplicate_label" in line and "r3.md" in line]


def test_the_same_label_twice_is_one_warning(site: Site) -> None:
    """Talks and decks of the second report have the names of the first one's only for that reason."""
    files = {"index.md": INDEX, "a.md": report(1, label="same"), "b.md": report(1, label="same")}
    (warning,) = site.write(files).build().warnings
    assert "The event label 'same' is in a.md already" in warning


def test_a_corrected_duplicate_leaves_the_first_owner(built_site: Site) -> None:
    """The name leads to its owner again when the other one is gone."""
    built_site.edit("r3.md", "date:", "label: r1\ndate:")
    built_site.build()
    built_site.edit("r3.md", "label: r1\n", "")
    built_site.write({"refers.md": "---\norphan: true\n---\n\n# Refers\n\n{event}`r1`\n"})
    built = built_site.build()
    assert (built.warnings, built.body("refers").select("a.reference.internal")[0]["href"]) == ([], "r1.html")


EDITS: dict[str, Callable[[Site], object]] = {
    "body": lambda site: site.edit("r2.md", "Words.", "Other words."),
    "title": lambda site: site.edit("r2.md", "Meeting 2", "Gathering 2"),
    "date": lambda site: site.edit("r2.md", "2020-01-02", "2020-05-02"),
    "label": lambda site: site.edit("r3.md", "date:", "label: third\ndate:"),
    "talk": lambda site: site.edit("r3.md", "## Talk 3", "## Talk 3, by Ada Green"),
    "added": lambda site: site.write({"r0.md": report(9)}),
    "removed": lambda site: site.remove("r1.md"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_rebuilt_site_equals_a_clean_one(built_site: Site, edit: Callable[[Site], object]) -> None:
    """After any edit, every article body is byte for byte what a clean build makes."""
    edit(built_site)
    existing = {name for name in FILES if (built_site.source / name).exists()}
    rebuilt = built_site.build()
    clean = built_site.build(out="clean", doctrees="clean-doctrees")
    names = [name.removesuffix(".md") for name in existing]
    assert {name: str(rebuilt.body(name)) for name in names} == {
        name: str(clean.body(name)) for name in names
    }


def test_four_processes_write_what_one_writes(site: Site) -> None:
    """-j4 equals -j1, byte for byte, in the article bodies."""
    files = {**FILES, **{f"m{number}.md": report(number, f"More {number}") for number in range(4, 20)}}
    site.write(files)
    one = bodies(site.build(out="one", doctrees="one-doctrees"))
    assert bodies(site.build(out="four", doctrees="four-doctrees", parallel=4)) == one


def test_four_processes_warn_as_one_does(site: Site) -> None:
    """Duplicate labels are found in the main process, in the order of the documents."""
    site.write({**FILES, **{f"m{number}.md": report(number, label="same") for number in range(4, 12)}})
    one = site.build(out="one", doctrees="one-doctrees").warnings
    assert (len(one) > 6, site.build(out="four", doctrees="four-doctrees", parallel=4).warnings) == (
        True,
        one,
    )


def test_a_second_builder_on_the_same_doctrees_has_its_own_state(built_site: Site) -> None:
    """A page that the HTML builder has rewritten is still stale for the text builder."""
    built_site.build("text")
    built_site.edit("r2.md", "Meeting 2", "Gathering 2")
    built_site.build("html")
    text = built_site.build("text")
    assert "Gathering 2" in (text.outdir / "index.txt").read_text(encoding="utf-8")


def test_a_second_output_folder_of_one_builder_has_its_own_state(built_site: Site) -> None:
    """Two folders are two states, though the builder has one name."""
    built_site.build("html", out="second")
    built_site.edit("r2.md", "Meeting 2", "Gathering 2")
    built_site.build("html")
    assert "Gathering 2" in built_site.build("html", out="second").body("index").get_text()


def test_a_build_that_fails_leaves_no_page_stale_for_ever(built_site: Site) -> None:
    """What was not written counts as not written."""
    built_site.edit("r2.md", "Meeting 2", "Gathering 2")
    with pytest.raises(ExtensionError, match="stop"):
        built_site.build(fail_before_writing=True)
    assert "Gathering 2" in built_site.build().body("index").get_text()


def test_a_changed_picture_is_copied_again(built_site: Site) -> None:
    """A file that a report shows is a dependency of its page."""
    built_site.edit("r1.md", "event: Meeting", "event: Meeting\nbanner: hall.png")
    built_site.write({"hall.png": b"one"})
    built_site.build()
    built_site.write({"hall.png": b"two"})
    assert (built_site.build().outdir / "_images" / "hall.png").read_bytes() == b"two"


def test_a_report_outside_every_listing_is_missed_by_sphinx(site: Site) -> None:
    """Nothing leads to it, and that is worth a warning."""
    built = site.write({"index.md": "# Reports\n", "r1.md": report(1)}).build()
    assert [line for line in built.warnings if "r1.md" in line and "toctree" in line]


def test_a_report_that_leaves_its_listing_is_missed_again(built_site: Site) -> None:
    """The mark that a listing leads to a report goes with the listing."""
    built_site.write({"index.md": "# Reports\n"})
    built_site.remove("talks.md")
    assert len([line for line in built_site.build().warnings if "toctree" in line]) == 3


@pytest.fixture
def site_with_deck(built_site: Site) -> Site:
    """Return a site whose first report shows a deck in the source tree."""
    built_site.edit("r1.md", "https://slides.example.org/1.pdf", "one.pdf")
    built_site.write({"one.pdf": b"%PDF one"})
    built_site.build()
    return built_site


def test_a_changed_deck_is_copied_again(site_with_deck: Site) -> None:
    """The PDF is a dependency of the page that shows it."""
    site_with_deck.write({"one.pdf": b"%PDF another, and longer"})
    built = site_with_deck.build()
    copies = [path.read_bytes() for path in built.outdir.rglob("one.pdf")]
    assert (copies, pages(built)) == ([b"%PDF another, and longer"], {"r1"})


def test_a_missing_deck_is_a_warning_when_it_goes(site_with_deck: Site) -> None:
    """The page that showed it is read again, and says so."""
    site_with_deck.remove("one.pdf")
    assert [line for line in site_with_deck.build().warnings if "[eventreport.missing_file]" in line]


def test_a_deck_that_comes_back_is_shown(site_with_deck: Site) -> None:
    """A page that misses a file waits for it."""
    site_with_deck.remove("one.pdf")
    site_with_deck.build()
    site_with_deck.write({"one.pdf": b"%PDF again"})
    assert site_with_deck.build().body("r1").select_one("figure.er-deck a.er-file") is not None
