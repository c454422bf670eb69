from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Slide
from sphinx_eventreport.decks.entry_files import LIST, EntryFiles
from sphinx_eventreport.decks.model import DeckContent, Failure, Limits, Picture
from sphinx_eventreport.decks.store import PictureNames, Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = "0a" * 32
OTHER = "0b" * 32
NAMES = PictureNames(KEY, "talk", "webp", thumbnails=True)
CONTENT = DeckContent("Title", 2, tuple(Slide(number, width=16.0, height=9.0) for number in (1, 2)))
PROBLEM = Problem(Subtype.DECK, "It is broken", hint="mend it")
PASSING = replace(PROBLEM, may_pass=True)
LIMITS = Limits(10, 100)
PICTURE = Picture(1, 16, 9, b"large", b"small")
DAY = 86_400


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return an empty store, in a folder that does not exist yet."""
    return Store(tmp_path / "new" / "store")


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond *size* bytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_empty(store: Store) -> None:
    """An empty store has nothing."""
    found = (store.read_content(KEY), store.read_failure(KEY, LIMITS), store.missing(NAMES, [2, 1, 2]))
    assert found == (None, None, (2, 1))


def test_content_is_kept(store: Store) -> None:
    """A text is there for the next build."""
    store.write_content(KEY, CONTENT)
    assert Store(store.folder).read_content(KEY) == CONTENT


def test_content_is_kept_under_its_key(store: Store) -> None:
    """A text is that of one key."""
    store.write_content(KEY, CONTENT)
    assert store.read_content(OTHER) is None


@pytest.mark.parametrize("damage", [b"", b"\xff\x00", b"{", b"[]", b'{"title": "A"}'])
def test_damaged_content_is_absent(store: Store, damage: bytes) -> None:
    """A file that was damaged is as good as none."""
    store.write_content(KEY, CONTENT)
    (file,) = store.folder.rglob("*.json")
    file.write_bytes(damage)
    assert store.read_content(KEY) is None


def test_failure_is_kept(store: Store) -> None:
    """What cannot be had is not tried again, however large the limits."""
    store.write_failure(KEY, Failure(PROBLEM, lasting=True))
    assert store.read_failure(KEY, Limits(9e9, 10**9)) == PROBLEM


@pytest.mark.parametrize(
    ("limits", "known"),
    [
        (LIMITS, True),
        (Limits(5, 50), True),
        (Limits(11, 100), False),
        (Limits(10, 101), False),
        (Limits(11, 50), False),
    ],
)
def test_failure_from_limits_holds_for_no_larger_ones(store: Store, limits: Limits, *, known: bool) -> None:
    """What was too slow or too large is tried again when one of the limits was raised."""
    store.write_failure(KEY, Failure(PASSING, LIMITS, lasting=True))
    assert (store.read_failure(KEY, limits) == PASSING) is known


@pytest.mark.parametrize(("limits", "known"), [(LIMITS, False), (None, True)], ids=["limits", "bad bytes"])
def test_a_failure_of_an_earlier_build(store: Store, limits: Limits | None, *, known: bool) -> None:
    """What took too long is tried again in the next build; bytes that are bad are not."""
    store.write_failure(KEY, Failure(PASSING if limits else PROBLEM, limits, lasting=True))
    later = replace(store, begun=time.time() + 1)
    assert (later.read_failure(KEY, LIMITS) is not None) is known


def test_picture_is_kept(store: Store) -> None:
    """A picture and its thumbnail are files."""
    store.write_picture(NAMES, PICTURE)
    files = store.picture(NAMES, 1), store.picture(NAMES, 1, thumbnail=True)
    assert [file.read_bytes() for file in files] == [b"large", b"small"]


def test_picture_has_a_name_of_its_own(store: Store) -> None:
    """The name says deck and page, and the key tells apart what is called the same."""
    assert store.picture(NAMES, 7).name == "talk-0a0a0a0a0a0a-0007.webp"


def test_thumbnail_has_a_name_of_its_own(store: Store) -> None:
    """A thumbnail is told from its picture."""
    assert store.picture(NAMES, 7, thumbnail=True).name == "talk-0a0a0a0a0a0a-0007-thumbnail.webp"


def test_pictures_can_be_read_by_all(store: Store) -> None:
    """Whatever copies a picture to a web server, with its permissions or without, others can read it."""
    store.write_picture(NAMES, PICTURE)
    umask = os.umask(0)
    os.umask(umask)
    assert store.picture(NAMES, 1).stat().st_mode & 0o777 == 0o666 & ~umask


def test_drawn_pages_are_not_missing(store: Store) -> None:
    """Only what is not drawn is missing."""
    store.write_picture(NAMES, PICTURE)
    assert store.missing(NAMES, [1, 2]) == (2,)


def test_page_without_its_thumbnail_is_missing(store: Store) -> None:
    """A page is drawn again if its thumbnail is not there."""
    store.write_picture(NAMES, Picture(1, 16, 9, b"large"))
    assert store.missing(NAMES, [1]) == (1,)


def test_page_that_needs_no_thumbnail(store: Store) -> None:
    """Where no thumbnails are wanted, a picture is enough."""
    names = PictureNames(KEY, "talk", "png", thumbnails=False)
    store.write_picture(names, Picture(1, 16, 9, b"large"))
    assert store.missing(names, [1]) == ()


def test_empty_picture_is_missing(store: Store) -> None:
    """A file that a loss of power left empty is drawn again."""
    store.write_picture(NAMES, PICTURE)
    store.picture(NAMES, 1).write_bytes(b"")
    assert store.missing(NAMES, [1]) == (1,)


@pytest.mark.parametrize("damage", [b"lar", b"\0" * 5, b"large and more"], ids=["cut", "zeroed", "longer"])
@pytest.mark.parametrize("thumbnail", [False, True])
def test_damaged_picture_is_missing(store: Store, damage: bytes, *, thumbnail: bool) -> None:
    """A picture that is not as it was written is drawn again, and so is a page whose small one is not."""
    store.write_picture(NAMES, PICTURE)
    store.picture(NAMES, 1, thumbnail=thumbnail).write_bytes(damage)
    assert store.missing(NAMES, [1]) == (1,)


def test_picture_that_is_written_again_is_there(store: Store) -> None:
    """What is drawn in the place of a damaged picture counts."""
    store.write_picture(NAMES, PICTURE)
    store.picture(NAMES, 1).write_bytes(b"lar")
    store.write_picture(NAMES, PICTURE)
    assert store.missing(NAMES, [1]) == ()


def test_picture_that_nobody_wrote_is_missing(store: Store) -> None:
    """A file of which it is not known what it was is not shown."""
    store.write_picture(NAMES, PICTURE)
    store.picture(NAMES, 2).write_bytes(b"large")
    store.picture(NAMES, 2, thumbnail=True).write_bytes(b"small")
    assert store.missing(NAMES, [2]) == (2,)


def test_copied_store_is_as_good(store: Store, tmp_path: Path) -> None:
    """A store that a cache brought back, with other times, has its pictures."""
    store.write_picture(NAMES, PICTURE)
    copy = Store(tmp_path / "copy")
    shutil.copytree(store.folder, copy.folder, copy_function=shutil.copyfile)
    assert copy.missing(NAMES, [1]) == ()


def test_copied_store_is_read_once(store: Store, tmp_path: Path) -> None:
    """That its pictures are whole is written down: a copy that is looked through once stays so."""
    store.write_picture(NAMES, PICTURE)
    copy = Store(tmp_path / "copy")
    shutil.copytree(store.folder, copy.folder, copy_function=shutil.copyfile)
    copy.missing(NAMES, [1])
    (listed,) = copy.folder.rglob(LIST)
    before = listed.stat().st_mtime_ns
    copy.missing(NAMES, [1])
    assert (listed.read_text().count("\n"), listed.stat().st_mtime_ns) == (2, before)


def test_exchanged_text_is_absent(store: Store) -> None:
    """A text that can be read and is not the one that was written is not believed."""
    store.write_content(KEY, CONTENT)
    (file,) = store.folder.rglob("*.json")
    file.write_bytes(file.read_bytes().replace(b"Title", b"Titan"))
    assert store.read_content(KEY) is None


@pytest.mark.parametrize("damage", ["", "half a line", "a b c d e", "\0\0\n\udcff"])
def test_damaged_list_costs_its_entry(store: Store, damage: str) -> None:
    """Where the list of what was written is damaged, nothing is believed, and nothing raises."""
    store.write_picture(NAMES, PICTURE)
    (listed,) = store.folder.rglob(LIST)
    listed.write_bytes(damage.encode("utf-8", "surrogateescape"))
    assert store.missing(NAMES, [1]) == (1,)


def test_half_a_line_costs_the_next_one(store: Store) -> None:
    """After a line that a killed process left, one picture is drawn again, and the others are there."""
    store.write_picture(NAMES, PICTURE)
    (listed,) = store.folder.rglob(LIST)
    listed.write_bytes(listed.read_bytes() + b"0a0b0c 1")
    store.write_picture(NAMES, Picture(2, 16, 9, b"large", b"small"))
    store.write_picture(NAMES, Picture(3, 16, 9, b"large", b"small"))
    assert store.missing(NAMES, [1, 2, 3]) == (2,)


class Overtaken(EntryFiles):
    """Files of an entry into which another process writes the same file a moment later."""

    def write_whole(self, name: str, data: bytes) -> int:
        """Return the number of a file that is no longer there."""
        super().write_whole(name, data)
        return -1


def test_file_of_another_process_is_not_listed_by_this_one(tmp_path: Path) -> None:
    """Of two processes that write the same, the last one says what was written."""
    Overtaken(tmp_path).write("a.webp", b"ours")
    assert EntryFiles(tmp_path).is_intact("a.webp") is False


def test_file_that_is_gone_is_missing(store: Store) -> None:
    """A picture that somebody removed is drawn again, though the list has it."""
    store.write_picture(NAMES, PICTURE)
    store.picture(NAMES, 1).unlink()
    assert store.missing(NAMES, [1]) == (1,)


def test_page_that_does_not_exist_is_not_missing(store: Store) -> None:
    """A page known to have no picture is not asked for again."""
    store.write_absent(KEY, 2)
    assert store.missing(NAMES, [1, 2]) == (1,)


def test_folder_that_is_none(tmp_path: Path) -> None:
    """Where no folder can be made, each way to write returns a problem that says what to set."""
    file = tmp_path / "file"
    file.write_bytes(b"")
    store = Store(file)
    problems = [
        store.prepare(KEY),
        store.write_content(KEY, CONTENT),
        store.write_failure(KEY, Failure(PROBLEM)),
        store.write_picture(NAMES, PICTURE),
        store.write_absent(KEY, 1),
    ]
    assert ["eventreport_deck_store" in problem.hint for problem in problems if problem] == [True] * 5


def test_folder_that_is_none_has_nothing(tmp_path: Path) -> None:
    """Where no folder can be, nothing is found and nothing is removed."""
    store = Store(tmp_path / "file")
    store.folder.write_bytes(b"")
    store.touch(KEY)
    found = store.read_content(KEY), store.missing(NAMES, [1]), store.prune([])
    assert found == (None, (1,), 0)


def test_full_disk(store: Store) -> None:
    """A file for which there is no room is a problem, and nothing of it stays."""
    with room_for(3):
        problem = store.write_picture(NAMES, Picture(1, 16, 9, b"large", b"s"))
    assert problem
    assert [file.name for file in store.folder.rglob("*0001*") if file.is_file()] == [
        store.picture(NAMES, 1, thumbnail=True).name
    ]


def test_full_disk_leaves_no_temporary_file(store: Store) -> None:
    """What could not be written whole is removed at once."""
    with room_for(3):
        store.write_picture(NAMES, PICTURE)
    assert list(store.folder.rglob("*.tmp")) == []


def test_prepare_leaves_nothing(store: Store) -> None:
    """A folder that can be written is no problem, and is as it was."""
    assert store.prepare(KEY) is None
    assert [file for file in store.folder.rglob("*") if file.is_file()] == []


def test_read_only_folder_serves_what_it_has(store: Store) -> None:
    """Reading writes nothing, so a folder that is only there to be read will do."""
    store.write_content(KEY, CONTENT)
    store.write_picture(NAMES, PICTURE)
    entry = store.picture(NAMES, 1).parent
    entry.chmod(0o500)
    before = sorted(entry.iterdir())
    found = store.read_content(KEY), store.missing(NAMES, [1])
    store.touch(KEY)
    after = sorted(entry.iterdir())
    entry.chmod(0o700)
    assert found == (CONTENT, ())
    assert before == after


def later(store: Store, seconds: float) -> Store:
    """Return *store* so many seconds later."""
    return Store(store.folder, lambda: store.clock() + seconds)


def test_prune_keeps_what_is_used(store: Store) -> None:
    """An entry that is used stays, all others go."""
    store.write_content(KEY, CONTENT)
    store.write_content(OTHER, CONTENT)
    assert store.prune([KEY]) == 1
    assert (store.read_content(KEY), store.read_content(OTHER)) == (CONTENT, None)


def test_prune_keeps_what_was_used_lately(store: Store) -> None:
    """Another branch's build finds what it used within the time given."""
    store.write_content(KEY, CONTENT)
    later(store, 2 * DAY).prune([], timedelta(days=3))
    assert store.read_content(KEY) == CONTENT


def test_prune_removes_what_was_not_used_for_long(store: Store) -> None:
    """What nobody used for the time given goes."""
    store.write_content(KEY, CONTENT)
    later(store, 4 * DAY).prune([], timedelta(days=3))
    assert store.read_content(KEY) is None


def test_what_is_touched_was_used(store: Store) -> None:
    """The time of an entry is that of its last use, not of its making."""
    store.write_content(KEY, CONTENT)
    later(store, 3 * DAY).touch(KEY)
    later(store, 4 * DAY).prune([], timedelta(days=3))
    assert store.read_content(KEY) == CONTENT


def test_use_is_noted_once_a_day(store: Store) -> None:
    """A second use within a day changes nothing on disk."""
    store.write_content(KEY, CONTENT)
    (entry,) = store.folder.glob("*/*")
    before = entry.stat().st_mtime_ns
    later(store, DAY / 2).touch(KEY)
    assert entry.stat().st_mtime_ns == before


@pytest.mark.parametrize(("age", "left"), [(60, 1), (2 * 3_600, 0)])
def test_prune_removes_old_temporary_files(store: Store, age: float, left: int) -> None:
    """What a killed process left goes once no process can be writing it any more."""
    store.write_content(KEY, CONTENT)
    (entry,) = store.folder.glob("*/*")
    (entry / "cafe.tmp").write_bytes(b"half")
    later(store, age).prune([KEY])
    assert len(list(entry.glob("*.tmp"))) == left


def test_prune_touches_nothing_else(store: Store) -> None:
    """In a folder that is used for other things too, only entries are removed."""
    others = [store.folder / "docs" / KEY, store.folder / "0a" / "notes", store.folder / "0a" / "readme.txt"]
    for folder in others[:2]:
        folder.mkdir(parents=True)
    others[2].write_text("mine")
    store.prune([])
    assert all(other.exists() for other in others)


def test_prune_of_what_another_process_removes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry that is gone in the meantime is nobody's trouble."""
    store.write_content(KEY, CONTENT)
    (entry,) = store.folder.glob("*/*")
    monkeypatch.setattr(Store, "_entries", lambda _: iter([entry.with_name(OTHER), entry]))
    assert later(store, DAY).prune([], timedelta(hours=1)) == 1


def test_nothing_is_written_out_of_a_store(store: Store, tmp_path: Path) -> None:
    """A folder in it may be a link: a store may come with the sources."""
    (tmp_path / "elsewhere").mkdir()
    store.folder.mkdir(parents=True)
    (store.folder / KEY[:2]).symlink_to(tmp_path / "elsewhere")
    problem = store.write_content(KEY, CONTENT)
    assert problem is not None
    assert "leads out of" in problem.message
    assert not list((tmp_path / "elsewhere").iterdir())


def test_nothing_is_removed_out_of_a_store(store: Store, tmp_path: Path) -> None:
    """What a link leads to is not pruned."""
    kept = Store(tmp_path / "elsewhere")
    kept.write_content(KEY, CONTENT)
    store.folder.mkdir(parents=True)
    (store.folder / KEY[:2]).symlink_to(kept.folder / KEY[:2])
    assert store.prune([]) == 0
    assert kept.read_content(KEY) == CONTENT


WRITERS = """
import os, random, signal, sys, time
from pathlib import Path
from sphinx_eventreport.decks.model import Picture
from sphinx_eventreport.decks.store import PictureNames, Store

store = Store(Path(sys.argv[1]))
names = PictureNames("0a" * 32, "talk", "webp", thumbnails=False)

def write():
    while True:
        size = random.randrange(1, 2_000_000)
        store.write_picture(names, Picture(1, 16, 9, bytes([size % 256]) * size + b"end"))

def begin():
    child = os.fork()
    if not child:
        write()
    return child

found = broken = 0
for _ in range(25):
    writers = [begin() for _ in range(int(sys.argv[2]))]
    until = time.monotonic() + random.random() / 25
    while True:
        if not store.missing(names, [1]):
            data = store.picture(names, 1).read_bytes()
            found += 1
            broken += not data.endswith(b"end") or data[:-3] != data[:1] * (len(data) - 3)
        if time.monotonic() > until:
            break
    for writer in writers:
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
print(found, broken)
"""


@pytest.mark.parametrize("writers", [1, 2], ids=["one", "two"])
def test_no_file_is_ever_half_written(tmp_path: Path, writers: int) -> None:
    """Whenever writers are killed, and while two write the same, a reader finds a whole picture or none."""
    command = [sys.executable, "-c", WRITERS, str(tmp_path), str(writers)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found, broken = map(int, done.stdout.split())
    assert found > 0
    assert broken == 0


def test_what_killed_writers_left_goes(tmp_path: Path) -> None:
    """After many kills, an entry holds the picture alone as soon as the store was pruned."""
    subprocess.run([sys.executable, "-c", WRITERS, str(tmp_path), "2"], capture_output=True, check=True)
    store = Store(tmp_path)
    later(store, DAY).prune([KEY])
    assert list(tmp_path.rglob("*.*")) == [store.picture(NAMES, 1)]
