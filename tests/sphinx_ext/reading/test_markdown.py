"""Who reads Markdown, where another extension has it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
