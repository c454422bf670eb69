"""Code that no highlighter of ours reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.site import Site

_POST = "---\ntitle: Reeds\ndate: 2021-05-02\nlayout: post\n---\n\n```{}\n$ {} $'\n```\n"


@pytest.mark.parametrize("language", ["python", "reedscript"])
def test_of_a_post_the_code_is_shown_without_a_warning(site: Site, language: str) -> None:
    """Whether its language is unknown, or it is not in the language that the author named."""
    built = site.write(
        {"index.md": "# I\n", "_posts/2021-05-02-reeds.md": _POST.format(language, "ls")}
    ).build()
    ours = [line for line in built.warnings if "toctree" not in line]
    assert (ours, "$ ls $'" in built.body("_posts/2021-05-02-reeds").get_text()) == ([], True)


def test_a_diagram_that_nothing_draws_is_told(site: Site) -> None:
    """Its readers would miss it."""
    page = _POST.format("mermaid", "A-->B")
    built = site.write({"index.md": "# I\n", "_posts/2021-05-02-reeds.md": page}).build()
    assert any("mermaid" in line for line in built.warnings)


def test_of_a_native_report_sphinx_warns(site: Site) -> None:
    """Its author writes for Sphinx."""
    page = _POST.format("reedscript", "ls").replace("layout: post", "event: Reeds")
    built = site.write({"index.md": "# I\n", "reeds.md": page}).build()
    assert any("reedscript" in line for line in built.warnings)
