"""A builder whose format is none of ours gets nodes of docutils, and everything that a report says."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from docutils import nodes
from sphinx import addnodes
from support.everything import CONFIG, FILES
from support.site import Site

from sphinx_eventreport.sphinx_ext.writers.native import REPLACED
from sphinx_eventreport.sphinx_ext.writers.table import VISITORS

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, ET.Element]:
    """Return the pages of the site as Sphinx's builder of XML gets them."""
    outdir = Site(tmp_path_factory.mktemp("xml")).write(FILES).build("xml", config=CONFIG).outdir
    return {path.stem: ET.parse(path).getroot() for path in outdir.glob("*.xml")}  # noqa: S314 -- our own


def test_every_node_of_ours_has_a_replacement() -> None:
    """Whatever has visitors for our formats."""
    assert [node.__name__ for node in VISITORS if node not in REPLACED] == []


def test_all_nodes_are_those_of_docutils_and_sphinx(pages: Mapping[str, ET.Element]) -> None:
    """On a page that has everything, and on those that lead to it."""
    found = {element.tag for page in pages.values() for element in page.iter()}
    assert [name for name in sorted(found) if not (hasattr(nodes, name) or hasattr(addnodes, name))] == []


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("honey-day", "31 May – 1 June 2024"),
        ("honey-day", "Combs (Slides, combs.pdf"),
        ("honey-day", "~~gone~~"),
        ("honey-day", "seen"),
        ("honey-day", "[x] smoked"),
        ("honey-day", "OH (Of honey)"),
        ("honey-day", "More"),
        ("honey-day", "Filmed by nobody."),
        ("index", "Honey day before"),
        ("index", "31 May 2023"),
        ("ida", "Keeps bees."),
    ],
)
def test_nothing_is_lost(pages: Mapping[str, ET.Element], page: str, text: str) -> None:
    """What is said once in a node of ours is said in its replacement."""
    assert text in " ".join("".join(pages[page].itertext()).split())


def test_a_hosted_deck_is_a_link(pages: Mapping[str, ET.Element]) -> None:
    """With its title."""
    links = {link.get("refuri"): "".join(link.itertext()) for link in pages["honey-day"].iter("reference")}
    [address] = [address for address in links if address and "speakerdeck.com" in address]
    assert links[address] == "Smoke"


def test_what_is_known_of_a_file_is_no_prose(pages: Mapping[str, ET.Element]) -> None:
    """A checker of spelling looks at the text of paragraphs, and not at what is inside of it."""
    own = [child.tail or "" for line in pages["honey-day"].iter("paragraph") for child in line]
    assert [text for text in own if "kB" in text] == []


def test_a_figure_without_a_picture_is_a_box(pages: Mapping[str, ET.Element]) -> None:
    """Writers look for the picture first; no slide is drawn for this builder."""
    assert list(pages["honey-day"].iter("figure")) == []


def test_a_reference_to_a_deck_leads_to_what_took_its_place(pages: Mapping[str, ET.Element]) -> None:
    """The name of the figure is that of the box."""
    boxes = [node.get("ids", "").split() for node in pages["honey-day"].iter("container")]
    assert "deck-combs" in [name for names in boxes for name in names]
