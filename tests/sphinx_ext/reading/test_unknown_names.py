"""Directives and roles that nobody defines, in reStructuredText that was not written for this site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.site import Site

_BOX = "\n.. tipbox:: Mind the tide\n   :color: red\n\n   Take boots.\n"
_PAGES = {
    "a post of ABlog": f".. post:: 2031-05-02\n\nHerons\n======\n{_BOX}",
    "an imported page": f"Herons\n======\n\n.. event:: Herons\n   :raw_directive: false\n{_BOX}",
}


@pytest.mark.parametrize("name", _PAGES)
def test_the_words_stay_and_the_warning_says_what_to_do(site: Site, name: str) -> None:
    """Docutils would leave them out, with an error about the markup."""
    built = site.write({"index.md": "# I\n", "herons.rst": _PAGES[name]}).build()
    [warning] = [line for line in built.warnings if "toctree" not in line]
    text = built.body("herons").get_text()
    assert ("Mind the tide" in text, "Take boots." in text) == (True, True)
    assert "add the extension that defines it to conf.py" in warning


@pytest.mark.parametrize("name", _PAGES)
def test_the_text_of_a_role_stays_and_the_warning_says_what_to_do(site: Site, name: str) -> None:
    """Docutils would put a message onto the page; roles of Sphinx and its domains are left to them."""
    page = _PAGES[name].replace(
        _BOX, "\n:reed:`Mind the tide`, :kbd:`Esc`, :py:mod:`os` and :rst:nope:`x`.\n"
    )
    built = site.write({"index.md": "# I\n", "herons.rst": page}).build()
    ours = [line for line in built.warnings if "toctree" not in line]
    text = built.body("herons").get_text()
    assert "Mind the tide, Esc, os and x." in text
    assert [line.partition("WARNING: ")[2].partition(" is not")[0] for line in ours] == [
        ":reed:",
        ":rst:nope:",
    ]
