"""What is wrong in a people file, or with the pages about people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.people_site import CONF, FILES, orphan

if TYPE_CHECKING:
    from support.site import Site


@pytest.fixture
def people(site: Site) -> Site:
    """Return a site with a people file."""
    site.conf = CONF
    return site.write(FILES)


def test_a_person_of_two_pages_is_a_duplicate(people: Site) -> None:
    """References go to the first one."""
    built = people.write({"second.md": orphan("```{person} C. Marsh\n```")}).build("dummy")
    [warning] = built.warnings
    assert ("second.md" in warning, "[eventreport.duplicate_label]" in warning) == (True, True)


@pytest.mark.parametrize(
    ("old", "new", "subtype"),
    [
        ("0097", "0098", "people"),
        ("img/cleo.png", "img/nobody.png", "missing_file"),
        ("img/cleo.png", "../../cleo.png", "missing_file"),
        ("img/cleo.png", "https://pictures.example.org/cleo.png", "remote_picture"),
    ],
)
def test_a_mistake_in_the_file_is_a_warning_with_its_line(
    people: Site, old: str, new: str, subtype: str
) -> None:
    """The page is built without what is wrong."""
    people.edit("people.yml", old, new)
    [warning] = people.build("dummy").warnings
    assert ("people.yml:" in warning, f"[eventreport.{subtype}]" in warning) == (True, True)


def test_a_file_that_is_not_there_is_a_warning(people: Site) -> None:
    """People are then those of the reports."""
    built = people.build("dummy", config={"eventreport_people": "nobody.yml"})
    assert [
        line for line in built.warnings if "'nobody.yml'" in line and "[eventreport.missing_file]" in line
    ]
