"""Posts in reStructuredText -> reports in reStructuredText."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.records import Person
from sphinx_eventreport.importing.model import Left
from sphinx_eventreport.importing.pages import native_page
from sphinx_eventreport.importing.sources import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_eventreport.importing.model import Native

NIKOLA = ".. title: Moss Night\n.. slug: moss\n.. date: 2019-04-07\n.. tags: moss, fog\n\n"
FRAME = '<iframe src="https://www.youtube.com/embed/abcdefghijk" width="560" height="315"></iframe>'


def imported(folder: Path, text: str) -> Native:
    """Return what becomes of a post."""
    path = folder / "post.rst"
    path.write_text(text, encoding="utf-8")
    page = read_source(path, folder)
    assert page is not None
    return native_page(page)


def test_comments_become_a_title_and_a_directive(tmp_path: Path) -> None:
    """The title is above every heading of the post, whatever it underlines these with."""
    native = imported(tmp_path, NIKOLA + "Words.\n\nFirst Part\n==========\n\n##\nII\n##\n\nMore.\n")
    assert native.text == (
        "************\n Moss Night\n************\n\n"
        ".. event::\n   :label: moss\n   :date: 2019-04-07\n   :tags: moss, fog\n   :aliases: moss\n\n"
        "Words.\n\nFirst Part\n==========\n\n##\nII\n##\n\nMore.\n"
    )


def test_fields_below_a_title_become_a_directive(tmp_path: Path) -> None:
    """Those of Sphinx stay."""
    native = imported(
        tmp_path,
        "Moss\n####\n\n:date: 2014-09-11\n:orphan:\n:author: Ada Green\n:category: talks\n\nWords.\n",
    )
    assert native.text == (
        "Moss\n####\n\n.. event::\n   :date: 2014-09-11\n   :authors: Ada Green;\n   :tags: talks\n\n"
        ":orphan:\n\nWords.\n"
    )


def test_the_content_of_a_post_directive_stays(tmp_path: Path) -> None:
    """It is a paragraph of the page."""
    native = imported(
        tmp_path, "Moss\n====\n\n.. post:: 21 July 2013\n   :tags: fog\n\n   In short.\n\nWords.\n"
    )
    assert native.text == (
        "Moss\n====\n\n.. event::\n   :date: 2013-07-21\n   :tags: fog\n\nIn short.\n\nWords.\n"
    )


def test_a_native_report_says_once_what_it_is_about(tmp_path: Path) -> None:
    """The content of its directive stays."""
    native = imported(
        tmp_path, "Moss\n====\n\n.. event:: Moss\n   :start: 2024-05-07\n\n   In short.\n\nWords.\n"
    )
    assert native.text == ("Moss\n====\n\n.. event:: Moss\n   :start: 2024-05-07\n\nIn short.\n\nWords.\n")


def test_roles_of_another_generator_are_looked_for_in_the_report(tmp_path: Path) -> None:
    """It says so, for docutils would put a message onto the page in their place."""
    native = imported(tmp_path, NIKOLA + "Words of :doc:`a` and :reed:`b`.\n")
    assert "   :raw_directive: false\n" in native.text


def test_raw_html_that_embeds_becomes_a_directive(tmp_path: Path) -> None:
    """In a list as well; what is around it stays apart."""
    native = imported(tmp_path, f"{NIKOLA}* One\n\n  .. raw:: html\n\n     {FRAME}\n\n* Two\n")
    assert "* One\n\n  .. recording:: https://www.youtube.com/embed/abcdefghijk\n\n* Two\n" in native.text


def test_directives_of_the_generator_become_ours(tmp_path: Path) -> None:
    """Those that docutils has not."""
    text = ".. title: Reeds\n.. slug: reeds\n.. date: 2020-01-02\n\nWords.\n\n.. gist:: 12\n"
    assert "`Gist 12 <https://gist.github.com/12>`__" in imported(tmp_path, text).text


def test_an_update_of_ablog_becomes_a_box(tmp_path: Path) -> None:
    """A native report has nobody to read ABlog's directive."""
    text = "Reeds\n=====\n\n.. post:: 2020-01-02\n\nWords.\n\n.. update:: 3 May\n\n   More.\n"
    assert ".. admonition:: Updated on 3 May\n\n   More.\n" in imported(tmp_path, text).text


def test_raw_html_that_says_more_stays(tmp_path: Path) -> None:
    """A directive would lose it."""
    block = f".. raw:: html\n\n   <p>See</p>\n   {FRAME}\n\nWords.\n"
    assert imported(tmp_path, NIKOLA + block).text.endswith("\n\n" + block)


def test_the_report_says_the_same(tmp_path: Path) -> None:
    """It is read again."""
    assert imported(tmp_path, NIKOLA + "Words.\n").left == ()


def test_what_an_option_cannot_say_is_named(tmp_path: Path) -> None:
    """An author's address."""
    path = tmp_path / "post.rst"
    path.write_text(NIKOLA, encoding="utf-8")
    page = read_source(path, tmp_path)
    assert page is not None
    fields = replace(page.report, authors=(Person("Ada Green", "ada-green", "https://ada.example.org"),))
    assert native_page(replace(page, report=fields, fields=fields)).left == (
        Left("`authors` is not the same as before"),
    )
