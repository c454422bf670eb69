"""Nothing is written but by `OutputFolder`, which refuses to leave its folder."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import sphinx_eventreport

PACKAGE = Path(sphinx_eventreport.__file__).parent
DOOR = PACKAGE / "core" / "files" / "output.py"
METHODS = frozenset(
    "write_bytes write_text mkdir makedirs rename renames symlink symlink_to hardlink_to link copy copy2 "
    "copyfile copytree move mkstemp mkdtemp NamedTemporaryFile TemporaryDirectory".split()
)
MODULES = frozenset({"os", "shutil", "tempfile"})
ALSO_OF_OTHERS = frozenset({"copy", "move", "link", "rename"})
"""Methods of dictionaries and nodes have these names as well; only as functions of MODULES do they count."""


def writes(call: ast.Call) -> bool:
    """Return whether *call* writes, moves or makes a file or a folder."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    of_module = isinstance(owner, ast.Name) and owner.id in MODULES
    if name in ALSO_OF_OTHERS:
        return of_module
    if name == "replace":
        # That of text takes two arguments, that of a date or record takes names.
        return owner is not None and (of_module or (len(call.args) == 1 and not call.keywords))
    if name == "open" and not (call.args and ast.unparse(call.args[0]) == "os.devnull"):
        values = [*call.args, *(keyword.value for keyword in call.keywords)]
        modes = {value.value for value in values if isinstance(value, ast.Constant)}
        return of_module or any(isinstance(mode, str) and set(mode) & set("wax+") for mode in modes)
    return name in METHODS


@pytest.mark.parametrize(
    "code",
    [
        "path.write_bytes(b'')",
        "path.open('ab')",
        "open(path, mode='w')",
        "os.open(path, flags)",
        "path.replace(other)",
        "os.replace(path, other)",
        "shutil.copy(path, other)",
        "path.parent.mkdir(parents=True)",
    ],
)
def test_what_writes_is_seen(code: str) -> None:
    """Each way in which Python writes a file."""
    assert any(writes(node) for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))


@pytest.mark.parametrize(
    "code", ["text.replace('a', 'b')", "replace(record, a=1)", "node.copy()", "path.open('rb')", "f.write(x)"]
)
def test_what_does_not_write_is_not_seen(code: str) -> None:
    """Others have methods of the same names."""
    assert not any(writes(node) for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))


def test_files_are_written_through_one_door() -> None:
    """So that none is ever written out of its folder; use `core.files.output.OutputFolder`."""
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_bytes()))
        if path != DOOR and isinstance(node, ast.Call) and writes(node)
    ]
    assert found == []
