"""Which page of a book each report gets its place on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.sphinx_ext.books.plan import plan_book
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from support.site import Site


def report(day: int, text: str = "Words.", said: str = "") -> str:
    """Return a report of an event on a day of May."""
    return f"---\ntitle: Day {day}\n{said}event: {{name: Felt Day, start: 2024-05-{day:02}}}\n---\n\n{text}\n"


def page(*parts: str) -> str:
    """Return a page of listings and toctrees: "event-list max-items=1", or "toctree one two"."""
    blocks = []
    for part in parts:
        name, *words = part.split()
        options = [_option(word) for word in words] if name != "toctree" else words
        blocks.append("\n".join([f"```{{{name}}}", *options, "```"]))
    return "# Page\n\n" + "\n\n".join(blocks) + "\n"


def _option(word: str) -> str:
    name, _equals, value = word.partition("=")
    return f":{name}: {value}"


TALK = "## Needles, by Ada Thorn\n\n```{talk}\n```\n"
THREE = {"a.md": report(1), "b.md": report(2), "c.md": report(3)}
CASES: dict[str, tuple[dict[str, str], dict[str, list[list[str]]]]] = {
    "in the order of the listing": (
        {"index.md": page("event-list sort=start")},
        {"index": [["a", "b", "c"]]},
    ),
    "in the order of its groups": (
        {"index.md": page("event-list sort=title group-by=label")},
        {"index": [["a", "b", "c"]]},
    ),
    "an explicit toctree comes first, also after the listing": (
        {"index.md": page("event-list", "toctree b")},
        {"index": [["c", "a"]]},
    ),
    "an explicit toctree comes first, also on a later page": (
        {"index.md": page("event-list", "toctree more"), "more.md": page("toctree c")},
        {"index": [["b", "a"]]},
    ),
    "a toctree of a page that is not in the book holds nothing": (
        {"index.md": page("event-list"), "away.md": "---\norphan: true\n---\n\n" + page("toctree c")},
        {"index": [["c", "b", "a"]]},
    ),
    "the first page of several has it": (
        {
            "index.md": page("toctree x y"),
            "x.md": page("event-list include=label=b"),
            "y.md": page("event-list"),
        },
        {"x": [["b"]], "y": [["c", "a"]]},
    ),
    "the first listing of a page has it": (
        {"index.md": page("event-list include=label=b", "event-list")},
        {"index": [["b"], ["c", "a"]]},
    ),
    "a listing of all comes before the latest": (
        {"index.md": page("event-list max-items=1", "toctree all"), "all.md": page("event-list")},
        {"index": [[]], "all": [["c", "b", "a"]]},
    ),
    "the latest, where there is no other": (
        {"index.md": page("event-list max-items=1")},
        {"index": [["c"]]},
    ),
    "events come before talks": (
        {"a.md": report(1, TALK), "index.md": page("talk-list", "toctree all"), "all.md": page("event-list")},
        {"index": [[]], "all": [["c", "b", "a"]]},
    ),
    "talks, where there is no other": (
        {"a.md": report(1, TALK), "index.md": page("talk-list")},
        {"index": [["a"]]},
    ),
    "an unlisted report is in none": (
        {"a.md": report(1, said="visibility: unlisted\n"), "index.md": page("event-list")},
        {"index": [["c", "b"]]},
    ),
    "a draft is in none": (
        {"a.md": report(1, said="draft: true\n"), "index.md": page("event-list")},
        {"index": [["c", "b"]]},
    ),
    "what a report holds in its toctree stays there": (
        {"c.md": report(3, page("toctree a")), "index.md": page("event-list")},
        {"index": [["c", "b"]]},
    ),
    "a listing on a report, which another listing brings in, has what is left": (
        {"c.md": report(3, page("event-list")), "index.md": page("event-list include=label=c")},
        {"index": [["c"]], "c": [["b", "a"]]},
    ),
    "reports that hold each other are lost by neither": (
        {
            "a.md": report(1, page("toctree b")),
            "b.md": report(2, page("toctree a")),
            "index.md": page("event-list"),
        },
        {"index": [["c", "b", "a"]]},
    ),
    "a listing that is a toctree is one": (
        {"index.md": page("event-list toctree", "event-list")},
        {"index": [[], []]},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_report_has_one_place(site: Site, case: str) -> None:
    """The plan says what each listing of the book brings in."""
    files, plan = CASES[case]
    app = site.write({**THREE, **files}).build("dummy").app
    assert plan_book("index", site_of(app.env), app.env.get_doctree) == plan
