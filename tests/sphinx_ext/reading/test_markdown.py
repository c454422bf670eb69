"""Who reads Markdown, where another extension has it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import CONF

if TYPE_CHECKING:
    from support.site import Site

NOTEBOOKS = """
from myst_parser.parsers.sphinx_ import MystParser
from myst_parser.sphinx_ext.main import setup_sphinx


class Notebooks(MystParser):
    supported = ("notebook",)


def setup(app):
    setup_sphinx(app)
    app.add_source_parser(Notebooks)
    app.add_source_suffix(".md", "notebook", override=True)
"""
"""An extension that takes Markdown, as MyST-NB does."""


@pytest.mark.parametrize("order", ["notebooks, ours", "ours, notebooks"])
def test_markdown_stays_theirs(site: Site, monkeypatch: pytest.MonkeyPatch, order: str) -> None:
    """In either order, and posts with other suffixes are read by their parser as well."""
    names = order.replace("ours", "sphinx_eventreport").replace("notebooks", "notebooks_of_tests").split(", ")
    # Without a mapping of its own, it would write into Sphinx's default, which is that of the next site.
    conf = f'extensions = {names!r}\nsource_suffix = {{".rst": "restructuredtext"}}\n'
    site.write({"../notebooks_of_tests.py": NOTEBOOKS, "conf.py": conf})
    site.write(
        {"index.md": "# Home\n", "post.markdown": "---\ntitle: Wax\nevent: Wax day\norphan: true\n---\n"}
    )
    monkeypatch.syspath_prepend(str(site.root))
    built = site.build("dummy")
    suffixes = built.app.config.source_suffix
    assert (built.warnings, suffixes[".md"], suffixes[".markdown"]) == ([], "notebook", "notebook")


FENCE = "---\nevent: Moss Day\norphan: true\n{}---\n# Moss Day\n\n:::{{tip}}\nFern.\n:::\n"
"""A report with a directive that has a fence of colons; what else its front matter says goes into it."""
EXTENSION = 'myst_enable_extensions = ["colon_fence"]\n'


@pytest.mark.parametrize(
    ("conf", "more", "expected"),
    [
        ("", "", 1),
        (EXTENSION, "", 0),
        ("", "myst:\n  enable_extensions: [colon_fence]\n", 0),
        (EXTENSION, "myst:\n  enable_extensions: []\n", 1),
    ],
)
def test_a_fence_of_colons_is_told_where_it_is_text(site: Site, conf: str, more: str, expected: int) -> None:
    """The site says whether it is, and the page may say something else."""
    site.write({"conf.py": CONF + conf, "index.md": "# Home\n", "moss.md": FENCE.format(more)})
    told = [text for text in site.build("dummy").warnings if "fence of colons" in text]
    assert len(told) == expected


@pytest.mark.parametrize("text", [".. event::\n   :start: 2024-05-01\n", ".. talk::\n"])
def test_emoji_in_restructuredtext_are_told(site: Site, text: str) -> None:
    """Whatever it is that makes the page a report."""
    site.write({"index.rst": f"Moss\n====\n\nFern\n----\n\n{text}\nA :tada: b\n"})
    assert [":tada: is the name" in text for text in site.build("dummy").warnings] == [True]
