from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from distributed import Client, LocalCluster
from support import work

from sphinx_eventreport.decks import rendering
from sphinx_eventreport.decks.keys import DeckFile, deck_file
from sphinx_eventreport.decks.model import Failure, PictureOptions
from sphinx_eventreport.decks.rendering import DrawRequest
from sphinx_eventreport.decks.store import Store
from sphinx_eventreport.decks.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor
    from pathlib import Path


@contextmanager
def cluster() -> Iterator[Executor]:
    """Start a cluster of two processes on this machine, as the how-to page does."""
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as servers,
        Client(servers) as client,
        client.get_executor() as executor,
    ):
        yield executor


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    """Return workers of a real cluster."""
    with Workers(2, executor=cluster) as shared:
        yield shared


def test_cluster_draws(tmp_path: Path, workers: Workers) -> None:
    """Pictures come from the processes of a cluster."""
    path = tmp_path / "talk.pdf"
    path.write_bytes(b"a" * 30)
    deck = deck_file(path)
    assert isinstance(deck, DeckFile)
    store = Store(tmp_path / "store")
    asked = DrawRequest(deck, PictureOptions(), tuple(range(1, 31)))
    assert rendering.draw([asked], store, workers, drawer=work.draw) == {}
    drawn = [store.picture(asked.names, number).read_text().split() for number in asked.numbers]
    assert [number for number, _ in drawn] == [str(number) for number in asked.numbers]
    assert str(os.getpid()) not in {process for _, process in drawn}


def test_cluster_reports_failures(workers: Workers) -> None:
    """What goes wrong in a cluster is a failure here."""
    outcome = workers.call(work.fail, "no such thing")
    assert isinstance(outcome, Failure)
    assert outcome.problem.message.endswith("LookupError: no such thing")
