"""A site of one report with one deck held as a file, and a page that refers to its slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.pdfs import PageLabel, Text, drawn_pdf, slides

if TYPE_CHECKING:
    from collections.abc import Mapping

DECK = slides(
    ("Moss", "Grows on stones", "and drinks fog"),
    ("Lichen", "Two beings in one", "a quillwort beside it"),
    ("Lichen", "Older than the wall"),
    ("Thanks",),
)
LABELLED = drawn_pdf(
    [[Text("Moss")], [Text("Lichen")], [Text("Lichen"), Text("Two in one", 200)], [Text("End")]],
    labels=[PageLabel(1, "ROMAN_LOWER"), PageLabel(1), PageLabel(1), PageLabel(2)],
)
"""A deck whose pages are called i, 1, 1 and 2, as programs call the steps of one slide."""
INDEX = "# Site\n\n```{event-list}\n```\n"
REFERS = (
    "---\norphan: true\n---\n\n# Refers\n\nAs {slide}`moss#2` says.\n\n```{slide} moss#2\nTwo in one.\n```\n"
)


def report(options: str = "", caption: str = "The caption.") -> str:
    """Return a report with one deck, the file ``moss.pdf``."""
    return (
        "---\ntitle: Green Day\nlabel: green\ndate: 2024-05-01\nevent: Green Day\n---\n\nThe prose stays.\n\n"
        f"## Moss, by Ada Green\n\n```{{deck}} moss.pdf\n{options}\n{caption}\n```\n"
    )


FILES: Mapping[str, str | bytes] = {
    "index.md": INDEX,
    "green.md": report(),
    "refers.md": REFERS,
    "moss.pdf": DECK,
}
