"""What Windows and macOS want of the files of a site, as far as that can be seen without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.everything import FILES
from support.pdfs import slides
from support.site import Site

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path, PurePath

LONGEST = 260
"""What Windows lets a path have, unless long ones are switched on."""
OF_OTHERS = 90
"""What the folder of a build may take of that: C:/Users/somebody/Documents/project/docs/_build has half."""
_PORTS = [f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)]
RESERVED = frozenset(["con", "prn", "aux", "nul", *_PORTS])
"""What no file of Windows is called, whatever its suffix."""
LONG = "minutes-of-the-yearly-meeting-of-keepers-with-all-that-was-shown-and-said-there-" * 2


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> Sequence[PurePath]:
    """Return all files of a build and of its doctrees, from the folder of each."""
    site = Site(tmp_path_factory.mktemp("site")).write(FILES)
    label = "---\nevent: {name: Day, start: 2024-01-02}\n---\n\n## Con\n\n```{deck} Combs.PDF\n```\n"
    long = f"---\nevent: {{name: Day, start: 2024-01-03}}\n---\n\n```{{deck}} {LONG}.pdf\n```\n"
    site.write(
        {
            "con-day.md": label,
            "Combs.PDF": slides(("Other",)),
            "long.md": long,
            f"{LONG}.pdf": slides(("Long",)),
        }
    )
    outdir = site.build().outdir
    folders = (outdir, site.root / "doctrees")
    found = [path.relative_to(top) for top in folders for path in top.rglob("*") if path.is_file()]
    assert any("thumbnail" in path.name for path in found)
    return found


def test_no_two_names_differ_in_case_alone(paths: Sequence[PurePath]) -> None:
    """One file would take the place of the other."""
    spelled: dict[str, set[str]] = {}
    for path in paths:
        spelled.setdefault(path.as_posix().casefold(), set()).add(path.as_posix())
    assert [names for names in spelled.values() if len(names) > 1] == []


def test_every_name_can_be_one_of_windows(paths: Sequence[PurePath]) -> None:
    """No sign that it keeps for itself, no device, no end that it drops."""
    parts = {part for path in paths for part in path.parts}
    assert [part for part in parts if set('<>:"\\|?*') & set(part) or part[-1] in " ."] == []
    assert [part for part in parts if part.partition(".")[0].casefold() in RESERVED] == []


def test_paths_leave_room_for_the_folder_of_the_project(paths: Sequence[PurePath]) -> None:
    """But for the copy of a PDF, whose name is its author's."""
    ours = [path for path in paths if not path.name.startswith(LONG)]
    assert max(len(str(path)) for path in ours) + OF_OTHERS < LONGEST


def test_a_site_is_at_home_in_a_folder_with_a_space_and_an_accent(tmp_path: Path) -> None:
    """As the folders of people are, whose names are in it."""
    site = Site(tmp_path / "Zoë und Jiří" / "my site")
    site.root.mkdir(parents=True)
    assert site.write(FILES).build().warnings == []
