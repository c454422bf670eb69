from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.archive import sources
from sphinx_eventreport.archive.sources import find_decks
from sphinx_eventreport.core.files.text import decode

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_eventreport.core.problems import Problem


def unread(path: Path, error: Exception) -> None:
    """Fail: all sources can be read."""
    raise AssertionError(path) from error


REPORT = """\
---
event: Harbour Night
talks:
  - title: Tides
    deck: https://slides.example.org/tides.pdf
---

<iframe src="https://slides.example.org/all.pdf?a=1&amp;b=2"></iframe>

## Ropes

```{deck} https://slides.example.org/ropes.pdf#page=3
```

## Knots

```{talk}
:deck: https://slides.example.org/knots.pdf
```

<iframe src="https://docs.google.com/viewer?url=https%3A%2F%2Fslides.example.org%2Fviewed.pdf"></iframe>

```{deck} https://speakerdeck.com/example/knots
```

```{deck} local.pdf
```
"""


def found(source: Path) -> list[tuple[str, str]]:
    """Return the file name of each deck, and its places."""
    return [
        (deck.url.rpartition("/")[2], " ".join(map(str, deck.places))) for deck in find_decks(source, unread)
    ]


def test_every_hosted_pdf_of_a_report_is_found(tmp_path: Path) -> None:
    """In the front matter, as HTML, directive or option, in a viewer, with its line where it is written."""
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    assert found(tmp_path) == [
        ("tides.pdf", "report.md:5"),
        ("all.pdf?a=1&b=2", "report.md:8"),
        ("ropes.pdf", "report.md:12"),
        ("knots.pdf", "report.md:18"),
        ("viewed.pdf", "report.md:21"),
    ]


def test_a_deck_of_two_reports_is_one(tmp_path: Path) -> None:
    """With both places, in the order of the files."""
    for name in ("b.md", "a.md"):
        (tmp_path / name).write_text("```{deck} https://example.org/x.pdf\n```\n", encoding="utf-8")
    assert found(tmp_path) == [("x.pdf", "a.md:1 b.md:1")]


@pytest.mark.parametrize(
    "name", ["_build/x.md", ".hidden/x.md", "_decks/x.md", "out/x.md", "env/x.md", "x.txt"]
)
def test_what_is_no_source_is_passed_by(tmp_path: Path, name: str) -> None:
    """Outputs, hidden folders, environments, the archive itself."""
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(REPORT, encoding="utf-8")
    for mark in ("out/.buildinfo", "env/pyvenv.cfg"):
        if (tmp_path / mark).parent.is_dir():
            (tmp_path / mark).write_text("")
    assert found(tmp_path) == []


def test_a_folder_of_sources_is_one(tmp_path: Path) -> None:
    """However deep."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "x.md").write_text("```{deck} https://example.org/x.pdf\n```\n")
    assert found(tmp_path) == [("x.pdf", "a/b/x.md:1")]


PAGES = """\
---
event: Harbour Night
---

## Tides

```{deck} https://github.com/harbour/talks/blob/main/tides.pdf
```

## Ropes

```{deck} https://docs.google.com/presentation/d/abc_1/edit
```

## Knots

```{deck} https://github.com/harbour/talks/blob/main/knots.pptx
```

## Sails

```{deck} https://www.dropbox.com/s/ab12/sails.pdf?dl=0
```
"""


def test_the_file_behind_a_page_is_asked_for(tmp_path: Path) -> None:
    """A page of GitHub is no PDF, and neither is the editor of Google; each says where its PDF is."""
    (tmp_path / "report.md").write_text(PAGES, encoding="utf-8")
    assert [(deck.asked, deck.is_export) for deck in find_decks(tmp_path, unread)] == [
        ("https://github.com/harbour/talks/raw/main/tides.pdf", False),
        ("https://docs.google.com/presentation/d/abc_1/export/pdf", True),
        ("https://www.dropbox.com/s/ab12/sails.pdf?dl=1", False),
    ]


def test_a_page_keeps_its_address(tmp_path: Path) -> None:
    """The lock file names a deck by the address that reports have."""
    (tmp_path / "report.md").write_text(PAGES, encoding="utf-8")
    assert find_decks(tmp_path, unread)[0].url == "https://github.com/harbour/talks/blob/main/tides.pdf"


@pytest.mark.parametrize("suffix", [".md", ".markdown", ".mdx", ".qmd"])
def test_every_suffix_of_markdown_is_read(tmp_path: Path, suffix: str) -> None:
    """As a build does."""
    (tmp_path / f"report{suffix}").write_text(REPORT, encoding="utf-8")
    assert len(find_decks(tmp_path, unread)) == 5


def test_suffixes_of_conf_py_are_read(tmp_path: Path) -> None:
    """As a build reads them."""
    conf = 'source_suffix = {".txt": "restructuredtext", ".page": "markdown"}\n'
    tmp_path.joinpath("conf.py").write_text(conf, "utf-8")
    tmp_path.joinpath("a.txt").write_text("A\n=\n\n.. deck:: https://a.example/a.pdf\n", "utf-8")
    tmp_path.joinpath("b.page").write_text("```{deck} https://a.example/b.pdf\n```\n", "utf-8")
    assert [deck.url for deck in find_decks(tmp_path, unread)] == [
        *("https://a.example/a.pdf", "https://a.example/b.pdf")
    ]


def test_the_line_is_that_of_the_whole_name(tmp_path: Path) -> None:
    """Not of one that ends, or begins, in the same way."""
    text = "".join(
        f"```{{deck}} https://a.example/{name}\n```\n"
        for name in ("old/moss.pdf", "moss.pdf.pdf", "moss.pdf")
    )
    tmp_path.joinpath("a.md").write_text(text, "utf-8")
    found = {deck.url: deck.places[0].line for deck in find_decks(tmp_path, unread)}
    assert found["https://a.example/moss.pdf"] == 5


def test_decks_in_restructuredtext_are_found(tmp_path: Path) -> None:
    """With their lines."""
    text = (
        "Tides\n=====\n\n.. event:: Harbour Night\n\n.. deck:: https://slides.example.org/tides.pdf#page=2\n"
    )
    (tmp_path / "report.rst").write_text(text, encoding="utf-8")
    assert found(tmp_path) == [("tides.pdf", "report.rst:6")]


def test_a_source_that_cannot_be_read_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are looked through, and it is told which one it was."""
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    texts = iter([IndexError("list index out of range"), None])

    def failing(data: bytes) -> tuple[str, Problem | None]:
        error = next(texts)
        if error is not None:
            raise error
        return decode(data)

    monkeypatch.setattr(sources, "decode", failing)
    told: list[tuple[str, str]] = []
    decks = find_decks(tmp_path, lambda path, error: told.append((path.name, str(error))))
    assert {place.path for deck in decks for place in deck.places} == {"b.md"}
    assert told == [("a.md", "list index out of range")]
