"""What a record holds is said below each of its fields, where tools find it."""

from __future__ import annotations

import ast
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sphinx_eventreport

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(sphinx_eventreport.__file__).parent
# What each of its values is for is in the table beside it, which the reference page shows.
ELSEWHERE = {"sphinx_ext.config.values.ReportConfig"}


def records() -> Iterator[tuple[str, ast.ClassDef]]:
    """Yield the public dataclasses and named tuples, with their names from the package on."""
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and has_fields(node):
                yield f"{module}.{node.name}", node


def has_fields(node: ast.ClassDef) -> bool:
    """Return whether a class is a dataclass or a named tuple."""
    words = map(ast.unparse, (*node.decorator_list, *node.bases))
    return any(word.startswith(("dataclass", "NamedTuple")) for word in words)


def undocumented(node: ast.ClassDef) -> list[str]:
    """Return the public fields without a text below them."""
    return [
        ast.unparse(field.target)
        for field, below in pairwise([*node.body, ast.Pass()])
        if isinstance(field, ast.AnnAssign)
        and not ast.unparse(field.target).startswith("_")
        and not (isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant))
    ]


RECORDS = {name: node for name, node in records() if name not in ELSEWHERE}


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_has_a_text(name: str) -> None:
    """Whoever holds the record knows what is in it, and in which unit."""
    assert undocumented(RECORDS[name]) == []
