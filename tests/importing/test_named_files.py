from __future__ import annotations

from sphinx_eventreport.core.reports import read_report_text
from sphinx_eventreport.importing.named_files import NamedFile, named_files

TEXT = """---
thumbnail: img/a.png
banner: https://www.example.org/b.png
event: X
---
## A talk

```{deck} a.pdf
:poster: img/p.png
```
```{recording} a.mp4
:poster: //www.example.org/p.png
```
```{deck} a.pdf
```
"""


def test_files_of_a_report() -> None:
    """Pictures, decks, recordings and posters are named once; what is elsewhere is no file."""
    report, _problems = read_report_text(TEXT, filename="a.md")
    assert named_files(report) == (
        NamedFile("img/a.png", "thumbnail"),
        NamedFile("a.pdf", "deck"),
        NamedFile("img/p.png", "poster"),
        NamedFile("a.mp4", "recording"),
    )
