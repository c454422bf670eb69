"""Paths that reports name -> files below the source directory: the one door for pictures, decks and links."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.candidates import PagePlace, candidates, from_root, joined, names_of
from sphinx_eventreport.core.files.links import leads_out
from sphinx_eventreport.core.files.lookup import differing_in_case, existing, is_root
from sphinx_eventreport.core.files.site import without_query
from sphinx_eventreport.core.near_names import NearNames
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.log import notice
from sphinx_eventreport.sphinx_ext.reading.state import reading_state

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.environment import BuildEnvironment


# What is found out once for a page: the root of its generator's site, by folder.
_ROOTS = "eventreport_generator_roots"
_FOLDERS = 50
"""Folders below that of a page in which a file may be that is missing: a site can have thousands."""
_OTHER_CASE = "upper and lower case differ: write the name as the file has it"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the site."""

    path: str
    """Its path from the source directory, with ``/``."""
    absolute: Path
    """Its path on this machine."""


@dataclass(frozen=True, slots=True)
class Seeker:
    """A page for which files are looked for."""

    docname: str
    """The name of the page."""
    addresses: tuple[str, ...] = ()
    """Its addresses on the blog that it comes from."""
    roots: dict[str, Sequence[str]] = field(default_factory=dict)
    """The folders that generators' configurations mark, by the folders they are around; filled as it goes."""

    def as_written(self, written: str) -> Iterator[str]:
        """Yield where Sphinx would look for *written*, and for the names that it may stand for."""
        folder = "" if written.startswith("/") else self.docname.rpartition("/")[0]
        return (joined(folder, name) for name in names_of(written))

    def elsewhere(self, env: BuildEnvironment, written: str) -> Iterator[str]:
        """Yield where generators of blogs would look for *written*."""
        place = PagePlace.of(self.docname, self.addresses)
        roots = tuple(dict.fromkeys(("", *self._generator_root(env, place.folder))))
        return candidates(written, place, roots, read_value(env.config, "file_path"))

    def _generator_root(self, env: BuildEnvironment, folder: str) -> Sequence[str]:
        """Return the nearest folder around *folder* that a generator marks, if there is one."""
        if folder not in self.roots:
            here = PurePosixPath(folder)
            around = [path for path in (here, *here.parents) if path.parts]
            marked = (path.as_posix() for path in around if is_root(Path(env.srcdir, path)))
            self.roots[folder] = tuple(islice(marked, 1))
        return self.roots[folder]


def find_file(
    env: BuildEnvironment, written: str, *, what: str, line: int | None = None, key: str | None = None
) -> SourceFile | Problem:
    """Return the file that *written* names on the page being read, or why there is none.

    A leading ``/`` is the source directory, as everywhere in Sphinx; where nothing is there, other
    places are tried in which blogs have files. *what* names the thing in the message. *key* is that of
    front matter, where layouts may mean the root of the site by a name alone. The page is read again when
    the file changes, or when :func:`is_as_missed` no longer holds.
    """
    found = next(filter(None, (_find(env, name) for name in _read_as(written, key))), None)
    if found is None:
        return replace(_missing(env, written, what, line), field=key)
    return _linked_outside(written, what, line) if _is_link_out(env, found) else found


def _read_as(written: str, key: str | None) -> tuple[str, ...]:
    return (written,) if key is None else (written, from_root(written))


def is_missing(env: BuildEnvironment, seeker: Seeker, problem: Problem) -> bool:
    """Return whether no file is there that the target of *problem* may name on the page of *seeker*."""
    names = _read_as(problem.target, problem.field)
    found = ((*seeker.as_written(name), *seeker.elsewhere(env, name)) for name in names)
    paths = dict.fromkeys(chain.from_iterable(found))
    return not any(not _leads_out(path) and existing(Path(env.srcdir), path) for path in paths)


def is_as_missed(env: BuildEnvironment, seeker: Seeker, problem: Problem) -> bool:
    """Return whether :func:`find_file` would return *problem* again, which names a missing file."""
    if not is_missing(env, seeker, problem):
        return False
    other = _other_case(env, seeker, problem.target)
    if other is not None:
        return problem.message.endswith(_only(other))
    return problem.hint == _hint(env, seeker, problem.target)


def linked_file(env: BuildEnvironment, link: str) -> SourceFile | None:
    """Return the file that *link* on the page being read leads to, if it is one of the source directory.

    Addresses of other pages are links as well, and there are many of them: only what ends as files do
    is looked for in other places than it says.
    """
    name = without_query(link).rpartition("/")[2]
    found = _find(env, link) if "." in name else _first(env, _seeker(env).as_written(link))
    return None if found is None or _is_link_out(env, found) else found


def _is_link_out(env: BuildEnvironment, file: SourceFile) -> bool:
    """Return whether *file* is elsewhere by a symbolic link, and the site does not allow that."""
    return leads_out(file.absolute, Path(env.srcdir)) and not read_value(env.config, "follow_symlinks")


def _linked_outside(written: str, what: str, line: int | None) -> Problem:
    message = f"{written!r} of {what} is a symbolic link that leads out of the source directory"
    hint = "copy the file into the source directory, or set `eventreport_follow_symlinks` to True in conf.py"
    return Problem(Subtype.OUTSIDE_SOURCE, message, line=line, hint=hint)


def _missing(env: BuildEnvironment, written: str, what: str, line: int | None) -> Problem:
    seeker = _seeker(env)
    places = list(seeker.as_written(written))
    if any(map(_leads_out, places)) or "\0" in written:
        message = f"The path {written!r} of {what} leads out of the source directory"
        hint = "copy the file into the source directory"
        return Problem(Subtype.OUTSIDE_SOURCE, message, line=line, hint=hint)
    message = f"There is no file {written!r} for {what}"
    hint = _hint(env, seeker, written)
    other = _other_case(env, seeker, written)
    if other is not None:
        message += _only(other)
        hint = _OTHER_CASE
    return Problem(Subtype.MISSING_FILE, message, line=line, hint=hint, target=written)


def _hint(env: BuildEnvironment, seeker: Seeker, written: str) -> str:
    """Return what can be done about a file that is not there; the one most like it is named."""
    near = _near_file(Path(env.srcdir), next(seeker.as_written(written), ""))
    meant = f"the file most like it is {near!r}; " if near else ""
    return f"{meant}put the file there, or correct the path; a leading / is the source directory"


def _near_file(source: Path, place: str) -> str | None:
    """Return the path from *source* of the file most like *place*, in its folder or in one below that."""
    wanted = PurePosixPath(place)
    here = _entries(source / wanted.parent)
    below = islice((path for path in here if path.name[0] not in "._" and path.is_dir()), _FOLDERS)
    entries = [*here, *chain.from_iterable(map(_entries, below))]
    files = [path for path in entries if path.suffix.lower() == wanted.suffix.lower() and path.is_file()]
    paths = {path.name: path.relative_to(source).as_posix() for path in reversed(files)}
    near = NearNames(paths).nearest(wanted.name)
    return paths[near] if near else None


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _other_case(env: BuildEnvironment, seeker: Seeker, written: str) -> str | None:
    """Return the path of a file that is the one *written* but for upper and lower case."""
    place = next(seeker.as_written(written), None)
    return differing_in_case(Path(env.srcdir), place) if place else None


def _only(other: str) -> str:
    return f", only {PurePosixPath(other).name!r}"


def _find(env: BuildEnvironment, written: str) -> SourceFile | None:
    # Nearly all files are where Sphinx would look, and then nothing else is asked for.
    seeker = _seeker(env)
    return _first(env, seeker.as_written(written)) or _first(env, seeker.elsewhere(env, written))


def _first(env: BuildEnvironment, paths: Iterator[str]) -> SourceFile | None:
    source = Path(env.srcdir)
    for path in dict.fromkeys(paths):
        found = None if _leads_out(path) else existing(source, path)
        if found is not None and found != path:
            message = (
                "%s: the accents of %r are composed in another way on the disk (NFC, NFD); rename it, %s"
            )
            notice(message, env.docname, path, "as other programs may not find it")
        if found is not None:
            env.note_dependency(found)
            return SourceFile(found, source / found)
    return None


def _leads_out(path: str) -> bool:
    return path == ".." or path.startswith("../")


def _seeker(env: BuildEnvironment) -> Seeker:
    """Return who looks for the files of the page that is being read."""
    if _ROOTS not in env.temp_data:
        env.temp_data[_ROOTS] = {}
    state = reading_state(env)
    return Seeker(env.docname, state.addresses if state is not None else (), env.temp_data[_ROOTS])
