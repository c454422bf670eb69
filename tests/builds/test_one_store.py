"""Two builds at work on one store of slides at the same time."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from support.pdfs import slides
from support.site import CONF

if TYPE_CHECKING:
    from pathlib import Path

REPORT = "---\nevent:\n  name: Kite Day\n  start: 2021-03-04\n---\n# Kites\n\n"
DECKS = ("tails", "strings", "reels")


def start(folder: Path, out: str, store: str) -> subprocess.Popen[str]:
    """Begin to build the site in *folder*, with slides kept in *store*."""
    options = ["-q", "-b", "html", "-D", f"eventreport_deck_store={folder / store}"]
    command = [sys.executable, "-m", "sphinx", *options, "-d", str(folder / f"{out}-doctrees")]
    command += [str(folder / "docs"), str(folder / out)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def files(folder: Path) -> dict[str, bytes]:
    """Return the pages and pictures in *folder*."""
    found = (path for path in folder.rglob("*") if path.suffix in {".html", ".webp"})
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_two_builds_on_one_store_are_right(tmp_path: Path) -> None:
    """Each writes what a build alone writes, without a word."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "conf.py").write_text(CONF, encoding="utf-8")
    (docs / "index.md").write_text(
        REPORT + "".join(f"```{{deck}} {name}.pdf\n```\n\n" for name in DECKS), "utf-8"
    )
    for name in DECKS:
        (docs / f"{name}.pdf").write_bytes(slides((name, "one"), (name, "two")))
    running = [start(tmp_path, out, "store") for out in ("first", "second")]
    said = [build.communicate()[1] for build in running]
    said.append(start(tmp_path, "alone", "other").communicate()[1])
    assert said == ["", "", ""]
    assert files(tmp_path / "first") == files(tmp_path / "second") == files(tmp_path / "alone")
