"""The page about the library names what can be imported."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import sphinx_eventreport

PAGE = (Path(__file__).parents[1] / "docs" / "reference" / "library.md").read_text("utf-8")
NAMES = sorted(set(re.findall(r"`(core(?:\.\w+){2,})[(`]", PAGE)))


@pytest.mark.parametrize("name", NAMES)
def test_page_names_what_is_there(name: str) -> None:
    """Each function and record, where the page says that it is."""
    module, _dot, last = f"{sphinx_eventreport.__name__}.{name}".rpartition(".")
    assert hasattr(import_module(module), last)
