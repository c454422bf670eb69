"""Files beside pages: written only if they are not there as they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_eventreport.core.files.output import OutputFolder


def write_if_other(folder: OutputFolder, path: str, content: bytes) -> None:
    """Write the file *path*, unless it has this *content*: some copy a site by the times of files."""
    place = folder.place(path)
    try:
        is_there = place.read_bytes() == content
    except OSError:
        is_there = False
    if not is_there:
        folder.write(path, content)
