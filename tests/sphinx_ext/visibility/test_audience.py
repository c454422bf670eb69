"""For whom a page, or a part of one, is: what a site for everybody has of it, and one for the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.looking import words
from support.pdfs import slides

from sphinx_eventreport.sphinx_ext.site.domain import site_of
from sphinx_eventreport.sphinx_ext.visibility.internal import NOTE

if TYPE_CHECKING:
    from support.site import Site

TEAM = {"eventreport_audience": "internal"}

# Where a source is not looked through, directives leave nothing themselves.
NESTED = {
    "content": ".. audience:: internal\n\n   Kelp.\n",
    "a decision": ".. decision:: Kelp\n   :audience: internal\n",
    "an action": ".. action:: Kelp\n   :audience: internal\n",
    "a deck": ".. deck:: https://speakerdeck.com/a/kelp\n   :audience: internal\n",
    "a slide": ".. slide:: kelp#1\n   :audience: internal\n\n   Kelp.\n",
    "key points": ".. key-points::\n   :audience: internal\n\n   - Kelp\n",
    "a conclusion": ".. conclusion::\n   :audience: internal\n\n   Kelp.\n",
}


@pytest.mark.parametrize("rst", NESTED.values(), ids=NESTED)
def test_a_directive_in_another_markup_leaves_nothing(site: Site, rst: str) -> None:
    """And the source of the page is kept back."""
    text = f"---\nevent: Bay\n---\n\nSand.\n\n```{{eval-rst}}\n{rst}```\n"
    built = site.write({"index.md": text}).build("dummy")
    assert ("Kelp" in words(built.doctree("index")), built.warnings) == (False, [])
    assert site_of(built.app.env).pages["index"].is_cut


@pytest.mark.parametrize("marker", [".. audience:: internal\n", ".. talk::\n   :audience: internal\n"])
def test_a_section_in_another_markup_leaves_nothing(site: Site, marker: str) -> None:
    """Neither its footnotes nor its names."""
    text = f"# Bay\n\nSand.\n\n## Kelp\n\n```{{eval-rst}}\n{marker}```\n\n[^k] [](#weed)\n\n[^k]: Kelp\n\n"
    built = site.write({"index.md": text + "(weed)=\n### Kelp\n"}).build("dummy")
    assert words(built.doctree("index")) == "Bay Sand."
    assert built.warnings == []


def test_a_page_without_sections_is_left_empty(site: Site) -> None:
    """There is nothing else that the directive can mean."""
    text = "Kelp.\n\n```{eval-rst}\n.. audience:: internal\n```\n\nKelp.\n"
    assert words(site.write({"index.md": text}).build("dummy").doctree("index")) == ""


def test_the_page_above_all_others_is_empty_where_it_is_internal(site: Site) -> None:
    """A site cannot do without it, and its author is told."""
    text = "---\naudience: internal\nevent: Kelp\n---\n\n# Kelp\n\nKelp.\n"
    built = site.write({"index.md": text}).build("dummy", config={"project": "Bay"})
    assert words(built.doctree("index")) == "Bay"
    assert ["internal" in line for line in built.warnings] == [True]
    assert site_of(built.app.env).pages["index"].report is None


def test_the_same_in_restructuredtext(site: Site) -> None:
    """Its title is that of the site."""
    text = ":audience: internal\n\nKelp\n====\n\nKelp.\n"
    (site.source / "index.md").unlink(missing_ok=True)
    built = site.write({"index.rst": text}).build("dummy", config={"project": "Bay"})
    assert words(built.doctree("index")) == "Bay"


def test_a_draft_is_no_way_in(site: Site) -> None:
    """A site that shows drafts to everybody shows none of the team's pages."""
    page = "---\naudience: internal\ndraft: true\nevent: Kelp\n---\n"
    built = site.write({"index.md": "# Bay\n", "kelp.md": page}).build(
        "dummy", config={"eventreport_drafts": True}
    )
    assert set(built.app.env.all_docs) == {"index"}


def test_the_team_sees_what_is_internal(site: Site) -> None:
    """Pages, sections and objects are marked as such, once each."""
    page = "---\naudience: internal\nevent: Kelp\n---\n\nWeed.\n"
    text = (
        "# Bay\n\n```{audience} internal\n```\n\n```{audience} internal\nSand.\n```\n\n"
        "```{decision} Shells\n:audience: internal\n```\n\n```{audience} public\nStones.\n```\n"
    )
    built = site.write({"index.md": text, "kelp.md": page}).build("dummy", config=TEAM)
    marks = [words(built.doctree(name)).count("Internal") for name in ("index", "kelp")]
    assert marks == [3, 1]
    assert not any(page.is_cut for page in site_of(built.app.env).pages.values())


def test_a_word_that_is_none_hides_and_is_told_to_the_team(site: Site) -> None:
    """The public site has nothing to tell of it."""
    site.write({"index.md": "# Bay\n\n```{audience} team\nKelp.\n```\n"})
    team, public = site.build("dummy", config=TEAM), site.build("dummy", out="b", doctrees="b-doctrees")
    assert [len(built.warnings) for built in (team, public)] == [1, 0]
    assert "Kelp" not in words(public.doctree("index"))


def test_some_slides_of_a_deck_are_internal(site: Site) -> None:
    """The public site has neither them nor the file, and the team has both."""
    text = "---\nevent: Bay\n---\n\n```{deck} bay.pdf\n:internal-pages: 2\n```\n"
    site.write({"index.md": text, "bay.pdf": slides(("Sand", "dry"), ("Kelp", "wet"))})
    team, public = site.build("dummy", config=TEAM), site.build("dummy", out="b", doctrees="b-doctrees")
    seen = [("Kelp" in words(built.doctree("index")), len(built.app.env.dlfiles)) for built in (team, public)]
    assert seen == [(True, 1), (False, 0)]


def test_files_that_the_site_for_the_team_has_written_go(site: Site) -> None:
    """Those of others stay, and so does what a killed build may not have written."""
    site.write({"index.md": "# Bay\n", "kelp.md": "---\naudience: internal\nevent: Kelp\n---\n"})
    outdir = site.build("text", config=TEAM).outdir
    (outdir / "CNAME").write_text("bay.example")
    assert (outdir / NOTE).is_file()
    site.build("text")
    assert {path.name for path in outdir.iterdir()} == {"index.txt", "CNAME"}


def test_a_killed_build_for_the_team_leaves_nothing(site: Site) -> None:
    """It has noted what was there, and no more."""
    site.write({"index.md": "# Bay\n", "kelp.md": "---\naudience: internal\nevent: Kelp\n---\n"})
    outdir = site.build("text", config=TEAM).outdir
    (outdir / NOTE).write_text('{"before": {}}')
    (outdir / ".git").mkdir()
    (outdir / ".git" / "HEAD").write_text("main")
    site.build("text")
    assert {path.name for path in outdir.iterdir()} == {"index.txt", ".git"}
    assert (outdir / ".git" / "HEAD").is_file()
