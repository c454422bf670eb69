"""A site with catalogues: what is translated, and the names that stay those of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from sphinx.locale import translators
from support.pdfs import slides
from support.site import CONF, Built, Site

from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

INDEX = "# Home\n\nSee {talk}`kelp/cold-water`.\n\n```{event-list}\n```\n\n```{talk-list}\n:type: list\n```\n"
REPORT = """---
title: Kelp day
description: What grows in the cold.
label: kelp
event: {name: Kelp day, start: 2024-01-02}
talks: [{title: Warm water, speakers: Bo Finch}]
---

## Cold water, by Ada Quay

```{deck} kelp.pdf
:title: Fronds and holdfasts
```

```{recording} https://youtu.be/abcdefghijk
:title: Filmed below
```

```{slide} fronds-and-holdfasts#2

what sways.
```
"""
PERSON = "# Ada\n\n```{person} ada-quay\n```\n"
SETTINGS = 'eventreport_people = "people.yml"\nlocale_dirs = ["locale"]\ngettext_compact = False\n'
PEOPLE = "ada-quay:\n  name: Ada Quay\n  bio: Dives for a living.\n"
FILES: Mapping[str, str | bytes] = {
    "conf.py": CONF
    + 'eventreport_people = "people.yml"\nlocale_dirs = ["locale"]\ngettext_compact = False\n',
    "index.md": INDEX,
    "kelp.md": REPORT,
    "ada.md": PERSON,
    "people.yml": PEOPLE,
    "kelp.pdf": slides(("Fronds", "green"), ("Holdfasts", "brown")),
}
GERMAN = {
    "kelp": {
        "Kelp day": "Tag des Tangs",
        "What grows in the cold.": "Was in der Kälte wächst.",
        "Cold water, by Ada Quay": "Kaltes Wasser, von Ada Quay",
        "Warm water": "Warmes Wasser",
        "Fronds and holdfasts": "Wedel und Krallen",
        "Filmed below": "Unten gefilmt",
        "what sways.": "was sich wiegt.",
    },
    "ada": {"Dives for a living.": "Taucht von Beruf."},
}


def _write_catalogues(site: Site) -> None:
    folder = site.source / "locale/de/LC_MESSAGES"
    folder.mkdir(parents=True)
    for name, texts in GERMAN.items():
        catalogue = Catalog("de")
        for text, translated in texts.items():
            catalogue.add(text, translated)
        with (folder / f"{name}.mo").open("wb") as file:
            write_mo(file, catalogue)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Return the site in German."""
    site = Site(tmp_path_factory.mktemp("kelp")).write(FILES)
    _write_catalogues(site)
    yield site.build(config={"language": "de"})
    translators.clear()


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what translators get: each text, and where it is."""
    built = Site(tmp_path_factory.mktemp("pot")).write(FILES).build("gettext")
    found: dict[str, str] = {}
    for name in ("kelp", "ada"):
        with (built.outdir / f"{name}.pot").open("rb") as file:
            for message in read_po(file):
                path, line = message.locations[0] if message.locations else ("", 0)
                found[str(message.id)] = f"{path.rpartition('/')[2]}:{line}"
    return found


def test_nothing_is_wrong(built: Built) -> None:
    """References lead where they do in the source."""
    assert built.warnings == []


def test_names_are_those_of_the_source(built: Built) -> None:
    """Labels, anchors, and who speaks."""
    page = site_of(built.app.env).pages["kelp"]
    named = [(placed.talk.label, placed.anchor, placed.talk.speakers[0].name) for placed in page.talks]
    assert named == [
        ("cold-water", "cold-water-by-ada-quay", "Ada Quay"),
        ("warm-water", "warm-water", "Bo Finch"),
    ]
    (talk, _other) = page.talks
    media = [(item.label, item.title) for item in (*talk.talk.decks, *talk.talk.recordings)]
    assert media == [("fronds-and-holdfasts", "Wedel und Krallen"), ("filmed-below", "Unten gefilmt")]


@pytest.mark.parametrize(
    ("page", "selector", "text"),
    [
        ("kelp", "h1", "Tag des Tangs"),
        ("kelp", "#recording-filmed-below", "Unten gefilmt"),
        ("kelp", ".er-slide-figure figcaption", ": was sich wiegt."),
        ("kelp", "#warm-water", "Warmes Wasser"),
        ("index", ".er-card", "Was in der Kälte wächst."),
        ("index", "p", "See Kaltes Wasser."),
        ("index", "ul", "Kaltes Wasser"),
        ("ada", ".er-profile", "Taucht von Beruf."),
    ],
)
def test_the_translation_is_what_is_shown(built: Built, page: str, selector: str, text: str) -> None:
    """On the page itself, on cards, and in links."""
    found = built.body(page).select(selector)
    assert any(text in " ".join(element.get_text().split()) for element in found), found


def test_the_description_of_the_page_is_translated(built: Built) -> None:
    """Search engines show it."""
    meta = built.page("kelp").select_one("meta[name=description]")
    assert meta is not None
    assert meta["content"] == "Was in der Kälte wächst."


def test_no_mark_of_ours_stays_in_the_document(built: Built) -> None:
    """What headings said in the source is needed while the page is read."""
    assert "eventreport_source" not in built.doctree("kelp").pformat()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("What grows in the cold.", "kelp.md:3"),
        ("Fronds and holdfasts", "kelp.md:11"),
        ("Filmed below", "kelp.md:15"),
        ("what sways.", "kelp.md:21"),
        ("Warm water", "kelp.md:1"),
        ("Dives for a living.", "people.yml:3"),
    ],
)
def test_translators_get_it_with_its_place(messages: dict[str, str], text: str, place: str) -> None:
    """File and line, and nothing that is not theirs to translate."""
    assert messages.get(text) == place
