"""Extensions of others that went wrong beside us, in either order; `.ci/long` tries many more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import png

if TYPE_CHECKING:
    from support.site import Built, Site

# Of what ABlog asks Sphinx for.
pytestmark = pytest.mark.filterwarnings("ignore:'ablog")

OURS = "sphinx_eventreport"
REPORT = """---
title: Wax day
blogpost: true
date: 2024-03-05
author: Ann Lee
thumbnail: comb.png
event: {{name: Wax fair, start: 2024-03-04, location: Long Barn}}
{}---

Candles were poured by the dozen.
"""


def _write(site: Site, extensions: list[str], more: str = "", conf: str = "") -> Site:
    conf = f'extensions = {extensions!r}\nhtml_theme = "alabaster"\n{conf}'
    index = "# Home\n\n```{event-list}\n```\n"
    return site.write({"conf.py": conf, "index.md": index, "wax.md": REPORT.format(more), "comb.png": png()})


def _blog(site: Site, extensions: list[str]) -> Built:
    pytest.importorskip("ablog")
    _write(site, extensions, conf='blog_baseurl = "https://wax.example.org/"\n')
    site.write({"index.md": '# Home\n\n```{postlist} 5\n:format: "{title}"\n:excerpts:\n```\n'})
    return site.build()


@pytest.mark.parametrize("order", [[OURS, "ablog"], ["ablog", OURS]], ids=str)
def test_ablog_lists_a_report_that_is_a_post(site: Site, order: list[str]) -> None:
    """With the first words of its text, and not with what our head says."""
    found = _blog(site, order).body("index").select_one(".ablog-post")
    assert found is not None
    assert found.get_text(" ", strip=True) == "Wax day Candles were poured by the dozen."


def test_ablog_has_a_report_in_its_feed(site: Site) -> None:
    """By its title, day and author."""
    feed = (_blog(site, [OURS, "ablog"]).outdir / "blog/atom.xml").read_text(encoding="utf-8")
    assert [words in feed for words in ("<title>Wax day", "2024-03-05T", "<name>Ann Lee")] == [True] * 3


def _graph(site: Site, extensions: list[str], more: str = "", parallel: int = 1) -> dict[str, str]:
    pytest.importorskip("sphinxext.opengraph")
    conf = 'ogp_site_url = "https://wax.example.org/site/"\nogp_social_cards = {"enable": False}\n'
    built = _write(site, extensions, more, conf).build(parallel=parallel)
    assert (built.outdir / "_images/comb.png").exists()
    found = built.page("wax").select("meta[property]")
    return {str(meta["property"]): str(meta["content"]) for meta in found}


@pytest.mark.parametrize("order", [[OURS, "sphinxext.opengraph"], ["sphinxext.opengraph", OURS]], ids=str)
@pytest.mark.parametrize(
    ("more", "description"),
    [
        ("description: Of candles.\n", "Of candles."),
        ("", "Candles were poured by the dozen."),
        ('description: Of candles.\n"og:description": By hand.\n', "By hand."),
    ],
)
def test_opengraph_describes_the_report(site: Site, order: list[str], more: str, description: str) -> None:
    """By its description, or the first words of its text; what the author wrote for opengraph counts."""
    assert _graph(site, order, more)["og:description"] == description


@pytest.mark.parametrize("parallel", [1, 2])
def test_opengraph_shows_the_picture_of_the_report(site: Site, parallel: int) -> None:
    """It is copied although no page that this process writes may show it."""
    found = _graph(site, ["sphinxext.opengraph", OURS], parallel=parallel)
    assert found["og:image"] == "https://wax.example.org/site/_images/comb.png"


def test_autosectionlabel_says_nothing_of_our_headings(site: Site) -> None:
    """The end of minutes, and a talk that only the front matter has, are on every page."""
    minutes = "---\ntitle: Meeting {0}\nevent: {{start: 2024-03-0{0}}}\ntalks: [{{title: Welcome}}]\n---\n"
    said = "{decision} Pour\n```\n\n```{action} Buy wicks\n"
    body = f"\n```{said}```\n"
    conf = f'extensions = ["sphinx.ext.autosectionlabel", "{OURS}"]\nhtml_theme = "alabaster"\n'
    site.write({"conf.py": conf, "index.md": "# Home\n\n```{event-list}\n```\n"})
    site.write({f"{number}.md": minutes.format(number) + body for number in (1, 2)})
    built = site.build()
    assert len(built.body("2").select("h2")) == 2
    assert built.warnings == []
