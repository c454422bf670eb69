"""What a build keeps for the next one, beside the doctrees."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.optimize.unchanged.digests import FileState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

SHAPE = 1
"""The number of what is kept; another number is as if nothing had been kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of documents, or of the pages they were written to."""

    made_with: str
    """A digest of all that they were made with, other than the files below."""
    documents: Mapping[str, int]
    """When the doctree of each document was made, which is the time that Sphinx keeps for it."""
    files: Mapping[str, FileState] = field(default_factory=dict)
    """The files that they were made of, or that are the pages, by their paths."""
    output: str = ""
    """A digest of what the output has for all pages together: its search index and its inventory."""
    indices: tuple[str, ...] = ()
    """The names of the pages that are indices of domains."""
    warned: tuple[str, ...] = ()
    """The documents of which was warned since they were read."""


def read_kept(path: Path) -> Kept | None:
    """Return what was kept in the file *path*, None if that was nothing, or is damaged."""
    try:
        found = json.loads(path.read_bytes())
        if found["shape"] != SHAPE:
            return None
        return Kept(
            str(found["made_with"]),
            dict(found["documents"]),
            {name: FileState(*state) for name, state in found["files"].items()},
            str(found["output"]),
            tuple(found["indices"]),
            tuple(found["warned"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_kept(path: Path, kept: Kept) -> None:
    """Keep *kept* in the file *path*."""
    found: dict[str, Any] = {
        "shape": SHAPE,
        "made_with": kept.made_with,
        "documents": kept.documents,
        "files": kept.files,
        "output": kept.output,
        "indices": kept.indices,
        "warned": kept.warned,
    }
    OutputFolder(path.parent).write(path.name, json.dumps(found, separators=(",", ":")).encode())


def documents_file(app: Sphinx) -> Path:
    """Return where is kept what is known of the documents."""
    return Path(app.doctreedir, "eventreport", "documents.json")


def pages_file(app: Sphinx) -> Path:
    """Return where is kept what is known of the pages that this builder has written into this folder."""
    place = hashlib.sha256(str(app.outdir).encode()).hexdigest()[:16]
    return Path(app.doctreedir, "eventreport", f"{app.builder.name}-{place}.pages.json")
