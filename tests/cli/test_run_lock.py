"""One run at a time in a folder."""

from __future__ import annotations

import getpass
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.web_server import PDF

from sphinx_eventreport.archive.store import open_store
from sphinx_eventreport.cli import main
from sphinx_eventreport.cli.run_lock import LockedError, run_lock

if TYPE_CHECKING:
    from pathlib import Path

    from support.web_server import WebServer

COMMANDS = {"archive": "archive docs", "import": "import posts docs"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with a source folder and a folder of posts."""
    monkeypatch.chdir(tmp_path)
    for name in ("docs", "posts"):
        (tmp_path / name).mkdir()
    (tmp_path / "posts" / "a.md").write_text("---\nevent: Docs Day\n---\n", encoding="utf-8")
    return tmp_path / "docs"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_second_run_is_refused(folder: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It says who is at work, since when, and how to break the lock, and does nothing."""
    with run_lock(folder, command):
        assert main(COMMANDS[command].split()) == 1
        assert [path.name for path in folder.iterdir()] == [f".eventreport-{command}.lock"]
    said = capsys.readouterr().err
    assert f"process {os.getpid()} of " in said
    assert ", since 2" in said
    assert f"delete docs/.eventreport-{command}.lock" in said


@pytest.mark.parametrize("command", COMMANDS)
def test_a_lock_is_broken_by_deleting_it(folder: Path, command: str) -> None:
    """One that a killed run has left."""
    lock = folder / f".eventreport-{command}.lock"
    lock.touch()
    assert main(COMMANDS[command].split()) == 1
    lock.unlink()
    assert main(COMMANDS[command].split()) == 0


@pytest.mark.parametrize(
    "command", ["archive docs --check", "archive docs --dry-run", "import --dry-run posts docs"]
)
def test_what_only_looks_needs_no_lock(folder: Path, command: str) -> None:
    """It disturbs nobody."""
    with run_lock(folder, command.split(maxsplit=1)[0]):
        assert main(command.split()) == 0


def test_a_lock_goes_with_its_run(folder: Path) -> None:
    """However that ends, so that the next one can begin."""
    with pytest.raises(ZeroDivisionError), run_lock(folder, "archive"):
        raise ZeroDivisionError
    assert list(folder.iterdir()) == []


def test_a_folder_that_got_nothing_is_not_left(folder: Path) -> None:
    """Where there was none before."""
    with run_lock(folder / "new", "import"):
        assert (folder / "new").is_dir()
    assert not (folder / "new").exists()


def test_a_folder_that_got_something_stays(folder: Path) -> None:
    """Without the lock."""
    with run_lock(folder / "new", "import"):
        (folder / "new" / "a.md").touch()
    assert [path.name for path in (folder / "new").iterdir()] == ["a.md"]


@pytest.mark.parametrize("content", [b"", b"\xff\x1b[2J" * 1000], ids=["empty", "of others"])
def test_whatever_a_lock_says_is_said_shortly(folder: Path, content: bytes) -> None:
    """It may be damaged, or come with the sources."""
    (folder / ".eventreport-archive.lock").write_bytes(content)
    with pytest.raises(LockedError) as caught, run_lock(folder, "archive"):
        pass
    assert len(str(caught.value)) < 600


def test_a_lock_that_cannot_be_read_is_one(folder: Path) -> None:
    """It does not say whose it is."""
    (folder / ".eventreport-archive.lock").mkdir()
    with pytest.raises(LockedError, match="does not say whose"), run_lock(folder, "archive"):
        pass


def test_a_user_without_a_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container that runs as a number."""

    def nobody() -> str:
        raise KeyError(os.getuid())

    monkeypatch.setattr(getpass, "getuser", nobody)
    with run_lock(folder, "archive"):
        assert "of an unknown user on" in (folder / ".eventreport-archive.lock").read_text(encoding="utf-8")


def test_two_runs_at_once_mix_nothing(folder: Path, web: WebServer) -> None:
    """Of several that begin together each does all or nothing, and what is archived is whole."""
    decks = "".join(f"```{{deck}} {web.url}/good/{number}.pdf\n```\n" for number in range(8))
    (folder / "a.md").write_text(f"---\nevent: Docs Day\n---\n\n{decks}", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx_eventreport", "archive", "--allow-private", "docs"]
    pipe = subprocess.PIPE
    runs = [subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) for _ in range(3)]
    said = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [int("Another run of archive" in text) for text in said]
    entries = open_store(folder)[0].entries.values()
    assert (len(entries), {(folder / "_decks" / entry.path).read_bytes() for entry in entries}) == (8, {PDF})
