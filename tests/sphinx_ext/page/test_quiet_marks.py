"""Marks that are right on the page, and of which nothing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from support.site import Built, Site

if TYPE_CHECKING:
    from pathlib import Path

FRONT = "---\nevent: Quay Days\n---\n"


def built(folder: Path, text: str, name: str = "a.md") -> Built:
    """Build a page."""
    return Site(folder).write({"index.md": "# Site\n", name: text}).build("dummy")


def said(site: Built) -> list[str]:
    """Return its warnings, but for those about toctrees."""
    return [line for line in site.warnings if "[toc." not in line]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("---\n\nText.\n", 0),
        ("## Moss\n\n---\n\nText.\n", 0),
        ("Text.\n\n---\n\n---\n\nText.\n", 1),
        ("## Moss\n\nText.\n\n---\n", 0),
        ("Text.\n\n---\n\n## Moss\n\nText.\n", 1),
    ],
    ids=["at the top", "below a heading", "twice", "at the end", "between texts"],
)
def test_rules_that_part_nothing_are_taken_out(tmp_path: Path, body: str, expected: int) -> None:
    """The others stay."""
    site = built(tmp_path, f"{FRONT}# Quay Days\n\n{body}")
    assert (said(site), len(list(site.doctree("a").findall(nodes.transition)))) == ([], expected)


@pytest.mark.parametrize("body", ["### A\n\nx\n\n## B\n", "## A\n\n#### B\n", "# A\n\n### B\n\n# C\n"])
def test_any_level_of_heading_will_do(tmp_path: Path, body: str) -> None:
    """All sections are below the title."""
    assert said(built(tmp_path, f"{FRONT}{body}")) == []


def test_pages_that_are_not_reports_are_myst_parsers(tmp_path: Path) -> None:
    """Nobody puts their headings right."""
    assert [line for line in said(built(tmp_path, "# A\n\n### B\n")) if "[myst.header]" in line]


def test_a_script_of_an_embed_that_has_its_words(tmp_path: Path) -> None:
    """A quotation is one without its script."""
    quotation = '<blockquote class="twitter-tweet"><p>Fail</p></blockquote>'
    text = f'{quotation}\n<script src="//platform.twitter.com/widgets.js"></script>\n'
    assert said(built(tmp_path, f"{FRONT}# Quay Days\n\n{text}")) == []
