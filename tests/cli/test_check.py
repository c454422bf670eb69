from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.cli import main

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "---\nevent: X\n---\n# A\n"
BAD = "---\nevent: X\ndate: 05/06/2016\n---\n# A\n"
SAID = (
    "`date` is '05/06/2016', which is not a date, or is more than one; "
    "write it as 2016-05-31 or 2016-05-31 09:30"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of our own, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, **texts: str) -> None:
    """Write the reports; ``a="..."`` is ``a.md``."""
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def said(capsys: pytest.CaptureFixture[str], *argv: str) -> list[str]:
    """Return the lines that ``check`` prints."""
    main(["check", *argv])
    return capsys.readouterr().out.splitlines()


def test_a_problem_has_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """File, line, what happened, why, and what to do; then the summary."""
    write(folder, a=BAD, b=GOOD, c="# No report\n")
    assert said(capsys) == [
        f"a.md:3: {SAID} [eventreport.date]",
        "1 problem in 1 file, 2 reports read",
    ]


def test_json_is_one_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With everything that a problem says."""
    write(folder, a=BAD)
    main(["check", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    message, _, hint = SAID.partition("; ")
    assert found == {
        "findings": [
            {
                "file": "a.md",
                "line": 3,
                "level": "warning",
                "type": "eventreport.date",
                "field": "date",
                "message": message,
                "hint": hint,
            }
        ],
        "summary": {"reports": 1, "problems": 1, "notices": 0},
    }


def test_github_gets_workflow_commands(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the signs escaped that mean something there."""
    (folder / "a,b:100%.md").write_text(BAD, encoding="utf-8")
    assert said(capsys, "--format", "github")[0] == (
        f"::warning file=a%2Cb%3A100%25.md,line=3,title=eventreport.date::{SAID}"
    )


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (BAD, 1)])
def test_the_exit_code_says_whether_there_are_problems(folder: Path, text: str, code: int) -> None:
    """0 without, 1 with."""
    write(folder, a=text)
    assert main(["check"]) == code


def test_a_path_that_is_not_there_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the command line."""
    assert main(["check", "nothing"]) == 2
    assert "nothing does not exist" in capsys.readouterr().err


def test_people_who_may_be_one_are_a_notice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It names both and where they stand, and is no problem."""
    write(folder, a="---\nevent: X\nauthors: [Noor Castellan]\n---\n")
    write(folder, b="---\nevent: X\n---\n# A\n\n## Talk\n\n```{talk}\n:speakers: N. Castellan\n```\n")
    assert said(capsys) == [
        (
            "b.md:9: notice: N. Castellan may be Noor Castellan (a.md); if so, write one name, or give both "
            "the same label [eventreport.near_name]"
        ),
        "No problems, 1 notice, 2 reports read",
    ]
    assert main(["check"]) == 0


def test_a_file_that_is_missing_is_a_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A deck of the page's folder, a picture of the source directory; not one that is there."""
    (folder / "conf.py").touch()
    (folder / "here.pdf").touch()
    (folder / "in").mkdir()
    text = (
        "---\nevent: X\nthumbnail: /gone.png\nbanner: /here.pdf\n---\n# A\n\n```{deck} gone.pdf#page=2\n```\n"
    )
    (folder / "in" / "a.md").write_text(text, encoding="utf-8")
    assert [line.partition(";")[0] for line in said(capsys)] == [
        "in/a.md:3: There is no file '/gone.png' for the thumbnail",
        "in/a.md:8: There is no file 'gone.pdf' for a deck",
        "2 problems in 1 file, 1 report read",
    ]


def test_nothing_is_said_of_a_root_that_is_not_known(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no file marks the top of the site, nobody knows what a leading / is."""
    write(folder, a="---\nevent: X\nthumbnail: /gone.png\n---\n")
    assert said(capsys) == ["No problems, 1 report read"]


def test_a_file_that_cannot_be_read_is_a_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are read."""
    write(folder, a=BAD)
    (folder / "category.json").write_text("{}", encoding="utf-8")
    (folder / "videos" / "x.json").mkdir(parents=True)
    assert said(capsys)[1].startswith("category.json: videos/x.json cannot be read: Is a directory")


def test_an_event_of_pyvideo_is_a_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its talks, but not any other file of that name."""
    (folder / "x" / "videos").mkdir(parents=True)
    (folder / "x" / "category.json").write_text('{"title": "X"}', encoding="utf-8")
    (folder / "category.json").write_text('{"title": "X"}', encoding="utf-8")
    assert said(capsys) == ["No problems, 1 report read"]


def test_control_characters_do_not_reach_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A report cannot drive the terminal of who checks it."""
    write(folder, a='---\nevent: X\ndate: "\\e[31mred"\n---\n')
    assert "\x1b" not in "".join(said(capsys))


def test_a_reader_who_goes_away_sees_no_traceback(folder: Path) -> None:
    """As with ``check | head -1``."""
    write(folder, **{f"a{number}": BAD for number in range(500)})
    command = [sys.executable, "-m", "sphinx_eventreport", "check"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    assert (errors, process.returncode) == (b"", 141)


PAGE = "---\ntitle: A\ndate: 2020-99-01\n---\n"
CONF = 'eventreport_patterns = ["notes/*"]\n'


@pytest.mark.parametrize(
    ("conf", "argv", "found"),
    [
        ("", [], False),
        (CONF, [], True),
        ("", ["--pattern", "notes/*"], True),
        ('eventreport_dialect = "hugo"\n', [], True),
        ('eventreport_dialect = "hugo"\n', ["--dialect", "native"], False),
    ],
    ids=["neither", "in conf.py", "as an option", "a dialect in conf.py", "another dialect as an option"],
)
def test_a_site_says_which_pages_are_reports(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    conf: str,
    argv: list[str],
    found: bool,  # noqa: FBT001
) -> None:
    """As in a build."""
    folder.joinpath("conf.py").write_text(conf, "utf-8")
    folder.joinpath("notes").mkdir()
    folder.joinpath("notes", "2024-01-01-a.md").write_text(PAGE, "utf-8")
    assert any("[eventreport.date]" in line for line in said(capsys, *argv)) is found
