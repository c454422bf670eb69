from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.raw_html.pairs import without_pairs
from sphinx_eventreport.core.raw_html.tree import TreeBuilder

if TYPE_CHECKING:
    from sphinx_eventreport.core.problems import Problem


def problems_of(*parts: str) -> list[Problem]:
    """Return what is wrong with *parts* of a page, each read alone."""
    found: list[Problem] = []
    for line, part in enumerate(parts, start=1):
        builder: TreeBuilder[object] = TreeBuilder()
        builder.feed(part, line)
        found += builder.close()[1]
    return found


def test_what_another_part_closes_is_closed() -> None:
    """Neither tag is a problem."""
    assert without_pairs(problems_of("</div>", "<div>", "</div>"), {"div"}) == tuple(problems_of("</div>"))


def test_other_elements_stay_problems() -> None:
    """Something is made of them, and it ends where its part does."""
    found = problems_of("<ul><li>", "</ul>")
    assert without_pairs(found, {"div"}) == tuple(found)


def test_what_nothing_closes_stays_a_problem() -> None:
    """So does a mistake of another kind."""
    found = problems_of("<div>", "a <!-- b")
    assert without_pairs(found, {"div"}) == tuple(found)
