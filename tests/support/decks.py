"""The site that readers look at in the tests with a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.pdfs import slides

if TYPE_CHECKING:
    from collections.abc import Mapping

MOSS = slides(
    ("Moss", "Grows on stones", "and drinks fog"),
    ("Lichen", "Two beings in one", "a quillwort beside it"),
    ("Fern", "Spores under every leaf", "it unrolls in spring"),
    ("Horsetail", "Older than the wall", "it scours a kettle"),
    ("Liverwort", "Has no veins at all"),
    ("Clubmoss", "Its dust flashes", "on a stage"),
    ("Thanks", "Questions are welcome"),
)
TREES = slides(("Oak", "Slow"), ("Birch", "White"), ("Yew", "Long"), ("Ash", "Rare"), ("Elm", "Gone"))
YEW = slides(("Yew", "Nine hundred years"))
LONE = slides(("Alone", "The only slide"))


def many(name: str, count: int = 30) -> bytes:
    """Return a deck of *count* slides, each with words of its own."""
    pages: list[tuple[str, *tuple[str, ...]]] = [
        (f"{name} number {number}", *(f"{name} has item {number}.{line}" for line in range(5)))
        for number in range(1, count + 1)
    ]
    return slides(*pages)


def report(label: str, *sections: str) -> str:
    """Return a report of one day with *sections*."""
    name = f"{label.title()} Day"
    head = (
        f"---\ntitle: {name}\nlabel: {label}\ndate: 2024-05-01\nevent: {name}\ntags: [{label}, days]\n---\n"
    )
    return head + "\nThe prose of a day.\n\n" + "\n\n".join(sections) + "\n"


def talk(title: str, file: str, options: str = "") -> str:
    """Return the section of a talk with its deck."""
    return f"## {title}, by Ada Green\n\n```{{deck}} {file}\n{options}\n```\n\nWhat was said about it.\n"


HOSTED = "## Far, by Bo Sand\n\n```{deck} https://slides.com/bo/far\n:ratio: 4:3\n```\n"
REFERS = (
    "---\norphan: true\n---\n\n# Refers\n\nAs {slide}`moss#5` says.\n\n"
    "```{slide} moss#2\n:align: right\nTwo in one.\n```\n"
)
FIVE = ("alder", "beech", "cedar", "dogwood", "elder")

TABLE = (
    "---\norphan: true\n---\n\n# Table\n\n```{event-list}\n:type: table\n:filter-ui:\n:sort-ui:\n"
    ":categories: numbered\n```\n"
)
TALKS = "---\norphan: true\n---\n\n# Talks\n\n```{talk-list}\n:type: table\n:filter-ui:\n:sort-ui:\n```\n"
TIMES = "---\norphan: true\n---\n\n# Times\n\n```{talk-list}\n:type: timeline\n:group-by: year\n```\n"
PERSON = "---\norphan: true\n---\n\n# Ada Green\n\n```{person} ada-green\n```\n"
INDEX = """# Site

```{event-list}
```

```{toctree}
:hidden:

Years <eventreport-events>
Series <eventreport-series>
People <eventreport-people>
Tags <eventreport-tags>
```
"""
LAST = (
    "---\ntitle: Last\ntags: [soil]\nevent: {name: Last, series: last, start: 2025-01-01}\n---\n\nThe end.\n"
)

FILES: Mapping[str, str | bytes] = {
    "index.md": INDEX,
    "green.md": report("green", talk("Moss", "moss.pdf")),
    "far.md": report("far", HOSTED),
    "last.md": LAST,
    "pair.md": report("pair", talk("Yew", "yew.pdf"), HOSTED),
    "refers.md": REFERS,
    "table.md": TABLE,
    "times.md": TIMES,
    "person.md": PERSON,
    "moss.pdf": MOSS,
    "yew.pdf": YEW,
}
"""Every kind of page, with decks that are held and one at a host, for any theme."""

MORE: Mapping[str, str | bytes] = {
    **FILES,
    "two.md": report("two", talk("Trees", "trees.pdf"), talk("Lone", "lone.pdf"), talk("Grass", "grass.pdf")),
    "five.md": report("five", *(talk(name.title(), f"{name}.pdf") for name in FIVE)),
    "talks.md": TALKS,
    # No report: nothing lists it.
    "opens.md": "---\norphan: true\n---\n\n# Opens\n\n```{deck} grass.pdf\n:page: 4\n```\n",
    "trees.pdf": TREES,
    "lone.pdf": LONE,
    "grass.pdf": many("Grass", 12),
    **{f"{name}.pdf": many(name.title()) for name in FIVE},
}
"""What the player is tested with."""
