"""Builders that nobody here wrote: none ends with an error, and each shows what a report says.

`.ci/long` installs them into an environment of their own.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2 as pdfium
import pytest
from support.everything import FILES

from sphinx_eventreport import read_deck

if TYPE_CHECKING:
    from support.site import Site


class Builder(NamedTuple):
    """A builder: the extension that brings it, its name, and the files that it writes."""

    extension: str
    name: str
    files: str


BUILDERS = (
    Builder("sphinxcontrib.confluencebuilder", "confluence", "*.conf"),
    Builder("sphinxcontrib.confluencebuilder", "singleconfluence", "*.conf"),
    Builder("rinoh.frontend.sphinx", "rinoh", "bees.pdf"),
    Builder("atsphinx.typst", "typst", "*.typ"),
    Builder("typsphinx", "typst", "*.typ"),
    Builder("sphinx_simplepdf", "simplepdf", "Bees.pdf"),
    Builder("sphinx_markdown_builder", "markdown", "*.md"),
    Builder("sphinx_llm.txt", "html", "*.md"),
    Builder("sphinx_revealjs", "revealjs", "*.html"),
)
CONF = """
extensions = ["sphinx_eventreport", "{}"]
project = "Bees"
author = copyright = "the keepers"
version = "1"
confluence_space_key = "BEES"
"""
SHOWN = {
    "the title": "Honey day",
    "the date": "31 May – 1 June 2024",
    "the deck in the source tree": "combs.pdf",
    "the deck at a host": "speakerdeck.com/player/0123456789abcdef0123456789abcdef",
    "the rows of listings": "Honey day before",
    "words that were struck": "gone",
    "an abbreviation": "OH",
    "what was folded": "Unfolded",
    "a caption": "Filmed by nobody",
    "what is known of a person": "Keeps bees",
}


def text_of(folder: Path, pattern: str) -> str:
    """Return what stands in the files, with spaces for line breaks; of a PDF also what its links lead to."""
    found = []
    for path in sorted(folder.rglob(pattern)):
        if path.suffix == ".pdf":
            with pdfium.PdfDocument(path) as pdf:
                found += [page.get_textpage().get_text_range() for page in pdf]
            found += [link for slide in read_deck(path).slides for link in slide.links]
        else:
            found.append(path.read_text(encoding="utf-8"))
    return re.sub(r"\s+", " ", "\n".join(found))


def is_there(extension: str) -> bool:
    """Return whether *extension* is installed; others may share the package that it is in."""
    try:
        return importlib.util.find_spec(extension) is not None
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize("builder", BUILDERS, ids=lambda builder: f"{builder.extension}-{builder.name}")
def test_it_shows_what_the_report_says(builder: Builder, site: Site) -> None:
    """Run as its users run it: a builder may leave a process as it likes."""
    if not is_there(builder.extension):
        pytest.skip(f"{builder.extension} is not installed")
    site.write({**FILES, "conf.py": CONF.format(builder.extension)})
    out = site.root / "out"
    command = [sys.executable, "-m", "sphinx", "-T", "-b", builder.name, str(site.source), str(out)]
    programs = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=programs)
    assert done.returncode == 0, done.stderr[-3000:]
    text = text_of(out, builder.files)
    assert [what for what, words in SHOWN.items() if words not in text] == []
    assert "eventreport_" not in done.stderr
