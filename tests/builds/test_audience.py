"""A site built for the team, for everybody, and for the team again: what is in which, to the last byte."""

from __future__ import annotations

import io
import pickle
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from support.pdfs import slides
from support.site import CONF, Site, png

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.site import Built

MARK = "qzxvjk"
"""What every internal word begins with, and every name of an internal file."""

INDEX = """# Dune office

```{event-list}
:feed: atom ics json
```

```{talk-list}
```

```{decision-list}
```

```{action-list}
:feed: ics
```

```{person-list}
```

```{deck-list}
```

```{toctree}
:glob:

*
A title <qzxvjkpage>
```

{ref}`eventreport-people` {ref}`eventreport-decisions`
"""
REPORT = """---
title: Sand survey
label: sand
tags: [dunes]
event: {name: Sand survey, series: surveys, start: 2024-05-01}
minutes: {chair: Ada Wren}
talks:
  - {title: Qzxvjk front talk, speakers: [Nora Qzxvjkfront], audience: internal}
  - {title: Sieves, speakers: [Ada Wren]}
---

Public prose about sieves. {doc}`other`

```{decision} Sieves are bought
We buy sieves.
```

```{decision} Qzxvjk decision
:audience: internal
:by: Nora Qzxvjkby

Qzxvjk wording.
```

```{action} Buy sieves
:owner: Ada Wren
```

```{action} Qzxvjk action
:owner: Nora Qzxvjkowner
:due: 2024-06-01
:audience: internal
```

(qzxvjk-target)=
## Qzxvjk section

```{audience} internal
```

Qzxvjk prose. ![qzxvjk alternative](qzxvjkpicture.png) {download}`qzxvjkfile.txt`

```{index} qzxvjkentry
```

```{deck} qzxvjkdeck.pdf
:title: Qzxvjk deck
```

```{include} qzxvjkincluded.txt
```

ACTION: Nora Qzxvjkword to qzxvjk by 2024-07-01

RESOLVED: Qzxvjk is resolved.

### Qzxvjk inner section

[^qz]: Qzxvjk footnote

## A part

- Item

  ```{audience} internal
  Qzxvjk block, with {doc}`qzxvjkpage`.
  ```

```{slide} dunes#2
:audience: internal

Qzxvjk caption
```

```{include} included.md
```

```{eval-rst}
.. audience:: internal

   Qzxvjk nested.

.. decision:: Qzxvjk nested decision
   :audience: internal
```

## Dunes, by Ada Wren

```{deck} dunes.pdf
:internal-pages: 2
```

## Qzxvjk talk, by Nora Qzxvjkspeaker

```{talk}
:audience: internal
```

```{deck} qzxvjktalk.pdf
```

## Last

Public end.
"""
INCLUDED = "## Included\n\nShown.\n\n### Qzxvjk included\n\n:::{audience} internal\n:::\n\nQzxvjk words.\n"
PAGE = """---
title: Qzxvjk page
audience: internal
event: {name: Qzxvjk event, series: qzxvjkseries, start: 2024-06-01}
---

![](qzxvjkother.png)

{talk}`sand/dunes` and {person}`Ada Wren` of qzxvjk.

## Qzxvjk other talk, by Nora Qzxvjkpage

```{deck} qzxvjkpage.pdf
```
"""
RST = """Other
=====

.. event:: Other
   :start: 2023-05-01
   :series: surveys

Public.

Qzxvjk in RST
-------------

.. audience:: internal

Qzxvjk prose.

.. py:function:: qzxvjkfunction()

Below
~~~~~

Qzxvjk prose.

Again
-----

.. action:: Qzxvjk action in RST
   :audience: internal

Public.
"""
PLAIN = """# Plain

## Qzxvjk

```{audience} internal
```

Qzxvjk.

```{glossary}
qzxvjkterm
  Qzxvjk.
```
"""
FILES: dict[str, str | bytes] = {
    "conf.py": CONF + 'html_baseurl = "https://dunes.example/"\nepub_show_urls = "no"\n',
    "index.md": INDEX,
    "sand.md": REPORT,
    "other.rst": RST,
    "plain.md": PLAIN,
    "qzxvjkpage.md": PAGE,
    "qzxvjkplain.md": "---\naudience: internal\n---\n# Qzxvjk plain\n\nQzxvjk.\n",
    "surveys.md": "# Surveys\n\n```{series} surveys\n```\n",
    "ada.md": "# Ada\n\n```{person} Ada Wren\n```\n",
    "included.md": INCLUDED,
    "qzxvjkincluded.txt": "Qzxvjk included text.\n",
    "qzxvjkpicture.png": png(31, 17),
    "qzxvjkother.png": png(32, 18),
    "qzxvjkfile.txt": "Qzxvjk file.\n",
    "dunes.pdf": slides(("Dunes", "of sand"), ("Qzxvjk slide", "qzxvjk text")),
    "qzxvjkdeck.pdf": slides(("Qzxvjk deck", "qzxvjk text")),
    "qzxvjktalk.pdf": slides(("Qzxvjk talk", "qzxvjk text")),
    "qzxvjkpage.pdf": slides(("Qzxvjk page", "qzxvjk text")),
}
INTERNAL = {"eventreport_audience": "internal"}


def telling(folder: Path) -> set[str]:
    """Return the files below *folder* with the token in their names or in what they hold, unpacked."""
    found = set()
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        contents = (
            [name.encode(), *_contents(path.name, path.read_bytes())] if path.is_file() else [name.encode()]
        )
        if any(MARK.encode() in content.lower() for content in contents):
            found.add(name)
    return found


def _contents(name: str, data: bytes) -> Iterator[bytes]:
    yield data
    if name == "objects.inv":
        yield zlib.decompress(data.split(b"\n", 4)[4])
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield member.encode()
                yield from _contents(member, archive.read(member))


def names(built: Built) -> set[str]:
    """Return the names of the files in the output."""
    return {path.relative_to(built.outdir).as_posix() for path in built.outdir.rglob("*") if path.is_file()}


pytestmark = [
    # MyST-Parser emits an event for an included file by an attribute that Sphinx 9 has deprecated.
    pytest.mark.filterwarnings("ignore:'sphinx.environment.BuildEnvironment.app'"),
    pytest.mark.filterwarnings("ignore:'sphinxcontrib.*' is deprecated"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Site:
    """Return the site, which nobody changes; its decks are drawn once."""
    return Site(tmp_path_factory.mktemp("audience"), store=store).write(FILES)


def test_the_team_sees_it_before_and_after_the_public(site: Site) -> None:
    """The public site in the same folders equals one that never was anything else."""
    team = site.build(config=INTERNAL)
    public = site.build()
    clean = site.build(out="clean", doctrees="clean-doctrees")
    assert (telling(public.outdir), names(public)) == (set(), names(clean))
    again = site.build(config=INTERNAL)
    assert telling(again.outdir) >= {"sand.html", "other.html", "qzxvjkpage.html", "_sources/sand.md.txt"}
    assert names(again) == names(team)


BUILDERS = ("dirhtml", "epub", "latex", "text", "json", "pickle")


def test_no_byte_of_what_is_public_is_internal(site: Site) -> None:
    """Whatever was built for the team before, in the same folders, by whichever builder."""
    # All for the one, then all for the other: documents are read again when the audience changes.
    team = {builder: telling(site.build(builder, config=INTERNAL).outdir) for builder in BUILDERS}
    public = {builder: telling(site.build(builder).outdir) for builder in BUILDERS}
    assert ([name for name in team if not team[name]], public) == ([], {name: set() for name in BUILDERS})


def test_applications_can_load_the_state(site: Site) -> None:
    """It is Sphinx's, of the documents that there are."""
    env = pickle.loads((site.build("json").outdir / "environment.pickle").read_bytes())  # noqa: S301
    documents = {path.stem for path in site.source.glob("*.[mr]*") if MARK not in path.name}
    assert env.all_docs.keys() == env.found_docs == documents
