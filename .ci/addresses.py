"""Write into pyproject.toml and README.md where the project is: an index shows them without the repository.

Usage: ``python .ci/addresses.py https://github.com/OWNER/NAME TAG``, in a checkout that is not kept.
"""

import re
import sys
from pathlib import Path

RELATIVE = re.compile(r"(?P<picture>!?)\[(?P<text>[^]]*)\]\((?P<path>(?![a-z]+:|#)[^)]+)\)")
"""A link or a picture of Markdown that leads to a file of the repository."""
BEFORE = "[project.scripts]"
"""The table of pyproject.toml before which the addresses go."""


def urls(repository: str, tag: str) -> str:
    """Return the addresses that an index shows beside the release *tag*, as a table of pyproject.toml."""
    files = f"{repository}/blob/{tag}"
    found = {
        "Source": repository,
        "Documentation": f"{repository}/tree/{tag}/docs",
        "Changelog": f"{files}/CHANGELOG.md",
        "Issues": f"{repository}/issues",
    }
    return "\n".join(["[project.urls]", *(f'{name} = "{url}"' for name, url in found.items())])


def with_addresses(text: str, repository: str, tag: str) -> str:
    """Return the Markdown *text* with the addresses of files where it has their paths."""

    def address(found: re.Match[str]) -> str:
        kind = "raw" if found["picture"] else "blob"
        return f"{found['picture']}[{found['text']}]({repository}/{kind}/{tag}/{found['path']})"

    return RELATIVE.sub(address, text)


def main() -> None:
    """Change both files."""
    repository, tag = sys.argv[1:]
    readme, project = Path("README.md"), Path("pyproject.toml")
    readme.write_text(with_addresses(readme.read_text("utf-8"), repository, tag), "utf-8")
    before, table, after = project.read_text("utf-8").partition(BEFORE)
    if not table:
        message = f"pyproject.toml has no {BEFORE}"
        raise SystemExit(message)
    project.write_text(f"{before}{urls(repository, tag)}\n\n{table}{after}", "utf-8")


if __name__ == "__main__":
    main()
