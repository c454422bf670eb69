"""Every element of HTML, with the attributes and children that matter: kept, turned, or warned about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.html_attributes import ATTRIBUTES, WITHOUT_LIKE
from support.html_elements import BLOCKS, EMBEDS, HIDDEN, LINE, MARKDOWN, PAST, WORDS
from support.site import Site, png

from sphinx_eventreport.core.raw_html.known import ELEMENTS

if TYPE_CHECKING:
    from support.site import Built


KINDS = {
    "line": LINE,
    "block": BLOCKS,
    "embeds": EMBEDS,
    "past": PAST,
    "hidden": HIDDEN,
    "words": WORDS,
    "markdown": MARKDOWN,
}
CASES = {f"{name} in {kind}": case for kind, cases in KINDS.items() for name, case in cases.items()}
CONF = (
    'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\n'
    'myst_enable_extensions = ["tasklist", "strikethrough"]\nsuppress_warnings = ["myst.strikethrough"]\n'
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """All cases as pages of one site."""
    pages = {
        f"case-{number}.md": f"---\nevent: E\n---\n\n{case.written}\n"
        for number, case in enumerate(CASES.values())
    }
    site = Site(tmp_path_factory.mktemp("elements"), CONF)
    return site.write({"index.md": "# I\n", "a.png": png(), "a.pdf": b"", **pages}).build()


def _body(built: Built, name: str) -> str:
    return (
        str(built.body(f"case-{list(CASES).index(name)}"))
        .replace("<br/>", "<br />")
        .replace("<wbr/>", "<wbr />")
    )


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.html])
def test_what_is_written_has_its_like(built: Built, name: str) -> None:
    """The page has an element that says the same."""
    page = (built.outdir / f"case-{list(CASES).index(name)}.html").read_text("utf-8")
    # Docutils before 0.22 writes the width of a picture in pixels as a style.
    body = re.sub(r'style="width: (\d+)px;"', r'width="\1"', page)
    assert CASES[name].html in body


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.text])
def test_the_text_stays(built: Built, name: str) -> None:
    """A reader sees it, as it was written."""
    body = built.body(f"case-{list(CASES).index(name)}")
    for mark in body.select(".headerlink"):
        mark.decompose()
    assert CASES[name].text in re.sub(r"\n\s*\n", "\n", body.get_text())


@pytest.mark.parametrize("name", CASES)
def test_what_is_lost_is_told(built: Built, name: str) -> None:
    """A warning says so, once, with its line; where nothing is lost there is none."""
    page = f"case-{list(CASES).index(name)}.md:"
    found = [
        line
        for line in built.warnings
        if page in line and "toctree" not in line and "missing_file" not in line
    ]
    found = [line for line in found if "eventreport.html" in line or "url" in line or "embed" in line]
    assert (len(found), all(CASES[name].warning in line for line in found)) == (
        bool(CASES[name].warning),
        True,
    )


def test_no_element_is_forgotten() -> None:
    """Each element of HTML is in the table."""
    tested = {match for case in CASES.values() for match in re.findall(r"<([a-z][a-z0-9]*)", case.written)}
    assert ELEMENTS - tested == set()


def test_no_attribute_is_forgotten() -> None:
    """Each attribute of HTML is in the table, or there is a reason why no document has its like."""
    tags = [tag for case in CASES.values() for tag in re.findall(r"<[a-z][^>]*>", case.written)]
    tested = {name for tag in tags for name in re.findall(r"\s([a-z-]+)(?=[\s=>])", tag)}
    assert ATTRIBUTES - tested - WITHOUT_LIKE.keys() == set()
