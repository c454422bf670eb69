"""What a build keeps of the search for the next one, beside the doctrees.

To make the files of the search takes longer than all else in a build without a change. They are left as
they are if they are the ones that were written, and nothing that they are made of has changed. After an edit
some of them are changed; or else they are made anew, with the stems of words that are known.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import sphinx

from sphinx_eventreport import __version__
from sphinx_eventreport.core.files.output import OutputFolder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

    from sphinx_eventreport.sphinx_ext.search.language import FoldingLanguage


class KeptSearch(NamedTuple):
    """What is known of the files that the last build wrote."""

    language: str = ""
    """A digest of what tells the stem of a word."""
    made_of: str = ""
    """A digest of all that the files are made of."""
    files: str = ""
    """A digest of the files."""
    words: str = ""
    """A digest of what tells the words of each place, which is most of what the files are made of."""
    postings: int = 0
    """How many numbers of places all portions have."""
    stems: str = "{}"
    """The stems of their words, as JSON, which only a build with a change needs."""


def read_kept(app: Sphinx) -> KeptSearch:
    """Return what the last build of this builder into this folder kept."""
    try:
        lines = _file(app).read_text(encoding="utf-8").split("\n")
        language, made_of, files, words, postings, stems = lines
        return KeptSearch(language, made_of, files, words, int(postings), stems)
    except (OSError, ValueError):
        return KeptSearch()


def write_kept(app: Sphinx, kept: KeptSearch) -> None:
    """Keep *kept*."""
    path = _file(app)
    OutputFolder(path.parent).write(path.name, "\n".join(map(str, kept)).encode())


def stems_in(kept: KeptSearch, language: str) -> Mapping[str, list[str]]:
    """Return the stems of the words that are *kept*, none if they are of another *language*."""
    try:
        found: dict[str, list[str]] = json.loads(kept.stems) if kept.language == language else {}
    except ValueError:
        return {}
    return found


def language_digest(language: FoldingLanguage) -> str:
    """Return a digest of what tells the stem of a word in *language*."""
    inner = type(language.inner)
    versions = (__version__, sphinx.__version__)
    facts = (inner.__module__, inner.__qualname__, sorted(language.options.items()), versions)
    return sha256(repr(facts).encode()).hexdigest()


def words_digest(facts: object, texts: Mapping[str, bytes]) -> str:
    """Return a digest of *facts*, and of the pickled *texts* of documents by their names."""
    found = sha256(repr((facts, [(name, len(text)) for name, text in texts.items()])).encode())
    for text in texts.values():
        found.update(text)
    return found.hexdigest()


def files_digest(folder: Path) -> str:
    """Return a digest of the files in *folder*, and of their names."""
    found = sha256()
    for path in sorted(folder.glob("*.js")):
        found.update(repr((path.name, path.read_bytes())).encode())
    return found.hexdigest()


def _file(app: Sphinx) -> Path:
    place = sha256(str(app.outdir).encode()).hexdigest()[:16]
    return Path(app.doctreedir, "eventreport", f"{app.builder.name}-{place}.search")
