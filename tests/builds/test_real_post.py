"""A real post, byte for byte, where the folder of real inputs is beside the checkout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from support.posts import INDEX
from support.site import Built, Site, png

if TYPE_CHECKING:
    from pathlib import Path

NAME = "2016-06-15-minutes-of-aws-summit-paris-2016"
TALKS = 5


@pytest.fixture(scope="module")
def built(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the post in a site with a configuration of two lines."""
    site = Site(
        tmp_path_factory.mktemp("real"), conf='extensions = ["sphinx_eventreport"]\nhtml_theme = "furo"\n'
    )
    pictures = {
        f"img/posts/aws-summit/aws-summit-{name}.jpg": png() for name in ("entrance", "thumb", "networking")
    }
    post = (corpus / "jekyll" / f"{NAME}.md").read_bytes()
    return site.write({"index.md": INDEX, f"{NAME}.md": post, **pictures}).build()


def test_the_post_builds_without_a_warning(built: Built) -> None:
    """Not one, and the file is not changed."""
    assert built.warnings == []


def test_five_sections_are_talks_with_a_deck(built: Built) -> None:
    """And nothing of the two without one."""
    objects = [entry[2] for entry in built.app.env.get_domain("eventreport").get_objects()]
    assert (objects.count("talk"), objects.count("deck")) == (TALKS, TALKS)


def test_no_request_goes_to_another_host(built: Built) -> None:
    """Nothing that a browser loads by itself has a foreign address."""
    loaded = built.page(NAME).select("[src], [srcset], link[rel=stylesheet], iframe, object, embed")
    addresses = [str(node.get("src") or node.get("srcset") or node.get("href")) for node in loaded]
    assert [address for address in addresses if re.match(r"(https?:)?//", address)] == []


def test_nothing_raw_is_left(built: Built) -> None:
    """Every builder can show everything."""
    assert list(built.doctree(NAME).findall(nodes.raw)) == []
