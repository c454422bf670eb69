"""``{raw} html`` and ``.. raw:: html``: what an author of Sphinx writes to say "as it is"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from support.site import Built

FORM = '<form action="/x">w</form>'
RAW = f"```{{raw}} html\n{FORM}\n```\n"
NATIVE = "---\nevent: E\n---\n\n"
POST = "---\nlayout: post\ntitle: E\n---\n\n"
RST = f"E\n=\n\n.. event::\n   :name: E\n\n.. raw:: html\n\n   {FORM}\n"


def _built(folder: Path, name: str, source: str, **config: object) -> Built:
    return Site(folder).write({"index.md": "# I\n", name: source}).build(config=config)


def _page(built: Built) -> str:
    return (built.outdir / "post.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("post.md", NATIVE + RAW),
        ("post.rst", RST),
        ("post.md", f"{NATIVE}````{{note}}\n{RAW}````\n"),
        ("post.md", f"{NATIVE}````{{only}} html\n{RAW}````\n"),
        ("post.md", f"{NATIVE}<div>\n\n{RAW}\n</div>\n"),
        ("post.md", f"{NATIVE}- item\n\n  ```{{raw}} html\n  {FORM}\n  ```\n"),
        ("post.md", RAW),
    ],
)
def test_it_passes_on_a_page_of_sphinx(tmp_path: Path, name: str, source: str) -> None:
    """In Markdown and reStructuredText, wherever it stands, and without a warning."""
    built = _built(tmp_path, name, source)
    assert (FORM in _page(built), [line for line in built.warnings if "eventreport" in line]) == (True, [])


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("post.md", POST + RAW),
        ("post.rst", f"E\n=\n\n.. post:: 2031-05-01\n\n.. raw:: html\n\n   {FORM}\n"),
    ],
)
def test_it_does_not_in_a_post_of_another_generator(tmp_path: Path, name: str, source: str) -> None:
    """There is no such directive there, so it is HTML like all other."""
    built = _built(tmp_path, name, source)
    assert (FORM in _page(built), "<form> has no equivalent" in "".join(built.warnings)) == (False, True)


def test_nor_does_what_it_takes_from_a_file(tmp_path: Path) -> None:
    """Though that stands nowhere in the post."""
    source = f"{POST}```{{raw}} html\n:file: form.html\n```\n"
    site = Site(tmp_path).write({"index.md": "# I\n", "form.html": FORM, "post.md": source})
    assert FORM not in _page(site.build())


def test_a_site_can_forbid_it(tmp_path: Path) -> None:
    """With the setting, it is turned or left out as all HTML is."""
    built = _built(tmp_path, "post.md", NATIVE + RAW, eventreport_raw_directive=False)
    assert (FORM in _page(built), "<form> has no equivalent" in "".join(built.warnings)) == (False, True)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("post.md", f"---\nevent: E\nraw_directive: false\n---\n\n````{{note}}\n{RAW}````\n"),
        ("post.rst", RST.replace(":name: E\n", ":name: E\n   :raw_directive: false\n")),
        ("post.rst", f".. raw:: html\n\n   {FORM}\n\nE\n=\n\n.. event:: E\n   :raw_directive: false\n"),
    ],
)
def test_a_page_can_forbid_it(tmp_path: Path, name: str, source: str) -> None:
    """In front matter and in reStructuredText, there also for what is above."""
    built = _built(tmp_path, name, source)
    assert (FORM in _page(built), "<form> has no equivalent" in "".join(built.warnings)) == (False, True)


def test_docutils_can_forbid_it(tmp_path: Path) -> None:
    """What docutils does not let through does not pass."""
    site = Site(tmp_path).write(
        {"index.md": "# I\n", "post.rst": RST, "docutils.conf": "[general]\nraw_enabled: 0\n"}
    )
    assert FORM not in _page(site.build())


CHART = (
    'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\nfrom docutils import nodes\n'
    "from docutils.parsers.rst import Directive\nclass Chart(Directive):\n    def run(self):\n"
    '        return [nodes.raw("", "<canvas></canvas>", format="html")]\n'
    'def setup(app):\n    app.add_directive("chart", Chart)\n'
)


@pytest.mark.parametrize("body", ["```{chart}\n```\n", "<div>\n\n```{chart}\n```\n\n</div>\n"])
def test_html_of_another_extension_stays(tmp_path: Path, body: str) -> None:
    """What no author wrote is not turned."""
    site = Site(tmp_path, CHART).write({"index.md": "# I\n", "post.md": f"{NATIVE}<p>a</p>\n\n{body}"})
    assert "<canvas></canvas>" in _page(site.build())


def test_an_icon_of_sphinx_design_stays(tmp_path: Path) -> None:
    """Its role makes a drawing."""
    assert "<svg" in _page(_built(tmp_path, "post.md", NATIVE + "An {octicon}`mail` icon and <b>bold</b>.\n"))


@pytest.mark.parametrize(
    "body",
    [
        "> <form>x</form>\n",
        "- a\n\n  <form>x</form>\n",
        "A <form>x</form> b\n",
        "```{note}\n<form>x</form>\n```\n",
        "```{eval-rst}\n.. note::\n\n   a\n```\n\n<form>x</form>\n",
    ],
)
def test_html_of_the_author_is_turned_wherever_it_stands(tmp_path: Path, body: str) -> None:
    """In quotations, lists and directives."""
    site = Site(tmp_path).write(
        {"index.md": "# I\n", "part.txt": "<form>x</form>\n", "post.md": NATIVE + body}
    )
    assert "<form>" not in _page(site.build(config={"exclude_patterns": ["part.txt"]}))


def test_what_is_put_in_is_turned(tmp_path: Path) -> None:
    """A text of the front matter that MyST-Parser puts in may hide what it is."""
    source = '---\nevent: E\nsubstitutions: {a: "\\x3cform>x\\x3c/form>"}\n---\n\n{{ a }}\n'
    built = _built(tmp_path, "post.md", source, myst_enable_extensions=["substitution"])
    assert "<form>" not in _page(built)


def test_html_of_the_author_does_not_pass(tmp_path: Path) -> None:
    """Beside a directive that passes, HTML in Markdown is turned as before."""
    built = _built(tmp_path, "post.md", f"{NATIVE}{RAW}\n<form>x</form>\n")
    assert (_page(built).count("<form>"), "<form> has no equivalent" in "".join(built.warnings)) == (0, True)
