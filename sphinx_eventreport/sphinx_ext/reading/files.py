"""Paths that reports name -> files below the source directory: the one door for pictures, decks and links."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.candidates import PagePlace, candidates, joined, names_of
from sphinx_eventreport.core.files.links import leads_out
from sphinx_eventreport.core.files.lookup import differing_in_case, existing, is_root
from sphinx_eventreport.core.files.site import without_query
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.config import read_config
from sphinx_eventreport.sphinx_ext.reading.state import reading_state

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.environment import BuildEnvironment


# What is found out once for a page: the root of its generator's site, by folder.
_ROOTS = "eventreport_generator_roots"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the site: its path from the source directory, with ``/``, and on this machine."""

    path: str
    absolute: Path


def find_file(
    env: BuildEnvironment, written: str, *, what: str, line: int | None = None
) -> SourceFile | Problem:
    """Return the file that *written* names on the page being read, or why there is none.

    A leading ``/`` is the source directory, as everywhere in Sphinx; where nothing is there, other
    places are tried in which blogs have files. *what* names the thing in the message. The page is
    read again when the file changes, or comes where it was missed.
    """
    found = _find(env, written)
    if found is None:
        return _missing(env, written, what, line)
    return _linked_outside(written, what, line) if _is_link_out(env, found) else found


def linked_file(env: BuildEnvironment, link: str) -> SourceFile | None:
    """Return the file that *link* on the page being read leads to, if it is one of the source directory.

    Addresses of other pages are links as well, and there are many of them: only what ends as files do
    is looked for in other places than it says.
    """
    name = without_query(link).rpartition("/")[2]
    found = _find(env, link) if "." in name else _first(env, _as_written(env, link))
    return None if found is None or _is_link_out(env, found) else found


def _is_link_out(env: BuildEnvironment, file: SourceFile) -> bool:
    """Return whether *file* is elsewhere by a symbolic link, and the site does not allow that."""
    return leads_out(file.absolute, Path(env.srcdir)) and not read_config(env.config).follow_symlinks


def _linked_outside(written: str, what: str, line: int | None) -> Problem:
    message = f"{written!r} of {what} is a symbolic link that leads out of the source directory"
    hint = "copy the file into the source directory, or set `eventreport_follow_symlinks` to True in conf.py"
    return Problem(Subtype.OUTSIDE_SOURCE, message, line=line, hint=hint)


def _missing(env: BuildEnvironment, written: str, what: str, line: int | None) -> Problem:
    places = list(_as_written(env, written))
    if any(map(_leads_out, places)) or "\0" in written:
        message = f"The path {written!r} of {what} leads out of the source directory"
        hint = "copy the file into the source directory"
        return Problem(Subtype.OUTSIDE_SOURCE, message, line=line, hint=hint)
    if places:
        env.note_dependency(places[0])
    message = f"There is no file {written!r} for {what}"
    hint = "put the file there, or correct the path; a leading / is the source directory"
    other = differing_in_case(Path(env.srcdir), places[0]) if places else None
    if other is not None:
        message += f", only {PurePosixPath(other).name!r}"
        hint = "upper and lower case differ: write the name as the file has it"
    return Problem(Subtype.MISSING_FILE, message, line=line, hint=hint, target=written)


def _find(env: BuildEnvironment, written: str) -> SourceFile | None:
    # Nearly all files are where Sphinx would look, and then nothing else is asked for.
    return _first(env, _as_written(env, written)) or _first(env, _elsewhere(env, written))


def _first(env: BuildEnvironment, paths: Iterator[str]) -> SourceFile | None:
    source = Path(env.srcdir)
    for path in dict.fromkeys(paths):
        found = None if _leads_out(path) else existing(source, path)
        if found is not None:
            env.note_dependency(found)
            return SourceFile(found, source / found)
    return None


def _leads_out(path: str) -> bool:
    return path == ".." or path.startswith("../")


def _as_written(env: BuildEnvironment, written: str) -> Iterator[str]:
    """Yield where Sphinx would look for *written*, and for the names that it may stand for."""
    folder = "" if written.startswith("/") else env.docname.rpartition("/")[0]
    return (joined(folder, name) for name in names_of(written))


def _elsewhere(env: BuildEnvironment, written: str) -> Iterator[str]:
    state = reading_state(env)
    place = PagePlace.of(env.docname, state.addresses if state is not None else ())
    roots = tuple(dict.fromkeys(("", *_generator_root(env, place.folder))))
    return candidates(written, place, roots, read_config(env.config).file_path)


def _generator_root(env: BuildEnvironment, folder: str) -> Sequence[str]:
    """Return the nearest folder around *folder* that a generator's configuration marks, if there is one."""
    if _ROOTS not in env.temp_data:
        env.temp_data[_ROOTS] = {}
    known: dict[str, Sequence[str]] = env.temp_data[_ROOTS]
    if folder not in known:
        here = PurePosixPath(folder)
        around = [path for path in (here, *here.parents) if path.parts]
        marked = (path.as_posix() for path in around if is_root(Path(env.srcdir, path)))
        known[folder] = tuple(islice(marked, 1))
    return known[folder]
