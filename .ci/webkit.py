"""A short walk through the documentation in WebKit: what a reader does, and what is to be there then.

Usage: ``python .ci/webkit.py FOLDER``, where FOLDER has the built pages. Needs Debian's webkit2gtk-driver,
a display (xvfb-run) and selenium. Ends with 1 where something is not as it should be, after all of the walk.
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from selenium import webdriver
from selenium.common.exceptions import JavascriptException
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"
DRIVER = "/usr/bin/WebKitWebDriver"
PATIENCE = 20
"""Seconds until something is taken not to come."""

REPORT = "examples/2025-05-20-tidewater-docs-day-2025.html"
HOSTED = "examples/2024-05-21-tidewater-docs-day-2024.html"
INDEX = "examples/index.html"
MINUTES = "examples/2026-06-04-harbour-charts-group.html"

TYPE = """const field = document.querySelector('.er-controls input');
field.value = 'hallbrook python';
field.dispatchEvent(new Event('input', { bubbles: true }))"""
# What is done on a page, and what is true a while later. Both are JavaScript.
WALK = (
    (REPORT, "a player has its bar", "", "document.querySelectorAll('.er-bar').length === 2"),
    (
        REPORT,
        "the next slide is shown",
        "document.querySelectorAll('.er-bar-move button')[1].click()",
        "document.querySelector('.er-position').textContent === '2 / 9'",
    ),
    (
        REPORT,
        "the address is that of the slide",
        "document.querySelectorAll('.er-bar-move button')[1].click()",
        "/^#slide-/.test(location.hash)",
    ),
    (
        REPORT,
        "the text opens",
        "document.querySelector('.er-bar-tools button').click()",
        "document.querySelector('.er-texts, .er-slide-text').checkVisibility()",
    ),
    (REPORT, "nothing reaches out of the window", "", "document.documentElement.scrollWidth <= innerWidth"),
    (
        HOSTED,
        "a host is asked after a click",
        "document.querySelector('.er-face button').click()",
        "document.querySelector('.er-face iframe') !== null",
    ),
    (HOSTED, "no host is asked before a click", "", "document.querySelector('.er-face iframe') === null"),
    (
        INDEX,
        "a filter keeps what it finds",
        TYPE,
        "[...document.querySelectorAll('.er-card')].filter((card) => card.checkVisibility()).length === 1",
    ),
    (
        INDEX,
        "a select looks like the field beside it",
        "",
        "getComputedStyle(document.querySelector('select.er-sort')).appearance === 'none'",
    ),
    (
        MINUTES,
        "what is late is marked",
        "",
        "document.querySelector('.er-overdue') !== null",
    ),
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves the pages, and says nothing of it."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def main() -> int:
    """Walk, and return how many steps went wrong, one at most."""
    handler = partial(Quiet, directory=sys.argv[1])
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        options = Options()
        options.add_argument("--automation")
        options.binary_location = BROWSER
        driver = webdriver.WebKitGTK(options=options, service=Service(DRIVER))
        try:
            wrong = [
                name for page, name, do, then in WALK if not walks(driver, server.server_port, page, do, then)
            ]
        finally:
            driver.quit()
            server.shutdown()
    for name in wrong:
        print(f"not so: {name}")
    print(f"{len(WALK) - len(wrong)} of {len(WALK)} steps are well")
    return min(1, len(wrong))


def walks(driver: webdriver.WebKitGTK, port: int, page: str, do: str, then: str) -> bool:
    """Do something on a page, and return whether it then is as it should be."""
    driver.get("about:blank")
    driver.get(f"http://127.0.0.1:{port}/{page}")
    deadline = time.monotonic() + PATIENCE
    is_done = False
    while time.monotonic() < deadline:
        # What is made by a script may not be there yet.
        with suppress(JavascriptException):
            if not is_done:
                driver.execute_script(do)
                is_done = True
            if driver.execute_script(f"return {then}"):
                return True
        time.sleep(0.2)
    return False


if __name__ == "__main__":
    sys.exit(main())
