"""Notes beside slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.pdfs import slides

if TYPE_CHECKING:
    from support.site import Site

TALK = """\
---
event: {name: Maps}
---

## Coasts

```{deck} deck.pdf
```

[Slide 2] They are *dashed*.

- and solid at low tide

[Slide 1]: a title.

[Slide 9] is not there.

### Later

[Slide 1] of nothing.
"""


@pytest.fixture
def maps(site: Site) -> Site:
    """Return a report with a deck of two slides, and notes on them."""
    return site.write({"index.md": TALK, "deck.pdf": slides(("Coasts", "of May"), ("Seas", "of June"))})


def test_a_note_leads_to_its_slide_and_holds_what_follows(maps: Site) -> None:
    """Up to the next mark; a slide that is not there, and a section without a deck, leave the words alone."""
    built = maps.build()
    assert built.warnings == []
    body = built.body("index")
    notes = [" ".join(note.get_text(" ").split()) for note in body.select(".er-slide-note")]
    assert notes == ["Slide 2 : They are dashed . and solid at low tide", "Slide 1 : a title."]
    targets = [link["href"][1:] for link in body.select("a.er-note-slide")]
    assert len(targets) == len([name for name in targets if body.select_one(f"[id='{name}'].er-slide")])
    assert "[Slide 9] is not there." in body.get_text()
    assert "[Slide 1] of nothing." in body.get_text()


def test_a_slide_leads_to_its_note(maps: Site) -> None:
    """Below its text, which the player shows at it."""
    body = maps.build().body("index")
    for link in body.select(".er-slide-note-link a"):
        assert body.select_one(f"[id='{link['href'][1:]}'].er-slide-note") is not None
    assert len(body.select(".er-slide-note-link a")) == 2


def test_the_player_shows_the_note_at_its_slide(maps: Site) -> None:
    """Below the text of the slide, without the ids of the original, and out of every search."""
    body = maps.build().body("index")
    [first, second] = body.select(".er-texts .er-slide-said")
    assert [" ".join(one.get_text(" ").split()) for one in (first, second)] == [
        "a title.",
        "They are dashed . and solid at low tide",
    ]
    assert not any(node.has_attr("id") for one in (first, second) for node in [one, *one.select("*")])
    assert "no-search" in second["class"]


def test_paper_has_the_note_below_the_picture(maps: Site) -> None:
    """And not in the prose once more."""
    body = maps.build().body("index")
    [below] = body.select("figure[data-er-number='2'] > .er-slide-on-paper")
    assert "and solid at low tide" in below.get_text()
    assert len(body.select(".er-slide-note.er-slide-on-screen")) == 2


def test_what_follows_a_picture_of_a_slide_is_a_note_on_it(site: Site) -> None:
    """Of a deck of the same section; it stays below that picture on paper."""
    text = TALK[: TALK.index("[Slide 2]")] + "```{slide} coasts#2\n```\n\nThey are dashed.\n"
    site.write({"index.md": text, "deck.pdf": slides(("Coasts", "of May"), ("Seas", "of June"))})
    body = site.build().body("index")
    [note] = body.select(".er-slide-note")
    assert note.get_text().strip() == "They are dashed."
    assert [one.get_text().strip() for one in body.select(".er-texts .er-slide-said")] == ["They are dashed."]
    assert not body.select(".er-slide-on-paper, .er-slide-on-screen")


def test_plain_text_has_the_note(maps: Site) -> None:
    """With the words of its mark."""
    text = (maps.build("text").outdir / "index.txt").read_text("utf-8")
    assert "Slide 2: They are *dashed*." in text
