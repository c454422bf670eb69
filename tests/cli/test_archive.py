from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.web_server import PDF

from sphinx_eventreport.archive.run import Archiver
from sphinx_eventreport.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from support.web_server import WebServer


@pytest.fixture
def source(tmp_path: Path, web: WebServer) -> Path:
    """Return a source folder with a report that points at two decks, one of which is dead."""
    write(tmp_path, f"{web.url}/good/x.pdf", f"{web.url}/absent/y.pdf")
    return tmp_path


def write(folder: Path, *urls: str) -> None:
    """Write a report that points at *urls*, the first on line 5, each two lines further down."""
    decks = "".join(f"```{{deck}} {url}\n```\n" for url in urls)
    (folder / "report.md").write_text(f"---\nevent: Harbour Night\n---\n\n{decks}", encoding="utf-8")


def test_each_deck_is_a_line(source: Path, web: WebServer, capsys: pytest.CaptureFixture[str]) -> None:
    """What became of it, where it is named, why, what to do; and a sum at the end."""
    main(["archive", str(source), "--allow-private"])
    good, dead, summary = capsys.readouterr().out.splitlines()
    assert good.startswith(f"archived  {web.url}/good/x.pdf (report.md:5): {len(PDF)} bytes, _decks/x-")
    assert (dead, summary) == (
        (
            f"dead      {web.url}/absent/y.pdf (report.md:7): The host answers 404 Not Found; "
            "correct the address in the report, or remove the deck"
        ),
        "1 archived, 1 dead",
    )


def test_a_dead_deck_is_1(source: Path) -> None:
    """The exit code says that something is to be done."""
    assert main(["archive", str(source), "--allow-private"]) == 1


@pytest.mark.parametrize("option", ["--check", "--update", "--dry-run", "--max-redirects=0"])
def test_a_whole_archive_is_0(source: Path, web: WebServer, option: str) -> None:
    """Nothing is to be done."""
    write(source, f"{web.url}/good/x.pdf")
    main(["archive", str(source), "--allow-private"])
    assert main(["archive", str(source), "--allow-private", option]) == 0


def test_a_private_host_is_refused_by_default(source: Path, web: WebServer) -> None:
    """Nobody is asked."""
    assert (main(["archive", str(source)]), web.connections) == (1, 0)


def test_a_dry_run_asks_nobody(source: Path, web: WebServer, capsys: pytest.CaptureFixture[str]) -> None:
    """It says which decks are there, lost and new."""
    main(["archive", str(source), "--allow-private"])
    asked = len(web.asked)
    capsys.readouterr()
    main(["archive", str(source), "--dry-run"])
    words = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert (words, len(web.asked)) == (["there", "new"], asked)


def test_a_deck_that_is_no_longer_named_is_said(
    source: Path, web: WebServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its copy stays."""
    main(["archive", str(source), "--allow-private"])
    write(source)
    capsys.readouterr()
    main(["archive", str(source)])
    out = capsys.readouterr().out.splitlines()
    assert (out[0], out[1].startswith(f"unused    {web.url}/good/x.pdf: ")) == ("No decks", True)


def test_a_damaged_lock_file_stops_all(
    source: Path, web: WebServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is neither written over nor passed by."""
    (source / "_decks").mkdir()
    (source / "_decks" / "archive.lock.json").write_text("{}")
    assert (main(["archive", str(source), "--allow-private"]), web.asked) == (1, [])
    assert "The lock file has no table of decks" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the command line."""
    assert main(["archive", str(tmp_path / "nothing")]) == 2
    assert "is not a folder" in capsys.readouterr().err


def test_limits_come_from_the_command_line(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A size in megabytes, with a fraction if need be."""
    main(["archive", str(source), "--allow-private", "--max-size", "0.001"])
    assert "larger than 0.001 MB; use --max-size" in capsys.readouterr().out


def test_a_stop_from_the_keyboard_is_130(
    source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a word instead of a traceback."""
    monkeypatch.setattr(Archiver, "archive", _stop)
    assert main(["archive", str(source)]) == 130
    assert "Stopped" in capsys.readouterr().err


def _stop(*_args: object) -> None:
    raise KeyboardInterrupt


def test_a_long_download_is_shown_on_a_terminal(
    source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, and taken away at the end."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("sphinx_eventreport.cli.terminal._PATIENCE", 0)
    main(["archive", str(source), "--allow-private"])
    assert " of 0.2 MB  http://127.0.0.1:" in capsys.readouterr().err


def test_nothing_is_shown_where_there_is_no_terminal(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A log has no use for it."""
    main(["archive", str(source), "--allow-private"])
    assert capsys.readouterr().err == ""
