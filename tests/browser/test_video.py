"""The player of a file with other formats and captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.browser import served, view
from support.site import Site, png

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

VIDEO = (
    '<video poster="p.png"><source src="a.webm"><source src="a.mp4">'
    '<track kind="captions" src="a.vtt" srclang="pt-BR" label="Português" default></video>'
)
FILES = {"p.png": png(), "a.webm": b"w", "a.mp4": b"m", "a.vtt": b"WEBVTT\n"}
SAID = """(video) => ({
  sources: [...video.querySelectorAll("source")].map((each) => each.src.split("/").pop()),
  tracks: [...video.querySelectorAll("track")]
    .map((each) => [each.kind, each.srclang, each.label, each.default]),
  poster: video.poster.split("/").pop(),
  controls: video.controls,
})"""


def test_a_player_has_all_formats_and_captions(browser: Browser, tmp_path: Path) -> None:
    """What the author gave the browser to choose from, it chooses from."""
    source = f"---\ntitle: T\nevent: E\n---\n\n## Talk\n\n{VIDEO}\n"
    site = Site(tmp_path).write({"index.md": "# I\n", "post.md": source, **FILES})
    with served(site.build().outdir) as address:
        page = view(browser, address).go("post.html")
        page.get_by_role("button").first.click()
        said = page.locator("video.er-player").evaluate(SAID)
    assert said == {
        "sources": ["a.webm", "a.mp4"],
        "tracks": [["captions", "pt-BR", "Português", True]],
        "poster": "p.png",
        "controls": True,
    }
