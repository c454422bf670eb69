from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from support.web_server import PDF

from sphinx_eventreport.archive.model import HostedDeck, Limits, Mode, Place, Status
from sphinx_eventreport.archive.partial import part_of
from sphinx_eventreport.archive.run import Archiver
from sphinx_eventreport.archive.store import Store, open_store
from sphinx_eventreport.core.files.output import OutsideFolderError

if TYPE_CHECKING:
    from pathlib import Path

    from support.web_server import WebServer

    from sphinx_eventreport.archive.model import Outcome
    from sphinx_eventreport.core.files.archive_lock import ArchivedDeck

LIMITS = Limits(timeout=1, total=5, attempts=1, backoff=0, allow_private=True)
NEW = PDF.replace(b"obj", b"OBJ")


def run(web: WebServer, source: Path, path: str = "/good/x.pdf", mode: Mode = Mode.ARCHIVE) -> Outcome:
    """Archive one deck as a new process would."""
    store, problems = open_store(source)
    assert problems == ()
    archiver = Archiver(store, mode, LIMITS, date(2025, 6, 1), lambda _size, _total: None)
    return archiver.archive(HostedDeck(web.url + path, (Place("x.md", 3),)))


def entry_of(source: Path) -> ArchivedDeck:
    """Return the only entry of the lock file."""
    (entry,) = open_store(source)[0].entries.values()
    return entry


def files(source: Path) -> dict[str, bytes]:
    """Return what is in the archive."""
    return {path.name: path.read_bytes() for path in (source / "_decks").glob("*")}


def test_a_deck_is_archived(web: WebServer, tmp_path: Path) -> None:
    """The copy stands where the lock file says."""
    assert run(web, tmp_path).status is Status.ARCHIVED
    assert (tmp_path / "_decks" / entry_of(tmp_path).path).read_bytes() == PDF


def test_the_lock_file_says_where_the_deck_came_from(web: WebServer, tmp_path: Path) -> None:
    """The address of the report, and the one at the end of its redirects."""
    run(web, tmp_path, "/hops/2/x.pdf")
    entry = entry_of(tmp_path)
    assert (entry.url, entry.final_url, entry.size, entry.retrieved) == (
        f"{web.url}/hops/2/x.pdf",
        f"{web.url}/good/x.pdf",
        len(PDF),
        date(2025, 6, 1),
    )


def test_an_archive_holds_nothing_else(web: WebServer, tmp_path: Path) -> None:
    """No part, no version, no temporary file stays."""
    run(web, tmp_path)
    assert set(files(tmp_path)) == {"archive.lock.json", entry_of(tmp_path).path}


@pytest.mark.parametrize("path", ["/good/x.pdf", "/plain/x.pdf", "/no_length/x.pdf"])
@pytest.mark.parametrize("mode", Mode)
def test_an_unchanged_deck_is_left_alone(web: WebServer, tmp_path: Path, path: str, mode: Mode) -> None:
    """By condition where the host knows one, else by its hash."""
    run(web, tmp_path, path)
    before = files(tmp_path)
    assert run(web, tmp_path, path, mode).status is Status.UNCHANGED
    assert files(tmp_path) == before


@pytest.mark.parametrize("path", ["/good/x.pdf", "/plain/x.pdf", "/no_length/x.pdf"])
@pytest.mark.parametrize("mode", [Mode.ARCHIVE, Mode.CHECK])
@pytest.mark.parametrize("body", [NEW, PDF + NEW, PDF[:3000] + b"%%EOF"])
def test_a_changed_deck_is_said_and_kept(
    web: WebServer, tmp_path: Path, path: str, mode: Mode, body: bytes
) -> None:
    """Of the same size or another, nothing on disk changes."""
    run(web, tmp_path, path)
    before, web.body = files(tmp_path), body
    assert run(web, tmp_path, path, mode).status is Status.CHANGED
    assert files(tmp_path) == before


def test_a_changed_deck_is_replaced_by_update(web: WebServer, tmp_path: Path) -> None:
    """The old copy goes, for no entry names it."""
    run(web, tmp_path)
    web.body = NEW
    assert run(web, tmp_path, mode=Mode.UPDATE).status is Status.ARCHIVED
    assert sorted(files(tmp_path).values(), key=len)[1:] == [NEW]


def run_page(web: WebServer, source: Path, mode: Mode = Mode.ARCHIVE, *, is_export: bool = False) -> Outcome:
    """Archive the deck of a page that is no PDF itself."""
    store = open_store(source)[0]
    archiver = Archiver(store, mode, LIMITS, date(2025, 6, 1), lambda _size, _total: None)
    page, file = f"{web.url}/status/404/page", f"{web.url}/plain/x.pdf"
    return archiver.archive(HostedDeck(page, (Place("x.md", 3),), file, is_export))


def test_the_file_behind_a_page_is_archived(web: WebServer, tmp_path: Path) -> None:
    """And kept under the address of the page, which reports name."""
    assert run_page(web, tmp_path).status is Status.ARCHIVED
    assert entry_of(tmp_path).url == f"{web.url}/status/404/page"


def test_the_file_behind_a_page_is_compared(web: WebServer, tmp_path: Path) -> None:
    """Not the page, which may change as it likes."""
    run_page(web, tmp_path)
    assert run_page(web, tmp_path, Mode.CHECK).status is Status.UNCHANGED


def test_an_export_is_not_compared(web: WebServer, tmp_path: Path) -> None:
    """Its bytes are other ones each time, and say nothing of the slides."""
    run_page(web, tmp_path)
    web.body = NEW
    assert run_page(web, tmp_path, Mode.CHECK, is_export=True).status is Status.UNCHANGED


def test_an_export_is_replaced_by_update(web: WebServer, tmp_path: Path) -> None:
    """Who asks for it gets the one of today."""
    run_page(web, tmp_path)
    web.body = NEW
    assert run_page(web, tmp_path, Mode.UPDATE, is_export=True).status is Status.ARCHIVED


def test_a_dead_deck_keeps_its_copy(web: WebServer, tmp_path: Path) -> None:
    """And says so."""
    run(web, tmp_path)
    before = files(tmp_path)
    store = open_store(tmp_path)[0]
    dead = replace(entry_of(tmp_path), url=f"{web.url}/status/404/x.pdf")
    store.entries.clear()
    store.keep(dead)
    outcome = run(web, tmp_path, "/status/404/x.pdf", Mode.UPDATE)
    assert (outcome.status, outcome.hint.rpartition("; ")[2]) == (
        Status.DEAD,
        "the copy of 2025-06-01 stays",
    )
    assert set(files(tmp_path)) == set(before)


def test_a_lost_copy_is_brought_back(web: WebServer, tmp_path: Path) -> None:
    """The lock file says which deck it was."""
    run(web, tmp_path)
    copy = tmp_path / "_decks" / entry_of(tmp_path).path
    copy.write_bytes(b"damaged")
    assert (run(web, tmp_path).status, copy.read_bytes()) == (Status.ARCHIVED, PDF)


def test_a_lost_copy_is_not_replaced_by_another_deck(web: WebServer, tmp_path: Path) -> None:
    """That would need --update."""
    run(web, tmp_path)
    (tmp_path / "_decks" / entry_of(tmp_path).path).unlink()
    web.body = NEW
    assert (run(web, tmp_path).status, list(files(tmp_path))) == (Status.CHANGED, ["archive.lock.json"])


def test_check_says_that_a_copy_is_lost(web: WebServer, tmp_path: Path) -> None:
    """It brings nothing back."""
    run(web, tmp_path)
    (tmp_path / "_decks" / entry_of(tmp_path).path).unlink()
    assert run(web, tmp_path, mode=Mode.CHECK).status is Status.MISSING


@pytest.mark.parametrize(("path", "status"), [("/good/x.pdf", Status.MISSING), ("/html/x.pdf", Status.DEAD)])
def test_check_archives_nothing(web: WebServer, tmp_path: Path, path: str, status: Status) -> None:
    """It says whether a deck could be archived."""
    assert run(web, tmp_path, path, Mode.CHECK).status is status
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_another_entry_names_stays(web: WebServer, tmp_path: Path) -> None:
    """Two addresses with one file of one content have one copy."""
    run(web, tmp_path, "/good/x.pdf")
    run(web, tmp_path, "/plain/x.pdf")
    web.body = NEW
    run(web, tmp_path, "/good/x.pdf", Mode.UPDATE)
    store = open_store(tmp_path)[0]
    assert all(store.has_copy(entry) for entry in store.entries.values())


@pytest.mark.parametrize("step", ["replace", "unlink", "fsync"])
def test_an_end_at_any_moment_leaves_a_usable_archive(
    web: WebServer, tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ended before it moves, writes or removes a file, and run again, an update is whole."""
    run(web, tmp_path)
    web.body = NEW
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync" if step == "fsync" else f"pathlib.Path.{step}", _end)
        with pytest.raises(KeyboardInterrupt):
            run(web, tmp_path, mode=Mode.UPDATE)
    store = open_store(tmp_path)[0]
    assert [store.has_copy(entry) for entry in store.entries.values()] == [True]
    run(web, tmp_path, mode=Mode.UPDATE)
    assert (tmp_path / "_decks" / entry_of(tmp_path).path).read_bytes() == NEW


def _end(*_args: object, **_named: object) -> None:
    raise KeyboardInterrupt


def test_a_damaged_lock_file_is_a_problem(tmp_path: Path) -> None:
    """Nothing is archived over it."""
    (tmp_path / "_decks").mkdir()
    (tmp_path / "_decks" / "archive.lock.json").write_bytes(b"\xff{")
    assert len(open_store(tmp_path)[1]) == 1


def test_a_store_without_a_file_is_empty(tmp_path: Path) -> None:
    """The first run begins with nothing."""
    assert open_store(tmp_path)[0] == Store(tmp_path / "_decks")


def test_an_archive_that_is_elsewhere_is_not_written(tmp_path: Path) -> None:
    """Its folder may be a link that came with the sources."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "_decks").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutsideFolderError):
        open_store(tmp_path / "source")


def test_a_copy_in_a_folder_that_is_a_link_is_not_removed(web: WebServer, tmp_path: Path) -> None:
    """A lock file may name one, and the copy that takes its place has another name."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.pdf").write_bytes(PDF)
    run(web, tmp_path)
    (tmp_path / "_decks" / "linked").symlink_to(tmp_path / "elsewhere")
    store, _ = open_store(tmp_path)
    (entry,) = store.entries.values()
    store.keep(replace(entry, path="linked/x.pdf"))
    with pytest.raises(OutsideFolderError):
        store.keep(entry)
    assert (tmp_path / "elsewhere" / "x.pdf").read_bytes() == PDF


@pytest.mark.parametrize("suffix", ["", ".json"])
def test_a_download_does_not_follow_links(web: WebServer, tmp_path: Path, suffix: str) -> None:
    """Neither its bytes nor their version are written where a link leads."""
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    part = part_of(f"{web.url}/good/x.pdf", tmp_path / "_decks").path
    part.parent.mkdir()
    part.with_name(part.name + suffix).symlink_to(tmp_path / "mine")
    run(web, tmp_path)
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), IndexError("out of range")])
def test_a_deck_that_fails_costs_itself(
    web: WebServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """Whatever goes wrong with it, it is an outcome that says what."""

    def keep(_store: Store, _entry: ArchivedDeck) -> None:
        raise error

    monkeypatch.setattr(Store, "keep", keep)
    outcome = run(web, tmp_path)
    assert outcome.status is Status.FAILED
    assert str(error.args[-1]) in outcome.message


def test_a_reader_who_has_gone_ends_a_run(
    web: WebServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is nobody to be told about the rest."""

    def keep(_store: Store, _entry: ArchivedDeck) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(Store, "keep", keep)
    with pytest.raises(BrokenPipeError):
        run(web, tmp_path)


def test_a_long_header_of_an_old_lock_file_is_not_sent(web: WebServer, tmp_path: Path) -> None:
    """Its host would refuse the question, and the deck would look dead."""
    run(web, tmp_path)
    store, _ = open_store(tmp_path)
    (entry,) = store.entries.values()
    store.keep(replace(entry, etag='"' + "x" * 60_000 + '"'))
    assert run(web, tmp_path).status is Status.UNCHANGED
    assert "If-None-Match" not in web.asked[-1][1]
