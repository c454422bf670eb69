"""The outlines of pages: unpickled when they are asked for, and a dictionary for everybody else."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from support.kinds import differences
from support.site import CONF, Site

if TYPE_CHECKING:
    from support.site import Built

    from sphinx_eventreport.optimize.outlines import LazyOutlines

OFF = "eventreport_optimize = False\n"

NUMBERED = {
    "index.md": "# Site\n\n```{toctree}\n:numbered:\nmoss\nfern\n```\n",
    "moss.md": "# Moss\n\n## Green\n\n## Damp\n",
    "fern.md": "# Fern\n\n## Spores\n",
}


def test_numbers_of_sections_are_the_same_in_a_rebuild(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Sphinx puts them into outlines that have been kept, and takes them out again."""
    written = []
    for conf in ("", OFF):
        site = Site(tmp_path_factory.mktemp("site"), conf=CONF + conf).write(NUMBERED)
        site.build()
        site.write({"index.md": NUMBERED["index.md"].replace("moss\nfern", "fern\nmoss")})
        site.build()
        site.write({"fern.md": NUMBERED["fern.md"] + "\n## Fronds\n"})
        written.append({page.name: page.read_bytes() for page in site.build().outdir.glob("*.html")})
    assert differences(*written) == set()


def test_an_outline_that_was_changed_is_kept_as_it_is_now(optimized: Built) -> None:
    """The bytes of the last build hold no more."""
    kept = outline_again(optimized.app.env.tocs)
    kept["garden"]["classes"] = ["numbered"]
    assert outline_again(kept)["garden"]["classes"] == ["numbered"]


def test_an_outline_that_nobody_asked_for_is_not_pickled_once_more(optimized: Built) -> None:
    """The very bytes are put back."""
    kept = outline_again(optimized.app.env.tocs)
    before, after = kept.__reduce__()[1][0], kept.__reduce__()[1][0]
    assert before["garden"] is after["garden"]


def outline_again(outlines: object) -> LazyOutlines:
    """Return *outlines* as the next build has it."""
    found: LazyOutlines = pickle.loads(pickle.dumps(outlines))  # noqa: S301 -- our own bytes
    return found


def test_outlines_are_a_dictionary(optimized: Built) -> None:
    """What other extensions do with `env.tocs` works: a copy, a union, a test of its type."""
    tocs = outline_again(optimized.app.env.tocs)
    assert (isinstance(tocs, dict), set(tocs.copy()), set(tocs | {"more": None})) == (
        True,
        set(tocs),
        {*tocs, "more"},
    )


@pytest.mark.parametrize(("first", "second"), [("", OFF), (OFF, "")])
def test_an_environment_is_read_by_a_build_of_the_other_kind(
    tmp_path_factory: pytest.TempPathFactory, first: str, second: str
) -> None:
    """Pages are the same when optimizations are switched off, or on, between two builds."""
    written = []
    for conf in (second, first + second):
        site = Site(tmp_path_factory.mktemp("site"), conf=CONF + first).write(NUMBERED)
        site.build()
        site.write({"conf.py": CONF + conf, "fern.md": NUMBERED["fern.md"] + "\n## Fronds\n"})
        written.append({page.name: page.read_bytes() for page in site.build().outdir.glob("*.html")})
    assert differences(*written) == set()
