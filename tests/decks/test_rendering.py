from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from support import work
from support.odd_pdfs import DECK
from support.pdfs import slides

from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.decks import rendering
from sphinx_eventreport.decks.keys import DeckFile, deck_file
from sphinx_eventreport.decks.model import DeckContent, Limits, Picture, PictureOptions
from sphinx_eventreport.decks.rendering import LONGEST_PIECE, DrawRequest
from sphinx_eventreport.decks.store import PictureNames, Store
from sphinx_eventreport.decks.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

draw = partial(rendering.draw, drawer=work.draw)
contents = partial(rendering.contents, read=work.read)

LIMITS = Limits(20, 120)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    """Return two processes that all tests share."""
    with Workers(2, LIMITS) as shared:
        yield shared


@pytest.fixture
def idle() -> Iterator[Workers]:
    """Return workers that must not be asked to do anything."""

    def executor() -> ThreadPoolExecutor:
        pytest.fail("something was to be done")

    with Workers(2, LIMITS, executor) as workers:
        yield workers


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return an empty store."""
    return Store(tmp_path / "store")


@pytest.fixture
def deck(tmp_path: Path) -> Callable[..., DeckFile]:
    """Return a function that makes a deck out of text."""

    def make(text: str, password: str | None = None) -> DeckFile:
        path = tmp_path / f"{text[:4]}.pdf"
        path.write_text(text, "ascii")
        made = deck_file(path, password)
        assert isinstance(made, DeckFile)
        return made

    return make


def request(deck: DeckFile, *numbers: int) -> DrawRequest:
    """Ask for pages of *deck*, for all of them if there are no *numbers*."""
    return DrawRequest(deck, PictureOptions(), numbers or tuple(range(1, deck.path.stat().st_size + 1)))


def drawn(store: Store, asked: DrawRequest) -> list[int]:
    """Return which pages of a deck have a picture."""
    return [number for number in asked.numbers if store.picture(asked.names, number).exists()]


def test_content_is_read(deck: Callable[..., DeckFile], store: Store, workers: Workers) -> None:
    """The text of a deck comes from a worker."""
    assert contents(deck("four"), None, store, workers) == work.read(b"four", None, None)


def test_content_of_chosen_pages(deck: Callable[..., DeckFile], store: Store, workers: Workers) -> None:
    """Only the pages that are asked for are read."""
    content = contents(deck("four"), (2, 3), store, workers)
    assert isinstance(content, DeckContent)
    assert [slide.number for slide in content.slides] == [2, 3]


def test_content_is_read_once(
    deck: Callable[..., DeckFile], store: Store, workers: Workers, idle: Workers
) -> None:
    """The second time the text comes from the store."""
    first = contents(deck("four"), None, store, workers)
    assert contents(deck("four"), None, store, idle) == first


@pytest.mark.parametrize("text", ["broken", "crash", "grow"])
def test_problem_is_found_once(
    deck: Callable[..., DeckFile], store: Store, workers: Workers, idle: Workers, text: str
) -> None:
    """A PDF that cannot be read is not tried again."""
    first = contents(deck(text), None, store, workers)
    assert isinstance(first, Problem)
    assert contents(deck(text), None, store, idle) == first


def test_problem_from_limits_is_looked_into_with_larger_ones(
    deck: Callable[..., DeckFile], store: Store, workers: Workers
) -> None:
    """Who allows for more memory gets what needed it."""
    contents(deck("grow"), None, store, workers)
    with Workers(1, replace(LIMITS, megabytes=900)) as larger:
        assert isinstance(contents(deck("grow"), None, store, larger), DeckContent)


def test_wrong_password_is_forgotten(deck: Callable[..., DeckFile], store: Store, workers: Workers) -> None:
    """The right password opens what a wrong one did not."""
    contents(deck("four", "wrong"), None, store, workers)
    assert isinstance(contents(deck("four", "right"), None, store, workers), DeckContent)


def test_content_that_cannot_be_kept(deck: Callable[..., DeckFile], tmp_path: Path, workers: Workers) -> None:
    """Where the store cannot be written, the text is there all the same."""
    (tmp_path / "file").write_bytes(b"")
    assert isinstance(contents(deck("four"), None, Store(tmp_path / "file"), workers), DeckContent)


def test_file_that_goes_away(deck: Callable[..., DeckFile], store: Store, workers: Workers) -> None:
    """A PDF that is removed after it was looked at is a problem of this build only."""
    gone = deck("four")
    gone.path.unlink()
    problem = contents(gone, None, store, workers)
    deck("four")
    assert "FileNotFoundError" in str(problem)
    assert isinstance(contents(gone, None, store, workers), DeckContent)


def test_all_pages_are_drawn(deck: Callable[..., DeckFile], store: Store, workers: Workers) -> None:
    """Each page of each deck has a picture and a thumbnail."""
    asked = [request(deck("a" * 3)), request(deck("b" * 40))]
    assert draw(asked, store, workers) == {}
    assert [store.missing(one.names, one.numbers) for one in asked] == [(), ()]


def test_picture_is_that_of_its_page(deck: Callable[..., DeckFile], store: Store, workers: Workers) -> None:
    """A picture stands under the number of its page."""
    asked = request(deck("a" * 20))
    draw([asked], store, workers)
    assert store.picture(asked.names, 17).read_text().split()[0] == "17"


def test_long_deck_is_shared(
    deck: Callable[..., DeckFile], store: Store, workers: Workers, tmp_path: Path
) -> None:
    """A single long deck is drawn by both workers."""
    asked = request(deck(f"meet {tmp_path}" + 40 * "!"))
    draw([asked], store, workers)
    processes = {store.picture(asked.names, number).read_text().split()[1] for number in asked.numbers}
    assert len(processes) == 2


@pytest.mark.parametrize(
    ("pages", "workers", "longest"), [(1, 2, 1), (9, 2, 2), (24, 2, 3), (1_000, 2, LONGEST_PIECE)]
)
def test_pieces(pages: int, workers: int, longest: int) -> None:
    """Pieces are long enough to be worth a call and short enough for all workers to have some."""
    pieces = list(rendering._cut(range(pages), workers))  # noqa: SLF001 - Not seen from outside but in time.
    assert max(map(len, pieces)) == longest
    assert [number for piece in pieces for number in piece] == list(range(pages))


def test_second_time_nothing_is_drawn(
    deck: Callable[..., DeckFile], store: Store, workers: Workers, idle: Workers
) -> None:
    """What is drawn stays drawn, and no worker is asked."""
    asked = [request(deck("four"))]
    draw(asked, store, workers)
    assert draw(asked, store, idle) == {}


def test_only_missing_pages_are_drawn(deck: Callable[..., DeckFile], store: Store, workers: Workers) -> None:
    """Pages that a first build drew keep the picture it made."""
    text = deck("a" * 9)
    draw([request(text, 2, 3)], store, workers)
    before = store.picture(request(text).names, 2).stat()
    draw([request(text)], store, workers)
    after = store.picture(request(text).names, 2).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_pages_asked_for_twice_are_drawn_once(
    deck: Callable[..., DeckFile], store: Store, workers: Workers
) -> None:
    """Two reports that show the same pages do not cost more than one."""
    totals = []

    def progress(pictures: Iterator[str], total: int) -> Iterable[str]:
        totals.append((total, len(list(pictures))))
        return ()

    asked = request(deck("a" * 5))
    draw([asked, asked, request(asked.deck, 4, 5)], store, workers, progress)
    assert totals == [(5, 5)]


def test_progress_names_pictures(deck: Callable[..., DeckFile], store: Store, workers: Workers) -> None:
    """Whoever shows progress hears of each picture."""
    told = []

    def progress(pictures: Iterator[str], total: int) -> Iterable[str]:
        for picture in pictures:
            told.append((picture.rpartition("-")[2], total))
            yield picture

    draw([request(deck("ab"))], store, workers, progress)
    assert sorted(told) == [("0001.webp", 2), ("0002.webp", 2)]


def test_page_that_does_not_exist(
    deck: Callable[..., DeckFile], store: Store, workers: Workers, idle: Workers
) -> None:
    """A page that cannot be drawn is not asked for in each build again."""
    asked = request(deck("ab"), 1, 2, 3)
    draw([asked], store, workers)
    assert draw([asked], store, idle) == {}
    assert drawn(store, asked) == [1, 2]


@pytest.mark.parametrize("text", ["broken", "crash" + 95 * "!", "grow" + 96 * "!"])
def test_failing_deck_costs_itself(
    deck: Callable[..., DeckFile], store: Store, workers: Workers, text: str
) -> None:
    """All other decks are drawn when one fails, and the problem is that of the one."""
    good, bad = request(deck("a" * 30)), request(deck(text))
    problems = draw([bad, good], store, workers)
    assert list(problems) == [bad.names.key]
    assert len(drawn(store, good)) == 30


def test_hanging_deck_costs_its_time(deck: Callable[..., DeckFile], store: Store) -> None:
    """A deck that hangs is ended once, not once for each of its pieces."""
    asked = [request(deck("hang" + 96 * "!")), request(deck("good"))]
    with Workers(2, Limits(3, 120)) as workers:
        problems = draw(asked, store, workers)
    assert [problem.message for problem in problems.values()] == [
        "Reading or drawing the PDF took longer than 3 seconds"
    ]
    assert drawn(store, asked[1]) == [1, 2, 3, 4]


def test_failure_is_remembered(
    deck: Callable[..., DeckFile], store: Store, workers: Workers, idle: Workers
) -> None:
    """A deck that failed is not tried again, and its problem is there again."""
    asked = [request(deck("crash"))]
    first = draw(asked, store, workers)
    assert draw(asked, store, idle) == first != {}


def test_problem_of_a_password_is_not_remembered(
    deck: Callable[..., DeckFile], store: Store, workers: Workers
) -> None:
    """The pictures are the same with any password that opens the PDF, so a wrong one leaves no trace."""
    problems = draw([request(deck("four", "wrong"))], store, workers)
    assert list(problems.values()) == [work.BROKEN]
    assert draw([request(deck("four", "right"))], store, workers) == {}


def test_store_that_cannot_be_written(deck: Callable[..., DeckFile], tmp_path: Path, idle: Workers) -> None:
    """Where pictures cannot be kept, none is drawn, and each deck has a problem."""
    (tmp_path / "file").write_bytes(b"")
    asked = [request(deck("four")), request(deck("five"))]
    problems = draw(asked, Store(tmp_path / "file"), idle)
    assert ["eventreport_deck_store" in problem.hint for problem in problems.values()] == [True, True]


def test_store_that_becomes_full(
    deck: Callable[..., DeckFile], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When there is no room any more, decks that are drawn are fine, all others have the problem."""
    asked = [request(deck("four")), request(deck("a" * 40)), request(deck("five"))]
    full = Problem(work.BROKEN.subtype, "There is no room")
    write = Store.write_picture

    def write_of_four(store: Store, names: PictureNames, picture: Picture) -> Problem | None:
        return write(store, names, picture) if names.stem == "four" else full

    monkeypatch.setattr(Store, "write_picture", write_of_four)
    with Workers(2, executor=lambda: ThreadPoolExecutor(1)) as workers:
        problems = draw(asked, Store(tmp_path / "store"), workers)
    assert problems == {one.names.key: full for one in asked[1:]}


def test_executor_gets_bytes(deck: Callable[..., DeckFile], store: Store) -> None:
    """What is done on another machine needs no file of this one."""
    asked = request(deck("four"))
    with Workers(2, executor=lambda: ThreadPoolExecutor(1)) as workers:
        content = contents(asked.deck, None, store, workers)
        problems = draw([asked], store, workers)
    assert (content, problems) == (work.read(b"four", None, None), {})
    assert drawn(store, asked) == [1, 2, 3, 4]


def test_file_that_goes_away_before_it_is_sent(deck: Callable[..., DeckFile], store: Store) -> None:
    """A PDF that cannot be sent is a problem of this build only."""
    asked = request(deck("four"))
    asked.deck.path.unlink()
    with Workers(2, executor=lambda: ThreadPoolExecutor(1)) as workers:
        text = contents(asked.deck, None, store, workers)
        problems = draw([asked], store, workers)
    assert all("No such file" in str(problem) for problem in (text, *problems.values()))


def test_deck_with_an_odd_name(tmp_path: Path, workers: Workers) -> None:
    """A PDF becomes text and pictures, whatever its file is called."""
    path = tmp_path / "2026-012-Mills&{Queues} #1.pdf"
    path.write_bytes(DECK)
    deck = deck_file(path)
    assert isinstance(deck, DeckFile)
    store = Store(tmp_path)
    content = rendering.contents(deck, None, store, workers)
    assert isinstance(content, DeckContent)
    asked = DrawRequest(deck, PictureOptions(width=200), (1, content.page_count))
    assert rendering.draw([asked], store, workers) == {}
    assert drawn(store, asked) == list(asked.numbers)


def test_real_deck_in_an_executor(tmp_path: Path) -> None:
    """An executor of somebody else reads and draws a PDF as our processes do."""
    path = tmp_path / "tides.pdf"
    path.write_bytes(slides(("Tides",), ("Boats",)))
    deck = deck_file(path)
    assert isinstance(deck, DeckFile)
    store = Store(tmp_path / "store")
    asked = DrawRequest(deck, PictureOptions(width=200), (1, 2))
    with Workers(1, executor=lambda: ThreadPoolExecutor(1)) as workers:
        content = rendering.contents(deck, None, store, workers)
        assert rendering.draw([asked], store, workers) == {}
    assert isinstance(content, DeckContent)
    assert (content.title, drawn(store, asked)) == ("Tides", [1, 2])
