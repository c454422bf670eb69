"""A real browser, and a server on this machine for what it looks at."""

from __future__ import annotations

import os
import shutil
import sys
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

    from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, Response

PROGRAMS = {"chromium": "chromium", "firefox": "firefox-esr"}
"""The browsers that tests can be run in -> their programs, as Debian calls them."""

NAME = os.environ.get("EVENTREPORT_BROWSER", "chromium")
"""The browser that the tests are run in."""

PROGRAM = shutil.which(PROGRAMS[NAME])
"""That of the system; ``None`` where it is not installed."""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing leaves this machine. A route of Playwright's would forbid the same, at the price of the cache.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

FIREFOX_PREFERENCES: dict[str, str | float | bool] = {
    # As Chromium has them without a display.
    "ui.useOverlayScrollbars": 1,
    # Playwright asks Chromium to wait for the end of each motion, and cannot ask Firefox.
    "ui.prefersReducedMotion": 1,
    # Playwright does not notice a page that comes out of the cache of pages.
    "browser.sessionhistory.max_total_viewers": 0,
}

PATIENCE = 30_000
"""Milliseconds until something is taken not to come: machines that run tests are busy ones."""

CALM = 1_000
"""Milliseconds without an answer after which a page is taken to have asked for everything."""

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

FAVICON = "/favicon.ico"
"""What a browser asks for by itself, of sites that have none."""


class _Server(ThreadingHTTPServer):
    # A browser opens many connections at once; of more than wait here, the kernel lets some hang.
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 -- socketserver's types
        # A browser that leaves a page does not wait for its pictures.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


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
    with _Server(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def launch(playwright: Playwright) -> Browser:
    """Start the browser; Firefox is driven by what it has of its own for that, as it is not Playwright's."""
    if NAME == "chromium":
        return playwright.chromium.launch(executable_path=PROGRAM, args=FLAGS)
    return playwright.firefox.launch(
        channel="moz-firefox", executable_path=PROGRAM, firefox_user_prefs=FIREFOX_PREFERENCES
    )


@dataclass
class View:
    """A page as one reader sees it, with what it asked for and what went wrong in it."""

    page: Page
    base: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    pictures: list[Response] = field(default_factory=list)
    answers: int = 0

    def go(self, path: str) -> Page:
        """Open the page at *path* of the site, and wait until it is loaded."""
        self.page.goto(f"{self.base}/{path}")
        return self.page

    def settle(self) -> None:
        """Wait until nothing comes any more.

        Playwright's "networkidle" also waits for requests whose end it was not told of, such as of a picture
        that the browser let go, and then never ends.
        """
        before = -1
        while self.answers != before:
            before = self.answers
            self.page.wait_for_timeout(CALM)

    def watch(self) -> View:
        """Note errors, pictures, and requests to other hosts."""
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("response", self._note)
        self.page.on("request", self._note_foreign)
        return self

    def _hear(self, said: ConsoleMessage) -> None:
        if said.location["url"].endswith(FAVICON):
            return
        if said.type == "error" and THEME_SAYS not in said.text:
            self.errors.append(said.text)

    def _note(self, response: Response) -> None:
        self.answers += 1
        if response.request.resource_type == "image" and "/_images/" in response.url:
            self.pictures.append(response)

    def _note_foreign(self, request: Request) -> None:
        if urlsplit(request.url).scheme in {"http", "https"} and not request.url.startswith(self.base):
            self.foreign.append(request.url)


def view(browser: Browser, base: str, **options: Any) -> View:  # noqa: ANN401 -- what the context takes
    """Return a view of the site at *base*, in a context of its own with *options*."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    context.set_default_timeout(PATIENCE)
    return View(context.new_page(), base).watch()
