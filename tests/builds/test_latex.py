"""What LaTeX makes of books: the examples of the documentation, an archive, names in many scripts."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
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
ELSEWHERE = {f"how-to/{name}.md": "---\norphan: true\n---\n\n# How\n" for name in ("index-pages", "minutes")}
"""What examples refer to."""
BOOK = "# Book\n\n```{toctree}\n:glob:\nexamples/*\n```\n"
NEEDED = ("latexmk", "pdflatex")
STYLES = ("cmap.sty", "fncychap.sty", "needspace.sty", "tabulary.sty", "tgtermes.sty", "varwidth.sty")
"""Some of what Sphinx's LaTeX stands on, which small installations of TeX lack."""
CONTENTS_AND_HEADING = 2


def is_installed() -> bool:
    """Return whether TeX is there, with the packages that Sphinx needs."""
    finder = shutil.which("kpsewhich")
    if finder is None or not all(map(shutil.which, NEEDED)):
        return False
    return subprocess.run([finder, *STYLES], capture_output=True, check=False).returncode == 0


@pytest.fixture(autouse=True)
def _tex() -> None:
    """Pass the tests by without TeX."""
    if not is_installed():
        pytest.skip(
            "no latexmk with the packages that Sphinx needs (apt-get install latexmk texlive-latex-extra)"
        )


def compiled(folder: Path, name: str) -> list[str]:
    """Return the text of each page of the PDF that pdfLaTeX makes, stopping at the first error."""
    command = ["latexmk", "-pdf", "-interaction=nonstopmode", "-halt-on-error", "-silent", f"{name}.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    log = (folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")
    assert "There were undefined references" not in log
    with pdfium.PdfDocument(folder / f"{name}.pdf") as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def test_examples_compile(site: Site) -> None:
    """Without an error, and with the title first."""
    for name in ("examples", "img"):
        shutil.copytree(DOCS / name, site.source / name)
    built = site.write({"conf.py": CONF, "book.md": BOOK, **ELSEWHERE}).build("latex")
    assert built.warnings == []
    assert "Examples" in compiled(built.outdir, "book")[0]


def test_an_archive_of_500_reports_is_a_book(site: Site) -> None:
    """Every report is in it, and the contents lead to each."""
    report = (
        "---\ntitle: Kiln day {0}\nevent: {{name: Kiln day, start: {1}-05-01}}\n---\n\nFired kiln{0}word.\n"
    )
    reports = {f"r{number}.md": report.format(number, 1500 + number) for number in range(500)}
    index = {"index.md": "# Kilns\n\n```{event-list}\n:type: list\n```\n"}
    built = site.write({**index, **reports}).build("latex", config={"project": "Kilns"})
    assert built.warnings == []
    text = " ".join(compiled(built.outdir, "kilns"))
    missing = [
        n
        for n in range(500)
        if f"kiln{n}word" not in text or text.count(f"Kiln day {n}") < CONTENTS_AND_HEADING
    ]
    assert missing == []


def test_letters_that_pdflatex_lacks_do_not_stop_it(site: Site) -> None:
    """Numbers stand in the places of some, and others lose their accents."""
    head = "title: Lantern day\nauthors: [李雷, Nguyễn Ánh, Юрий Ветер]\nevent: Lantern day\n"
    report = f"---\n{head}---\n\n∎ and 🎉 → Ħal.\n"
    built = site.write({"index.md": "# Lanterns\n\n```{event-list}\n```\n", "report.md": report}).build(
        "latex", config={"project": "Lantern"}
    )
    [warning] = built.warnings
    text = " ".join(compiled(built.outdir, "lantern"))
    assert "[eventreport.latex]" in warning
    assert [shown for shown in ("[U+674E][U+96F7]", "Nguyen Ánh", "[U+0126]al") if shown not in text] == []
