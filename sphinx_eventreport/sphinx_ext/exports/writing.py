"""Files beside pages: written only if they are not there as they should be."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_eventreport.core.files.output import OutputFolder


def write_if_other(folder: OutputFolder, path: str, content: bytes) -> None:
    """Write the file *path*, unless it has this *content*: some copy a site by the times of files.

    A new one, of which there are hundreds for slides, is written where it stays. A build that is killed may
    leave half of it, and the next build finds that it is another.
    """
    try:
        is_there = folder.place(path).read_bytes() == content
    except FileNotFoundError:
        # By a link that leads nowhere there is no file, and none is created.
        with suppress(FileExistsError):
            folder.create(path, content)
            return
        is_there = False
    except OSError:
        is_there = False
    if not is_there:
        folder.write(path, content)
