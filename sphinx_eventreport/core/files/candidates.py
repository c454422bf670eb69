"""A path as somebody wrote it on a page -> the places where its file may be, in the order of trust.

Blogs name files in more ways than Sphinx does: from the root of the generator's site, by the address
that the page has on the blog, or by the name alone where the layout knows the folder.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_eventreport.core.dates.partial import INDEX_NAMES, date_from_filename
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STATIC_FOLDERS = (
    *("", "static", "public", "assets", "source", "content", "docs", "files", "src"),
    *("_assets", "_assets/images", "src/static", "src/assets", "src/public", ".vuepress/public"),
)
"""Where generators keep what has an address from the root of the site; "" is the root itself."""

# Astro, Docusaurus and Vite have short names for a folder of the site: "@/assets/a.png", "@assets/a.png".
_SHORT = lazy_regex(r"(?:~|@site|@)/|@(?=assets/)")

# Where the layouts of HugoBlox, al-folio and others look for a file that front matter names.
_LAYOUT_FOLDERS = (
    *("static/uploads", "static/media", "assets/media", "assets/pdf", "assets/img", "assets/images"),
)
_SUFFIX = lazy_regex(r"\.[A-Za-z0-9]{1,5}$")
_MOST_STEPS = 20


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Where a page is. In a bundle it is the index of its folder, with its other files beside it."""

    folder: str
    """Its folder, "" for the source directory."""
    stem: str
    """The name of its file without suffix."""
    names: frozenset[str]
    """The names by which addresses may mean it, in lower case."""

    @classmethod
    def of(cls, path: str, addresses: Iterable[str] = ()) -> PagePlace:
        """Return the place of the page at *path*, without suffix; *addresses* are its own on the blog."""
        folder, _, stem = path.rpartition("/")
        name = folder.rpartition("/")[2] if stem.lower() in INDEX_NAMES else stem
        written = (_SUFFIX.sub("", address.strip("/")).rpartition("/")[2] for address in addresses)
        names = {name, date_from_filename(name)[1] or name, *written} - {""}
        return cls(folder, stem, frozenset(name.lower() for name in names))


def names_of(written: str) -> tuple[str, ...]:
    """Return the names that *written* may be, the most literal one first.

    Percent-escapes, a fragment, a query and the other slash of Windows may belong to a name, and
    mostly do not.
    """
    whole = (written, written.partition("#")[0])
    paths = (*whole, *(path.partition("?")[0] for path in whole))
    names = dict.fromkeys(name for path in paths for name in (path, unquote(path)))
    also = (name.replace("\\", "/") for name in names)
    return tuple(name for name in dict.fromkeys((*names, *also)) if name.strip("/") and "\0" not in name)


def from_root(written: str) -> str:
    """Return the path *written* in front matter as many layouts read it: from the root of the site.

    Not where it leads up from its page, which is meant literally; then the path itself is returned.
    """
    return written if written.startswith("/") or ".." in written.split("/") else f"/{written}"


def joined(folder: str, name: str) -> str:
    """Return the normal path of *name*, with or without a leading slash, from *folder*."""
    return posixpath.normpath(posixpath.join(folder, name.lstrip("/")))


def candidates(
    written: str, page: PagePlace, roots: Sequence[str], folders: Sequence[str] = ()
) -> Iterator[str]:
    """Yield the paths at which the file *written* on *page* may be, each normal and perhaps more than once.

    All paths are from one folder; one that leads out of it begins with "..". *roots* are those of
    the site: the first is what a leading / means, others are of generators. *folders* are where
    files named by name alone are, as the site says.
    """
    names = names_of(written)
    for name in names:
        yield joined(roots[0] if name.startswith("/") else page.folder, name)
    # From elsewhere, a way up would lead to a file that nobody meant.
    names = tuple(name for name in names if ".." not in name.split("/"))
    for name in names:
        yield from _in_bundle(name, page)
    for folder in folders:
        yield from (joined(folder, name) for name in names if not name.startswith("/"))
    for root in roots:
        yield from _from_root(root, names)


def _from_root(root: str, names: Sequence[str]) -> Iterator[str]:
    """Yield where a generator may have the file: a name alone is looked for where layouts expect it."""
    whole = [_SHORT.sub("", name, count=1) if _SHORT.match(name) else name for name in names]
    for static in STATIC_FOLDERS:
        yield from (joined(posixpath.join(root, static), name) for name in whole if "/" in name)
    for layout in _LAYOUT_FOLDERS:
        yield from (joined(posixpath.join(root, layout), name) for name in names if "/" not in name)


def _in_bundle(name: str, page: PagePlace) -> Iterator[str]:
    """Yield where a file of *page* is that *name* gives by the page's own address: ``/talk/knots/a.png``."""
    steps = name.strip("/").split("/")
    for index in range(min(len(steps) - 1, _MOST_STEPS), 0, -1):
        if steps[index - 1].lower() in page.names:
            rest = "/".join(steps[index:])
            yield joined(page.folder, rest)
            yield joined(posixpath.join(page.folder, page.stem), rest)
