"""Pagefind: its index is made of our records when all pages are written; a script of ours asks it."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.search import js_index

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.config import read_config
from sphinx_eventreport.sphinx_ext.log import warn
from sphinx_eventreport.sphinx_ext.search.own import has_program, is_ours
from sphinx_eventreport.sphinx_ext.search.records import records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

FOLDER = "pagefind"
"""Where Pagefind has its files, in the output."""
_MADE_OF = "made-of.txt"
"""The digest of the records that the index there is made of."""


def index_records(app: Sphinx, exception: Exception | None) -> None:
    """Make the index, unless it is there (``build-finished``)."""
    is_wanted = read_config(app.config).search == "pagefind" and is_ours(app)
    if exception is not None or not is_wanted or getattr(app.builder, "indexer_format", None) is not js_index:
        return
    if not has_program():
        message = "eventreport_search is 'pagefind', which is not installed; Sphinx's search is used"
        hint = 'pip install "sphinx-eventreport[pagefind]"'
        warn(Problem(Subtype.CONFIG, message, None, "eventreport_search", hint), None)
        return
    language = app.config.language or "en"
    pages = {f"{number:06}.html": found.page(language) for number, found in enumerate(records(app))}
    digest = sha256("\n".join(pages.values()).encode()).hexdigest()
    made_of = Path(app.outdir, FOLDER, _MADE_OF)
    if made_of.is_file() and made_of.read_text(encoding="utf-8") == digest:
        return
    _run(pages, Path(app.outdir))
    OutputFolder(Path(app.outdir, FOLDER)).write(_MADE_OF, digest.encode())


def _run(pages: Mapping[str, str], outdir: Path) -> None:
    """Have Pagefind read *pages*, which its program does much faster from files than by its interface."""
    with OutputFolder.temporary("pagefind") as folder:
        for name, text in pages.items():
            folder.write(name, text.encode())
        command = [sys.executable, "-m", "pagefind", "--quiet", "--site", str(folder.path)]
        # The program takes nothing that others wrote but the files.
        done = subprocess.run(  # noqa: S603
            [*command, "--output-path", str(outdir / FOLDER), "--include-characters", "+#"],
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        message = f"Pagefind made no index: {(done.stderr or done.stdout).strip()[-500:]}"
        warn(Problem(Subtype.CONFIG, message, hint="set eventreport_search to 'sphinx'"), None)
