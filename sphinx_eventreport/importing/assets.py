"""A native report -> the files it refers to, and where they go."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_eventreport.core.files.site import without_query
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import scheme_of
from sphinx_eventreport.importing.named_files import named_files

if TYPE_CHECKING:
    from sphinx_eventreport.core.records import Report

_FILE = "(?:pdf|zip|tgz|gz|pptx?|odp|key|docx?|odt|xlsx?|ods|csv|ics|mp4|webm|mp3|ogg)"
"""The suffixes of files that posts link to, and that are not pages."""
# In Markdown, HTML and reStructuredText. A path in code is copied as well if there is such a file; no harm.
_IN_TEXT = (
    lazy_regex(r"!\[[^\]\n]{0,500}\]\(\s*([^)\s<>]{1,500})"),
    lazy_regex(r"!\[[^\]\n]{0,500}\]\(\s*<([^<>\n]{1,500})>"),
    lazy_regex(r"<img\b[^>]{0,500}?\bsrc\s*=\s*[\"']([^\"'>\n]{1,500})", re.IGNORECASE),
    lazy_regex(rf"\]\(\s*([^)\s<>]{{1,500}}\.{_FILE}(?:[?#][^)\s<>]{{0,500}})?)(?=[)\s])", re.IGNORECASE),
    lazy_regex(rf"\]\(\s*<([^<>\n]{{1,500}}\.{_FILE}(?:[?#][^<>\n]{{0,500}})?)>", re.IGNORECASE),
    lazy_regex(r"^[ \t]*\.\. (?:\|[^|\n]{1,100}\| )?(?:image|figure|deck)::[ \t]+(\S{1,500})", re.MULTILINE),
    lazy_regex(r"^[ \t]*[`:~]{3,}\{(?:image|figure)\}[ \t]+(\S{1,500})", re.MULTILINE),
    lazy_regex(r"<([^<>\s]{1,500}\.pdf)>`_", re.IGNORECASE),
    lazy_regex(r"(?<!\\)(?:\{download\}|:download:)`(?:[^`<\n]{0,500}<)?([^`<>\n]{1,500})>?`"),
)


def paths_of(report: Report, text: str) -> tuple[str, ...]:
    """Return the paths of pictures and other files that *report* with this *text* refers to, each once."""
    found = [named.path for named in named_files(report)]
    found += [match for pattern in _IN_TEXT for match in pattern.findall(text)]
    paths = (path for path in found if not scheme_of(path) and not path.startswith(("//", "#")))
    return tuple(dict.fromkeys(paths))


def target_of(written: str, page: Path, root: Path, found: Path | None = None) -> Path | None:
    """Return where the file is looked for that *written* names on *page*; ``None`` if outside *root*.

    *found* is the file in the source. Where "a%20b.pdf" is written, a build may look for "a b.pdf".
    """
    folder = root if written.startswith("/") else page.parent
    path = without_query(written).lstrip("/")
    if found is not None and found.name == unquote(path.rpartition("/")[2]):
        path = unquote(path)
    target = Path(os.path.normpath(folder / path))
    return target if target.is_relative_to(os.path.normpath(root)) else None
