"""What all rings of tests share; imports no Sphinx, so that the tests of the core run without it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from support.corpus import CORPORA, called
from support.web_server import WebServer, serve

import sphinx_eventreport

if TYPE_CHECKING:
    from collections.abc import Iterator

# A slow machine is no reason to fail, nor is chance: a change is judged by the same inputs on every day.
# `pytest --hypothesis-profile explore` looks for others, and prints those that fail in a form to replay.
settings.register_profile("project", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, print_blob=True, max_examples=1_000)
# For tests that build sites, which take their share of the examples: an hour of random edits.
settings.register_profile("long", deadline=None, print_blob=True, max_examples=5_000)
settings.load_profile("project")
# Sphinx tells itself a thousand things in a small build, a twentieth of its time; nobody here reads them.
logging.disable(logging.DEBUG)


def pytest_report_header() -> str:
    """Say which copy of the package is tested: the installed one, or the checkout."""
    return f"sphinx_eventreport {sphinx_eventreport.__version__}: {Path(sphinx_eventreport.__file__).parent}"


@pytest.fixture
def web() -> Iterator[WebServer]:
    """Return a running web server on this machine."""
    state = WebServer()
    server = serve(state)
    yield state
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session", params=CORPORA, ids=called)
def corpus(request: pytest.FixtureRequest) -> Path:
    """Return a folder of what people write: ours, then the one elsewhere if one is named."""
    folder: Path = request.param
    return folder
