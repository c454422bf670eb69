"""A real browser, and a server on this machine for what it looks at."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Page, Response, Route

CHROMIUM = shutil.which("chromium")
"""The browser of the system; ``None`` where it is not installed."""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

PATIENCE = 30_000
"""Milliseconds until something is taken not to come: machines that run tests are busy ones."""

expect.set_options(timeout=PATIENCE)

THEMES = (
    "alabaster",
    "classic",
    "furo",
    "pydata_sphinx_theme",
    "sphinx_book_theme",
    "sphinx_rtd_theme",
)
"""The themes that most sites have."""

THEME_SAYS = "Got invalid theme mode"
"""An error that pydata-sphinx-theme reports on a reader's first visit."""


class _Quiet(SimpleHTTPRequestHandler):
    more: ClassVar[Mapping[str, str]] = {}

    def log_message(self, *_args: object) -> None:
        pass

    def end_headers(self) -> None:
        for name, value in self.more.items():
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def served(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve *folder* with *headers*, and yield its address, without a slash at the end."""
    handler = type("_Handler", (_Quiet,), {"more": headers or {}})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@dataclass
class View:
    """A page as one reader sees it, with what it asked for and what went wrong in it."""

    page: Page
    base: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    pictures: list[Response] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open the page at *path* of the site, and wait until it is loaded."""
        self.page.goto(f"{self.base}/{path}")
        return self.page

    def watch(self) -> View:
        """Note errors, keep requests to other hosts from leaving, and note them, too."""
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("response", self._note)
        self.page.context.route(self._is_foreign, self._deny)
        return self

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error" and THEME_SAYS not in said.text:
            self.errors.append(said.text)

    def _note(self, response: Response) -> None:
        if response.request.resource_type == "image" and "/_images/" in response.url:
            self.pictures.append(response)

    def _is_foreign(self, url: str) -> bool:
        return urlsplit(url).scheme in {"http", "https"} and not url.startswith(self.base)

    def _deny(self, route: Route) -> None:
        self.foreign.append(route.request.url)
        route.abort()


def view(browser: Browser, base: str, **options: Any) -> View:  # noqa: ANN401 -- what the context takes
    """Return a view of the site at *base*, in a context of its own with *options*."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    context.set_default_timeout(PATIENCE)
    return View(context.new_page(), base).watch()
