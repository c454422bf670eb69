"""Kinds of files by the suffixes of their names."""

from __future__ import annotations

from typing import Literal

VIDEO_SUFFIXES = (".mp4", ".m4v", ".webm", ".ogv", ".mov", ".mkv", ".m3u8")
"""How the path of a video file ends, in lower case."""

AUDIO_SUFFIXES = (".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".aac")
"""How the path of a file of sound ends, in lower case; ``.ogg`` is sound by RFC 5334."""

OFFICE_SUFFIXES = (".ppt", ".pptx", ".pps", ".ppsx", ".odp", ".key")
"""How the path of slides ends that no browser shows, in lower case."""


def kind_of_path(path: str) -> Literal["deck", "recording", "page"]:
    """Return what the file *path* is by its suffix: a deck, a recording, "page" where that does not tell.

    The sound of a talk is a recording of it.
    """
    path = path.lower()
    if path.endswith((".pdf", *OFFICE_SUFFIXES)):
        return "deck"
    return "recording" if path.endswith((*VIDEO_SUFFIXES, *AUDIO_SUFFIXES)) else "page"


def is_office_path(address: str) -> bool:
    """Return whether the file at *address*, a path or URL, is slides that a program has to open."""
    return _path(address).endswith(OFFICE_SUFFIXES)


def is_pdf_path(address: str) -> bool:
    """Return whether the file at *address*, a path or URL, is a PDF."""
    return _path(address).endswith(".pdf")


def is_audio_path(address: str) -> bool:
    """Return whether the file at *address*, a path or URL, holds sound and no picture."""
    return _path(address).endswith(AUDIO_SUFFIXES)


def _path(address: str) -> str:
    return address.partition("#")[0].partition("?")[0].lower()
