"""People whom a generator's own file knows by an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.files.authors import _read, author_files, author_ids, with_authors
from sphinx_eventreport.core.frontmatter import front_matter_of
from sphinx_eventreport.core.reports import read_report

if TYPE_CHECKING:
    from pathlib import Path

MARLOW = {"name": "Noor Marlow", "url": "https://noor.example.org"}
PLAIN = "name: Noor Marlow\ntitle: Keeper\nemail: n@example.org\nurl: https://noor.example.org\n"
LISTED = "nmarlow:\n  name: Noor Marlow\n  title: Keeper\n  url: https://noor.example.org\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return the path of a page two folders below the top of a site."""
    tmp_path.joinpath("conf.py").touch()
    path = tmp_path / "blog" / "2025" / "a.md"
    path.parent.mkdir(parents=True)
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("blog/authors.yml", LISTED),
        ("blog/2025/authors.yaml", LISTED),
        ("blog/.authors.yml", "authors:\n  nmarlow: {name: Noor Marlow, url: https://noor.example.org}\n"),
        ("_data/authors.yml", "nmarlow: {display_name: Noor Marlow, web: https://noor.example.org}\n"),
        (
            "data/authors.yml",
            "- {username: nmarlow, name: Noor Marlow, homepage: https://noor.example.org}\n- 3\n",
        ),
        ("data/authors/nmarlow.yml", PLAIN),
        ("data/authors/nmarlow.json", '{"name": "Noor Marlow", "link": "https://noor.example.org"}'),
        (
            "content/authors/nmarlow/_index.md",
            "---\ntitle: Noor Marlow\nurl: https://noor.example.org\n---\nBio",
        ),
        ("_authors/nmarlow.md", "---\nname: Noor Marlow\nwebsite: https://noor.example.org\n---\nBio"),
    ],
)
def test_an_id_is_somebody(page: Path, tmp_path: Path, name: str, text: str) -> None:
    """Wherever a generator keeps who that is; the file is noted."""
    tmp_path.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
    tmp_path.joinpath(name).write_text(text, "utf-8")
    used: list[Path] = []
    front = with_authors(front_matter_of({"authors": ["nmarlow", "Ann Lee"]}), page, used.append)
    assert (front.mapping, used) == ({"authors": [MARLOW, "Ann Lee"]}, [tmp_path / name])


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("nmarlow", [MARLOW]),
        ("nmarlow, cole and 3", [MARLOW, "cole", "3"]),
        ([{"key": "nmarlow", "title": "Guest", "name": "N. Marlow"}], [{**MARLOW, "name": "N. Marlow"}]),
        (["nmarlow", {"name": "Ann Lee"}, 3], [MARLOW, {"name": "Ann Lee"}, 3]),
        ("Noor Marlow", "Noor Marlow"),
        (["cole"], ["cole"]),
        (3, 3),
    ],
)
def test_ids_stand_in_many_ways(page: Path, tmp_path: Path, authors: object, expected: object) -> None:
    """What is no id, or nobody's, stays."""
    tmp_path.joinpath("blog", "authors.yml").write_text(LISTED, "utf-8")
    assert with_authors(front_matter_of({"authors": authors}), page).mapping == {"authors": expected}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("socials: {github: noor}", {"url": "https://github.com/noor"}),
        ("social: {mastodon: noor, x: '@noor'}", {"url": "https://x.com/noor"}),
        ("twitter: https://twitter.com/noor", {"url": "https://twitter.com/noor"}),
        ("organizations: [{name: Tidewater}]", {"affiliation": "Tidewater"}),
        ("company: Tidewater", {"affiliation": "Tidewater"}),
        ("affiliation: [3]", {}),
    ],
)
def test_what_else_a_file_says(page: Path, tmp_path: Path, said: str, expected: dict[str, str]) -> None:
    """A page by an account, where somebody works."""
    tmp_path.joinpath("blog", "authors.yml").write_text(f"a:\n  name: Noor Marlow\n  {said}\n", "utf-8")
    front = with_authors(front_matter_of({"author": "a"}), page)
    assert front.mapping == {"author": [{"name": "Noor Marlow", **expected}]}


@pytest.mark.parametrize("text", ["", "a", "[a", "a: {title2: x}", "a: 3"])
def test_a_file_that_says_nothing_knows_nobody(page: Path, tmp_path: Path, text: str) -> None:
    """And the ids stay."""
    tmp_path.joinpath("blog", "authors.yml").write_text(text, "utf-8")
    front = front_matter_of({"author": "a"})
    assert with_authors(front, page) is front


def test_a_file_that_goes_knows_nobody(tmp_path: Path) -> None:
    """While it is being read."""
    assert _read(tmp_path / "authors.yml", 0) == {}


def test_the_nearest_file_counts(page: Path, tmp_path: Path) -> None:
    """One further up completes it; what is above the site is not asked."""
    tmp_path.joinpath("blog", "authors.yml").write_text("a: {name: Near}\n", "utf-8")
    tmp_path.joinpath("authors.yml").write_text("a: {name: Far}\nb: {name: Other}\n", "utf-8")
    front = with_authors(front_matter_of({"authors": ["a", "b"]}), page)
    assert front.mapping == {"authors": [{"name": "Near"}, {"name": "Other"}]}


def test_the_files_of_authors_are_told(page: Path, tmp_path: Path) -> None:
    """The nearest first, for who has to look at them again."""
    files = [tmp_path / "blog" / "authors.yml", tmp_path / "authors.yml"]
    for file, who in zip(files, ("a: {name: Ada}\n", "b: {name: Bo}\n"), strict=True):
        file.write_text(who, "utf-8")
    assert list(author_files(page, author_ids(front_matter_of({"authors": ["a", "b"]})))) == files


def test_a_page_of_no_site_has_files_near_it(page: Path, tmp_path: Path) -> None:
    """Some folders up are asked."""
    tmp_path.joinpath("conf.py").unlink()
    front = front_matter_of({"author": "a"})
    assert with_authors(front, page) is front


def test_a_report_names_the_people(page: Path, tmp_path: Path) -> None:
    """As a build does."""
    tmp_path.joinpath("blog", "authors.yml").write_text(LISTED, "utf-8")
    text = "---\ntitle: A\ndate: 2025-01-01\ndraft: false\nauthors: [nmarlow]\n---\n"
    page.write_text(text, "utf-8")
    (author,) = read_report(page)[0].authors
    assert (author.name, author.url) == ("Noor Marlow", "https://noor.example.org")
