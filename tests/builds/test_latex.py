"""The examples of the documentation as a book: what LaTeX makes of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.site import Site

DOCS = Path(__file__).parents[2] / "docs"
CONF = """
extensions = ["sphinx_eventreport"]
root_doc = "book"
eventreport_people = "examples/people.yml"
latex_documents = [("book", "book.tex", "Examples", "The authors", "howto")]
"""
ELSEWHERE = {"how-to/index-pages.md": "---\norphan: true\n---\n\n# Index pages\n"}
"""What an example refers to."""
BOOK = "# Book\n\n```{toctree}\n:glob:\nexamples/*\n```\n"
NEEDED = ("latexmk", "pdflatex")
STYLES = ("cmap.sty", "fncychap.sty", "needspace.sty", "tabulary.sty", "tgtermes.sty", "varwidth.sty")
"""Some of what Sphinx's LaTeX stands on, which small installations of TeX lack."""


def is_installed() -> bool:
    """Return whether TeX is there, with the packages that Sphinx needs."""
    finder = shutil.which("kpsewhich")
    if finder is None or not all(map(shutil.which, NEEDED)):
        return False
    return subprocess.run([finder, *STYLES], capture_output=True, check=False).returncode == 0


@pytest.fixture
def folder(site: Site) -> Path:
    """Return the folder with the examples as LaTeX; without TeX, the test is passed by."""
    if not is_installed():
        pytest.skip(
            "no latexmk with the packages that Sphinx needs (apt-get install latexmk texlive-latex-extra)"
        )
    for name in ("examples", "img"):
        shutil.copytree(DOCS / name, site.source / name)
    built = site.write({"conf.py": CONF, "book.md": BOOK, **ELSEWHERE}).build("latex")
    assert built.warnings == []
    return built.outdir


def test_examples_compile(folder: Path) -> None:
    """Without an error, and with a PDF of several pages in the end."""
    program = str(shutil.which("latexmk"))
    command = [program, "-pdf", "-interaction=nonstopmode", "-halt-on-error", "-silent", "book.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    log = (folder / "book.log").read_text(encoding="utf-8", errors="replace")
    assert "There were undefined references" not in log
    assert (folder / "book.pdf").read_bytes().startswith(b"%PDF-")
