"""To look at the HTML pages of a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.site import Built


def links(built: Built, page: str, selector: str) -> list[tuple[str, str]]:
    """Return the texts and addresses of the links that *selector* finds."""
    return [(link.get_text(), str(link["href"])) for link in built.body(page).select(selector)]


def line(built: Built, page: str, selector: str) -> str:
    """Return the text of the first element that *selector* finds, in one line."""
    found = built.body(page).select_one(selector)
    assert found is not None, selector
    return " ".join(found.get_text(" ").split())


def pages(built: Built) -> set[str]:
    """Return the names of the pages that a build wrote, without those that every build writes."""
    names = {name.removesuffix(".html") for name in built.written if name.endswith(".html")}
    return {name for name in names if not name.startswith("eventreport-")} - {"genindex", "search"}
