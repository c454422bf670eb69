"""Names that other pages, and other projects, refer to."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest
from support.posts import INDEX, NATIVE_POST, RST_POST
from support.site import PDF, Built, Site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CONF = 'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\n'


def page_of(text: str) -> str:
    """Return a page of its own with *text*."""
    return f"---\norphan: true\n---\n\n# Page\n\n{text}\n"


FILES: Mapping[str, str | bytes] = {
    "index.md": INDEX,
    "garden.md": NATIVE_POST,
    "bridge.rst": RST_POST,
    "worms.pdf": PDF,
}
NAMES = {
    "{event}`garden-may`": ("Garden Meetup, May", "garden.html"),
    "{talk}`garden-may/worms`": ("Worms", "garden.html#worms"),
    "{talk}`worms`": ("Worms", "garden.html#worms"),
    "{talk}`that one <worms>`": ("that one", "garden.html#worms"),
    "{eventreport:talk}`worms`": ("Worms", "garden.html#worms"),
    "{deck}`worms-deck`": ("Worms", "garden.html#deck-worms-deck"),
    "{recording}`watering`": ("Watering", "garden.html#recording-watering"),
    "{person}`cleo-marsh`": ("Cleo Marsh", "eventreport-people.html#person-cleo-marsh"),
    "{person}`ada-green`": ("Ada Green", "eventreport-people.html#person-ada-green"),
    "{any}`garden-may/worms`": ("Worms", "garden.html#worms"),
    "[](#garden-may)": ("Garden Meetup, May", "garden.html"),
    "[the worms](#garden-may/worms)": ("the worms", "garden.html#worms"),
    "{event}`bridge-night`": ("Bridge Night", "bridge.html"),
    "{talk}`steel`": ("Steel", "bridge.html#steel"),
    "{deck}`on-steel`": ("On steel", "bridge.html#deck-on-steel"),
    "{person}`dora-sund`": ("Dora Sund", "eventreport-people.html#person-dora-sund"),
}
"""What is written, and the text and the address of the link that becomes of it."""


@pytest.fixture
def garden(site: Site) -> Site:
    """Return a site with a native report, one in reStructuredText, and an index."""
    return site.write(FILES)


@pytest.fixture(scope="module")
def referring(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Built:
    """Return that site with a page for each way to write a name."""
    pages = {f"page{number}.md": page_of(text) for number, text in enumerate(NAMES)}
    return Site(tmp_path_factory.mktemp("names"), store=store).write({**FILES, **pages}).build()


def link_on_page(built: Built, page: str = "page") -> tuple[str, str]:
    """Return text and address of the first link in the text of the page."""
    link = built.body(page).select_one("p a")
    assert link is not None
    return link.get_text(), str(link["href"])


@pytest.mark.parametrize("text", NAMES)
def test_a_name_leads_to_its_object(referring: Built, text: str) -> None:
    """Roles, full and short, and MyST links reach the same objects."""
    assert link_on_page(referring, f"page{[*NAMES].index(text)}") == NAMES[text]


def test_names_that_are_known_are_no_warnings(referring: Built) -> None:
    """However they are written."""
    assert referring.warnings == []


def test_roles_work_from_restructuredtext(garden: Site) -> None:
    """The same names by the same roles."""
    rst = ":orphan:\n\nPage\n====\n\n:talk:`worms`\n"
    built = garden.write({"page.rst": rst}).build()
    assert (built.warnings, link_on_page(built)) == ([], ("Worms", "garden.html#worms"))


def test_an_old_address_of_a_page_in_restructuredtext_leads_to_it(site: Site) -> None:
    """The option of the directive says it, as `aliases` in front matter does."""
    bridge = "Bridge\n======\n\n.. event:: Bridge Night\n   :aliases: /2016/06/over-water/, old-bridge\n"
    page = "---\ntitle: Page\nevent: Page\n---\n\n[the bridge](/2016/06/over-water/)\n"
    built = site.write({"index.md": INDEX, "bridge.rst": bridge, "page.md": page}).build()
    links = [link["href"] for link in built.body("page").select("a") if link.get_text() == "the bridge"]
    assert (built.warnings, links) == ([], ["bridge.html"])


def test_an_anchor_that_is_referred_to_exists(garden: Site) -> None:
    """Every name in the inventory leads to an id of its page."""
    built = garden.build()
    anchors = [
        entry[4] for entry in built.app.env.get_domain("eventreport").get_objects() if entry[3] == "garden"
    ]
    body = built.page("garden")
    assert [anchor for anchor in anchors if anchor and body.find(id=anchor) is None] == []


def test_an_unknown_name_gets_the_nearest_one_offered(garden: Site) -> None:
    """The warning says where, what, and what was probably meant."""
    built = garden.write({"page.md": page_of("{talk}`wurms`")}).build()
    assert len(built.warnings) == 1
    assert "page.md:7" in built.warnings[0]
    assert "did you mean 'worms'? [eventreport.unknown_target]" in built.warnings[0]


def test_a_short_name_of_two_talks_is_a_warning_with_the_choice(garden: Site) -> None:
    """What is ambiguous must be said in full."""
    other = NATIVE_POST.replace("garden-may", "garden-june").replace(
        "title: Garden Meetup, May", "title: June"
    )
    built = garden.write({"june.md": other, "page.md": page_of("{talk}`worms`")}).build()
    found = [line for line in built.warnings if "page.md" in line]
    assert len(found) == 1
    assert "'garden-may/worms', 'garden-june/worms' [eventreport.ambiguous_target]" in found[0]


def test_a_label_keeps_its_anchor_when_the_heading_changes(garden: Site) -> None:
    """A talk with a label can be renamed."""
    garden.edit("garden.md", "## Worms, by Cleo Marsh", "## Earthworms, by Cleo Marsh")
    built = garden.write({"page.md": page_of("{talk}`worms`")}).build()
    assert link_on_page(built) == ("Earthworms", "garden.html#worms")


def test_the_inventory_has_every_name(garden: Site) -> None:
    """Other projects find events, talks, decks, slides, recordings and people."""
    built = garden.build()
    lines = (
        zlib.decompress((built.outdir / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode().splitlines()
    )
    prefix = "eventreport:"
    names = {f"{line.split()[1].removeprefix(prefix)} {line.split()[0]}" for line in lines if prefix in line}
    assert names == {
        "event garden-may",
        "event bridge-night",
        "talk garden-may/worms",
        "talk garden-may/watering",
        "talk bridge-night/steel",
        "deck garden-may/worms-deck",
        "deck bridge-night/on-steel",
        "slide garden-may/worms-deck#1",
        "recording garden-may/watering",
        "person ada-green",
        "person bo-reed",
        "person cleo-marsh",
        "person dora-sund",
        "series garden",
    }


@pytest.mark.parametrize(
    "extensions",
    [
        '["sphinx_eventreport"]',
        '["myst_parser", "sphinx_eventreport"]',
        '["sphinx_eventreport", "sphinx_design", "myst_parser"]',
    ],
)
def test_the_extensions_we_stand_on_may_be_named_too(site: Site, extensions: str) -> None:
    """Wherever they stand in the list."""
    site.conf = f"extensions = {extensions}\n"
    built = site.write({"index.md": INDEX, "garden.md": NATIVE_POST, "worms.pdf": PDF}).build()
    assert built.warnings == []


OTHER = """
from docutils.parsers.rst import Directive
from docutils import nodes

class Theirs(Directive):
    has_content = True
    def run(self):
        return [nodes.paragraph("", "theirs")]

def setup(app):
    app.add_directive("deck", Theirs)
"""


@pytest.mark.parametrize("order", ["before", "after"])
def test_a_short_name_gives_way_to_another_extension(site: Site, order: str) -> None:
    """The other extension keeps its directive, and ours works by its full name."""
    ours = '"sphinx_eventreport"'
    names = f'"other", {ours}' if order == "before" else f'{ours}, "other"'
    site.conf = f"import sys\nsys.path.insert(0, {str(site.source)!r})\nextensions = [{names}]\n"
    page = page_of("```{deck} x\n```\n\n```{eventreport:deck} https://slides.example.org/a.pdf\n```")
    built = site.write({"other.py": OTHER, "index.md": "# Site\n", "page.md": page}).build()
    body = built.body("page")
    assert (built.warnings, "theirs" in body.get_text(), len(body.select("figure.er-deck"))) == ([], True, 1)
