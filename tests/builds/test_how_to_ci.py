"""The how-to on CI: the commands of its files for hosts are run, as far as that goes without a host."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from support.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "ci.md"
GITHUB, GITLAB = (
    yaml.safe_load(block)
    for block in re.findall(r"^```yaml\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
)
STEPS: list[dict[str, Any]] = GITHUB["jobs"]["site"]["steps"]
JOBS = {
    "GitHub Actions": ([step["run"] for step in STEPS if "run" in step], ["build"]),
    "GitLab": (GITLAB["pages"]["script"], GITLAB["pages"]["cache"]["paths"]),
}
PLAIN = {**os.environ, "NO_COLOR": "1"}
"""The environment without colours, which Sphinx uses wherever ``CI`` is set."""


def run(commands: Iterable[str], folder: Path) -> str:
    """Run those of *commands* that build and copy in *folder*, and return what they say."""
    said = ""
    for command in commands:
        name, *arguments = shlex.split(command)
        if name in {"sphinx-build", "cp"}:
            whole = (
                [sys.executable, "-m", "sphinx", *arguments] if name == "sphinx-build" else [name, *arguments]
            )
            done = subprocess.run(whole, cwd=folder, check=True, capture_output=True, text=True, env=PLAIN)
            said += done.stdout + done.stderr
    return said


@pytest.mark.parametrize(("commands", "cached"), JOBS.values(), ids=JOBS)
def test_a_second_job_reads_nothing(tmp_path: Path, commands: list[str], cached: list[str]) -> None:
    """Its checkout is a new one, and the cache is what the file says."""
    work, cache = tmp_path / "work", tmp_path / "cache"
    report = "---\ntitle: Moss\ndate: 2021-05-01\nevent: Moss Day\n---\n\n## Spores, by Ada Green\n\nWords.\n"
    files: dict[str, str | bytes] = {"index.md": "# Site\n\n```{event-list}\n```\n", "moss.md": report}
    Site(work).write(files)
    run(commands, work)
    for name in cached:
        if (work / name).exists():
            shutil.copytree(work / name, cache / name)
    shutil.rmtree(work)
    Site(work).write(files)
    shutil.copytree(cache, work, dirs_exist_ok=True)
    said = run(commands, work)
    reads_nothing = "0 added, 0 changed, 0 removed" in said
    writes_nothing = "no targets are out of date" in said
    assert (reads_nothing, writes_nothing) == (True, True), said
    assert (work / "build" / "html" / "moss.html").exists()
