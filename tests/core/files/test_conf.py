"""The values of a ``conf.py``, read without running it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_eventreport.core.files.conf import Written, read_conf


@pytest.mark.parametrize(
    ("conf", "expected"),
    [
        ("a = 1\n", {"a": Written(1, 1)}),
        ("a = b = [1]\n", {"a": Written([1], 1), "b": Written([1], 1)}),
        ("a: int = 1\nb: int\n", {"a": Written(1, 1)}),
        ("a = [1]\na += [2]\n", {"a": Written([1, 2], 2)}),
        ("a = [1]\na += b\n", {"a": Written([1], 1)}),
        ("a += [1]\n", {}),
        ("a = 1\na += 1\nb.c += [1]\n", {"a": Written(1, 1)}),
        ("a = b()\nc.d = 1\nimport e\n", {}),
        ("a = [", {}),
    ],
    ids=[
        *("a value", "two names", "annotated", "added to", "added by a computation", "added to nothing"),
        *("added to a number", "computed", "no Python"),
    ],
)
def test_what_is_written_out_is_read(tmp_path: Path, conf: str, expected: dict[str, Written]) -> None:
    """With its line."""
    path = tmp_path / "conf.py"
    path.write_text(conf, "utf-8")
    assert read_conf(path) == expected


def test_a_file_that_is_not_there_says_nothing() -> None:
    """Nor is it an error."""
    assert read_conf(Path("nowhere", "conf.py")) == {}
