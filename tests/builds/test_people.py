"""People: one whichever way the name is written, pages about them, and the indices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.pages import links, pages
from support.people_site import CONF, FILES, orphan, report
from support.site import Built, Site, png

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def people(site: Site) -> Site:
    """Return a site with a people file."""
    site.conf = CONF
    return site.write(FILES)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Built:
    """Return that site, built once for the tests that only look at it."""
    return Site(tmp_path_factory.mktemp("people"), conf=CONF, store=store).write(FILES).build()


def test_a_site_with_people_builds_without_a_warning(built: Built) -> None:
    """What the other tests look at has no mistake."""
    assert built.warnings == []


def test_roles_lead_to_the_page_or_the_index(built: Built) -> None:
    """By id and by any spelling of the name."""
    assert links(built, "refers", "p a") == [
        ("Cléo Marsh", "cleo.html"),
        ("Cléo Marsh", "cleo.html"),
        ("Bo Reed", "eventreport-people.html#person-bo"),
        ("Dora Sund", "eventreport-people.html#person-dora-sund"),
    ]


@pytest.mark.parametrize(
    "config", [{"html_domain_indices": False}, {"html_domain_indices": ["eventreport-tags"]}]
)
def test_roles_lead_to_the_first_mention_without_an_index(people: Site, config: dict[str, object]) -> None:
    """The index of people may be switched off."""
    found = links(people.build(config=config), "refers", "p a")
    assert found[-1] == ("Dora Sund", "m3.html#person-dora-sund")


def test_an_anchor_of_the_label_stands_where_an_alias_was_written(people: Site) -> None:
    """The first mention is found under the label of today."""
    people.remove("cleo.md")
    built = people.build(config={"html_domain_indices": False})
    [(_text, address), *_more] = links(built, "refers", "p a")
    assert (address, built.body("m1").find(id="person-cleo") is not None) == ("m1.html#person-cleo", True)


@pytest.mark.parametrize("page", ["m1", "m2"])
def test_a_byline_shows_the_name_of_the_file(built: Built, page: str) -> None:
    """Whatever spelling the report has, in the line of the talk and in the program."""
    body = built.body(page)
    shown = [
        element.get_text() for element in body.select(".er-talk-line .er-person, .er-program .er-speakers")
    ]
    assert shown == ["Cléo Marsh", "Cléo Marsh"]


@pytest.fixture(scope="module")
def spelled(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a site on which somebody is written in two ways."""
    pages = {
        name: f"---\ntitle: {name}\nevent: E\nauthors: ['{author}']\n---\n"
        for name, author in {"a.md": "Moss, Ada", "b.md": "Moss Ada", "c.md": "moss-ada"}.items()
    }
    return Site(tmp_path_factory.mktemp("spelled")).write({"index.md": "# I\n", **pages}).build()


@pytest.mark.parametrize(
    ("page", "name"),
    [("a", "Moss, Ada"), ("b", "Moss Ada"), ("c", "Moss, Ada")],
)
def test_a_page_keeps_its_own_spelling(spelled: Built, page: str, name: str) -> None:
    """That of another report is not put into it, but for an id."""
    assert [node.get_text() for node in spelled.body(page).select(".er-person")] == [name]


def test_a_name_that_is_turned_around_in_listings_is_a_warning(spelled: Built) -> None:
    """One, for two reports that write it so."""
    [warning] = [line for line in spelled.warnings if "toctree" not in line]
    assert "b.md: WARNING: Moss Ada is Moss, Ada in listings, as in a.md" in warning


def test_a_listing_shows_the_name_of_the_file(built: Built) -> None:
    """Twice, for two talks under two spellings."""
    assert built.body("talks").get_text().count("Cléo Marsh") == 2


@pytest.mark.parametrize(
    ("person", "address"),
    [
        ("Bo Reed", "https://bo.example.org"),
        ("Ada Green", "cleo.html#ada"),
        ("Dora Sund", "eventreport-people.html#person-dora-sund"),
    ],
)
def test_a_name_in_a_byline_leads_to_what_says_most(built: Built, person: str, address: str) -> None:
    """Their page, else their own address, else the index."""
    assert (person, address) in links(built, "m3", ".er-mention a")


def test_a_page_about_a_person_says_what_the_file_knows(built: Built) -> None:
    """Affiliation, links and ORCID iD in a line, then the biography, numbers, and talks by year."""
    profile = built.body("cleo").select(".er-profile")[0]
    facts = profile.select(".er-profile-head > .er-meta")
    texts = [line.get_text() for line in [*facts, *profile.find_all(["p", "h2"], recursive=False)]]
    assert texts == [
        "Bog Institute · Code · ORCID 0000-0002-1825-0097",
        "Digs.",
        "2 talks · 2 decks · 2 events",
        "2021",
        "Mentioned in Page",
    ]


def test_a_page_about_a_person_shows_the_picture(built: Built) -> None:
    """It is copied, with the name for those who cannot see it."""
    image = built.body("cleo").select_one("img.er-portrait")
    assert image is not None
    assert (image["alt"], (built.outdir / str(image["src"])).read_bytes()) == ("Cléo Marsh", png())


def test_a_page_about_a_person_lists_talks_newest_first(built: Built) -> None:
    """With event and slides, under every spelling of the name."""
    assert links(built, "cleo", ".er-profile:first-of-type .er-works a")[:6] == [
        ("Talk 2", "m2.html#talk-2-by-c-marsh"),
        ("Meeting 2", "m2.html"),
        ("Slides", "m2.html#deck-talk-2"),
        ("Talk 1", "m1.html#talk-1-by-cleo-marsh"),
        ("Meeting 1", "m1.html"),
        ("Slides", "m1.html#deck-talk-1"),
    ]


def test_a_page_about_a_person_counts_what_is_theirs(built: Built) -> None:
    """Talks of both spellings; zeroes are left out."""
    line = built.body("cleo").select(".er-counts")[0]
    assert line.get_text() == "2 talks · 2 decks · 2 events"


def test_somebody_without_a_picture_has_initials(built: Built) -> None:
    """Of the first and the last name."""
    assert [found.get_text() for found in built.body("cleo").select("#ada .er-initials")] == ["AG"]


def test_the_body_of_the_directive_is_the_biography(built: Built) -> None:
    """With its markup, and followed by the reports of somebody whom no file knows."""
    profile = built.body("cleo").select("#ada .er-profile")[0]
    assert (profile.select("em")[0].get_text(), links(built, "cleo", "#ada .er-works a")) == (
        "writes",
        [("Meeting 3", "m3.html"), ("Meeting 1", "m1.html")],
    )


def test_an_index_without_content_is_not_made(built: Built) -> None:
    """No report names a place."""
    assert not (built.outdir / "eventreport-places.html").exists()


def test_the_index_of_people_lists_what_somebody_did(built: Built) -> None:
    """Below the name, which leads to the page."""
    assert links(built, "eventreport-people", "#person-cleo a") == [
        ("Cléo Marsh", "cleo.html"),
        ("Talk 2", "m2.html#talk-2-by-c-marsh"),
        ("Talk 1", "m1.html#talk-1-by-cleo-marsh"),
    ]


def test_the_index_of_places_groups_events(people: Site) -> None:
    """By town and country."""
    people.edit(
        "m1.md", "event: Meeting", "event: {name: Meeting, location: {address: {city: Évry, country: FR}}}"
    )
    found = links(people.build(), "eventreport-places", "#place-evry-fr a")
    assert found == [("Meeting 1", "m1.html")]


def test_an_index_is_reached_by_ref(people: Site) -> None:
    """As every index of Sphinx."""
    people.write({"refers.md": orphan("{ref}`eventreport-people`")})
    assert links(people.build(), "refers", "p a") == [("People", "eventreport-people.html")]


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "singlehtml", "texinfo", "man"])
def test_people_and_indices_need_no_html(people: Site, builder: str) -> None:
    """Every builder takes them without a warning."""
    assert [line for line in people.build(builder).warnings if "eventreport" in line] == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Cléo Marsh", "Cléa Marsh", {"cleo", "m1", "m2", "talks", "refers"}),
        ("Bog Institute", "Fen Institute", {"cleo"}),
        ("https://bo.example.org", "https://bo.example.com", {"m2", "m3"}),
        ("Bo Reed", "Bob Reed", {"m2", "m3", "refers"}),
    ],
)
def test_an_edit_of_the_file_rewrites_who_shows_it(
    people: Site, old: str, new: str, expected: set[str]
) -> None:
    """And no other page."""
    people.build()
    people.edit("people.yml", old, new)
    assert pages(people.build()) == expected


EDITS: dict[str, Callable[[Site], object]] = {
    "name": lambda site: site.edit("people.yml", "Cléo Marsh", "Cléa Marsh"),
    "alias": lambda site: site.edit("people.yml", "C. Marsh, ", ""),
    "no file": lambda site: site.write({"people.yml": ""}),
    "report": lambda site: site.remove("m2.md"),
    "page": lambda site: site.remove("cleo.md"),
    "picture": lambda site: site.write({"img/cleo.png": png(9, 9)}),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_rebuilt_site_equals_a_clean_one(people: Site, edit: Callable[[Site], object]) -> None:
    """Pages, indices and pictures, whatever was edited."""
    people.build()
    edit(people)
    rebuilt, clean = people.build(), people.build(out="clean", doctrees="clean-doctrees")
    names = {path.stem for path in clean.outdir.glob("*.html")} - {"genindex", "search"}
    assert {name: str(rebuilt.body(name)) for name in names} == {
        name: str(clean.body(name)) for name in names
    }
    pictures = {path.name: path.read_bytes() for path in (clean.outdir / "_images").glob("*")}
    assert {name: (rebuilt.outdir / "_images" / name).read_bytes() for name in pictures} == pictures


def test_four_processes_write_what_one_writes(people: Site) -> None:
    """-j4 equals -j1, in every page and index."""
    people.write({f"n{day}.md": report(day, f"Person {'ABCDEF'[day % 6]} Doe") for day in range(4, 20)})
    one = people.build(out="one", doctrees="one-doctrees")
    four = people.build(out="four", doctrees="four-doctrees", parallel=4)
    names = {path.stem for path in one.outdir.glob("*.html")} - {"genindex", "search"}
    assert {name: str(four.body(name)) for name in names} == {name: str(one.body(name)) for name in names}
