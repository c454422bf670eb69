"""The front matter of a report, where other extensions look for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes

if TYPE_CHECKING:
    from support.site import Built, Site

READER = """
from docutils import nodes
from sphinx.transforms import SphinxTransform

extensions = ["sphinx_eventreport"]


class ReadDocinfo(SphinxTransform):
    default_priority = 800

    def apply(self):
        for info in self.document.findall(nodes.docinfo):
            found = {field[0].astext(): field[1].astext() for field in info.findall(nodes.field)}
            self.env.metadata[self.env.docname].setdefault("found", found)


def setup(app):
    app.add_transform(ReadDocinfo)
"""
"""A transform that looks for posts as ABlog does."""
POST = (
    "---\nblogpost: true\ndate: {}\nauthor: Ann Lee\ntitle: Wax\nevent: Wax day\norphan: true\n{}---\nText.\n"
)


def _built(site: Site, date: str = "2024-03-05", more: str = "") -> Built:
    return site.write({"conf.py": READER, "index.md": "# Home\n", "post.md": POST.format(date, more)}).build(
        "dummy"
    )


@pytest.mark.parametrize(("key", "text"), [("blogpost", "True"), ("date", "2024-03-05"), ("orphan", "True")])
def test_transforms_of_others_find_it(site: Site, key: str, text: str) -> None:
    """What was taken out of the source, and what was left there."""
    assert _built(site).app.env.metadata["post"]["found"][key] == text


@pytest.mark.parametrize(
    ("date", "more", "key"),
    [
        ("some day in spring", "", "date"),
        ("2024-03-05", "image: wax.png\n", "image"),
        ("2024-03-05", "excerpt: Of wax.\n", "excerpt"),
    ],
)
def test_nothing_that_stops_ablog_is_lent(site: Site, date: str, more: str, key: str) -> None:
    """It wants a day, and numbers."""
    assert key not in _built(site, date, more).app.env.metadata["post"]["found"]


def test_no_node_of_it_stays(site: Site) -> None:
    """It would be text of the page."""
    assert not [*_built(site).doctree("post").findall(nodes.docinfo)]


def test_metadata_is_as_it_was_written(site: Site) -> None:
    """Templates have it as `meta`."""
    assert _built(site, "March 2024").app.env.metadata["post"]["date"] == "March 2024"


def test_metadata_is_there_while_the_page_is_read(site: Site) -> None:
    """MyST-Parser lets a page show its own front matter."""
    text = POST.format("2024-03-05", "") + '\n{{ env.metadata[env.docname]["author"] }} wrote this.\n'
    conf = READER + 'myst_enable_extensions = ["substitution"]\n'
    built = site.write({"conf.py": conf, "index.md": "# Home\n", "post.md": text}).build("dummy")
    assert "Ann Lee wrote this." in built.doctree("post").astext()
