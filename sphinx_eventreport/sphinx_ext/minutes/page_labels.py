"""The labels of the decisions and actions on the page that is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def labels_on_page(env: BuildEnvironment, object_type: str) -> list[str]:
    """Return the labels of what is on the page so far, to be added to."""
    found: list[str] = env.current_document.setdefault(f"eventreport_{object_type}s", [])  # type: ignore[assignment]
    return found
