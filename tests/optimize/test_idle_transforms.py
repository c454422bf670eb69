"""Transforms that are left out where they have nothing to do, in the lists of Sphinx that others use, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import DoctestTransform, SphinxSmartQuotes
from support.site import CONF

from sphinx_eventreport.optimize import idle_transforms
from sphinx_eventreport.optimize.stand_ins import unless_idle

if TYPE_CHECKING:
    from docutils.transforms import Transform
    from support.site import Built, Site

DOCTEST = "Garden\n======\n\n>>> 1\n1\n"
REMOVED = """
from docutils import nodes
from sphinx.transforms import DoctestTransform

def remove(app, *_):
    app.registry.get_transforms().remove(DoctestTransform)

def setup(app):
    app.connect("{event}", remove)
"""


def registered(built: Built) -> list[type[Transform]]:
    """Return all transforms that *built* has."""
    registry = built.app.registry
    return [*registry.get_transforms(), *registry.get_post_transforms()]


def test_every_transform_that_may_idle_is_known(optimized: Built) -> None:
    """The names are those of this release of Sphinx and sphinx-design; others would save nothing."""
    names = {f"{one.__module__}.{one.__name__}" for one in registered(optimized)}
    assert {*idle_transforms.OF_SPHINX, *idle_transforms.OF_SPHINX_DESIGN} - names == set()


def test_after_a_build_the_transforms_are_those_of_others(optimized: Built, plain: Built) -> None:
    """In the same order."""
    assert list(map(id, registered(optimized))) == list(map(id, registered(plain)))


def test_others_remove_a_transform_during_a_build(site: Site) -> None:
    """They look for the one that they know, and it is applied no more."""
    site.write({"index.rst": DOCTEST, "conf.py": CONF + REMOVED.replace("{event}", "env-before-read-docs")})
    [block] = site.build().doctree("index").findall(nodes.doctest_block)
    assert block["classes"] == []


def test_others_remove_a_transform_before_a_build(site: Site) -> None:
    """When extensions are set up."""
    site.write({"index.rst": DOCTEST, "conf.py": CONF + REMOVED.replace("{event}", "builder-inited")})
    assert DoctestTransform not in site.build().app.registry.get_transforms()


def test_a_stand_in_is_found_by_what_it_stands_for() -> None:
    """In lists and sets, and by nothing else."""
    stand_in = unless_idle(DoctestTransform, lambda _document: True)
    assert (stand_in == DoctestTransform, stand_in == SphinxSmartQuotes, {stand_in} - {DoctestTransform}) == (
        True,
        False,
        set(),
    )
