"""Fail if a file of the package is missing from a built wheel or source archive.

Usage: ``python .ci/distributions.py DIST``, where DIST is the folder that ``python -m build`` filled.
"""

import sys
import tarfile
import zipfile
from pathlib import Path

PACKAGE = "sphinx_eventreport"


def package_files() -> set[str]:
    """Return the files of the package in the source tree, as paths from the project's folder."""
    files = (path for path in Path(PACKAGE).rglob("*") if path.is_file())
    return {path.as_posix() for path in files if "__pycache__" not in path.parts}


def archived_files(archive: Path) -> set[str]:
    """Return the names in *archive*; those of a source archive without its top folder."""
    if archive.suffix == ".whl":
        return set(zipfile.ZipFile(archive).namelist())
    with tarfile.open(archive) as source:
        return {name.partition("/")[2] for name in source.getnames()}


def main() -> None:
    """Compare each archive with the source tree."""
    dist = Path(sys.argv[1])
    for archive in (*dist.glob("*.whl"), *dist.glob("*.tar.gz")):
        missing = sorted(package_files() - archived_files(archive))
        print(f"{archive.name}: {len(package_files())} files of the package, {len(missing)} missing")
        if missing:
            raise SystemExit("\n".join(missing))


if __name__ == "__main__":
    main()
