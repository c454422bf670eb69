"""Directives that a post's generator does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.importing.foreign_directives import foreign_directive
from sphinx_eventreport.importing.pages import native_page
from sphinx_eventreport.importing.sources import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_eventreport.importing.model import Native

JEKYLL = "---\nlayout: post\ntitle: Fog Watch\n---\n\n"
NIKOLA = ".. title: Fog Watch\n.. slug: fog\n.. date: 2018-05-04\n\n"
PELICAN = "Fog Watch\n#########\n\n:date: 2018-05-04\n:category: fog\n\n"
ABLOG = "Fog Watch\n=========\n\n.. post:: 2018-05-04\n\n"


def imported(folder: Path, text: str, name: str = "fog.md") -> Native:
    """Return what becomes of a post."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    page = read_source(path, folder)
    assert page is not None
    return native_page(page)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```{raw} html\n<b>\n```", "```{raw} html"),
        ("- a\n\n  ~~~{RAW} html\n", "~~~{RAW} html"),
        (":::{eval-rst}\n", ":::{eval-rst}"),
        ("[^1]: ```{include} a.md", "[^1]: ```{include} a.md"),
        ("* .. raw:: html", ".. raw:: html"),
        (".. |a| raw:: html", ".. |a| raw:: html"),
        ("| a | .. include:: b |", ".. include:: b |"),
        (".. roh :: html", ".. roh :: html"),
        ("| .. image:: a | .. raw:: html |", ".. raw:: html |"),
        ("```{note}\nA.\n```\n.. image:: a.png", ""),
        ("Class::method, .. and `{raw}`", ""),
    ],
)
def test_a_directive_that_may_pass_html_is_found(text: str, expected: str) -> None:
    """In whatever it is, and in the languages of docutils; those that cannot are not."""
    assert foreign_directive(text) == expected


@pytest.mark.parametrize(
    ("name", "text", "line", "expected"),
    [
        ("fog.md", f"{JEKYLL}- a\n\n  ```{{raw}} html\n  <b>c</b>\n  ```\n", 8, "\nraw_directive: false\n"),
        ("fog.rst", f"{NIKOLA}.. raw:: html\n\n   <b>c</b>\n", 5, "\n   :raw_directive: false\n"),
        ("fog.rst", f"{PELICAN}.. raw:: html\n\n   <b>c</b>\n", 7, "\n   :raw_directive: false\n"),
        ("fog.rst", f"{ABLOG}.. raw:: html\n\n   <b>c</b>\n", 6, "\n   :raw_directive: false\n"),
    ],
)
def test_raw_html_passes_no_more_than_in_its_post(
    tmp_path: Path, name: str, text: str, line: int, expected: str
) -> None:
    """The report says so, and so does the import, with the line."""
    native = imported(tmp_path, text, name)
    assert (expected in native.text, native.report.raw_directive) == (True, False)
    assert [left.line for left in native.left] == [line]


def test_nor_in_a_text_that_myst_puts_in(tmp_path: Path) -> None:
    """It is in the front matter of the report as in that of the post."""
    put_in = 'myst: {substitutions: {a: "```{raw} html\\n<b>\\n```", b: [1]}}'
    text = f"---\nlayout: post\ntitle: Fog\n{put_in}\n---\n\n{{{{ a }}}}\n"
    assert not imported(tmp_path, text).report.raw_directive


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fog.md", "---\nevent: Fog\n---\n\n# Fog Watch\n\n```{raw} html\n<b>c</b>\n```\n"),
        ("fog.rst", "Fog\n===\n\n.. event:: Fog\n\n.. raw:: html\n\n   <b>c</b>\n"),
        ("fog.md", f"{JEKYLL}```js\nlet a\n```\n"),
    ],
)
def test_other_reports_do_not_say_it(tmp_path: Path, name: str, text: str) -> None:
    """Native ones, and those without such a directive."""
    assert imported(tmp_path, text, name).report.raw_directive


def test_a_file_out_of_the_site_is_said_with_its_line(tmp_path: Path) -> None:
    """And why it is not read."""
    native = imported(tmp_path, f"{JEKYLL}Words.\n\n```{{literalinclude}} ../key.txt\n```\n")
    assert [(left.line, left.message) for left in native.left] == [
        (8, "'../key.txt' leads out of the site; what would read it is text")
    ]
