from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.web_server import HALF, PDF

from sphinx_eventreport.archive.download import download
from sphinx_eventreport.archive.model import Limits, NotFetched, Status
from sphinx_eventreport.archive.partial import copy_name, part_of

if TYPE_CHECKING:
    from pathlib import Path

    from support.web_server import WebServer

    from sphinx_eventreport.archive.partial import Part

LIMITS = Limits(timeout=0.3, total=5, attempts=2, backoff=0.001, longest_wait=1, allow_private=True)


def ignore(_size: int, _total: int | None) -> None:
    """Show no progress."""


def get(web: WebServer, path: str, folder: Path, limits: Limits = LIMITS) -> bytes:
    """Return what a download of *path* brings."""
    url = web.url + path
    part = part_of(url, folder)
    download(url, part, limits, ignore)
    return part.path.read_bytes()


def failure(web: WebServer, path: str, folder: Path, limits: Limits = LIMITS) -> NotFetched:
    """Return why a download of *path* fails."""
    with pytest.raises(NotFetched) as found:
        get(web, path, folder, limits)
    return found.value


@pytest.mark.parametrize(
    "path",
    """/heavy/x.pdf
    /plain/x.pdf /good/x.pdf /no_length/x.pdf /breaks/x.pdf /no_ranges/x.pdf /wrong_range/x.pdf
    /unsatisfiable/x.pdf /hops/5/x.pdf /once/500/x.pdf /once/503/x.pdf /once/429/x.pdf""".split(),
)
def test_the_deck_comes_whole(web: WebServer, path: str, tmp_path: Path) -> None:
    """Whatever happens on the way, the bytes are those of the host."""
    limits = Limits(timeout=1, attempts=3, backoff=0.001, allow_private=True)
    assert get(web, path, tmp_path, limits) == PDF


def test_a_broken_download_is_continued(web: WebServer, tmp_path: Path) -> None:
    """Only the rest is asked for, and only of the same version."""
    get(web, "/breaks/x.pdf", tmp_path)
    _path, headers = web.asked[1]
    assert (headers["Range"], headers["If-Range"][:1]) == (f"bytes={HALF}-", '"')


def test_a_download_is_continued_by_the_next_run(web: WebServer, tmp_path: Path) -> None:
    """What came stays on disk with its version."""
    failure(web, "/breaks/x.pdf", tmp_path, Limits(attempts=1, allow_private=True))
    get(web, "/breaks/x.pdf", tmp_path)
    assert web.asked[1][1]["Range"] == f"bytes={HALF}-"


def test_another_version_is_not_continued(web: WebServer, tmp_path: Path) -> None:
    """The deck changed between two runs: all of the new one comes."""
    failure(web, "/breaks/x.pdf", tmp_path, Limits(attempts=1, allow_private=True))
    web.body = PDF.replace(b"obj", b"OBJ")
    assert get(web, "/breaks/x.pdf", tmp_path) == web.body


def test_bytes_of_an_unknown_version_are_not_continued(web: WebServer, tmp_path: Path) -> None:
    """Without its version a part is of no use."""
    part_of(f"{web.url}/good/x.pdf", tmp_path).path.write_bytes(b"%PDF rubbish")
    assert get(web, "/good/x.pdf", tmp_path) == PDF


@pytest.mark.parametrize("version", ["", "[]", '{"version": 3}', '{"version": "a\\r\\nb"}', "\xff"])
def test_a_damaged_version_counts_as_none(tmp_path: Path, version: str) -> None:
    """The download begins anew."""
    part = part_of("https://example.org/x.pdf", tmp_path)
    part.path.write_bytes(b"%PDF")
    part.path.with_name(part.path.name + ".json").write_text(version, encoding="latin-1")
    assert part.size == 0


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/absent/x.pdf", "The host answers 404 Not Found"),
        ("/status/410/x.pdf", "The host answers 410 Gone"),
        ("/status/403/x.pdf", "The host answers 403 Forbidden"),
        ("/status/500/x.pdf", "The host answers 500 Internal Server Error"),
        ("/status/204/x.pdf", "The host's answer is not a PDF"),
        ("/wait/3600/x.pdf", "The host answers 429 Too Many Requests, and asks to wait for 3600 s"),
        ("/wait/soon/x.pdf", "The host answers 429 Too Many Requests"),
        ("/wait/Fri,_31_Dec_9999999999_00:00:00_GMT/x.pdf", "The host answers 429 Too Many Requests"),
        (
            "/wait/Fri,_31_Dec_99999999999999999999_00:00:00_GMT/x.pdf",
            "The host answers 429 Too Many Requests",
        ),
        ("/html/x.pdf", "The host's answer is not a PDF"),
        ("/nowhere/x.pdf", "The host redirects without saying where"),
        ("/silent/x.pdf", "The host was silent for 0.3 s"),
        ("/always_breaks/x.pdf", "The connection was refused or interrupted"),
        ("/says_less/x.pdf", "The PDF is incomplete: the host cut it off"),
        ("/truncates/x.pdf", "The PDF is incomplete: the host cut it off"),
    ],
)
def test_a_dead_deck_is_said_to_be_dead(web: WebServer, path: str, message: str, tmp_path: Path) -> None:
    """In words that name the reason."""
    error = failure(web, path, tmp_path)
    assert (error.status, error.message) == (Status.DEAD, message)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/hops/6/x.pdf", "The host redirects more than 5 times"),
        ("/to/file:///etc/passwd", "file:///etc/passwd is not an http or https URL"),
        ("/to/http://a:b@127.0.0.1/x.pdf", "The address has a user name or a password in it"),
    ],
)
def test_a_way_that_is_not_followed_is_refused(
    web: WebServer, path: str, message: str, tmp_path: Path
) -> None:
    """Redirects are held to the rules of addresses, and counted."""
    error = failure(web, path, tmp_path)
    assert (error.status, error.message) == (Status.REFUSED, message)


@pytest.mark.parametrize(
    ("path", "times"), [("/absent/x.pdf", 1), ("/status/500/x.pdf", 2), ("/wait/0/x.pdf", 2)]
)
def test_only_what_may_pass_is_tried_again(web: WebServer, path: str, times: int, tmp_path: Path) -> None:
    """A missing file stays missing; a busy host may recover."""
    failure(web, path, tmp_path)
    assert web.count(path) == times


@pytest.mark.parametrize(
    ("date", "late"),
    [("Mon,_01_Jan_2001_00:00:00_GMT", False), ("Mon,_01_Jan_2103_00:00:00_-0000", True)],
)
def test_a_date_can_say_how_long_to_wait(web: WebServer, date: str, *, late: bool, tmp_path: Path) -> None:
    """A date that is past is no reason to wait."""
    failure(web, f"/wait/{date}/x.pdf", tmp_path)
    assert (len(web.asked) == 1) is late


@pytest.mark.parametrize("path", ["/plain/x.pdf", "/no_length/x.pdf"])
def test_a_deck_that_is_too_large_is_refused(web: WebServer, path: str, tmp_path: Path) -> None:
    """Whether its size was declared or not, nothing of it stays."""
    error = failure(web, path, tmp_path, Limits(size=70_000, allow_private=True))
    assert (error.status, error.message, list(tmp_path.iterdir())) == (
        Status.REFUSED,
        "The deck is larger than 0.07 MB",
        [],
    )


def test_a_header_that_never_ends_is_cut_off(web: WebServer, tmp_path: Path) -> None:
    """The limit of time holds although the host is never silent."""
    error = failure(web, "/drips/x.pdf", tmp_path, Limits(total=0.1, allow_private=True))
    assert error.message == "The deck took longer than 0.1 s"


def test_a_wait_that_ends_too_late_is_not_begun(web: WebServer, tmp_path: Path) -> None:
    """The host asks for a second, and there is less left."""
    failure(web, "/wait/1/x.pdf", tmp_path, Limits(total=0.5, allow_private=True))
    assert len(web.asked) == 1


def test_a_host_that_nobody_answers_for_is_dead(tmp_path: Path, web: WebServer) -> None:
    """A port that is closed."""
    web.url = "http://127.0.0.1:9"
    assert failure(web, "/x.pdf", tmp_path).message == "The connection was refused or interrupted"


def test_a_host_without_tls_is_not_asked_by_it(web: WebServer, tmp_path: Path) -> None:
    """Nor without."""
    web.url = web.url.replace("http:", "https:")
    assert failure(web, "/good/x.pdf", tmp_path).message == "The TLS connection to the host cannot be trusted"


def test_a_redirect_that_cannot_be_read_leads_nowhere(web: WebServer, tmp_path: Path) -> None:
    """It is a dead end, and no traceback."""
    assert failure(web, "/unreadable/x.pdf", tmp_path).message == "The host redirects without saying where"


def test_an_address_that_cannot_be_asked(web: WebServer, tmp_path: Path) -> None:
    """What can be no host is not looked up."""
    web.url = "http://*.example.org"
    assert failure(web, "/x.pdf", tmp_path).message == "The address cannot be requested"


def test_a_folder_that_cannot_be_written_is_said(web: WebServer, tmp_path: Path) -> None:
    """The disk is to blame, not the host."""
    (tmp_path / "file").write_text("")
    assert failure(web, "/good/x.pdf", tmp_path / "file").message.startswith("The copy cannot be written")


def test_progress_is_told_with_what_is_to_come(web: WebServer, tmp_path: Path) -> None:
    """At the end all of it is there."""
    told: list[tuple[int, int | None]] = []
    url = f"{web.url}/good/x.pdf"
    download(url, part_of(url, tmp_path), LIMITS, lambda size, total: told.append((size, total)))
    assert told[-1] == (len(PDF), len(PDF))


def part_name(url: str, folder: Path) -> Part:
    """Return the part of *url*."""
    return part_of(url, folder)


def test_two_addresses_have_two_parts(tmp_path: Path) -> None:
    """Even if their files have one name."""
    assert part_name("https://a.example.org/x.pdf", tmp_path) != part_name(
        "https://b.example.org/x.pdf", tmp_path
    )


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://example.org/a/My%20Talk%202.PDF?x=1", "my-talk-2-0123456789.pdf"),
        ("https://example.org/%2e%2e%2f.pdf", "deck-0123456789.pdf"),
        ("https://example.org/" + "x" * 300 + ".pdf", "x" * 60 + "-0123456789.pdf"),
        ("https://example.org/" + "\U00020000" * 60 + ".pdf", "\U00020000" * 50 + "-0123456789.pdf"),
    ],
)
def test_a_copy_has_a_name_one_can_read(url: str, name: str) -> None:
    """That of the file as a slug, and the first digits of its hash."""
    assert copy_name(url, "0123456789abcdef") == name


@pytest.mark.parametrize(("size", "is_kept"), [(1_000, True), (1_001, False), (60_000, False)])
def test_a_long_header_is_not_kept(web: WebServer, tmp_path: Path, size: int, *, is_kept: bool) -> None:
    """Neither in the lock file nor beside what has come: its host would refuse it."""
    url = f"{web.url}/long_etag/{size}/x.pdf"
    part = part_of(url, tmp_path)
    downloaded = download(url, part, LIMITS, lambda _size, _total: None)
    assert (bool(downloaded.etag), bool(part.version)) == (is_kept, is_kept)


@pytest.mark.parametrize(("size", "is_kept"), [(100, True), (1_000, False), (60_000, False)])
def test_a_long_address_of_a_redirect_is_not_kept(
    web: WebServer, tmp_path: Path, size: int, *, is_kept: bool
) -> None:
    """The deck comes, and the lock file has the address that was asked for."""
    url = f"{web.url}/far/{size}/x.pdf"
    downloaded = download(url, part_of(url, tmp_path), LIMITS, ignore)
    assert (downloaded.final_url != url) == is_kept


def test_what_a_host_says_beside_a_status_is_cut(web: WebServer, tmp_path: Path) -> None:
    """It may say 60,000 characters."""
    assert failure(web, "/wordy/60000/x.pdf", tmp_path).message == f"The host answers 404 {'k' * 80}"
