"""What stands beside names, and talks below generic headings, on pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import Site

from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from pathlib import Path

    from support.site import Built

INDEX = "# Index\n\n```{talk-list}\n:type: list\n```\n\n```{person-list}\n:type: list\n```\n"
DECK = "```{deck} https://slides.example.org/a.pdf\n```\n"
VIDEO = "```{recording} https://youtu.be/abcdefghijk\n```\n"


def _built(folder: Path, front: str, body: str) -> Built:
    page = f"---\ntitle: Tides\nevent: Tides\n{front}---\n\n{body}"
    return Site(folder).write({"index.md": INDEX, "post.md": page}).build()


def _talks(built: Built) -> list[str]:
    return [placed.talk.title for placed in site_of(built.app.env).pages["post"].talks]


def test_no_address_of_email_is_published(tmp_path: Path) -> None:
    """Not in the byline, not in a listing or an index, not in what a search looks in."""
    front = (
        "authors: [Ada Quay <ada@example.org>, bo@example.org]\nminutes: {chair: Cy (cy@example.org)}\n"
        "talks: [{title: Moon, speakers: 'Dan Oar <dan@example.org>, Eve'}]\n"
    )
    page = f"---\ntitle: Tides\nevent: {{name: Tides, organizers: Club <club@example.org>}}\n{front}---\n"
    site = Site(tmp_path).write({"index.md": INDEX, "post.md": page})
    built = site.build(config={"html_copy_source": False})
    files = [path for path in built.outdir.rglob("*") if path.is_file()]
    assert not [path for path in files if b"@example.org" in path.read_bytes()]


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("Moon, by Ada Quay <ada@example.org>", "Moon, by Ada Quay"),
        ("Moon, by Ada Quay <ada@example.org>, Bo Finch <bo@example.org>", "Moon, by Ada Quay, Bo Finch"),
        ("Moon, by Ada Quay (<ada@example.org>)", "Moon, by Ada Quay"),
        (
            "Moon *and* sun, by Ada Quay <ada@example.org> and Bo Finch",
            "Moon and sun, by Ada Quay and Bo Finch",
        ),
        ("Write to <ada@example.org>", "Write to ada@example.org"),
    ],
)
def test_an_address_in_a_heading_goes_with_the_credit(tmp_path: Path, heading: str, shown: str) -> None:
    """Beside a name it says who somebody is; a heading about an address is the author's word."""
    title = _built(tmp_path, "", f"## {heading}\n\n{DECK}").body("post").select_one("h2")
    assert title is not None
    assert title.get_text().removesuffix("¶") == shown


def test_the_affiliation_stands_beside_the_name(tmp_path: Path) -> None:
    """It is no part of what the person is called, so a person is one whatever they speak for."""
    built = _built(tmp_path, 'authors: ["Dr. Ada Quay (Rope, Inc.)"]\n', f"## Moon, by Ada Quay\n\n{DECK}")
    byline = built.body("post").select_one(".er-by .er-mention")
    people = built.body("index").select("ul")[-1]
    assert byline is not None
    assert (byline.get_text(), people.get_text(" ", strip=True).count("Ada Quay")) == (
        "Dr. Ada Quay (Rope, Inc.)",
        1,
    )


def test_a_talk_is_the_section_above_a_generic_heading(tmp_path: Path) -> None:
    """Its decks and recordings are drawn where they stand."""
    built = _built(tmp_path, "", f"## Moon\n\n### Slides\n\n{DECK}\n### Video\n\n{VIDEO}\n## Sun\n\n{DECK}")
    talks = [
        item.get_text(" ", strip=True).split(" ")[0]
        for item in built.body("index").select("ul")[0].select("li")
    ]
    places = [
        figure.find_previous(["h2", "h3"]).get_text().removesuffix("¶")  # type: ignore[union-attr]
        for figure in built.body("post").select("figure")
    ]
    assert (talks, places) == (["Moon", "Sun"], ["Slides", "Video", "Sun"])


def test_a_page_of_generic_headings_is_one_talk(tmp_path: Path) -> None:
    """Where no section has a name of its own, the page is the talk."""
    built = _built(tmp_path, "", f"## About\n\n{DECK}\n## Part 2\n\n{VIDEO}")
    assert _talks(built) == ["Tides"]


def test_below_another_talk(tmp_path: Path) -> None:
    """Slides of a section come before those of the talks in it, as in the text."""
    built = _built(tmp_path, "", f"## Moon\n\n### Sun\n\n{DECK}\n### Slides\n\n{DECK}")
    assert _talks(built) == ["Moon", "Sun"]
