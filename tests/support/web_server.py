"""A real HTTP server on loopback, with one path for each thing that hosts of decks do."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PDF = b"%PDF-1.4\n" + b"".join(b"%d 0 obj null endobj\n" % number for number in range(9000)) + b"%%EOF\n"
"""Enough of a PDF for an archive: the marks at both ends, and a body of some size."""
HALF = len(PDF) // 2


@dataclass
class WebServer:
    """What the server saw and what it is to do; ``asked`` has each request's path and headers."""

    url: str = ""
    body: bytes = PDF
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    connections: int = 0

    def count(self, path: str) -> int:
        """Return how often *path* was asked for."""
        return sum(asked == path for asked, _headers in self.asked)


class Handler(BaseHTTPRequestHandler):
    """Answers; the first word of the path names the method that does."""

    protocol_version = "HTTP/1.1"
    state: WebServer

    def setup(self) -> None:
        """Count the connection."""
        self.state.connections += 1
        super().setup()

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Note the request and answer it."""
        self.state.asked.append((self.path, dict(self.headers)))
        name, _, rest = self.path.strip("/").partition("/")
        answer = getattr(self, f"on_{name}", None)
        if answer is None:
            self.start(404, {"Content-Length": "0"})
        else:
            answer(rest)

    def start(self, status: int, headers: dict[str, str]) -> None:
        """Send the head of an answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def send(self, body: bytes, **headers: str) -> None:
        """Send a whole answer."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.start(200, {"Content-Length": str(len(body)), **named})
        self.wfile.write(body)

    def first(self) -> bool:
        """Return whether this path is asked for the first time."""
        return self.state.count(self.path) == 1

    def on_plain(self, _rest: str) -> None:
        """No validators, so no conditions either."""
        self.send(self.state.body)

    def on_good(self, _rest: str) -> None:
        """ETag, conditions, ranges: as one should."""
        body, etag = self.state.body, f'"{hash(self.state.body)}"'
        if self.headers.get("If-None-Match") == etag:
            self.start(304, {"ETag": etag})
            return
        wanted = self.headers.get("Range", "")
        if wanted and self.headers.get("If-Range") == etag:
            start = int(wanted[6:-1])
            length = str(len(body) - start)
            place = f"bytes {start}-{len(body) - 1}/{len(body)}"
            self.start(206, {"Content-Length": length, "Content-Range": place, "ETag": etag})
            self.wfile.write(body[start:])
            return
        self.send(body, ETag=etag)

    def on_breaks(self, rest: str) -> None:
        """Half of it, then the end of the connection; after that as ``good``."""
        if not self.first():
            self.on_good(rest)
            return
        etag = f'"{hash(self.state.body)}"'
        self.start(200, {"Content-Length": str(len(self.state.body)), "ETag": etag})
        self.wfile.write(self.state.body[:HALF])
        self.close_connection = True

    def on_always_breaks(self, _rest: str) -> None:
        """Half of it, each time, with a promise of all."""
        self.start(200, {"Content-Length": str(len(self.state.body)), "ETag": '"x"'})
        self.wfile.write(self.state.body[:HALF])
        self.close_connection = True

    def on_no_ranges(self, rest: str) -> None:
        """Break off once, then send all of it, whatever was asked."""
        if self.first():
            self.on_always_breaks(rest)
        else:
            self.send(self.state.body, ETag='"x"')

    def on_wrong_range(self, rest: str) -> None:
        """Break off once, then continue from another place."""
        if self.first():
            self.on_always_breaks(rest)
        elif "Range" in self.headers:
            end = len(self.state.body)
            self.start(206, {"Content-Length": str(end - 9), "Content-Range": f"bytes 9-{end - 1}/{end}"})
            self.wfile.write(self.state.body[9:])
        else:
            self.send(self.state.body)

    def on_unsatisfiable(self, rest: str) -> None:
        """Break off once, then know no such range."""
        if self.first():
            self.on_always_breaks(rest)
        elif "Range" in self.headers:
            self.start(416, {"Content-Length": "0"})
        else:
            self.send(self.state.body)

    def on_says_less(self, _rest: str) -> None:
        """Declare half of what is sent."""
        self.start(200, {"Content-Length": str(HALF)})
        self.wfile.write(self.state.body)
        self.close_connection = True

    def on_truncates(self, _rest: str) -> None:
        """Half of it, without a declared length."""
        self.start(200, {"Connection": "close"})
        self.wfile.write(self.state.body[:HALF])
        self.close_connection = True

    def on_no_length(self, _rest: str) -> None:
        """All of it, without a declared length."""
        self.start(200, {"Connection": "close"})
        self.wfile.write(self.state.body)
        self.close_connection = True

    def on_html(self, _rest: str) -> None:
        """Send a page that says so politely, with status 200."""
        self.send(b"<!doctype html><title>Not found</title>" + b"." * 5000)

    def on_silent(self, _rest: str) -> None:
        """Nothing for a while."""
        time.sleep(0.5)

    def on_drips(self, _rest: str) -> None:
        """Send a header that never ends, a byte now and then."""
        self.send_response(200)
        self.flush_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.02)
        except OSError:
            self.close_connection = True

    def on_status(self, rest: str) -> None:
        """Send the status of the path: ``status/404/x.pdf``."""
        self.start(int(rest.partition("/")[0]), {"Content-Length": "0"})

    def on_long_etag(self, rest: str) -> None:
        """Send the deck with an entity tag of as many characters as the path says."""
        self.send(self.state.body, ETag='"' + "x" * (int(rest.partition("/")[0]) - 2) + '"')

    def on_once(self, rest: str) -> None:
        """Send the status of the path once, with a moment to wait, then the deck."""
        if self.first():
            self.start(int(rest.partition("/")[0]), {"Content-Length": "0", "Retry-After": "0"})
        else:
            self.send(self.state.body)

    def on_wait(self, rest: str) -> None:
        """Too many requests: the path is the value of Retry-After, with ``_`` for blanks."""
        wait = rest.partition("/")[0].replace("_", " ")
        self.start(429, {"Content-Length": "0", "Retry-After": wait})

    def on_hops(self, rest: str) -> None:
        """As many redirects as the path says, then the deck."""
        left = int(rest.partition("/")[0])
        self.redirect(f"/hops/{left - 1}/x.pdf" if left > 1 else "/good/x.pdf")

    def on_far(self, rest: str) -> None:
        """Redirect to an address with as many characters as the path says, then the deck."""
        self.redirect(f"/good/x.pdf?{'k' * int(rest.partition('/')[0])}")

    def on_wordy(self, rest: str) -> None:
        """Say as many characters beside a status as the path says."""
        self.send_response(404, "k" * int(rest.partition("/")[0]))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def on_to(self, rest: str) -> None:
        """Send a redirect to the rest of the path, which is a URL."""
        self.redirect(rest)

    def on_nowhere(self, _rest: str) -> None:
        """Send a redirect that does not say where to."""
        self.start(302, {"Content-Length": "0"})

    def on_unreadable(self, _rest: str) -> None:
        """Send a redirect to what is no address."""
        self.redirect("http://[::1/x.pdf")

    def on_heavy(self, _rest: str) -> None:
        """Send a redirect with a body that never comes."""
        self.start(302, {"Content-Length": "1000000000", "Location": "/good/x.pdf"})

    def redirect(self, target: str) -> None:
        """Send a redirect."""
        self.start(302, {"Content-Length": "0", "Location": target})


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_args: object) -> None:
        """Say nothing: that the other side goes away is a part of the tests."""


def serve(state: WebServer) -> ThreadingHTTPServer:
    """Start a server on loopback; the caller shuts it down and closes it."""
    handler = type("StatefulHandler", (Handler,), {"state": state})
    server = _Server(("127.0.0.1", 0), handler)
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    return server
