"""Whose process this is: that of ``sphinx-build``, which ends with the build, or somebody else's."""

from __future__ import annotations

import sys
from pathlib import Path

_MODULES = frozenset({"sphinx.__main__", "sphinx.cmd.build"})
"""What ``python -m`` runs."""

_SCRIPT = "sphinx-build"


def sphinx_build_owns_process() -> bool:
    """Return whether the process was started to build one site, so that nothing comes after it."""
    spec = getattr(sys.modules.get("__main__"), "__spec__", None)
    # A program that embeds Python may have no arguments at all.
    return getattr(spec, "name", None) in _MODULES or Path(*sys.argv[:1]).stem == _SCRIPT
