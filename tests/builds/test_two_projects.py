"""Two projects that refer to each other, through the inventories of their built sites."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from support.posts import NATIVE_POST, RST_POST
from support.site import PDF, Built, Site

if TYPE_CHECKING:
    from collections.abc import Mapping

Expected = tuple[str, str]

TO_GARDEN: Mapping[str, Expected] = {
    "{event}`garden-may`": ("Garden Meetup, May", "garden.html"),
    "{talk}`garden-may/worms`": ("Worms", "garden.html#worms"),
    "{talk}`these <garden-may/worms>`": ("these", "garden.html#worms"),
    "{deck}`garden-may/worms-deck`": ("Worms", "garden.html#deck-worms-deck"),
    "{slide}`garden-may/worms-deck#1`": ("slide 1 of Worms", "garden.html#slide-worms-deck-1"),
    "{recording}`garden-may/watering`": ("Watering", "garden.html#recording-watering"),
    "{external+garden:eventreport:event}`garden-may`": ("Garden Meetup, May", "garden.html"),
    "{external+garden:eventreport:talk}`garden-may/worms`": ("Worms", "garden.html#worms"),
    "{external+garden:eventreport:deck}`garden-may/worms-deck`": ("Worms", "garden.html#deck-worms-deck"),
    "{external+garden:eventreport:slide}`garden-may/worms-deck#1`": (
        "slide 1 of Worms",
        "garden.html#slide-worms-deck-1",
    ),
    "[](inv:garden:eventreport:talk#garden-may/worms)": ("Worms", "garden.html#worms"),
    "[that](inv:garden:eventreport:deck#garden-may/worms-deck)": ("that", "garden.html#deck-worms-deck"),
    "[one](inv:garden:eventreport:slide#garden-may/worms-deck#1)": (
        "one",
        "garden.html#slide-worms-deck-1",
    ),
    "[](inv:#garden-may/worms)": ("Worms", "garden.html#worms"),
}
TO_BRIDGE: Mapping[str, Expected] = {
    "{talk}`bridge-night/steel`": ("Steel", "bridge.html#steel"),
    "{external+bridge:eventreport:talk}`bridge-night/steel`": ("Steel", "bridge.html#steel"),
    "{deck}`bridge-night/on-steel`": ("On steel", "bridge.html#deck-on-steel"),
    "{external+bridge:eventreport:slide}`bridge-night/cables#1`": (
        "slide 1 of Cables",
        "bridge.html#slide-cables-1",
    ),
    "[](inv:bridge:eventreport:event#bridge-night)": ("Bridge Night", "bridge.html"),
    "[it](inv:bridge:eventreport:talk#bridge-night/steel)": ("it", "bridge.html#steel"),
    "[it](inv:bridge:eventreport:deck#bridge-night/cables)": ("it", "bridge.html#deck-cables"),
}
CABLES = "\nCables\n------\n\n.. deck:: cables.pdf\n   :title: Cables\n"


def page_of(references: Mapping[str, Expected]) -> str:
    """Return a page with each reference in a paragraph of its own."""
    return "---\norphan: true\n---\n\n# Page\n\n" + "\n\n".join(references) + "\n"


def project(root: Site, other: str, inventory: str | None) -> Site:
    """Return *root* with an address for the project *other*."""
    found = (f"https://{other}.example.org/", inventory)
    root.conf = (
        'extensions = ["sphinx_eventreport", "sphinx.ext.intersphinx"]\nhtml_theme = "alabaster"\n'
        f"intersphinx_mapping = { ({other: found} if inventory else {})!r}\n"
    )
    return root


@dataclass(frozen=True)
class Projects:
    """Both sites, each built when the inventory of the other one was there."""

    garden: Built
    bridge: Built

    def links(self, name: str) -> list[Expected]:
        """Return text and address of each link on the page of the site *name*."""
        found = getattr(self, name).body("page").select("p a.reference")
        return [(link.get_text(), str(link["href"])) for link in found]


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Projects:
    """Return a garden that is built before the bridge, and again after it."""
    garden = Site(tmp_path_factory.mktemp("garden"))
    bridge = Site(tmp_path_factory.mktemp("bridge"))
    project(garden, "bridge", None).write(
        {"index.md": "# G\n\n```{event-list}\n```\n", "garden.md": NATIVE_POST, "worms.pdf": PDF}
    )
    inventory = str(garden.build().outdir / "objects.inv")
    files: dict[str, str | bytes] = {
        "index.md": "# B\n\n```{event-list}\n```\n",
        "bridge.rst": RST_POST + CABLES,
        "cables.pdf": PDF,
    }
    project(bridge, "garden", inventory).write({**files, "page.md": page_of(TO_GARDEN)})
    built = bridge.build()
    project(garden, "bridge", str(built.outdir / "objects.inv"))
    garden.write({"conf.py": garden.conf, "page.md": page_of(TO_BRIDGE)})
    return Projects(garden.build(), built)


@pytest.mark.parametrize("place", range(len(TO_GARDEN)), ids=list(TO_GARDEN))
def test_the_second_project_reaches_a_name(projects: Projects, place: int) -> None:
    """By roles with and without the project's name, and by MyST-Parser's links."""
    text, address = [*TO_GARDEN.values()][place]
    assert projects.links("bridge")[place] == (text, f"https://garden.example.org/{address}")


@pytest.mark.parametrize("place", range(len(TO_BRIDGE)), ids=list(TO_BRIDGE))
def test_the_first_project_reaches_one_of_the_second(projects: Projects, place: int) -> None:
    """Built again, it finds what was not there when it was built first."""
    text, address = [*TO_BRIDGE.values()][place]
    assert projects.links("garden")[place] == (text, f"https://bridge.example.org/{address}")


@pytest.mark.parametrize("name", ["garden", "bridge"])
def test_a_name_of_the_other_project_is_no_warning(projects: Projects, name: str) -> None:
    """What intersphinx finds is known."""
    assert getattr(projects, name).warnings == []
