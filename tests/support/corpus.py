"""What people write: the posts, embeds and events in ``tests/corpus``, and those of a folder elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "EVENTREPORT_CORPUS"
"""The environment variable that names a folder elsewhere, laid out as ``tests/corpus/README.md`` says."""

OWN = Path(__file__).parents[1] / "corpus"
FOLDERS = {
    "ablog-myst": {"ablog", "jekyll", "native"},
    "ablog-rst": {"ablog"},
    "docusaurus": {"docusaurus"},
    "hugo-yaml": {"hugo"},
    "hugoblox": {"hugoblox", "hugo", "native"},
    "jekyll": {"jekyll"},
    "mkdocs": {"mkdocs", "native"},
    # What belongs to no dialect stays what it is.
    "minutes": {"native"},
    "nikola": {"nikola", "pelican"},
    "oddities": {"ablog"},
    "pelican": {"pelican"},
    "quarto": {"quarto"},
    "sphinx-rst-notes": {"native"},
    "zola-toml": {"zola", "native"},
}
"""The folders of posts in a corpus, and the dialects that their files are taken for."""


def corpora() -> list[Path]:
    """Return our own corpus, and the one elsewhere if a folder is named."""
    elsewhere = os.environ.get(VARIABLE)
    if not elsewhere:
        return [OWN]
    if not Path(elsewhere).is_dir():
        message = f"{VARIABLE}: {elsewhere!r} is not a folder"
        raise NotADirectoryError(message)
    return [OWN, Path(elsewhere)]


CORPORA = corpora()


def called(corpus: Path) -> str:
    """Return what a corpus is called in the name of a test."""
    return "own" if corpus == OWN else "elsewhere"
