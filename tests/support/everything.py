"""One page that has everything a report can have, and the pages that lead to it."""

from __future__ import annotations

from support.pdfs import slides
from support.site import png

_LISTINGS = [
    ("event-list", "cards", ""),
    ("event-list", "table", ":filter-ui:\n:sort-ui:\n:categories: numbered\n"),
    ("talk-list", "table", ":group-by: year\n"),
    ("talk-list", "timeline", ""),
    ("deck-list", "list", ""),
    ("recording-list", "cards", ""),
    ("person-list", "cards", ""),
]
INDEX = (
    "# Bee days\n\nHello.\n\n"
    + "\n".join(f"```{{{name}}}\n:type: {layout}\n{options}```\n" for name, layout, options in _LISTINGS)
    + "\n```{toctree}\nida\nPeople <eventreport-people>\n```\n"
)
REPORT = """---
title: Honey day
description: Of combs.
date: 2024-06-01
authors: [{name: Ida Comb, url: https://ida.example.org}]
tags: [honey, wax]
banner: hive.png
canonical: {url: "https://blog.example.org/honey", label: the blog}
event:
  name: Honey day
  series: honey-days
  start: 2024-05-31
  end: 2024-06-01
  url: https://bees.example.org
  status: postponed
  location: {name: Long Barn, address: {city: Quillon, country: FR}, url: https://barn.example.org}
---

Prose with {event}`honey-day`, {slide}`combs#2`, {person}`Ida Comb`, <del>gone</del>, <ins>come</ins>,
<mark>seen</mark>, <small>small</small>, <abbr title="Of honey">OH</abbr>, and<br>a new line.

## Combs, by Ida Comb

```{talk}
:start: 10:00
:room: Loft
```

```{deck} combs.pdf
:label: combs
```

```{slide} combs#2
:align: right

What stays.
```

## Wax, by Ida Comb and Otto Frame

```{deck} combs.pdf
:label: gallery
:view: gallery

The same, with a caption.
```

```{deck} combs.pdf
:label: poster
:view: poster
```

```{deck} combs.pdf
:label: link
:view: link
:text: open
```

## Smoke, by Otto Frame

```{deck} https://speakerdeck.com/player/0123456789abcdef0123456789abcdef
```

```{recording} https://www.youtube.com/watch?v=examplevid0

Filmed by nobody.
```

<iframe src="https://maps.example.org/embed?q=barn"></iframe>

<details><summary>More</summary><p>Unfolded.</p></details>

<figure><img src="hive.png" alt="A hive"><img src="hive.png" alt="Again"></figure>

<audio controls src="https://sound.example.org/hum.mp3"></audio>

| one | two |
| --- | --- |
| 1 | [two](https://two.example.org) |

- [x] smoked
- [ ] eaten
"""
OTHER = """---
title: Honey day before
event: {name: Honey day, series: honey-days, start: 2023-05-31}
---

See {talk}`honey-day/combs`.
"""
FILES: dict[str, str | bytes] = {
    "index.md": INDEX,
    "honey-day.md": REPORT,
    "honey-before.md": OTHER,
    "ida.md": "# Ida\n\n```{person} Ida Comb\nKeeps bees.\n```\n\n```{series} honey-days\n```\n",
    "hive.png": png(),
    "combs.pdf": slides(("Combs", "hold honey"), ("Wax", "what stays"), ("End", "of bees")),
}
CONFIG: dict[str, object] = {
    "project": "Bees",
    "author": "The keepers",
    "copyright": "the keepers",
    "version": "1",
}
