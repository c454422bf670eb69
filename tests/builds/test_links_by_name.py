"""Links of Markdown to objects by their names: ``[](#report/talk)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.pdfs import slides
from support.site import Built, Site

if TYPE_CHECKING:
    from bs4 import Tag

TARGETS = {
    "fen-day/reeds": "#reeds-by-ada-quay",
    "fen-day/sedges": "#sedges-by-bo-finch",
    "reeds": "#reeds-by-ada-quay",
    "fen-day/bulrush": "#deck-bulrush",
    "fen-day/bulrush#2": "#slide-bulrush-2",
    "fen-day/filmed": "#recording-filmed",
}
"""Names, and where they lead."""
LINKS = " ".join(f"[](#{name}) [words](#{name})" for name in TARGETS)
REPORT = f"""---
title: Fen day
label: fen-day
event: {{name: Fen day, start: 2024-01-02}}
---

{LINKS}

## Reeds, by Ada Quay

```{{deck}} bulrush.pdf
:label: bulrush
```

## Sedges, by Bo Finch

```{{recording}} https://youtu.be/abcdefghijk
:label: filmed
```
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a site where a report, and a page that is none, have links to all names."""
    files: dict[str, str | bytes] = {
        "index.md": f"# Home\n\n{LINKS}\n",
        "fen.md": REPORT,
        "bulrush.pdf": slides(("A", "a"), ("B", "b")),
    }
    return Site(tmp_path_factory.mktemp("fen")).write(files).build(config={"nitpicky": True})


def _links(built: Built, page: str) -> list[Tag]:
    paragraph = next(each for each in built.body(page).select("p") if len(each.select("a")) > len(TARGETS))
    return paragraph.select("a")


def test_nothing_is_wrong(built: Built) -> None:
    """Not even where every reference that is missing is told."""
    assert [line for line in built.warnings if "toctree" not in line] == []


@pytest.mark.parametrize("page", ["index", "fen"])
def test_they_lead_to_the_object(built: Built, page: str) -> None:
    """From a page that is none, and from the report itself."""
    found = [str(link["href"]).removeprefix("fen.html") for link in _links(built, page)]
    assert found == [target for target in TARGETS.values() for _ in range(2)]


@pytest.mark.parametrize("page", ["index", "fen"])
def test_each_has_words(built: Built, page: str) -> None:
    """Those of the author, or the title."""
    assert all(link.get_text(strip=True) for link in _links(built, page))
