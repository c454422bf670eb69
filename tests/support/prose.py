"""A site of long pages, for tests of what a search finds in prose, and where it lands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.decks import MOSS

if TYPE_CHECKING:
    from collections.abc import Mapping

FILLER = "\n\n".join(
    f"The bog was as wet as ever, and board {number} of the walk gave way." for number in range(60)
)

TALK = """## Sundews at Dusk

```{talk}
:speakers: Zoë Brânză
```

"""
BOG = f"""---
title: Bog Day
label: bog
event: {{name: Bog Day, start: 2024-06-03, series: bog-days}}
---

A day among peat.

{FILLER}

{TALK}Nobody expected a bladderwort to answer.

{FILLER}

```{{dropdown}} More
A crème of sphagnum was served to {{person}}`Łukasz Ståhl <lukasz-stahl>`.
```

{FILLER}

## Pool 404

The sundew shares its pool with C++ and node.js, of all things.

{FILLER}

```{{decision}} Boards are larch
:label: D7

The walk is laid anew with boards of larch.
```

{FILLER}
"""
HEATH = f"""---
title: Heath Day
label: heath
event: {{name: Heath Day, start: 2023-05-04}}
---

The heath mentions a sundew as well, and boards, and larch.

## Heather

{FILLER}

```{{deck}} moss.pdf
```
"""
INDEX = """# Site

```{event-list}
```

```{toctree}
:hidden:

bog
heath
zoe
Events <eventreport-events>
People <eventreport-people>
```
"""
ZOE = "# Zoë Brânză\n\n```{person} zoe-branza\n```\n\nZoë walks.\n"

FILES: Mapping[str, str | bytes] = {
    "index.md": INDEX,
    "bog.md": BOG,
    "heath.md": HEATH,
    "zoe.md": ZOE,
    "moss.pdf": MOSS,
}
"""Two events, a decision, somebody with a page, a deck; long enough for a window to show a part only."""
