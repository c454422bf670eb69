"""Tags of assets: remembered where Sphinx makes them, and by the path that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.site import Site

from sphinx_eventreport.optimize.asset_tags import RememberedTags

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def context(asked: list[object], folder: str, module: str = "sphinx.builders.html") -> dict[str, Any]:
    """Return the context of a page in *folder*; *asked* gets each asset that a tag is made for."""

    def css_tag(asset: object) -> str:
        asked.append(asset)
        return f"{folder}{asset}"

    css_tag.__module__ = module
    pathto: Callable[..., str] = lambda name, resource: folder + name  # noqa: E731, ARG005
    return {"css_tag": css_tag, "pathto": pathto}


def tags(contexts: list[dict[str, Any]]) -> list[str]:
    """Return the tag of the same style sheet on each page, with one memory."""
    remembered: Any = RememberedTags()
    for one in contexts:
        remembered(None, "page", "page.html", one, None)
    return [one["css_tag"]("site.css") for one in contexts]


def test_a_tag_is_made_once_for_a_folder() -> None:
    """The second page with the same path is given the same tag."""
    asked: list[object] = []
    tags([context(asked, "../"), context(asked, "../")])
    assert asked == ["site.css"]


def test_another_folder_has_a_tag_of_its_own() -> None:
    """A path from elsewhere is another one."""
    assert tags([context([], "../"), context([], "")]) == ["../site.css", "site.css"]


def test_a_function_of_somebody_else_is_left_alone() -> None:
    """What a theme puts there may depend on the page."""
    asked: list[object] = []
    tags([context(asked, "", "theme"), context(asked, "", "theme")])
    assert asked == ["site.css", "site.css"]


def test_a_page_in_a_folder_links_the_style_sheet(tmp_path: Path) -> None:
    """Pages at two depths have the paths of their own."""
    built = (
        Site(tmp_path).write({"index.md": "# A\n", "below/page.md": "---\norphan: true\n---\n# B\n"}).build()
    )
    links = [built.page(name).select_one("link[href*=basic]") for name in ("index", "below/page")]
    assert [str(link["href"]).partition("?")[0] for link in links if link] == [
        "_static/basic.css",
        "../_static/basic.css",
    ]
