"""Print pip constraints that hold each requirement of the project at the lowest version it allows."""

import re
import tomllib
from pathlib import Path

FLOOR = re.compile(r"([\w.-]+)>=([\w.]+)")
"""A requirement as pyproject.toml writes it: a name and its floor."""


def main() -> None:
    """Read ``project.dependencies`` of pyproject.toml; a requirement without a floor is an error."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        found = FLOOR.match(requirement)
        if not found:
            message = f"no lowest version in {requirement!r}: write it as name>=version"
            raise SystemExit(message)
        print(f"{found[1]}=={found[2]}")


if __name__ == "__main__":
    main()
