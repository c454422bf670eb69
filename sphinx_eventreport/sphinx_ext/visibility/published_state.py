"""Sphinx's state as builders for web applications put it beside the pages: without the names of hidden ones.

The builders ``json`` and ``pickle`` copy ``environment.pickle`` into the output, and applications load it. It
knows of all files in the source directory.
"""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import ENV_PICKLE_FILENAME

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.sphinx_ext.visibility.drafts import Drafts

_PATHS = ("_docname_to_path", "_path_to_docname")
"""The attributes of `sphinx.project.Project` that map documents to their files, and back."""


def keep_names_back(drafts: Drafts) -> Callable[[Sphinx, Exception | None], None]:
    """Return a listener of ``build-finished`` for the application that has *drafts*.

    It takes what is hidden out of the copy of Sphinx's state in the output, if a builder has put one there.
    """

    def listener(app: Sphinx, exception: Exception | None) -> None:
        copy = Path(app.outdir, ENV_PICKLE_FILENAME)
        is_own = Path(app.outdir).resolve() == Path(app.doctreedir).resolve()
        if exception is None and drafts.hidden and copy.is_file() and not is_own:
            # What Sphinx has written in this build, and would load in the next one.
            env: BuildEnvironment = pickle.loads(copy.read_bytes())  # noqa: S301
            _forget(env, drafts.hidden)
            content = pickle.dumps(env, pickle.HIGHEST_PROTOCOL)
            OutputFolder(Path(app.outdir)).write(ENV_PICKLE_FILENAME, content)

    return listener


def _forget(env: BuildEnvironment, hidden: AbstractSet[str]) -> None:
    """Take the *hidden* documents out of *env*, which knows their files, and what was written of them."""
    for name in _PATHS:
        paths = getattr(env.project, name, {})
        kept = {key: value for key, value in paths.items() if not {str(key), str(value)} & hidden}
        setattr(env.project, name, kept)
    env.domaindata[DOMAIN]["traces"] = {}
