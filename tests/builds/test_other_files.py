"""A recording with a poster, other formats and captions: all of it comes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.site import Site, png

if TYPE_CHECKING:
    from pathlib import Path

    from support.site import Built

VIDEO = (
    '<video controls poster="p.png" width="640"><source src="a.webm" type="video/webm"><source src="a.mp4">'
    '<source src="https://e.example.org/a.ogv">'
    '<track kind="captions" src="a.vtt" srclang="en" label="English" default><track src="b.vtt"></video>'
)
FILES = {"p.png": png(), "a.webm": b"w", "a.mp4": b"m", "a.vtt": b"WEBVTT\n", "b.vtt": b"WEBVTT\n"}


def _built(folder: Path, files: dict[str, bytes] = FILES) -> Built:
    source = f"---\ntitle: T\nevent: E\n---\n\n## Talk\n\n{VIDEO}\n"
    return Site(folder).write({"index.md": "# I\n", "post.md": source, **files}).build()


def test_each_file_is_copied_and_linked(tmp_path: Path) -> None:
    """Also without a script, a reader gets the captions."""
    built = _built(tmp_path)
    links = built.body("post").select(".er-files a")
    assert [link.get_text() for link in links] == ["a.mp4", "a.ogv", "English", "b.vtt"]
    copied = {path.name for path in (built.outdir / "_downloads").rglob("*.*")}
    assert copied == {"a.webm", "a.mp4", "a.vtt", "b.vtt"}


def test_classes_say_what_a_file_is(tmp_path: Path) -> None:
    """The script makes the player of them."""
    tracks = _built(tmp_path).body("post").select(".er-track")
    assert [[name for name in link["class"] if name.startswith("er-")] for link in tracks] == [
        ["er-track", "er-kind-captions", "er-lang-en", "er-default"],
        ["er-track", "er-kind-subtitles"],
    ]


def test_the_poster_is_on_the_facade(tmp_path: Path) -> None:
    """As the author wanted it."""
    assert _built(tmp_path).body("post").select_one(".er-face img.er-poster")


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    """Captions that are not there are a warning with the line."""
    built = _built(tmp_path, {name: content for name, content in FILES.items() if name != "a.vtt"})
    missing = [line for line in built.warnings if "a.vtt" in line]
    assert (len(missing), "post.md:8" in missing[0]) == (1, True)
