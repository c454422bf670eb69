"""What a process does before it does anything: each build, each worker and each command begins with it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sphinx_eventreport

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(sphinx_eventreport.__file__).parent
IMPORT = "import sphinx_eventreport.sphinx_ext.extension, sphinx_eventreport.optimize.extension"
BUILD = "from sphinx.cmd.build import main; main(['-q', 'docs', 'out'])"
LATER = (
    "sphinx_eventreport.archive",
    "sphinx_eventreport.checking",
    "sphinx_eventreport.cli",
    "sphinx_eventreport.importing",
    "sphinx_eventreport.decks.drawing",
    "sphinx_eventreport.decks.opening",
    "sphinx_eventreport.decks.reading",
    "asyncio",
    "bs4",
    "distributed",
    "html5lib",
    "jsonschema",
    "multiprocessing.pool",
    "pagefind",
    "pebble",
    "pypdfium2",
)
"""Rooms, and packages of others, that a build without a deck does not need."""


def loaded_by(code: str, folder: Path) -> set[str]:
    """Return which of `LATER` a new interpreter in *folder* has loaded after *code*."""
    told = f"import atexit, os, sys\nos._exit = lambda *_code: None\n{code}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=folder, capture_output=True, text=True, check=True
    )
    names = done.stdout.split()
    return {later for later in LATER if any(f"{name}.".startswith(f"{later}.") for name in names)}


def test_the_import_of_the_extension_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    """What commands and decks need is imported by them."""
    assert loaded_by(IMPORT, tmp_path) == set()


def test_a_build_without_a_change_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    """Nor does any listener of a build import more."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "conf.py").write_text('extensions = ["sphinx_eventreport"]\n', encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text("# Moss\n", encoding="utf-8")
    assert (loaded_by(BUILD, tmp_path), loaded_by(BUILD, tmp_path)) == (set(), set())


def compiled_at_import(tree: ast.AST) -> Iterator[int]:
    """Yield the lines of *tree* that compile an expression, but for those of functions."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
            yield node.lineno
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            yield from compiled_at_import(node)


@pytest.mark.parametrize(
    "code", ["A = re.compile('a')", "A = [re.compile('a')]", "class A:\n    a = re.compile('a')"]
)
def test_what_compiles_at_import_is_seen(code: str) -> None:
    """In a list and in a class as well."""
    assert list(compiled_at_import(ast.parse(code))) != []


def test_no_expression_is_compiled_at_import() -> None:
    """There are hundreds; use `core.lazy_regex`."""
    found = [
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line in compiled_at_import(ast.parse(path.read_bytes()))
    ]
    assert found == []
