"""Struck words, boxes of tasks and folded details, in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import Site

if TYPE_CHECKING:
    from pathlib import Path

CONF = (
    'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\n'
    'myst_enable_extensions = ["tasklist", "strikethrough"]\nsuppress_warnings = ["myst.strikethrough"]\n'
    'man_pages = [("index", "notes", "Notes", "Ada", 1)]\n'
)
SOURCE = (
    "---\nevent: E\n---\n\n- [ ] open\n- [x] done\n\nWe will ~~not~~ <del>ever</del> <ins>soon</ins> "
    "go, <mark>m</mark> <small>s</small>.\n\n<details><summary>More</summary>words</details>\n"
)
BOXES = {"latex": (r"\(\square\) open", r"\(\boxtimes\) done"), "html": ("checkbox", "checked")}
STRUCK = {
    "latex": r"\textasciitilde{}\textasciitilde{}not\textasciitilde{}\textasciitilde{}",
    "html": "<del>not</del>",
}


@pytest.mark.parametrize("builder", ["html", "text", "latex", "man", "texinfo"])
def test_every_format_says_the_same(tmp_path: Path, builder: str) -> None:
    """Open and done differ, "not" is struck, and what is folded is there."""
    index = f"{SOURCE}\n"
    built = Site(tmp_path, CONF).write({"index.md": index}).build(builder)
    endings = {".html", ".txt", ".tex", ".1", ".texi"}
    pages = [
        path for path in built.outdir.rglob("*") if path.suffix in endings and path.parent.name != "_sources"
    ]
    text = "".join(path.read_text("utf-8") for path in pages)
    boxes, struck = BOXES.get(builder, ("[ ] open", "[x] done")), STRUCK.get(builder, "~~not~~")
    assert [part for part in (*boxes, struck, "soon", "More", "words") if part not in text] == []
