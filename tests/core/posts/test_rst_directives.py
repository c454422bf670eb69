"""Directives of generators in posts in reStructuredText."""

from __future__ import annotations

import pytest

from sphinx_eventreport.core.posts import rst_body
from sphinx_eventreport.core.posts.metadata import without_directive

_KNOWN = frozenset({"code-block", "figure", "image", "note"})


def _read(text: str, dialect: str = "nikola") -> tuple[str, list[int | None]]:
    read, problems = rst_body(text, dialect, _KNOWN.__contains__)
    return read, [problem.line for problem in problems]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            ".. thumbnail:: /a.png\n   :nope: 1\n   :alt: Reeds\n\n   By the pond.",
            ".. figure:: /a.png\n   :alt: Reeds\n\n\n   By the pond.",
        ),
        (".. media:: https://youtu.be/a", ".. eventreport:recording:: https://youtu.be/a"),
        ("- a\n\n  .. gist:: 12", "- a\n\n  `Gist 12 <https://gist.github.com/12>`__"),
        (".. gist::", "`Gist  <https://gist.github.com/>`__"),
        (".. listing:: a.py python\n   :number-lines:", ":download:`a.py </listings/a.py>`\n"),
        (".. listing::", ":download:` </listings/>`"),
        (
            ".. chart:: Bar\n   :title: 'Coots'\n\n   'A', [1]",
            ".. code-block:: text\n   :caption: Coots\n\n   'A', [1]",
        ),
        (
            ".. slides::\n\n   /a.png\n   b.png\n\nWords/more.",
            ".. container::\n\n   .. image:: /a.png\n   .. image:: b.png\n\nWords/more.",
        ),
        (".. slides::\n\n   /a.png", ".. container::\n\n   .. image:: /a.png"),
        (
            ".. soundcloud:: 7",
            ".. iframe:: https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/7",
        ),
        (".. note:: Kept\n\n   Words.", ".. note:: Kept\n\n   Words."),
        ("Words\n.. gist:: 12", "Words\n.. gist:: 12"),
        (".. _place:\n.. gist:: 12", ".. _place:\n`Gist 12 <https://gist.github.com/12>`__"),
    ],
)
def test_directives_of_nikola_are_read(written: str, expected: str) -> None:
    """What they show is shown, on the same lines and without a word."""
    assert _read(written) == (expected, [])


@pytest.mark.parametrize("name", ["post-list", "gallery"])
def test_what_lists_others_is_left_out(name: str) -> None:
    """With a warning; its options are not text."""
    assert _read(f"Words.\n\n.. {name}:: marsh\n   :stop: 3\n") == ("Words.\n\n\n\n", [3])


@pytest.mark.parametrize("dialect", ["nikola", "pelican"])
def test_the_text_of_what_nobody_knows_stays(dialect: str) -> None:
    """With its argument, for both may be words."""
    text = ".. tipbox:: Mind the tide\n   :color: red\n\n   Take boots."
    assert _read(text, dialect) == (".. admonition:: Mind the tide\n\n\n   Take boots.", [1])


def test_sphinx_reads_its_own_pages() -> None:
    """Even where it knows a directive as little."""
    assert _read(".. tipbox:: Mind the tide", "native") == (".. tipbox:: Mind the tide", [])


def test_a_page_that_was_imported_keeps_its_words() -> None:
    """Its generator had the directive."""
    read, problems = rst_body(".. tipbox:: Mind the tide", "native", _KNOWN.__contains__, is_foreign=True)
    assert (read, [problem.line for problem in problems]) == ("| Mind the tide", [1])


@pytest.mark.parametrize(
    "text",
    [
        "Write::\n\n   .. tipbox:: a\n\nWords.",
        ".. code-block:: rst\n\n   Words.\n\n   .. tipbox:: a",
        ".. A remark\n\n   .. tipbox:: a",
        "..\n   .. tipbox:: a",
    ],
)
@pytest.mark.parametrize("dialect", ["ablog", "pelican", "hugo"])
def test_a_directive_that_is_shown_or_hidden_is_not_read(text: str, dialect: str) -> None:
    """Code and comments stay as they are."""
    assert _read(text, dialect) == (text, [])


def test_what_is_below_a_directive_is_read() -> None:
    """A directive, a target and a note are not code, though a line of theirs ends with colons."""
    text = ".. note::\n\n   .. tipbox:: a\n\n.. _b:\n\n   .. tipbox:: c\n\n.. |d| image:: e\n\n.. tipbox:: f"
    expected = ".. note::\n\n   | a\n\n.. _b:\n\n   | c\n\n.. |d| image:: e\n\n| f"
    assert _read(text, "ablog") == (expected, [3, 7, 11])


def test_directives_of_nikola_mean_nothing_in_pelican() -> None:
    """Their text stays, as that of any other."""
    assert _read(".. gist:: 12", "pelican") == ("| 12", [1])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("  .. tipbox::\n\n     Boots.", "  .. container::\n\n     Boots."),
        (".. tipbox::\n\nWords.", "\n\nWords."),
    ],
)
def test_what_has_no_argument_has_no_title(written: str, expected: str) -> None:
    """Nor is anything left of what says nothing."""
    assert _read(written)[0] == expected


def test_an_update_of_ablog_is_a_box() -> None:
    """Where ABlog is not there to read it."""
    expected = ".. admonition:: Updated on 3 May\n\n   Words."
    assert _read(".. update:: 3 May\n\n   Words.", "ablog") == (expected, [])


def test_options_of_code_are_those_of_sphinx() -> None:
    """Pelican has its own, and Sphinx would show no code with them."""
    text = ".. code-block:: python\n   :linenos: inline\n   :hl_lines: 1 3\n   :anchorlinenos: true\n\n   x"
    expected = ".. code-block:: python\n   :linenos:\n   :emphasize-lines: 1, 3\n\n\n   x"
    assert _read(text, "pelican") == (expected, [])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("See :reed:`the pond`.", "See the pond."),
        ("a :reed:`b\n  c` `d`:reed: :x:y:`e`", "a b\n  c d e"),
        (":reed:`two * words_ <coot>`", r"two \* words\_"),
    ],
)
def test_the_text_of_a_role_that_nobody_knows_stays(written: str, expected: str) -> None:
    """With a warning, in place of the message that docutils writes onto the page."""
    read, problems = rst_body(written, "pelican", is_known_role=lambda _name: False)
    assert (read, {problem.line for problem in problems} <= {1, 2}, bool(problems)) == (expected, True, True)


@pytest.mark.parametrize(
    "text",
    [
        "``:reed:`a` ``",
        ".. code::\n\n   :reed:`a`",
        ".. role:: reed\n\n:reed:`a`",
        ":note:`a`",
        "`a` :b: `c`_ :d:`e`f",
    ],
)
def test_other_text_is_no_role(text: str) -> None:
    """Literals, code, roles that the page defines, and those that are known."""
    assert rst_body(text, "nikola", is_known_role=_KNOWN.__contains__) == (text, ())


def test_the_line_of_an_unknown_role_is_told() -> None:
    """That on which it begins."""
    _read_text, problems = rst_body("a\n\nb\n:reed:`c\nd`", "nikola", is_known_role=lambda _name: False)
    assert [problem.line for problem in problems] == [4]


def test_the_content_of_a_directive_that_is_taken_out_stays() -> None:
    """On its own lines, and no longer indented."""
    text = "a\n\n.. event:: b\n   :start: c\n\n   d\n\ne"
    assert without_directive(text, 3) == "a\n\n\n\n\nd\n\ne"
