"""What is in the indices, before pages are made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.people_site import CONF, FILES
from support.site import Site

from sphinx_eventreport.sphinx_ext.indices.content import CONTENTS
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from sphinx_eventreport.sphinx_ext.site.site import Site as Facts


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """Return what follows from all pages of a site with a people file."""
    site = Site(tmp_path_factory.mktemp("people"), conf=CONF).write(FILES)
    return site_of(site.build("dummy").app.env)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("people", ["G", "M", "R", "S"]),
        ("events", ["2021"]),
        ("talks", ["O", "T"]),
        ("tags", ["S"]),
        ("places", []),
    ],
)
def test_an_index_has_its_headings(facts: Facts, name: str, expected: list[str]) -> None:
    """Letters of last names, years, letters of titles and tags; none where no report names a place."""
    assert [heading for heading, _entries in CONTENTS[name].groups(facts)] == expected
