from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import Built, Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where slides are kept that were drawn once, so that the next site need not."""
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def site(tmp_path: Path, store: Path) -> Site:
    """Return an empty site."""
    return Site(tmp_path, store=store)


@pytest.fixture
def build(site: Site) -> Callable[..., Built]:
    """Return a function that builds the given files as one site of a report and an index."""

    def run(report: str, **files: str | bytes) -> Built:
        index = "# Site\n\n```{event-list}\n```\n"
        return site.write({"index.md": index, "post.md": report, **files}).build()

    return run
