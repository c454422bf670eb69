"""The examples of the documentation as a book: what LaTeX makes of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parents[2] / "docs"
CONF = """
extensions = ["sphinx_eventreport"]
root_doc = "book"
eventreport_people = "examples/people.yml"
latex_documents = [("book", "book.tex", "Examples", "The authors", "howto")]
"""
BOOK = "# Book\n\n```{toctree}\n:glob:\nexamples/*\n```\n"
NEEDED = ("latexmk", "pdflatex", "kpsewhich")
STYLES = ("cmap.sty", "fncychap.sty", "needspace.sty", "tabulary.sty", "tgtermes.sty", "varwidth.sty")
"""Some of what Sphinx's LaTeX stands on, which small installations of TeX lack."""


def is_installed() -> bool:
    """Return whether TeX is there, with the packages that Sphinx needs."""
    if not all(map(shutil.which, NEEDED)):
        return False
    return subprocess.run(["kpsewhich", *STYLES], capture_output=True, check=False).returncode == 0


@pytest.fixture
def folder(site: Site) -> Iterator[Path]:
    """Return the folder with the examples as LaTeX; without TeX, the test is passed by."""
    if not is_installed():
        pytest.skip(
            "no latexmk with the packages that Sphinx needs (apt-get install latexmk texlive-latex-extra)"
        )
    for name in ("examples", "img"):
        shutil.copytree(DOCS / name, site.source / name)
    built = site.write({"conf.py": CONF, "book.md": BOOK}).build("latex")
    assert built.warnings == []
    yield built.outdir


def test_examples_compile(folder: Path) -> None:
    """Without an error, and with a PDF of several pages in the end."""
    command = ["latexmk", "-pdf", "-interaction=nonstopmode", "-halt-on-error", "-silent", "book.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    log = (folder / "book.log").read_text(encoding="utf-8", errors="replace")
    assert "There were undefined references" not in log
    assert (folder / "book.pdf").read_bytes().startswith(b"%PDF-")
