"""A site in another language than English: its words, dates and sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from sphinx.locale import translators
from support.site import PDF, Built, Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

T = TypeVar("T")
REPORT = """---
title: Fog
date: 2024-03-05
event: {name: Fog Day, start: 2024-03-04, series: Fog Days}
authors: [Ada Green]
---

## Moss, by Bo Sand

```{deck} https://speakerdeck.com/player/0123456789abcdef0123456789abcdef
```

## Dew, by Bo Sand

```{deck} dew.pdf
```
"""
INDEX = "# Index\n\n```{event-list}\n:type: table\n:fields: start, title, talks\n:filter-ui:\n```\n"
FILES: dict[str, str | bytes] = {"index.md": INDEX, "fog.md": REPORT, "dew.pdf": PDF}


@pytest.fixture(scope="module", params=["fr", "de"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Return the site in French, then in German; catalogues of other builds in this process are put away."""
    translators.clear()
    site = Site(tmp_path_factory.mktemp(request.param)).write(FILES)
    yield site.build(config={"language": request.param})
    translators.clear()


def in_language(built: Built, *, fr: T, de: T) -> T:
    """Return what is in the language of the site."""
    return {"fr": fr, "de": de}[built.app.config.language]


def text(element: Tag | None) -> str:
    """Return the text of *element* in one line."""
    assert element is not None
    return " ".join(element.get_text().split())


def test_head_of_a_report(built: Built) -> None:
    """Its date and its words are those of the language."""
    head, line = (built.body("fog").select_one(name) for name in (".er-head", ".er-by"))
    assert (text(head), text(line)) == in_language(
        built,
        fr=(
            "Quand4 mars 2024 ÉvénementFog Day SérieFog Days",
            "Compte rendu de Ada Green · 5 mars 2024 · Ajouter à l’agenda",
        ),
        de=(
            "Wann4. März 2024 VeranstaltungFog Day ReiheFog Days",
            "Bericht von Ada Green · 5. März 2024 · In den Kalender",
        ),
    )


def test_facade_of_a_hosted_deck(built: Built) -> None:
    """It says what it is, and what its button is going to do."""
    facade = built.body("fog").select_one(".er-face")
    assert facade is not None
    assert (text(facade.select_one(".er-face-host")), facade["data-er-label"]) == in_language(
        built,
        fr=("Diapositives sur Speaker Deck", "Afficher ici"),
        de=("Folien bei Speaker Deck", "Hier zeigen"),
    )


def test_size_of_a_file(built: Built) -> None:
    """In the units of the language."""
    size = len(PDF)
    about = in_language(
        built,
        fr=f"Diapositives, dew.pdf, {size} o, 1 page",
        de=f"Folien, dew.pdf, {size} B, 1 Seite",
    )
    assert text(built.body("fog").select_one(".er-bar-about")) == about


def test_columns_of_a_table(built: Built) -> None:
    """Their heads are words of the language."""
    heads = [text(head) for head in built.body("index").select("th")]
    assert heads == in_language(
        built, fr=["Date", "Événement", "Exposés"], de=["Datum", "Veranstaltung", "Vorträge"]
    )


def test_what_scripts_say(built: Built) -> None:
    """They are given their words by the page."""
    page = built.body("index")
    frame = page.select_one("[data-er-listing]")
    assert frame is not None
    assert in_language(built, fr="Aucun résultat.", de="Nichts gefunden.") in str(frame["data-er-listing"])


def test_title_of_an_index(built: Built) -> None:
    """It is a page of its own."""
    title = text(built.page("eventreport-series").select_one("h1"))
    assert title == in_language(built, fr="Séries par titre", de="Reihen nach Titel")
