"""The state of the pages on disk, kept beside the doctrees: one file per builder and output folder.

Not in the domain's data: that is pickled before anything is written. A build that dies in between
would leave pages that are stale and counted as fresh for ever.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.sphinx_ext.rebuild.problem_file import decoded_problems, encoded_problems

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

    from sphinx_eventreport.sphinx_ext.log import PageProblems

STATE_FOLDER = "eventreport"
"""The folder beside the doctrees."""
_DIGESTS, _PROBLEMS = "json", "problems"
"""The suffixes of the files."""


def read_state(app: Sphinx) -> Mapping[str, str]:
    """Return the digest of each page that was written by this builder to this folder."""
    try:
        state = json.loads(content_of(state_file(app, _DIGESTS)))
    except ValueError:
        return {}
    return state if isinstance(state, dict) else {}


def write_state(app: Sphinx, state: Mapping[str, str]) -> None:
    """Keep *state*, if it is not what is kept already."""
    _keep(state_file(app, _DIGESTS), json.dumps(state, sort_keys=True, indent=0).encode())


def read_problems(app: Sphinx) -> Mapping[str, PageProblems]:
    """Return what was wrong with the pages when this builder wrote them to this folder."""
    return decoded_problems(content_of(state_file(app, _PROBLEMS)))


def write_problems(app: Sphinx, problems: Mapping[str, PageProblems]) -> None:
    """Keep what is wrong with pages, by docname."""
    _keep(state_file(app, _PROBLEMS), encoded_problems(problems) if problems else b"")


def content_of(path: Path) -> bytes:
    """Return what is in the file *path*; nothing if it is not there."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _keep(path: Path, content: bytes) -> None:
    """Have *path* hold *content*, or be gone if there is none; what is right already is not touched."""
    if content_of(path) == content:
        return
    folder = OutputFolder(path.parent)
    if content:
        folder.write(path.name, content)
    else:
        folder.remove(path.name)


def state_file(app: Sphinx, suffix: str) -> Path:
    """Return the file beside the doctrees that belongs to this builder and output folder."""
    place = hashlib.sha256(str(app.outdir).encode()).hexdigest()[:16]
    return Path(app.doctreedir, STATE_FOLDER, f"{app.builder.name}-{place}.{suffix}")
