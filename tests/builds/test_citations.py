"""How reports and talks are cited, and what programs that keep references find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pybtex.database import parse_string
from support.site import CONF, PDF, Site

if TYPE_CHECKING:
    from pathlib import Path

    from support.site import Built

AT = CONF + 'html_baseurl = "https://example.org/en/"\neventreport_people = "people.yml"\n'
PEOPLE = {"people.yml": "ada-wrack: {name: Ada Wrack, orcid: 0000-0002-1825-0097}\n"}
FILES: dict[str, str | bytes] = {
    "index.md": "# All\n\n```{toctree}\nkelp\nmoss\nada\ncoast\nsecret\n```\n",
    "kelp.md": "---\nauthors: [Ada Wrack]\nlicense: CC-BY-4.0\n"
    "event: {name: Kelp Day, series: coast, start: 2024-06-01}\n---\n\n# Kelp\n\n"
    "## Fronds\n\n```{talk}\n:speakers: Ada Wrack\n```\n\n```{deck} fronds.pdf\n```\n",
    "moss.md": "---\nevent: {name: Moss Day, start: 2024-05-01}\n---\n\n# Moss\n\n"
    "## Walls\n\n```{talk}\n:speakers: Ada Wrack\n```\n\n## Roofs\n\n```{talk}\n:speakers: Bo Dulse\n```\n",
    "ada.md": "# Ada\n\n```{person} Ada Wrack\n```\n",
    "coast.md": "# Coast\n\n```{series} coast\n```\n",
    "secret.md": "---\nvisibility: unlisted\nevent: {name: Secret, start: 2024-07-01}\n---\n\n# Secret\n\n"
    "## Nothing\n\n```{talk}\n:speakers: Ada Wrack\n```\n",
    "fronds.pdf": PDF,
    **PEOPLE,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the site once."""
    return Site(tmp_path_factory.mktemp("citations"), AT).write(FILES).build()


def keys(built: Built, name: str) -> list[str]:
    """Return the keys of the entries in a file of BibTeX."""
    return sorted(parse_string((built.outdir / name).read_text(encoding="utf-8"), "bibtex").entries.keys())


def test_a_report_ends_with_how_to_cite_it(built: Built) -> None:
    """The report, then each talk: in words, and as BibTeX."""
    fold = built.page("moss").select_one("details.er-cite")
    assert fold is not None
    assert [line.get_text() for line in fold.select("p")] == [
        "Moss. Moss Day, 1 May 2024. https://example.org/en/moss.html",
        "Ada Wrack: Walls. Moss Day, 1 May 2024. https://example.org/en/moss.html#walls",
        "Bo Dulse: Roofs. Moss Day, 1 May 2024. https://example.org/en/moss.html#roofs",
        "All talks as BibTeX",
    ]
    entries = parse_string("".join(source.get_text() for source in fold.select("pre")), "bibtex").entries
    assert len(entries) == 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("moss.bib", ["moss.roofs", "moss.walls"]),
        ("ada.bib", ["kelp.fronds", "moss.walls"]),
        ("coast.bib", ["kelp.fronds"]),
    ],
)
def test_the_talks_are_in_a_file(built: Built, name: str, expected: list[str]) -> None:
    """Those of a report, of a person and of a series; none of what is unlisted."""
    assert keys(built, name) == expected


@pytest.mark.parametrize("name", ["kelp", "moss", "ada", "coast"])
def test_the_file_is_linked(built: Built, name: str) -> None:
    """From the page that it is beside."""
    assert [link["href"] for link in built.page(name).select(".er-cite a")] == [f"{name}.bib"]


def test_of_what_is_unlisted_nothing_is_said(built: Built) -> None:
    """Neither a citation nor a file; whoever has its address has all of it."""
    page = built.page("secret")
    assert page.select(".er-cite, .Z3988, [name^=eprints], [rel=type]") == []
    assert not (built.outdir / "secret.bib").exists()


def test_each_talk_is_found_and_a_single_one_in_the_head(built: Built) -> None:
    """By programs that keep references."""
    found = {
        name: (len(page.select(".Z3988")), len(page.select('head [name="eprints.title"]')))
        for name in ("kelp", "moss", "ada")
        for page in [built.page(name)]
    }
    assert found == {"kelp": (1, 1), "moss": (2, 0), "ada": (0, 0)}


def test_the_head_shows_the_way_to_what_belongs_to_a_report(built: Built) -> None:
    """Who wrote it, under which licence, its files and its citations."""
    found = {
        str(link["rel"][0]): str(link["href"])
        for link in built.page("kelp").select("head link")
        if link["rel"][0] in {"type", "author", "license", "describedby", "item"}
    }
    item = found.pop("item")
    assert (item.startswith("https://example.org/en/_downloads/"), item.endswith("fronds.pdf")) == (
        True,
        True,
    )
    assert found == {
        "type": "https://schema.org/Report",
        "author": "https://orcid.org/0000-0002-1825-0097",
        "license": "https://spdx.org/licenses/CC-BY-4.0",
        "describedby": "kelp.bib",
    }


@pytest.mark.parametrize(
    ("slides", "expected"),
    [
        (["https://doi.org/10.5555/walls"], ["https://doi.org/10.5555/walls"]),
        (["https://doi.org/10.5555/walls", "https://doi.org/10.5555/roofs"], []),
    ],
)
def test_the_head_says_by_which_doi_to_cite(tmp_path: Path, slides: list[str], expected: list[str]) -> None:
    """Where the page has one: of two, it is neither."""
    decks = "".join(f"## Talk {number}\n\n```{{deck}} {url}\n```\n\n" for number, url in enumerate(slides))
    built = (
        Site(tmp_path, AT)
        .write({"index.md": f"---\nevent: Moss Day\n---\n\n# Moss\n\n{decks}", **PEOPLE})
        .build()
    )
    assert [link["href"] for link in built.page("index").select("head link[rel=cite-as]")] == expected


def test_a_talk_elsewhere_is_in_the_file_of_its_speaker(tmp_path: Path) -> None:
    """Right after an edit, and out of it again."""
    site = Site(tmp_path, AT).write(FILES)
    site.build()
    site.edit("moss.md", "Bo Dulse", "Ada Wrack")
    built = site.build()
    assert len(keys(built, "ada.bib")) == 3
    site.remove("moss.md")
    site.edit("kelp.md", ":speakers: Ada Wrack", ":speakers: Bo Dulse")
    built = site.build()
    assert [(built.outdir / name).exists() for name in ("moss.bib", "ada.bib", "kelp.bib")] == [
        False,
        False,
        True,
    ]
    assert built.page("ada").select(".er-cite") == []


def test_without_an_address_nothing_is_cited(tmp_path: Path) -> None:
    """A citation of a page on the web says where that is."""
    built = Site(tmp_path, AT).write(FILES).build(config={"html_baseurl": ""})
    assert ([*built.outdir.glob("*.bib")], built.page("kelp").select(".er-cite, .Z3988")) == ([], [])


def test_no_search_finds_a_citation(built: Built) -> None:
    """It says again what the page says."""
    assert b"howpublish" not in (built.outdir / "searchindex.js").read_bytes()
