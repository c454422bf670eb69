from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import Site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return an empty site."""
    return Site(tmp_path)
