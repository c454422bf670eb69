"""What is kept of the pages on disk between builds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from support.site import Built, Site

from sphinx_eventreport.sphinx_ext.rebuild.written import read_state, write_state

if TYPE_CHECKING:
    from pathlib import Path

STATE = {"index": "a", "reports/one": "b"}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a site with nothing of ours in it."""
    return Site(tmp_path).write({"index.md": "# Index\n"})


@pytest.fixture
def built(site: Site) -> Built:
    """Return a build of the site."""
    return site.build("dummy")


def kept(built: Built) -> Path:
    """Return the file with the digests of a site that was built once."""
    (path,) = (built.app.doctreedir / "eventreport").glob("dummy-*.json")
    return path


def test_what_was_written_is_read(built: Built) -> None:
    """State goes in and comes out as it is."""
    write_state(built.app, STATE)
    assert read_state(built.app) == STATE


def test_nothing_was_written(built: Built) -> None:
    """Before the first build there is no state."""
    kept(built).unlink()
    assert read_state(built.app) == {}


@pytest.mark.parametrize("content", [b"", b'{"index": ', b'["index"]', b"\xff\xfe", b"null"])
def test_a_file_that_is_broken_counts_as_none(built: Built, content: bytes) -> None:
    """All pages are written again then, and the build goes on."""
    kept(built).write_bytes(content)
    assert read_state(built.app) == {}


@pytest.mark.parametrize("content", [b"", b'{"index": ', b"\xff\xfe"])
def test_a_file_that_is_broken_is_replaced(built: Built, content: bytes) -> None:
    """The next build has a whole one."""
    kept(built).write_bytes(content)
    write_state(built.app, STATE)
    assert read_state(built.app) == STATE


def test_a_file_that_says_it_already_is_not_written(built: Built) -> None:
    """A build without a change touches nothing."""
    write_state(built.app, STATE)
    os.utime(kept(built), ns=(1, 1))
    write_state(built.app, dict(reversed(STATE.items())))
    assert kept(built).stat().st_mtime_ns == 1


def test_a_folder_of_output_has_its_own_state(site: Site, built: Built) -> None:
    """The same builder, writing elsewhere, has written nothing there yet."""
    elsewhere = site.build("dummy", out="elsewhere")
    write_state(built.app, STATE)
    assert read_state(elsewhere.app) == {}


def test_a_builder_has_its_own_state(site: Site, built: Built) -> None:
    """Another builder in the same folder has written nothing there yet."""
    other = site.build("text", out="out-dummy")
    write_state(built.app, STATE)
    assert read_state(other.app) == {}
