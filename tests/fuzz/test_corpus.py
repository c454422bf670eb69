"""Every input in the corpora, as a test: without atheris, and what it found stays found."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
INPUTS = sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.relative_to(CORPUS).as_posix())
def test_no_input_breaks_a_promise(path: Path) -> None:
    """What the target promises holds for the input."""
    TARGETS[path.parent.name](path.read_bytes())


def test_every_target_has_inputs_to_begin_with() -> None:
    """A target without a corpus begins with nothing, and comes far too late to what matters."""
    assert {path.parent.name for path in INPUTS} == set(TARGETS)


def test_corpora_are_small() -> None:
    """They are read by every run of the tests: 64 kB for all of them."""
    assert sum(path.stat().st_size for path in INPUTS) < 2**16
