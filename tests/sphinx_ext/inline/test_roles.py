"""``{deck}`` beside ``{eventreport:deck}``, and who gives way to whom."""

from __future__ import annotations

import logging

import pytest
from docutils.parsers.rst import directives, roles
from support.site import CONF, PDF, Site

from sphinx_eventreport.sphinx_ext.extension import report_directives

TAKING = """
from docutils import nodes
from docutils.parsers.rst import Directive

class Deck(Directive):
    optional_arguments = 1
    def run(self):
        return [nodes.paragraph("", "a deck of cards")]

def role(name, rawtext, text, lineno, inliner, options=None, content=None):
    return [nodes.Text("somebody else's " + text)], []

def setup(app):
    app.add_directive("deck", Deck)
    app.add_role("talk", role)
"""

REPORT = "---\nevent: An Event\n---\n## Worms\n\n```{%s} worms.pdf\n```\n\nSee {%s}`worms`.\n"


@pytest.fixture
def taken(site: Site) -> Site:
    """Return a site whose ``conf.py`` has taken two of the names."""
    site.conf = CONF + TAKING
    return site.write({"index.md": "# Index\n\n```{toctree}\npost\n```\n", "worms.pdf": PDF})


@pytest.mark.parametrize(
    ("directive", "role", "expected"),
    [
        ("deck", "talk", "a deck of cards\n\nSee somebody else’s worms."),
        ("eventreport:deck", "eventreport:talk", "Worms\n\nSee Worms."),
    ],
)
def test_a_taken_name_is_the_other_extension_s(taken: Site, directive: str, role: str, expected: str) -> None:
    """The short names are theirs, the long ones ours."""
    taken.write({"post.md": REPORT % (directive, role)})
    assert taken.build("pseudoxml").resolved("post").astext().endswith(expected)


def test_a_taken_name_is_no_warning(taken: Site) -> None:
    """A build under ``-W`` passes: nobody did anything wrong."""
    taken.write({"post.md": "# Post\n"})
    assert taken.build("dummy").warnings == []


def test_a_taken_name_is_said(taken: Site, caplog: pytest.LogCaptureFixture) -> None:
    """The build tells which names to write instead."""
    taken.write({"post.md": "# Post\n"})
    logger = logging.getLogger("sphinx.sphinx_eventreport")
    logger.addHandler(caplog.handler)
    try:
        taken.build("dummy")
    finally:
        logger.removeHandler(caplog.handler)
    said = [record.getMessage() for record in caplog.records if "has taken" in record.getMessage()]
    assert said == [
        "sphinx_eventreport: another extension has taken the directive {deck}; write {eventreport:deck}",
        "sphinx_eventreport: another extension has taken the role {talk}; write {eventreport:talk}",
    ]


def test_the_other_names_stay_short(taken: Site) -> None:
    """To give one name away costs no other."""
    taken.write({"post.md": "---\nevent: E\n---\n## Worms\n\n```{talk}\n:room: 1\n```\n"})
    assert "Room 1" in taken.build("pseudoxml").resolved("post").astext()


def test_a_second_build_in_a_process_keeps_the_names(site: Site) -> None:
    """There is one table for the process, and what an earlier build has put there is ours."""
    site.write({"index.md": "# Index\n\n```{event-list}\n```\n\n{event}`an-event`\n"})
    site.write({"an-event.md": REPORT % ("deck", "talk"), "worms.pdf": PDF})
    site.build("dummy")
    assert site.build("dummy", out="again", doctrees="others").warnings == []


def test_docutils_is_left_as_it_was(site: Site) -> None:
    """After a build in a namespace of its own none of the names is taken."""
    site.write({"index.md": "# Index\n"}).build("dummy")
    left = {*report_directives()} & {*directives._directives, *roles._roles}  # type: ignore[attr-defined]  # noqa: SLF001
    assert left == set()
