"""The inventory is written where it would name other objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.kinds import FILES
from support.posts import NATIVE_POST
from support.site import CONF, Site

if TYPE_CHECKING:
    from collections.abc import Callable

OFF = "eventreport_optimize = False\n"


def stamp_of_inventory(site: Site) -> int:
    """Return when the inventory of the last build was written."""
    return (site.build().outdir / "objects.inv").stat().st_mtime_ns


def test_an_inventory_of_the_same_objects_is_left_alone(site: Site) -> None:
    """After an edit that renames nothing, and after one before which it was so."""
    stamps = [stamp_of_inventory(site.write(FILES))]
    for word in ("Soil", "Rain"):
        site.write({"garden.md": f"{NATIVE_POST}\n{word}.\n"})
        stamps.append(stamp_of_inventory(site))
    assert len({*stamps}) == 1


def rename_a_page(site: Site) -> None:
    """Change what an object is called."""
    site.write({"garden.md": NATIVE_POST.replace("title: ", "title: New ")})


def rename_the_site(site: Site) -> None:
    """Change what stands above the objects."""
    site.write({"conf.py": CONF + 'project = "Gardens"\n'})


def move_pages(site: Site) -> None:
    """Change where objects are."""
    site.write({"conf.py": CONF + 'html_link_suffix = ".htm"\n'})


def spoil_the_inventory(site: Site) -> None:
    """Put something else into its place, and edit a page."""
    site.write({"garden.md": NATIVE_POST + "\nSoil.\n"})
    (site.root / "out-html" / "objects.inv").write_bytes(b"")


@pytest.mark.parametrize("change", [rename_a_page, rename_the_site, move_pages, spoil_the_inventory])
def test_another_inventory_is_written(
    tmp_path_factory: pytest.TempPathFactory, change: Callable[[Site], None]
) -> None:
    """It is the one that Sphinx writes."""
    inventories = []
    for conf in ("", OFF):
        site = Site(tmp_path_factory.mktemp("site")).write(FILES)
        site.build()
        change(site)
        conf_file = site.source / "conf.py"
        conf_file.write_text(conf_file.read_text(encoding="utf-8") + conf, encoding="utf-8")
        inventories.append((site.build().outdir / "objects.inv").read_bytes())
    assert inventories[0] == inventories[1]
