from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport import read_deck, read_report
from sphinx_eventreport.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TITLES = 'A *title*: "with" {signs} `and` <b>'


def files(folder: Path) -> list[str]:
    """Return the paths of all files below *folder*."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("title", [[], ["--title", TITLES]])
def test_a_new_site_builds(tmp_path: Path, title: list[str]) -> None:
    """Without a warning, together with a new report."""
    source = tmp_path / "site"
    main(["new", "site", str(source), *title])
    main(["new", "report", str(source / "reports"), *title, "--event", TITLES, "--date", "2024-02-03"])
    build = [sys.executable, "-m", "sphinx", "-qW", str(source), str(tmp_path / "out")]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_new_site_passes_the_check(tmp_path: Path) -> None:
    """Its report has no problem."""
    main(["new", "site", str(tmp_path / "site")])
    assert main(["check", str(tmp_path / "site")]) == 0


def test_a_new_site_has_a_deck_that_is_read(tmp_path: Path) -> None:
    """Its slides have their titles."""
    main(["new", "site", str(tmp_path / "site")])
    deck = read_deck(tmp_path / "site" / "reports" / "first-slides.pdf")
    assert [slide.title for slide in deck.slides] == [
        "Slides of the first event",
        "Each slide has an address",
    ]


def test_a_new_site_says_what_is_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command that builds it."""
    main(["new", "site", str(tmp_path / "my site")])
    assert (
        f"Next: sphinx-build '{tmp_path}/my site' '{tmp_path}/my site'/_build/html" in capsys.readouterr().out
    )


def test_a_site_is_written_whole_or_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One file that is there keeps the others from being written."""
    (tmp_path / "index.md").write_text("mine", encoding="utf-8")
    assert main(["new", "site", str(tmp_path)]) == 1
    assert (files(tmp_path), (tmp_path / "index.md").read_text("utf-8")) == (["index.md"], "mine")
    assert "already exists" in capsys.readouterr().err


def test_a_report_says_what_its_name_says(tmp_path: Path) -> None:
    """Title and day come from the file name."""
    path = tmp_path / "2020-01-02-docs-day.md"
    main(["new", "report", str(path)])
    report, problems = read_report(path)
    assert report.event is not None
    assert (report.title, report.event.name, str(report.date.date if report.date else ""), problems) == (
        "Docs day",
        "Docs day",
        "2020-01-02",
        (),
    )


def test_options_of_a_report_count(tmp_path: Path) -> None:
    """And a folder gives the file a name."""
    main(["new", "report", str(tmp_path), "--title", TITLES, "--event", "E: f", "--date", "2024-02-03"])
    (name,) = files(tmp_path)
    report, _problems = read_report(tmp_path / name)
    assert report.event is not None
    assert (name, report.title, report.event.name) == (
        "2024-02-03-a-title-with-signs-and-b.md",
        TITLES,
        "E: f",
    )


def test_without_a_day_it_is_today(tmp_path: Path) -> None:
    """Here, not in UTC."""
    before = dt.datetime.now().astimezone().date()
    main(["new", "report", str(tmp_path / "docs-day.md")])
    report, _problems = read_report(tmp_path / "docs-day.md")
    assert report.date is not None
    assert before <= report.date.date <= dt.datetime.now().astimezone().date()


def test_a_report_is_never_overwritten(tmp_path: Path) -> None:
    """It stays as it is."""
    path = tmp_path / "a.md"
    path.write_text("mine", encoding="utf-8")
    assert (main(["new", "report", str(path)]), path.read_text("utf-8")) == (1, "mine")


def test_a_report_is_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another file name is a slip of the command line."""
    assert main(["new", "report", str(tmp_path / "a.txt")]) == 2
    assert "ends in .md" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the reason, and no traceback."""
    (tmp_path / "file").touch()
    assert main(["new", "site", str(tmp_path / "file" / "site")]) == 1
    assert "file" in capsys.readouterr().err
