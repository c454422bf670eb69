from __future__ import annotations

import argparse
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from sphinx_eventreport.cli import main, parser

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "command-line.md"


def commands(of: argparse.ArgumentParser | None = None) -> dict[str, argparse.ArgumentParser]:
    """Return the parsers of the subcommands by name; "new site" is one of a subcommand."""
    actions = (of or parser())._actions  # noqa: SLF001
    choices = [a.choices for a in actions if isinstance(a, argparse._SubParsersAction)]  # noqa: SLF001
    found: dict[str, argparse.ArgumentParser] = {}
    for name, command in (choices[0] if choices else {}).items():
        inner = commands(command)
        found |= {f"{name} {more}": parser for more, parser in inner.items()} or {name: command}
    return found


def options(command: argparse.ArgumentParser) -> set[str]:
    """Return the options and arguments of *command*, as a page writes them."""
    actions = (action for action in command._actions if action.dest != "help")  # noqa: SLF001
    return {" ".join(filter(None, (*action.option_strings, str(action.metavar or "")))) for action in actions}


def section(name: str) -> str:
    """Return what the reference page says of a command."""
    return PAGE.read_text(encoding="utf-8").partition(f"\n## {name}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", commands())
def test_every_option_is_documented(name: str) -> None:
    """With its value, on the reference page."""
    assert [option for option in options(commands()[name]) if f"`{option}`" not in section(name)] == []


@pytest.mark.parametrize("name", commands())
def test_no_other_option_is_documented(name: str) -> None:
    """The table names what there is."""
    documented = set(re.findall(r"^\| `(--[^`]*)`", section(name), re.MULTILINE))
    assert documented <= options(commands()[name])


def test_every_command_is_documented() -> None:
    """By a section of its own."""
    assert re.findall(r"^## (.*)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE) == list(commands())


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["nothing"],
        ["archive", "--check", "--update"],
        ["archive", "--max-size", "0"],
        ["archive", "--timeout", "inf"],
        ["archive", "--max-redirects", "-1"],
        ["archive", "--max-redirects", "many"],
        ["check", "--format", "xml"],
        ["new"],
        ["new", "report"],
        ["new", "report", "x.md", "--date", "yesterday"],
    ],
)
def test_a_wrong_command_line_is_2(argv: list[str]) -> None:
    """As everywhere."""
    with pytest.raises(SystemExit) as found:
        main(argv)
    assert found.value.code == 2


def test_help_brings_neither_sphinx_nor_the_network() -> None:
    """So it is quick."""
    code = (
        "import sys, sphinx_eventreport.cli as cli; cli.parser().format_help();"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"sphinx", "docutils", "requests", "urllib3"}.isdisjoint(done.stdout.split())


def test_the_package_can_be_run() -> None:
    """Where the script is not on the path."""
    command = [sys.executable, "-m", "sphinx_eventreport", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("usage: sphinx-eventreport")


HOSTILE = "a\x1b[2J\x9b31m\u202e"
"""Clear the screen, colour, and turn the direction of writing, by two of the ways there are."""


@pytest.mark.parametrize(
    "command",
    [
        "check .",
        "check --format json .",
        "check --format github .",
        f"check {HOSTILE}",
        f"check --{HOSTILE}",
        f"check --format {HOSTILE} .",
        "import . out",
        "import --dry-run . out",
        f"import {HOSTILE}.md out",
        f"import gone out/{HOSTILE}",
        f"new report {HOSTILE}-2.md",
        f"new report {HOSTILE}.txt",
        f"new site {HOSTILE}",
        "archive --dry-run .",
        "archive .",
        f"archive {HOSTILE}.md",
    ],
)
def test_no_name_drives_a_terminal(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither that of a file nor a word of the command line."""
    monkeypatch.chdir(tmp_path)
    text = "---\nevent: Docs Day\ndate: never\n---\n\n```{deck} https://localhost/a.pdf\n```\n"
    (tmp_path / f"{HOSTILE}.md").write_text(text, encoding="utf-8")
    with suppress(SystemExit):
        main(command.split())
    said = "".join(capsys.readouterr())
    assert said
    assert [char for char in said if char != "\n" and not char.isprintable()] == []
