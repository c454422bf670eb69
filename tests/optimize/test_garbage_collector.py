"""The garbage collector during a build, and the end of the process."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.site import CONF, Site

from sphinx_eventreport.optimize import garbage_collector

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from support.site import Built

AT_THE_END = """
import atexit, os

class Cycle:
    def __init__(self):
        self.itself = self

    def __del__(self, write=os.write):
        write(1, b"seen")

alive = [Cycle()]
atexit.register(alive.clear)
"""

FROZEN = """
import gc

def setup(app):
    app.connect("write-started", lambda *_: print(gc.get_freeze_count() > 0))
    app.connect("build-finished", lambda *_: print(gc.get_freeze_count() > 0))
"""


@pytest.fixture(autouse=True)
def _threshold() -> Iterator[None]:
    """Set a threshold that nobody else has, and put the collector back after the test."""
    before = gc.get_threshold()
    gc.set_threshold(701, 11, 12)
    yield
    gc.set_threshold(*before)
    gc.enable()


def young() -> int:
    """Return how many new objects make Python look for cycles now."""
    return gc.get_threshold()[0]


def test_the_threshold_is_raised_while_the_environment_is_loaded(optimized: Built) -> None:
    """Nearly all new objects stay then."""
    with garbage_collector.load_without_collecting(optimized.app):
        raised = young()
    assert (raised, young()) == (garbage_collector.RARELY, 701)


@pytest.mark.parametrize(
    ("read", "threshold"),
    [
        (None, garbage_collector.RARELY),
        (garbage_collector.FEW, garbage_collector.RARELY),
        (garbage_collector.FEW + 1, garbage_collector.THRESHOLD),
    ],
)
def test_the_threshold_is_raised_by_how_much_is_read(
    optimized: Built, read: int | None, threshold: int
) -> None:
    """Doctrees are cycles, and few or none are no reason to look; older generations keep their thresholds."""
    app = optimized.app
    app.events.listeners["env-before-read-docs"].clear()
    with garbage_collector.collect_less_often(app):
        if read is not None:
            app.events.emit("env-before-read-docs", app.env, ["index"] * read)
        raised = gc.get_threshold()
    assert (raised[:2], young()) == ((threshold, 11), 701)


@pytest.mark.parametrize("own", [0, garbage_collector.THRESHOLD, 10**6])
def test_a_threshold_of_one_s_own_is_left_alone(optimized: Built, own: int) -> None:
    """Whoever has raised it, or switched the collector off by it, knows why."""
    gc.set_threshold(own, 11, 12)
    with garbage_collector.collect_less_often(optimized.app):
        raised = young()
    assert (raised, young()) == (own, own)


def test_a_collector_that_is_off_is_left_alone(optimized: Built) -> None:
    """Where nothing is collected, nothing has to be less often."""
    gc.disable()
    with garbage_collector.collect_less_often(optimized.app):
        assert young() == 701


def test_a_threshold_that_somebody_sets_during_a_build_stays(optimized: Built) -> None:
    """It is not ours to put back."""
    with garbage_collector.collect_less_often(optimized.app):
        gc.set_threshold(5_000, 11, 12)
    assert young() == 5_000


def test_the_threshold_stays_until_the_last_build_has_ended(optimized: Built) -> None:
    """The one that began first ends first, as it may in threads."""
    first = garbage_collector.collect_less_often(optimized.app)
    second = garbage_collector.collect_less_often(optimized.app)
    seen = []
    for step in (first.__enter__, second.__enter__):
        step()
        seen.append(young())
    for context in (first, second):
        context.__exit__(None, None, None)
        seen.append(young())
    assert seen == [garbage_collector.RARELY] * 3 + [701]


def test_nothing_is_frozen_in_a_process_of_somebody_else(optimized: Built) -> None:
    """An application that is frozen and never built would never be freed."""
    before = gc.get_freeze_count()
    with garbage_collector.load_without_collecting(optimized.app):
        pass
    with garbage_collector.collect_less_often(optimized.app):
        assert gc.get_freeze_count() == before


MODULE = (sys.executable, "-m", "sphinx")
SCRIPT = (str(Path(sys.executable).with_name("sphinx-build")),)


def sphinx_build(site: Site, program: Sequence[str] = MODULE) -> str:
    """Return what the process of ``sphinx-build`` prints that builds *site*."""
    command = [*program, "-q", str(site.source), str(site.root / "out")]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("program", [MODULE, SCRIPT], ids=["module", "script"])
def test_sphinx_build_passes_over_what_stays(site: Site, program: Sequence[str]) -> None:
    """During the build what was there before is frozen, and afterwards it is not."""
    site.write({"index.md": "# Index\n", "conf.py": CONF + FROZEN})
    assert sphinx_build(site, program) == "True\nFalse\n"


@pytest.mark.parametrize(
    ("more", "seen"), [("", ""), ('eventreport_optimize = {"process_end": False}\n', "seen")]
)
def test_sphinx_build_ends_without_a_last_look(site: Site, more: str, seen: str) -> None:
    """Python frees a cycle that nobody frees before, if it looks for cycles at the end."""
    site.write({"index.md": "# Index\n", "conf.py": CONF + AT_THE_END + more})
    assert sphinx_build(site) == seen


def test_another_process_ends_as_ever(site: Site) -> None:
    """One that calls Sphinx and goes on has an end of its own."""
    site.write({"index.md": "# Index\n", "conf.py": CONF + AT_THE_END})
    code = (
        f"from sphinx.cmd.build import main; main(['-q', {str(site.source)!r}, {str(site.root / 'out')!r}])"
    )
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ended.stdout == "seen"
