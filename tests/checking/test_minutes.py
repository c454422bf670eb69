"""What a check says of minutes: what somebody has to look at, before others read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import CONF, Site

from sphinx_eventreport.checking.run import Check
from sphinx_eventreport.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_eventreport.checking.model import Finding

DAY = 'eventreport_today = "2026-09-01"\n'
MAY = """\
---
event: {name: Maps, start: 2026-08-20}
minutes:
  chair: Kim Gil
  attendees: [{name: Kim Gil, initials: KG}, Bo Ek]
---
"""
DECIDED = "```{decision} One\n:label: D1\n```\n"
LATER = (
    "---\nevent: {name: Maps, start: 2026-08-27}\n---\n```{decision} Two\n:label: D2\n:supersedes: D1\n```\n"
)


def found(folder: Path, files: dict[str, str], conf: str = "") -> list[Finding]:
    """Return what is to be looked at on the first of September 2026."""
    site = Site(folder, conf=CONF + DAY + conf).write(
        {"index.md": "# Index\n\n```{event-list}\n```\n", **files}
    )
    return list(Check([site.source]).findings())


CASES = {
    "several owners": (
        "```{action} Draw\n:owner: Kim Gil, Bo Ek\n```\n",
        (7, "minutes", "'Draw' has 2 owners"),
    ),
    "no day": ("```{action} Draw\n:status: done\n```\n", (7, "minutes", "'Draw' is done, and on no day")),
    "an owner nobody knows": (
        "```{action} Draw\n:owner: Kim Gill\n```\n",
        (7, "minutes", "Kim Gill was at no meeting, and has something to do; did you mean Kim Gil?"),
    ),
    "overdue": (
        "```{action} Draw\n:due: 2026-08-31\n```\n",
        (7, "overdue", "'Draw' (nobody yet) was due on 2026-08-31"),
    ),
    "overdue in a month": (
        "```{action} Draw\n:due: 2026-08\n:owner: Bo Ek\n```\n",
        (7, "overdue", "'Draw' (Bo Ek) was due on 2026-08-31"),
    ),
    "a turn of nobody": (
        "KG: yes\n\nZZ: no\n\nTODO: more\n",
        (9, "minutes", "'ZZ' are the initials of nobody"),
    ),
    "a call": ("<https://call.example.org/j/1?pwd=abc>\n", (7, "private", "is the way into a call")),
    "a passcode": ("Passcode: 123456\n", (7, "private", "'Passcode: 123456' is a passcode")),
    "an address": ("Ask kim@maps.net.\n", (7, "private", "'kim@maps.net' is an e-mail address")),
    "a number": ("Dial +49 30 1234567\n", (7, "private", "'+49 30 1234567' is a phone number")),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_is_to_be_looked_at(tmp_path: Path, text: str, expected: tuple[int, str, str]) -> None:
    """With its line, as a notice."""
    [finding] = found(tmp_path, {"may.md": MAY + text})
    line, kind, message = expected
    assert (finding.problem.line, finding.title, finding.notice) == (line, f"eventreport.{kind}", True)
    assert message in str(finding.problem)


@pytest.mark.parametrize(
    "text",
    [
        "```{action} Draw\n:owner: Bo Ek\n:due: 2026-09-01\n```\n",
        "```{action} Draw\n:due: 2026\n```\n",
        "```{action} Draw\n:due: 2026-08-30\n:status: dropped\n```\n",
        "git@code.net me@example.org 2026-08-30 12:00 +1\n",
        DECIDED,
    ],
)
def test_there_is_nothing_to_look_at(tmp_path: Path, text: str) -> None:
    """Where all is as it should be."""
    assert found(tmp_path, {"may.md": MAY + text}) == []


def test_what_a_site_knows_to_be_public_is_fine(tmp_path: Path) -> None:
    """By a pattern."""
    assert (
        found(tmp_path, {"may.md": MAY + "Ask kim@maps.net.\n"}, 'eventreport_public = ["*@maps.net"]\n')
        == []
    )


def test_a_later_meeting_says_that_it_is_done(tmp_path: Path) -> None:
    """So that it is not overdue."""
    action = "```{action} Draw\n:label: draw\n:due: 2026-08-30\n```\n"
    event = "---\nevent: {name: Maps, start: 2026-08-31}\n---\n"
    done = event + "```{action} Draw\n:continues: may/draw\n:done: 2026-08-31\n```\n"
    assert found(tmp_path, {"may.md": MAY + action, "june.md": done}) == []


def test_fewer_than_the_quorum(tmp_path: Path) -> None:
    """At the line of the quorum."""
    [finding] = found(tmp_path, {"may.md": MAY.replace("  chair", "  quorum: 3\n  chair")})
    assert (finding.problem.line, finding.problem.message) == (4, "2 were present, and the quorum is 3")


@pytest.mark.parametrize(("status", "words"), [("draft", "a draft"), ("proposed", "proposed")])
def test_minutes_that_nobody_approved(tmp_path: Path, status: str, words: str) -> None:
    """After two months."""
    text = MAY.replace("2026-08-20", "2026-06-20").replace("  chair", f"  status: {status}\n  chair")
    [finding] = found(tmp_path, {"may.md": text})
    assert (finding.problem.line, finding.problem.message) == (4, f"The minutes are {words} since 2026-06-20")


def test_a_decision_that_is_not_in_force(tmp_path: Path) -> None:
    """Where another page than that of the later decision refers to it."""
    files = {
        "may.md": MAY + DECIDED,
        "june.md": LATER,
        "page.md": "# Page\n\n```{event-list}\n```\n\n{decision}`D1`\n",
    }
    [finding] = found(tmp_path, files)
    assert (finding.path.name, finding.problem.line) == ("page.md", 6)
    assert (
        str(finding.problem) == "The decision 'D1' is no longer in force; refer to 'Two', which supersedes it"
    )


def test_ci_can_fail_by_what_is_overdue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And does not unless it is asked to."""
    site = Site(tmp_path, conf=CONF + DAY)
    site.write(
        {
            "index.md": "# I\n\n```{event-list}\n```\n",
            "may.md": MAY + "```{action} Draw\n:due: 2026-08-31\n```\n",
        }
    )
    assert [main(["check", *options, str(site.source)]) for options in ([], ["--overdue"])] == [0, 1]
    assert "may.md:7: 'Draw' (nobody yet) was due on 2026-08-31" in capsys.readouterr().out
