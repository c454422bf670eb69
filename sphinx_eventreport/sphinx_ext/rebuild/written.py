"""What the pages on disk show, kept beside the doctrees: one file per builder and output folder.

Not in the domain's data: that is pickled before anything is written. A build that dies in between
would leave pages that are stale and counted as fresh for ever.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.output import OutputFolder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx


def read_state(app: Sphinx) -> Mapping[str, str]:
    """Return the digest of each page that was written by this builder to this folder."""
    try:
        state = json.loads(state_file(app, "json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def write_state(app: Sphinx, state: Mapping[str, str]) -> None:
    """Keep *state*, if it is not what is kept already."""
    content = json.dumps(state, sort_keys=True, indent=0).encode()
    path = state_file(app, "json")
    if path.is_file() and path.read_bytes() == content:
        return
    OutputFolder(path.parent).write(path.name, content)


def state_file(app: Sphinx, suffix: str) -> Path:
    """Return the file beside the doctrees that belongs to this builder and output folder."""
    place = hashlib.sha256(str(app.outdir).encode()).hexdigest()[:16]
    return Path(app.doctreedir, "eventreport", f"{app.builder.name}-{place}.{suffix}")
