from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_eventreport.cli import terminal
from sphinx_eventreport.cli.terminal import Exit, StatusLine, complain

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "command-line.md"


@pytest.fixture
def status(monkeypatch: pytest.MonkeyPatch) -> StatusLine:
    """Return a line of progress on a terminal, which is shown at once."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr(terminal, "_PATIENCE", 0)
    return StatusLine()


def test_the_line_of_progress_is_replaced_and_taken_away(
    status: StatusLine, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of it is left when something else is printed."""
    for text in ("one", "two"):
        status.show(text)
    status.clear()
    assert capsys.readouterr().err == "\r\x1b[Kone\r\x1b[Ktwo\r\x1b[K"


def test_what_was_not_shown_is_not_taken_away(status: StatusLine, capsys: pytest.CaptureFixture[str]) -> None:
    """A quick run prints nothing on standard error."""
    status.clear()
    assert capsys.readouterr().err == ""


def test_a_quick_run_shows_no_progress(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line that comes and goes at once only flickers."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    StatusLine().show("one")
    assert capsys.readouterr().err == ""


def test_no_text_drives_the_terminal(status: StatusLine, capsys: pytest.CaptureFixture[str]) -> None:
    """A file or an address may have any name."""
    status.show("a\x1b[2J")
    complain("check", "b\x1b[2J")
    assert capsys.readouterr().err == "\r\x1b[Ka?[2Jsphinx-eventreport check: b?[2J\n"


def test_every_documented_exit_code_is_one_of_ours() -> None:
    """In the tables of the reference page; a shell gives the code of a broken pipe, which nobody reads."""
    documented = set(map(int, re.findall(r"^\| (\d+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)))
    assert documented == set(Exit) - {Exit.BROKEN_PIPE}
