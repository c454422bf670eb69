"""Events of the PyVideo archive build as they are."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from support.posts import INDEX

from sphinx_eventreport.cli import main

if TYPE_CHECKING:
    from support.site import Built, Site

EVENT = "archive/docs-day-2020"
PAGE = f"{EVENT}/category"


def talk(title: str, **fields: object) -> str:
    """Return the file of a talk."""
    videos = [{"type": "youtube", "url": "https://www.youtube.com/watch?v=abcdefghijk"}]
    said = {"title": title, "speakers": ["Piet Hallam"], "recorded": "2020-05-16", "videos": videos}
    return json.dumps({**said, **fields})


FILES = {
    "index.md": INDEX,
    f"{EVENT}/category.json": '{"title": "Docs Day 2020", "description": "One day,\\n*two* rooms."}',
    f"{EVENT}/videos/a.json": talk(
        "A *talk*", summary="In short.", description="`Long <https://example.org/l>`_"
    ),
    f"{EVENT}/videos/b.json": talk(
        "Slides", related_urls=[{"label": "Slides", "url": "https://x.example.org/a.pdf"}]
    ),
    # No source of a page, in any folder.
    "package.json": "{}",
    "archive/my-category.json": "{}",
}


def titles(built: Built) -> list[str]:
    """Return the headings of the talks."""
    return [heading.get_text().rstrip("¶") for heading in built.body(PAGE).select("h2")]


@pytest.mark.parametrize(
    ("file", "where"),
    [("category.json", ":1: WARNING: category.json"), ("videos/category.json", ": WARNING: category.json")],
)
def test_what_is_wrong_has_its_line_in_the_file_of_the_page(site: Site, file: str, where: str) -> None:
    """A line of another file would be one of the page."""
    built = site.write({**FILES, f"{EVENT}/{file}": '{\n"title": 1,\n}'}).build()
    assert [line for line in built.warnings if f"{PAGE}.json{where}" in line]


def test_an_event_is_a_page_with_its_talks(site: Site) -> None:
    """By the title in its file, with no warning, and nothing else in JSON is a page."""
    built = site.write(FILES).build()
    heading = built.body(PAGE).select_one("h1")
    assert heading is not None
    assert (built.warnings, heading.get_text(), titles(built), built.app.env.found_docs) == (
        [],
        "Docs Day 2020¶",
        ["A *talk*", "Slides"],
        {"index", PAGE},
    )


def test_what_is_said_is_prose(site: Site) -> None:
    """Of the event below its title, of a talk in its section; signs that mean nothing for sure are signs."""
    body = site.write(FILES).build().body(PAGE)
    said = [paragraph.get_text() for paragraph in body.select("p")]
    assert [text for text in said if text in {"One day, *two* rooms.", "In short.", "Long"}] == [
        "One day, *two* rooms.",
        "In short.",
        "Long",
    ]


def test_an_event_has_a_card(site: Site) -> None:
    """It is a report as any other."""
    built = site.write(FILES).build()
    link = built.body("index").select_one(".er-card a[href]")
    assert link is not None
    assert link["href"] == f"{PAGE}.html"


def test_its_label_is_that_of_its_folder(site: Site) -> None:
    """The file has the same name in each folder."""
    refers = "---\norphan: true\n---\n\n# Page\n\n{event}`docs-day-2020`\n"
    built = site.write({**FILES, "page.md": refers}).build()
    assert (built.warnings, built.body("page").select("a[href$='category.html']") != []) == ([], True)


def test_an_import_says_the_same(site: Site) -> None:
    """Of the title, the talks, their links."""
    site.write(FILES)
    main(["import", str(site.source / "archive"), str(site.source / "imported")])
    built = site.build()
    unchanged, imported = (
        re.sub(r"docs-day-2020-\d", "docs-day-2020", " ".join(built.body(name).get_text().split()))
        for name in (PAGE, "imported/docs-day-2020")
    )
    assert imported == unchanged


def test_a_new_talk_is_shown(site: Site) -> None:
    """The event's own file has not changed."""
    site.write(FILES).build()
    site.write({f"{EVENT}/videos/c.json": talk("Third")})
    assert titles(site.build()) == ["A *talk*", "Slides", "Third"]


def test_a_talk_that_is_gone_is_gone(site: Site) -> None:
    """As is a report that is removed."""
    site.write(FILES).build()
    site.remove(f"{EVENT}/videos/a.json")
    assert titles(site.build()) == ["Slides"]


def test_a_build_without_a_change_reads_nothing(site: Site) -> None:
    """A talk is looked at once."""
    site.write(FILES).build()
    assert f"{PAGE}.html" not in site.build().written


def test_a_talk_that_is_broken_costs_itself(site: Site) -> None:
    """The warning names its file."""
    built = site.write({**FILES, f"{EVENT}/videos/a.json": "{"}).build()
    [warning] = built.warnings
    assert re.search(
        r"category\.json: WARNING: a\.json: .*\[eventreport\.json\]|category\.json.*a\.json: ", warning
    )
    assert "Slides" in titles(built)


def test_a_category_of_something_else_says_so(site: Site) -> None:
    """In a site that has an event."""
    built = site.write({**FILES, "menu/category.json": "{}"}).build()
    assert [line for line in built.warnings if "exclude_patterns [eventreport.missing_file]" in line]


@pytest.mark.parametrize("name", ["category.json", "data/category.json"])
def test_json_is_no_source_without_an_event(site: Site, name: str) -> None:
    """No site gets pages of its data."""
    built = site.write({"index.md": INDEX, name: "{}"}).build()
    assert built.app.env.found_docs == {"index"}
