"""What keeps reports from being rich results."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import CONF, Site, png

from sphinx_eventreport.cli import main

if TYPE_CHECKING:
    from pathlib import Path

INDEX = "# Site\n\n```{event-list}\n```\n"
AT = CONF + 'html_baseurl = "https://example.org/"\n'
PLACE = "location: {name: Hall, address: {city: Porto}}"


def said(
    folder: Path, front: str, conf: str = AT, *options: str, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    """Return what is said of the metadata of a report with *front* matter."""
    files: dict[str, str | bytes] = {
        "index.md": INDEX,
        "a.md": f"---\n{front}\n---\n\n# Quay\n",
        "quay.png": png(),
    }
    site = Site(folder, conf=conf).write(files)
    assert main(["check", "--metadata", *options, str(site.source)]) == 0
    lines = capsys.readouterr().out.splitlines()
    return [line.removeprefix(f"{site.source}/") for line in lines if "[eventreport.metadata]" in line]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "title: Quay\nevent: {name: Quay Day}",
            "a.md:3: notice: Search engines show no rich result of 'Quay Day', which lacks startDate",
        ),
        (
            f"event: {{name: Quay Day, start: 2024-05-01, {PLACE}}}\nthumbnail: quay.png",
            "a.md:2: notice: A rich result of 'Quay Day' would show more with description, endDate",
        ),
    ],
)
def test_what_an_event_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], front: str, expected: str
) -> None:
    """What is required, or else what is recommended, and where to write it."""
    (line,) = said(tmp_path, front, capsys=capsys)
    assert line.startswith(expected)
    assert "; write " in line


@pytest.mark.parametrize(
    "front", ["eventreport: true", "draft: true\nevent: Quay", "visibility: unlisted\nevent: Q"]
)
def test_what_is_no_result_lacks_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], front: str
) -> None:
    """A report about no event, and one that nobody is to find."""
    assert said(tmp_path, front, capsys=capsys) == []


def test_a_site_without_an_address_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For then nothing is said to anybody."""
    (line,) = said(tmp_path, "eventreport: true", CONF, capsys=capsys)
    assert line.startswith(
        "conf.py: notice: Search engines and chats are told nothing: html_baseurl is not set"
    )


def test_nothing_is_said_of_it_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Most reports are not for search engines."""
    site = Site(tmp_path).write({"index.md": INDEX, "a.md": "---\nevent: Quay\n---\n\n# Quay\n"})
    main(["check", str(site.source)])
    assert "metadata" not in capsys.readouterr().out
