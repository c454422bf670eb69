"""What is written can be read by any parser: pages of HTML, and each file of an EPUB.

Validators of the formats know more; `.ci/long` asks them.
"""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import html5lib
import pytest
from support.everything import CONFIG, FILES
from support.site import Built, Site

if TYPE_CHECKING:
    from pathlib import Path

OF_XML = (".xhtml", ".opf", ".ncx", ".xml")
UNKNOWN_TO_READERS = ("unicode-bidi", ":has(", ":is(", ":where(", "@container", "color-mix(")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Site:
    """Return a site with a page that has everything."""
    return Site(tmp_path_factory.mktemp("valid"), store=store).write(FILES)


@pytest.fixture(scope="module")
def book(site: Site) -> zipfile.ZipFile:
    """Return the site as an EPUB."""
    built = site.build("epub", config=CONFIG)
    assert built.warnings == []
    return zipfile.ZipFile(built.outdir / "Bees.epub")


@pytest.mark.parametrize("builder", ["html", "singlehtml"])
def test_pages_of_html_are_well_formed(site: Site, builder: str) -> None:
    """A parser that follows the standard has nothing to mend."""
    built: Built = site.build(builder, config=CONFIG)
    found = {}
    for path in built.outdir.glob("*.html"):
        parser = html5lib.HTMLParser()
        parser.parse(path.read_text(encoding="utf-8"))
        found[path.name] = parser.errors
    assert found
    assert {name: errors for name, errors in found.items() if errors} == {}


def test_a_phrase_that_nobody_closes_is_in_each_paragraph(tmp_path: Path) -> None:
    """And no paragraph is in a phrase."""
    site = Site(tmp_path).write({"index.md": "---\nevent: Comb\n---\n\n<div><b>bold\n\nThe prose.\n"})
    body = site.build().body("index")
    assert body.select("strong p") == []
    assert [node.get_text().strip() for node in body.select("p > strong")] == ["bold", "The prose."]


def test_each_file_of_a_book_is_xml(book: zipfile.ZipFile) -> None:
    """A reading system shows nothing of a page that is not."""
    names = [name for name in book.namelist() if name.endswith(OF_XML)]
    assert {"honey-day.xhtml", "nav.xhtml", "content.opf", "toc.ncx"} <= set(names)
    for name in names:
        ET.fromstring(book.read(name))  # noqa: S314 -- what we have just written


def test_a_book_has_one_style_sheet_of_ours(book: zipfile.ZipFile) -> None:
    """With nothing in it that reading systems do not know, or the format forbids."""
    [name] = [name for name in book.namelist() if re.search(r"eventreport.*\.css$", name)]
    style = book.read(name).decode()
    assert [word for word in UNKNOWN_TO_READERS if word in style] == []


@pytest.mark.parametrize("name", ["honey-day.xhtml", "eventreport-people.xhtml"])
def test_a_page_of_a_book_links_its_style_sheet_in_the_head(book: zipfile.ZipFile, name: str) -> None:
    """And no other of ours; there is no script for it either."""
    head, body = book.read(name).decode().split("</head>")
    assert re.findall(r"eventreport[^\"]*\.css", head) == ["eventreport-epub.css"]
    assert ("<link" in body, "<script" in body) == (False, False)


def test_an_index_in_a_toctree_is_read_once(book: zipfile.ZipFile) -> None:
    """Where the toctree has it."""
    package = book.read("content.opf").decode()
    order = re.findall(r'<itemref idref="([^"]+)"', package)
    assert len(order) == len(set(order))
