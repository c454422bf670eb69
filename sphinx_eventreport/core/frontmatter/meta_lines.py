"""Metadata without fences: the lines at the top of a post of Pelican or Nikola.

Pelican takes Python-Markdown's meta-data, ``Title: ...`` up to the first line that is not one
(https://python-markdown.github.io/extensions/meta_data/). Nikola takes ``.. title: ...``, in an HTML
comment, as comments of reStructuredText, or in a file beside the post
(https://getnikola.com/handbook.html).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.frontmatter.model import MAX_ITEMS, FrontMatter, Reading, printable
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Subtype

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_eventreport.core.frontmatter.model import Format

_META = lazy_regex(r" {0,3}([A-Za-z][\w-]{0,60}):(?:[ \t]+(.*)|$)")
_META_MORE = lazy_regex(r"(?: {4}|\t)[ \t]*(\S.*)")
_NIKOLA = lazy_regex(r"[ \t]*\.\.[ \t]+([A-Za-z][\w-]{0,60}):(?:[ \t]+(.*)|$)")
# "Note: ..." is prose, and so is "Title: ..." alone.
_PROOFS = ({"title", "date"}, {"title", "slug", "category"})


@dataclass(slots=True)
class Lines:
    """Lines ``key: value`` while they are being read; a key that is given twice has its last value."""

    reading: Reading = field(default_factory=Reading)
    """What was read so far."""
    end: int = 0
    """The line that was read last, counted from 1."""
    last: str = ""
    """The key that was read last, which the line below may go on."""

    def add(self, key: str, value: str, line: int) -> None:
        """Take the text of a key."""
        if key in self.reading.mapping:
            message = f"The key `{key}` is given twice, and the last one counts"
            self.reading.report(
                Subtype.DUPLICATE_KEY, message, line=line, path=key, hint="remove one of them"
            )
        self.reading.mapping[key] = printable(value).strip()
        self.reading.lines[key] = line
        self.last, self.end = key, line

    def more(self, value: str, line: int) -> None:
        """Take what goes on in the line after a key."""
        self.reading.mapping[self.last] = f"{self.reading.mapping[self.last]} {printable(value)}".strip()
        self.end = line

    def proves(self) -> bool:
        """Return whether these keys can only be the metadata of a post."""
        folded = {key.lower() for key in self.reading.mapping}
        return any(proof <= folded for proof in _PROOFS)

    def front_matter(self, form: Format) -> FrontMatter:
        """Return what was read."""
        return self.reading.front_matter(form, end=self.end)


def read_meta_lines(text: str) -> FrontMatter | None:
    """Return the metadata lines that *text* begins with; ``None`` if it begins with something else."""
    lines = list(_first_lines(text))
    nikola = _nikola(lines)
    if nikola.proves():
        return nikola.front_matter("nikola")
    pelican = _pelican(lines)
    return pelican.front_matter("meta") if pelican.proves() else None


def read_meta_file(text: str, *, beside: bool = False) -> FrontMatter:
    """Return the metadata in a ``.meta`` file; *beside* says that it is that of a post of Nikola."""
    found = _nikola(list(_first_lines(text)))
    found.end = 0
    return replace(found.front_matter("nikola"), beside=beside)


def _first_lines(text: str) -> Iterator[str]:
    start = 0
    for _ in range(MAX_ITEMS):
        end = text.find("\n", start)
        yield text[start : end if end >= 0 else None].removeprefix("\ufeff").rstrip("\r")
        if end < 0:
            return
        start = end + 1


def _pelican(lines: Iterable[str]) -> Lines:
    found = Lines()
    for number, line in enumerate(lines, 1):
        match = _META.fullmatch(line)
        more = _META_MORE.fullmatch(line)
        if match:
            found.add(match[1], match[2] or "", number)
        elif more and found.last:
            found.more(more[1], number)
        else:
            break
    return found


def _nikola(lines: list[str]) -> Lines:
    """Read ``.. key: value``; in a comment up to its end, else up to the first line that is not one."""
    found = Lines()
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    in_comment = bool(lines) and lines[first].strip().startswith("<!--")
    for number, line in enumerate(lines[first:], first + 1):
        match = _NIKOLA.fullmatch(line.strip().removeprefix("<!--").removesuffix("-->"))
        if match:
            found.add(match[1], match[2] or "", number)
        if in_comment and line.rstrip().endswith("-->"):
            found.end = number
            break
        if not match and line.strip() not in {"", "<!--"}:
            break
    return found
