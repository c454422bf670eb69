"""Files that are elsewhere by a symbolic link."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_eventreport.core.files.links import leads_out

LINKS = {
    "site/inner.pdf": "docs/a.pdf",
    "site/docs/outer.pdf": "../../private/b.pdf",
    "site/docs/folder": "../../private",
    "site/docs/gone.pdf": "../../private/gone.pdf",
    "site/docs/annexed.pdf": "../../.git/annex/objects/xW/SHA256E-s2--0a.pdf",
    "site/docs/fake.pdf": "../../private/.git/annex/objects/c.pdf",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a repository with a site, files in it, outside and in an annex, and links to them."""
    for name in (
        "site/docs/a.pdf",
        "private/b.pdf",
        ".git/annex/objects/xW/SHA256E-s2--0a.pdf",
        "private/.git/annex/objects/c.pdf",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    for name, goal in LINKS.items():
        (tmp_path / name).symlink_to(goal)
    return tmp_path


@pytest.mark.parametrize("name", ["docs/outer.pdf", "docs/folder/b.pdf", "docs/gone.pdf", "docs/fake.pdf"])
def test_a_link_leads_out(folder: Path, name: str) -> None:
    """Whether it is the file or a folder, and an annex that is not the repository's own is no excuse."""
    assert leads_out(folder / "site" / name, folder / "site")


@pytest.mark.parametrize("name", ["docs/a.pdf", "inner.pdf", "docs/annexed.pdf", "../private/b.pdf"])
def test_a_path_does_not_lead_out(folder: Path, name: str) -> None:
    """A link may lead to another place in the site, or into the annex of its repository."""
    assert not leads_out(folder / "site" / name, folder / "site")


def test_a_site_may_be_a_link_itself(folder: Path) -> None:
    """Its files are where they say."""
    (folder / "linked").symlink_to("site")
    assert not leads_out(folder / "linked" / "docs" / "a.pdf", folder / "linked")


def test_an_annex_in_a_submodule(folder: Path) -> None:
    """There git-annex makes .git a link to the folder that git keeps the submodule in."""
    (folder / "site" / ".git").symlink_to("../.git/modules/site")
    kept = folder / ".git" / "modules" / "site" / "annex" / "objects" / "k.pdf"
    kept.parent.mkdir(parents=True)
    kept.touch()
    (folder / "site" / "k.pdf").symlink_to(".git/annex/objects/k.pdf")
    assert not leads_out(folder / "site" / "k.pdf", folder / "site")


def test_a_path_from_the_current_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths need not be whole."""
    monkeypatch.chdir(folder / "site")
    assert [leads_out(Path(name), Path()) for name in ("inner.pdf", "docs/outer.pdf")] == [False, True]
