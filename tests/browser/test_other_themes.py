"""Themes that fewer sites have: everything stands in its place, as in those of `test_geometry.py`.

`.ci/long` installs those that Sphinx does not bring.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.browser import served, view
from support.decks import MORE
from support.geometry import WIDTHS, misplaced_pages
from support.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

OF_SPHINX = ("agogo", "bizstyle", "haiku", "nature", "pyramid", "scrolls", "sphinxdoc", "traditional")
OF_OTHERS = (
    "piccolo_theme",
    "shibuya",
    "sphinx_documatt_theme",
    "sphinx_immaterial",
    "sphinx_nefertiti",
    "sphinxawesome_theme",
)
NOT_FOR_PHONES = frozenset({"traditional"})
"""Themes with two columns at any width: on a phone, a hundred pixels are left for the text."""


def _built(site: Site, theme: str) -> Path:
    """Return the folder of the site in *theme*, built by a process that the theme may leave as it likes."""
    extensions = ["sphinx_eventreport", *([theme] if theme == "sphinx_immaterial" else [])]
    options = {"font": False} if theme == "sphinx_immaterial" else {}
    names = {
        "extensions": extensions,
        "html_theme": theme,
        "html_title": "Site",
        "html_theme_options": options,
    }
    # JSON of these is Python.
    conf = "".join(
        f"{name} = {json.dumps(value).replace('false', 'False')}\n" for name, value in names.items()
    )
    site.write({**MORE, "conf.py": conf})
    out = site.root / "out"
    command = [sys.executable, "-m", "sphinx", "-q", str(site.source), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return out


@pytest.mark.parametrize("theme", [*OF_SPHINX, *OF_OTHERS])
def test_everything_stands_in_its_place(browser: Browser, tmp_path: Path, theme: str) -> None:
    """Inside the article, nothing over another, no marks of lists, on phones and desks."""
    if theme in OF_OTHERS and importlib.util.find_spec(theme) is None:
        pytest.skip(f"{theme} is not installed")
    widths = WIDTHS[1:] if theme in NOT_FOR_PHONES else WIDTHS
    with served(_built(Site(tmp_path), theme)) as base:
        assert misplaced_pages(view(browser, base), widths) == {}
