"""Which pages are drafts or unlisted, and what says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from support.looking import words

if TYPE_CHECKING:
    from support.site import Built, Site

DRAFT = "---\nevent: Kelp Day\ndraft: true\n---\n"
LIST = "# Site\n\n```{event-list}\n```\n"


def is_listed(built: Built) -> bool:
    """Return whether the listing shows the report."""
    return "Kelp Day" in words(built.resolved("index"))


def test_a_toctree_names_a_draft_in_silence(site: Site) -> None:
    """It names the page for the day on which it is published."""
    index = "# Site\n\n```{toctree}\nkelp\n```\n"
    built = site.write({"index.md": index, "kelp.md": DRAFT}).build("dummy")
    assert built.warnings == []


@pytest.mark.parametrize(("pattern", "expected"), [("new/*", 0), ("/new/*", 0), ("gone/*", 1)])
def test_a_pattern_of_a_toctree_finds_drafts_in_silence(site: Site, pattern: str, expected: int) -> None:
    """It is wrong only where nothing is, be it a draft."""
    toctree = f"# Site\n\n```{{toctree}}\n:glob:\n\n{pattern}\n```\n"
    built = site.write({"index.md": toctree, "new/kelp.md": DRAFT}).build("dummy")
    assert len([line for line in built.warnings if "glob pattern" in line]) == expected


def test_a_new_day_publishes_what_waited_for_it(site: Site) -> None:
    """No file has changed."""
    post = "+++\ntitle = 'Kelp Day'\ndate = 2024-01-01\npublishDate = 2024-05-01\n+++\nWords.\n"
    site.write({"index.md": LIST, "post.md": post})
    before = site.build("dummy", config={"eventreport_today": "2024-04-30"})
    assert not is_listed(before)
    after = site.build("dummy", config={"eventreport_today": "2024-05-01"})
    assert is_listed(after)


def test_a_new_day_hides_what_expires(site: Site) -> None:
    """No file has changed."""
    post = "+++\ntitle = 'Kelp Day'\ndate = 2024-01-01\nexpiryDate = 2024-05-01\n+++\nWords.\n"
    site.write({"index.md": LIST, "post.md": post})
    site.build("dummy", config={"eventreport_today": "2024-04-30"})
    after = site.build("dummy", config={"eventreport_today": "2024-05-01"})
    assert not is_listed(after)
    assert "post" not in after.app.env.all_docs


HIDDEN = {
    "event.rst": "Kelp Day\n========\n\n.. event:: Kelp Day\n   :start: 2020-01-01\n   :visibility: draft\n",
    "fence.md": "# Kelp Day\n\n```{event} Kelp Day\n:draft: true\n```\n",
    "long.md": f"---\nevent: Kelp Day\ndescription: {'long ' * 3000}\ndraft: true\n---\nWords.\n",
    "pelican.md": "\ufeffStatus: draft\nTitle: Kelp Day\nDate: 2020-01-01\n\nWords.\n",
    "escaped.md": '---\nevent: Kelp Day\n"dr\\x61ft": true\n---\nWords.\n',
    "fields.rst": ":visibility: draft\n\nKelp Day\n========\n\n.. event:: Kelp Day\n",
    "above.md": "---\ndraft: true\n---\n# Kelp Day\n\n```{event} Kelp Day\n```\n",
    "talk.md": "---\nvisibility: draft\n---\n# Kelp Day\n\n```{talk}\n:speakers: Ada Wren\n```\n",
    "layout.md": "---\nlayout: page\ntitle: Kelp Day\npublished: false\n---\nWords.\n",
    "later.md": "---\nlayout: page\ntitle: Kelp Day\npublishDate: 2099-01-01\n---\nWords.\n",
    "page.md": "---\ndraft: true\n---\n# Kelp Day\n\nWords.\n",
    "post.rst": "Kelp Day\n########\n\n:date: 2020-01-01\n:status: draft\n\nWords.\n",
    "headless.md": "+++\ntitle = 'Kelp Day'\ndate = 2020-01-01\nheadless = true\n+++\nWords.\n",
    "_drafts/kelp.md": "---\ntitle: Kelp Day\n---\nWords.\n",
    "returns.md": "---\revent: Kelp Day\rdraft: true\r---\rWords.\r",
}


@pytest.mark.parametrize("name", HIDDEN)
def test_a_draft_stays_hidden_in_every_build(site: Site, name: str) -> None:
    """Wherever it says that it is one, and whatever was known of it before."""
    site.write({"index.md": LIST, name: HIDDEN[name]})
    assert [site.build("dummy").app.env.all_docs.keys() for _build in range(3)] == [{"index"}] * 3


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kelp.md", "---\nvisibility: unlisted\n---\n# Kelp Day\n\n```{index} wombat\n```\n\nWords.\n"),
        ("kelp.md", "---\nlayout: page\ntitle: Kelp Day\nunlisted: true\n---\nWords.\n"),
        ("kelp.rst", ":visibility: unlisted\n\nKelp Day\n========\n\nWords.\n"),
        ("kelp.md", "---\nvisibility: unlisted\n---\n# Kelp Day\n\n```{event} Kelp Day\n```\n"),
        ("kelp.rst", ":visibility: unlisted\n\nKelp Day\n========\n\n.. event:: Kelp Day\n"),
        ("kelp.rst", "Kelp Day\n========\n\n.. post::\n   :tags: sea\n"),
        ("kelp.md", "---\nevent: Kelp Day\nvisibility: nobody\n---\nWords.\n"),
    ],
)
def test_an_unlisted_page_says_so_where_it_can(site: Site, name: str, text: str) -> None:
    """Be it a report or not: above a directive, in fields, without a date, or with a word that is none."""
    built = site.write({"index.md": LIST, name: text}).build("dummy")
    assert [meta["content"] for meta in built.doctree("kelp").findall(nodes.meta)] == ["noindex"]
    assert not is_listed(built)


def test_a_page_that_wants_to_be_left_alone_is_built(site: Site) -> None:
    """Whatever else its front matter says."""
    text = "---\neventreport: false\ndraft: true\n---\n# Kelp Day\n"
    assert "kelp" in site.write({"index.md": "# Site\n", "kelp.md": text}).build("dummy").app.env.all_docs


def test_a_word_that_hides_nothing_is_told(site: Site) -> None:
    """On a page that is neither a report nor a post."""
    built = site.write({"index.md": "# Site\n", "kelp.md": "---\nunlisted: true\n---\n# Kelp\n"}).build(
        "dummy"
    )
    assert any("kelp.md:2: WARNING: `unlisted` hides nothing" in warning for warning in built.warnings)
