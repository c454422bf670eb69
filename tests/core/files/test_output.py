from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.files.output import OutputFolder, OutsideFolderError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_temporary_folder_goes_with_all_that_is_in_it() -> None:
    """And is there until then."""
    with OutputFolder.temporary("quay") as folder:
        folder.write("a/b", b"x")
        assert folder.path.name.startswith("quay-")
    assert not folder.path.exists()


OUTSIDE = [
    "../x",
    "a/../../x",
    "/x",
    "..",
    ".",
    "",
    "a/..",
    "../out-and-more/x",
    "a\0b",
    "linked/x",
    "linked",
]
WRITERS = {
    "place": lambda folder, name: folder.place(name),
    "write": lambda folder, name: folder.write(name, b"new"),
    "copy": lambda folder, name: folder.copy(folder.path / "here", name),
    "create": lambda folder, name: folder.create(name, b"new"),
    "open_end": lambda folder, name: folder.open_end(name),
    "move": lambda folder, name: folder.move("here", name),
    "move from": lambda folder, name: folder.move(name, "here"),
    "remove": lambda folder, name: folder.remove(name),
}


@pytest.fixture
def folder(tmp_path: Path) -> OutputFolder:
    """Return a folder with a file and a link that leads out of it to another."""
    for name in ("out/here", "elsewhere/x", "x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"old")
    (tmp_path / "out" / "linked").symlink_to(tmp_path / "elsewhere")
    return OutputFolder(tmp_path / "out")


def others(folder: OutputFolder) -> dict[str, bytes]:
    """Return all files beside *folder*."""
    found = (path for path in folder.path.parent.rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in found if not path.is_relative_to(folder.path)}


@pytest.mark.parametrize("name", [name for name in OUTSIDE if name != "linked"])
@pytest.mark.parametrize("writer", WRITERS)
def test_nothing_is_written_outside(folder: OutputFolder, writer: str, name: str) -> None:
    """Whichever way a name leads out of the folder, and whatever would be done there."""
    before = others(folder)
    with pytest.raises(OutsideFolderError, match="leads out of"):
        WRITERS[writer](folder, name)
    assert others(folder) == before


@pytest.mark.parametrize("name", ["x", "a/b/x", "./x", "a/../x", "..x", "a/..b/x"])
def test_a_file_is_written(folder: OutputFolder, name: str) -> None:
    """Below the folder, in folders that need not be there."""
    folder.write(name, b"new")
    assert (folder.path / name).resolve().read_bytes() == b"new"


def test_a_whole_path_is_a_name(folder: OutputFolder) -> None:
    """As long as it is that of a file in the folder."""
    assert folder.place(folder.path / "a" / "x") == folder.path / "a" / "x"


def test_a_folder_below_the_current_one(folder: OutputFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path without a beginning stays one, and `..` is no way out of it."""
    monkeypatch.chdir(folder.path)
    here = OutputFolder(type(folder.path)())
    assert str(here.place("a/x")) == "a/x"
    with pytest.raises(OutsideFolderError):
        here.place("../x")


def test_a_folder_may_be_a_link_itself(folder: OutputFolder) -> None:
    """Whoever names it means it."""
    OutputFolder(folder.path / "linked").write("y", b"new")
    assert (folder.path.parent / "elsewhere" / "y").read_bytes() == b"new"


def test_a_link_in_place_of_a_file_is_replaced(folder: OutputFolder) -> None:
    """What it leads to is left alone."""
    (folder.path / "a").symlink_to(folder.path.parent / "x")
    folder.write("a", b"new")
    assert ((folder.path / "a").read_bytes(), (folder.path.parent / "x").read_bytes()) == (b"new", b"old")


@pytest.mark.parametrize("writer", ["create", "open_end"])
def test_a_link_in_place_of_a_file_is_not_followed(folder: OutputFolder, writer: str) -> None:
    """Where a file would be continued, or begun."""
    (folder.path / "a").symlink_to(folder.path.parent / "x")
    with pytest.raises(OSError, match=r"symbolic|exists"):
        WRITERS[writer](folder, "a")


def test_nothing_else_is_left(folder: OutputFolder) -> None:
    """A file that is written has no companions afterwards."""
    folder.write("new/x", b"new", durable=True)
    assert [path.name for path in (folder.path / "new").iterdir()] == ["x"]


def test_a_file_that_cannot_be_written_leaves_nothing(folder: OutputFolder) -> None:
    """Its temporary file is removed as well."""
    (folder.path / "new" / "x").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        folder.write("new/x", b"new")
    assert [path.name for path in (folder.path / "new").iterdir()] == ["x"]


def test_the_number_is_that_of_the_file(folder: OutputFolder) -> None:
    """By which a writer can tell that nobody else has written since."""
    assert folder.write("x", b"new") == (folder.path / "x").stat().st_ino


def test_what_there_is_is_not_created(folder: OutputFolder) -> None:
    """A file of somebody else stays."""
    with pytest.raises(FileExistsError):
        folder.create("here", b"new")


def test_a_file_is_created(folder: OutputFolder) -> None:
    """Where there is none, and its place is returned."""
    assert folder.create("a/x", b"new").read_bytes() == b"new"


def test_a_file_is_continued(folder: OutputFolder) -> None:
    """Behind what is there."""
    with folder.open_end("here") as file:
        file.write(b", new")
    assert (folder.path / "here").read_bytes() == b"old, new"


def test_a_file_is_moved(folder: OutputFolder) -> None:
    """Into a folder that is made."""
    folder.move("here", "a/there")
    assert (folder.path / "a" / "there").read_bytes() == b"old"


def test_a_file_is_removed(folder: OutputFolder) -> None:
    """And it is no matter if it is gone already."""
    folder.remove("here")
    folder.remove("here")
    assert not (folder.path / "here").exists()


def test_a_file_is_copied(folder: OutputFolder) -> None:
    """From wherever it is, in place of what is there."""
    folder.copy(folder.path.parent / "x", "here")
    assert ((folder.path / "here").read_bytes(), (folder.path.parent / "x").read_bytes()) == (b"old", b"old")


def test_folders_are_removed_that_nothing_is_in(tmp_path: Path) -> None:
    """Up to the first with something in it, and never the folder itself."""
    folder = OutputFolder(tmp_path / "out")
    for name in ("a/b/c/one.html", "a/two.html", "d/e/three.html"):
        folder.write(name, b"")
    for name in ("a/b/c/one.html", "d/e/three.html"):
        folder.remove(name)
        folder.remove_folders(name)
    folder.remove_folders("gone/four.html")
    assert sorted(path.name for path in folder.path.rglob("*")) == ["a", "two.html"]


def test_the_folder_of_the_output_stays(tmp_path: Path) -> None:
    """However empty it is."""
    OutputFolder(tmp_path).remove_folders("one.html")
    assert tmp_path.is_dir()


def test_a_folder_in_a_folder_is_looked_at_once(folder: OutputFolder) -> None:
    """Its files are below the other one."""
    folder.folder("s/deck/").write("3.html", b"new")
    assert (folder.path / "s" / "deck" / "3.html").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["../elsewhere", "linked", "linked/deeper"])
def test_a_folder_that_leads_out_is_not_written_into(folder: OutputFolder, name: str) -> None:
    """By its name, or as a link."""
    with pytest.raises(OutsideFolderError):
        folder.folder(name)


def test_what_is_not_bytes_leaves_nothing(folder: OutputFolder) -> None:
    """Whatever ends the writing, the temporary file goes."""
    with pytest.raises(TypeError):
        folder.write("new/x", "text")  # type: ignore[arg-type]
    assert list((folder.path / "new").iterdir()) == []
