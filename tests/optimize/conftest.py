from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.kinds import FILES
from support.site import CONF, Built, Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Build = Callable[..., Built]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return an empty site."""
    return Site(tmp_path)


@pytest.fixture(scope="module")
def build_archive(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return what builds the small archive in a folder of its own, with more lines in its ``conf.py``."""

    def build(conf: str = "", parallel: int = 1) -> Built:
        site = Site(tmp_path_factory.mktemp("site"), conf=CONF + conf)
        return site.write(FILES).build(parallel=parallel)

    return build


@pytest.fixture(scope="module")
def optimized(build_archive: Build) -> Built:
    """Return the archive, built with all optimizations."""
    return build_archive()


@pytest.fixture(scope="module")
def plain(build_archive: Build) -> Built:
    """Return the archive, built as Sphinx does it alone."""
    return build_archive("eventreport_optimize = False\n")
