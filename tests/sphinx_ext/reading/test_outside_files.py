"""Files out of the site that posts of other generators name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.site import Site

JEKYLL = "---\nlayout: post\ntitle: Fog\n---\n\n%s\n"
NATIVE = "---\nevent: Fog\n---\n\n%s\n"


@pytest.mark.parametrize(
    ("post", "written", "expected"),
    [
        (JEKYLL, "```{include} ../key.txt\n```", False),
        (JEKYLL, "```{eval-rst}\n.. csv-table::\n   :file: ../key.txt\n```", False),
        (NATIVE, "```{literalinclude} ../key.txt\n```", True),
    ],
)
def test_a_post_in_place_shows_no_file_of_the_machine(
    site: Site,
    post: str,
    written: str,
    expected: bool,  # noqa: FBT001
) -> None:
    """A native report is its author's own, and reads what Sphinx reads."""
    site.write({"index.md": "# Site\n", "fog.md": post % written})
    (site.source.parent / "key.txt").write_text("wombat", encoding="utf-8")
    built = site.build("dummy")
    assert ("wombat" in built.doctree("fog").astext()) == expected
    assert any("leads out of the site" in line for line in built.warnings) != expected
