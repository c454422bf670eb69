"""The page about styles names what the style sheets have."""

from __future__ import annotations

import re
from pathlib import Path

import sphinx_eventreport

PACKAGE = Path(sphinx_eventreport.__file__).parent
PAGE = Path(__file__).parents[1] / "docs" / "how-to" / "style.md"
STYLES = "".join(path.read_text("utf-8") for path in sorted((PACKAGE / "static").glob("*.css")))
CODE = "".join(
    path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*")) if path.suffix in {".css", ".js", ".py"}
)


def named(pattern: str) -> set[str]:
    """Return what the tables of the page name, in the form of *pattern*."""
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(rf"`({pattern})`", row)}


def test_page_names_every_class() -> None:
    """None that a style sheet has is missing."""
    assert set(re.findall(r"[.](er-[a-z-]+)", STYLES)) - named("er-[a-z-]+") == set()


def test_page_names_no_other_class() -> None:
    """What is named can be met in a page."""
    composed = {name for name in named("er-[a-z-]+") if f"{name.rpartition('-')[0]}-{{" in CODE}
    assert {name for name in named("er-[a-z-]+") - composed if name not in CODE} == set()


def test_page_names_the_custom_properties() -> None:
    """All, and no others."""
    assert named("--er-[a-z-]+") == set(re.findall(r"(--er-[a-z-]+):", STYLES))


def test_minutes_have_no_class_of_the_slides() -> None:
    """Links before what people said had that of an arrow of the player, and were not seen beside a deck."""
    slides = set(
        re.findall(r"[.](er-[a-z-]+)", (PACKAGE / "static" / "eventreport-slides.css").read_text("utf-8"))
    )
    code = "".join(path.read_text("utf-8") for path in (PACKAGE / "sphinx_ext" / "minutes").glob("*.py"))
    assert slides & set(re.findall(r"\"(er-[a-z-]+)\"", code)) == set()
