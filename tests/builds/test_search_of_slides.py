"""What search engines find of slides in the built pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from support.decks import FILES, report, talk
from support.pdfs import slides

if TYPE_CHECKING:
    from bs4 import Tag
    from support.site import Built, Site

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "h7", "dt")


def sections(main: Tag) -> dict[str, str]:
    """Return what Read the Docs indexes: a heading with an id, its own or a wrapper's, and what follows."""
    found = {}
    for heading in main.find_all(HEADINGS):
        holders = [heading, *list(heading.parents)[:2]]
        anchor = next((holder["id"] for holder in holders if holder.get("id")), None)
        if anchor:
            text = [str(each.get_text(" ", strip=True)) for each in heading.find_next_siblings()]
            found[str(anchor)] = " ".join(text)
    return found


def test_read_the_docs_finds_each_slide_with_its_text(site: Site) -> None:
    """By the id of the heading of its text."""
    main = site.write(FILES).build().page("green").select_one("main, [role=main]")
    assert main is not None
    found = {anchor: text for anchor, text in sections(main).items() if anchor.startswith("slide-")}
    assert [anchor for anchor in found if "text" in anchor] == [f"slide-moss-{n}-text" for n in range(1, 8)]
    assert found["slide-moss-4-text"] == "Older than the wall it scours a kettle"


def terms(built: Built) -> set[str]:
    """Return the words of Sphinx's search index."""
    text = (built.outdir / "searchindex.js").read_text(encoding="utf-8")
    return set(json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))["terms"])


def test_slides_with_known_words_add_none_to_the_index(site: Site) -> None:
    """What search costs grows with distinct words, not with slides."""
    once = ("Moss", "Grows on stones")
    index = "# Site\n"
    files = {"index.md": index, "green.md": report("green", talk("Moss", "moss.pdf"))}
    few = terms(site.write({**files, "moss.pdf": slides(once)}).build())
    many = terms(site.write({**files, "moss.pdf": slides(*[once] * 20)}).build())
    assert many - few == {"20"} & many
