"""Series of events, and what refers to a talk or a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.pages import links, pages
from support.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.site import Built


def report(year: int, series: str = "Garden Day", body: str = "Words.") -> str:
    """Return a report of an edition with one talk."""
    return (
        f"---\ntitle: Garden {year}\nlabel: g{year}\nauthors: [Ada Green]\n"
        f"event: {{name: Garden Day, series: {series}, start: {year}-05-01}}\n---\n\n{body}\n\n"
        f"## Worms {year}\n\n```{{deck}} https://slides.example.org/{year}.pdf\n```\n\n"
        "They dig.\n\n### More\n\nMore.\n"
    )


def orphan(title: str, text: str) -> str:
    """Return a page of its own."""
    return f"---\norphan: true\n---\n\n# {title}\n\n{text}\n"


FILES = {
    "index.md": "# Site\n\n```{event-list}\n:type: list\n```\n",
    "series.md": orphan("Garden Days", "```{series} garden-day\nEvery *spring*.\n```"),
    "ada.md": orphan("Ada", "```{person} Ada Green\n```"),
    "refers.md": orphan(
        "Refers", "{series}`garden-day`, {series}`Garden Day`, {talk}`worms-2020`, {person}`ada-green`"
    ),
    "links.md": orphan("Links", "[](#g2020/worms-2020) and [](#ada-green)"),
    "g2019.md": report(2019),
    "g2020.md": report(2020, "garden-day"),
    "g2021.md": report(2021),
    "other.md": report(2022, "Other", "{talk}`worms-2022`"),
}


@pytest.fixture
def garden(site: Site) -> Site:
    """Return a site with three editions of a series, and an event of another one."""
    return site.write(FILES)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Built:
    """Return that site, built once for the tests that only look at it."""
    return Site(tmp_path_factory.mktemp("garden"), store=store).write(FILES).build()


def test_a_site_with_series_builds_without_a_warning(built: Built) -> None:
    """What the other tests look at has no mistake."""
    assert built.warnings == []


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("g2019", [("Garden 2020", "g2020.html")]),
        ("g2020", [("Garden 2019", "g2019.html"), ("Garden 2021", "g2021.html")]),
        ("g2021", [("Garden 2020", "g2020.html")]),
        ("other", []),
    ],
)
def test_a_report_leads_to_the_editions_around_it(
    built: Built, page: str, expected: list[tuple[str, str]]
) -> None:
    """The previous one, then the next one, whichever way the series is written."""
    assert links(built, page, ".er-editions a") == expected


def test_a_page_of_a_series_lists_its_editions(built: Built) -> None:
    """The newest first, after what the author says."""
    profile = built.body("series").select(".er-profile")[0]
    assert (profile.select("em")[0].get_text(), links(built, "series", ".er-edition-rows a")) == (
        "spring",
        [("Garden 2021", "g2021.html"), ("Garden 2020", "g2020.html"), ("Garden 2019", "g2019.html")],
    )


def test_listings_call_a_series_by_its_title(garden: Site) -> None:
    """One group, whichever way the reports write it."""
    garden.write({"list.md": orphan("List", "```{event-list}\n:type: list\n:group-by: series\n```")})
    groups = garden.build().body("list").select(".er-group")
    assert [group.get_text() for group in groups] == ["Other", "Garden Day"]


def test_editions_stand_below_their_years(garden: Site) -> None:
    """Once, where a year has several."""
    garden.write({"g2020b.md": report(2020).replace("2020-05", "2020-09").replace("g2020", "g2020b")})
    years = garden.build().body("series").select(".er-edition-year")
    assert [year.get_text() for year in years] == ["2021", "2020", "", "2019"]


def test_a_page_of_a_series_says_how_many_there_are(built: Built) -> None:
    """What there is none of is left out."""
    [line] = built.body("series").select(".er-counts")
    assert line.get_text().split(" · ")[0] == "3 editions"


def test_a_series_is_called_by_label_and_name(built: Built) -> None:
    """Both lead to its page."""
    assert links(built, "refers", "p a")[:2] == [("Garden Day", "series.html")] * 2


def test_the_series_in_the_head_leads_to_its_page(built: Built) -> None:
    """Or to the index, where nobody wrote one."""
    found = [links(built, page, ".er-head a")[0] for page in ("g2019", "other")]
    assert found == [
        ("Garden Day", "series.html"),
        ("Other", "eventreport-series.html#series-other"),
    ]


def test_the_index_of_series_lists_editions(built: Built) -> None:
    """Below the name, which leads to the page."""
    assert links(built, "eventreport-series", "#series-garden-day a")[0] == ("Garden Day", "series.html")


def test_a_talk_says_where_it_is_mentioned(built: Built) -> None:
    """By roles and by links, before the subsections."""
    line = built.body("g2020").select("#worms-2020 > .er-mentions")[0]
    following = line.find_next_sibling()
    assert following is not None
    assert (line.get_text(), following.get("id")) == ("Mentioned in Links, Refers", "more")


def test_a_person_is_mentioned(built: Built) -> None:
    """On the page about the person; bylines do not count."""
    assert links(built, "ada", ".er-mentions a") == [("Links", "links.html"), ("Refers", "refers.html")]


def test_a_page_does_not_mention_itself(built: Built) -> None:
    """A reference within the page is none from elsewhere."""
    assert links(built, "other", ".er-mentions a") == []


def test_mentions_are_written_without_html(garden: Site) -> None:
    """In plain text as well."""
    text = (garden.build("text").outdir / "g2020.txt").read_text(encoding="utf-8")
    assert "Mentioned in Links, Refers" in text


EDITS: dict[str, tuple[Callable[[Site], object], set[str]]] = {
    "title": (
        lambda site: site.edit("g2021.md", "title: Garden 2021", "title: Park 2021"),
        {"g2021", "g2020", "series", "index", "ada"},
    ),
    "reference": (lambda site: site.edit("refers.md", "{talk}`worms-2020`", "nothing"), {"refers", "g2020"}),
    "referring title": (
        lambda site: site.edit("refers.md", "# Refers", "# Says"),
        {"refers", "g2020", "ada"},
    ),
}


@pytest.mark.parametrize(("edit", "expected"), EDITS.values(), ids=EDITS)
def test_an_edit_rewrites_who_shows_it(
    garden: Site, edit: Callable[[Site], object], expected: set[str]
) -> None:
    """The editions around it, the pages about series and people, the talks that are mentioned."""
    garden.build()
    edit(garden)
    assert pages(garden.build()) == expected


CHANGES: dict[str, Callable[[Site], object]] = {
    **{name: edit for name, (edit, _expected) in EDITS.items()},
    "removed": lambda site: site.remove("g2020.md"),
    "no page": lambda site: site.remove("series.md"),
    "another series": lambda site: site.edit("g2020.md", "series: garden-day", "series: Other"),
}


@pytest.mark.parametrize("edit", CHANGES.values(), ids=CHANGES)
def test_a_rebuilt_site_equals_a_clean_one(garden: Site, edit: Callable[[Site], object]) -> None:
    """Every page and index, whatever was edited."""
    garden.build()
    edit(garden)
    rebuilt, clean = garden.build(), garden.build(out="clean", doctrees="clean-doctrees")
    names = {path.stem for path in clean.outdir.glob("*.html")} - {"genindex", "search"}
    assert {name: str(rebuilt.body(name)) for name in names} == {
        name: str(clean.body(name)) for name in names
    }


def test_a_series_without_a_page_is_not_in_the_way_of_a_section(garden: Site) -> None:
    """MyST's links go to the section that has the same name."""
    garden.write({"links.md": orphan("Links", "[](#other)\n\n(other)=\n## Elsewhere")})
    built = garden.build()
    assert (built.warnings, links(built, "links", "p a")) == ([], [("Elsewhere", "#other")])


def test_pages_put_together_show_what_each_shows_alone(garden: Site) -> None:
    """In one document for all, editions and mentions are those of each report."""
    names = sorted(name.removesuffix(".md") for name in FILES if name != "index.md")
    garden.write({"index.md": "# Site\n\n```{toctree}\n" + "\n".join(names) + "\n```\n"})
    built = garden.build("singlehtml")
    texts = [line.get_text() for line in built.body("index").select(".er-editions, .er-mentions")]
    assert texts == [
        "Mentioned in Links, Refers",
        "Next edition: Garden 2020",
        "Previous edition: Garden 2019 · Next edition: Garden 2021",
        "Mentioned in Links, Refers",
        "Previous edition: Garden 2020",
    ]
