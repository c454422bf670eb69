"""The effects: reads what is there, decides for each file what becomes of it, and writes it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.candidates import from_root
from sphinx_eventreport.core.files.drives import from_folder, from_here
from sphinx_eventreport.core.files.links import leads_out
from sphinx_eventreport.core.files.lookup import cover_of
from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.core.files.site import SiteFiles
from sphinx_eventreport.importing.assets import paths_of, target_of
from sphinx_eventreport.importing.manifest import Manifest, file_digest, text_digest
from sphinx_eventreport.importing.model import Left, Native, Outcome, Page, State
from sphinx_eventreport.importing.pages import native_page
from sphinx_eventreport.importing.sources import read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx_eventreport.core.files.settings import SettingsReader

_ORIGINAL = ".orig"
_LINK = "is a symbolic link that leads out of the source; --follow-symlinks"


@dataclass(slots=True)
class Importer:
    """Imports files."""

    source: Path
    """The folder in which they are."""
    destination: Path
    """The folder into which reports are written."""
    dry_run: bool = False
    """Whether nothing is written."""
    keep_original: bool = False
    """Whether what a report was made from is put beside it, with the suffix ``.orig``."""
    settings: SettingsReader | None = None
    """What tells which pages are reports that do not say so."""
    manifest: Manifest = field(init=False)
    """What was imported before."""
    _site: SiteFiles = field(init=False)
    _done: dict[Path, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the manifest. Raises :exc:`OSError`, and :exc:`ValueError` for a damaged one."""
        self._site = SiteFiles((self.source if self.source.is_dir() else self.source.parent).absolute())
        self.manifest = Manifest(self.destination)

    def run(self, path: Path) -> Iterator[Outcome]:
        """Yield what becomes of the report in *path* and of the files it refers to; nothing for no report.

        Raises :exc:`OSError` for a file that cannot be read or written.
        """
        page = read_source(path, self.source, self.settings.of(path) if self.settings else None)
        if page is None:
            return
        target = self.destination / page.name
        native = native_page(page, _below(path, self._tree()), _below(target, self._top().path))
        refused = self._refusal(path, target)
        if refused is not None:
            state, why = refused
            yield Outcome(state, path, target, is_report=True, problems=page.problems, left=(Left(why),))
            return
        data = native.text.encode()
        folder = OutputFolder(self.destination)
        state = self._put(folder, path, target, text_digest(data), lambda name: folder.write(name, data))
        lost, files = self._files_of(page, target, native)
        yield Outcome(state, path, target, True, page.problems, (*native.left, *lost))  # noqa: FBT003
        if self.keep_original and (page.body or page.rst):
            files.append((path, target.with_name(target.name + _ORIGINAL)))
        for source, goal in files:
            if goal not in self._done and source.absolute() != goal.absolute():
                yield self._copy(source, goal)

    def _refusal(self, path: Path, target: Path) -> tuple[State, str] | None:
        """Return what becomes of the report in *path* if it is not to be written to *target*, and why."""
        if target in self._done:
            return State.EDITED, f"{self._done[target]} goes to {target} as well"
        if self._leads_out(path, path):
            return State.FAILED, f"it {_LINK} imports it"
        return None

    def _leads_out(self, page: Path, path: Path) -> bool:
        """Return whether *path*, which *page* needs, is elsewhere by a link, and that is not allowed."""
        if path == self.source or (self.settings and self.settings.of(page).follow_symlinks):
            return False
        return leads_out(path, self._tree())

    def _is_beyond(self, path: Path) -> bool:
        """Return whether *path* is by its name out of the site that is imported.

        A name may spell ".." in other ways, which a goal in the destination does not.
        """
        # `Path.resolve` would follow links.
        tree = os.path.normpath(self._tree().absolute())
        return not Path(os.path.normpath(path.absolute())).is_relative_to(tree)

    def _tree(self) -> Path:
        """Return the folder that all files of the source are in: its site, or what is imported itself."""
        folder = self.source if self.source.is_dir() else self.source.parent
        return self._site.root(folder) or folder

    def _copy(self, source: Path, goal: Path) -> Outcome:
        """Copy a file that a report needs. One that cannot be copied costs neither the report nor others."""
        folder = self._top()
        try:
            digest = file_digest(source)
            state = self._put(folder, source, goal, digest, lambda name: folder.copy(source, name))
        except OSError as error:
            left = (Left(f"{error.filename or goal}: {error.strerror or error}"),)
            return Outcome(State.FAILED, source, goal, is_report=False, left=left)
        return Outcome(state, source, goal, is_report=False)

    def _top(self) -> OutputFolder:
        """Return the folder that a leading / stands for: the top of the site that the destination is in."""
        return OutputFolder(self._site.root(self.destination) or self.destination.absolute())

    def _files_of(
        self, page: Page, target: Path, native: Native
    ) -> tuple[tuple[Left, ...], list[tuple[Path, Path]]]:
        """Return what is wrong with the files that a page refers to, and those to copy, from and to."""
        root = self._top().path
        lost: list[tuple[str, str]] = []
        files: list[tuple[Path, Path]] = []
        folders = self.settings.of(page.path).folders if self.settings else ()
        for written in paths_of(native.report, native.text):
            found = self._site.find(page.path, written, folders)
            if found is None and written in {native.report.banner, native.report.thumbnail}:
                found = self._site.find(page.path, from_root(written), folders)
            goal = target_of(written, target.absolute(), root, found)
            if found is None:
                why = f"there is no file {written!r}"
            elif self._leads_out(page.path, found):
                why = f"{written!r} {_LINK} copies it"
            elif self._is_beyond(found):
                why = f"{written!r} leads out of {self._tree()}, and is not copied"
            elif goal is None:
                why = f"{written!r} leads out of {root}, and is not copied"
            else:
                files.append((found, from_here(goal)))
                continue
            lost.append((written, why))
        cover = self._cover_of(page, native)
        if cover is not None and not self._leads_out(page.path, cover):
            files.append((cover, target.with_name(cover.name)))
        return Left.all_of(page.path, lost), files

    def _cover_of(self, page: Page, native: Native) -> Path | None:
        """Return the picture that a build finds beside the report, since front matter names none."""
        has_own = native.report.banner or native.report.thumbnail or page.path.parent == self.source
        return None if has_own else cover_of(page.path)

    def _put(
        self, folder: OutputFolder, source: Path, target: Path, digest: str, write: Callable[[Path], object]
    ) -> State:
        """Have *write* make *target*, in *folder*, where that is to be done; return what became of it."""
        folder.place(target.absolute())
        name = _below(target, self.destination)
        state = self.manifest.state(name, target, digest)
        self._done[target] = source
        if self.dry_run or state is State.EDITED:
            return state
        if state is State.WRITTEN:
            write(target.absolute())
        self.manifest.note(name, digest)
        return state


def _below(path: Path, folder: Path) -> str:
    """Return the path from *folder* to *path* by their names."""
    return from_folder(path, folder).as_posix()
