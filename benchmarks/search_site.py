"""A made-up site for questions to its search: talks, decks, people, decisions, and what is hard to find.

All names and words are invented, and the same on every machine.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas
from vocabulary import Vocabulary

if TYPE_CHECKING:
    from pathlib import Path

EVENTS, TALKS, SLIDES = 24, 5, 10
SPEAKERS = (
    "Zoé Marchetaud;Łucja Brzeska;Søren Tvedegård;Núria Boscatell;Jürgen Köhnlein;Ömer Yalçinak;Ana Petruš;"
    "Ruth Olderdale;Piet Vanderloo;Imke Staffhorst;Callum Ferrowby;Maud Tressington;Ivo Grantelli;Asa Whitlow"
).split(";")
TOWNS = "Elmsford Bruckau Vallemont Kestrup Norrhamn Orlivka Tarnhill Pontelio".split()
ODD = (
    ("C++", "The engine is in C++ and will be for years."),
    ("404", "One answer in nine was a 404."),
    (".NET", "The other half runs on .NET."),
    ("8443", "The second door stood open at 8443."),
    ("k8s", "On the slide it said k8s."),
    ("3.12", "All of it needs Python 3.12."),
    ("node.js", "The gateway is node.js behind a proxy."),
    ("forêt", "Une forêt de sondes, disait-on."),
    ("監視", "小さなチームが監視を運用する。"),
    ("matrices", "They transpose matrices all day."),
)
CONF = """project = "Questions"
html_theme = "furo"
extensions = ["sphinx_eventreport"]
eventreport_people = "people.yml"
"""
INDEX = """# Questions

```{event-list}
```

```{toctree}
:hidden:
:glob:

reports/*
people/*
Talks <eventreport-talks>
People <eventreport-people>
```
"""


@dataclass
class Talk:
    """A talk, its place, and the words by which it can be asked for."""

    docname: str
    title: str
    speaker: str
    rare: str
    slides: list[list[str]] = field(default_factory=list)
    odd: tuple[str, str] | None = None


@dataclass
class Event:
    """An event and its talks; ``decision`` is a sentence that nothing else has."""

    docname: str
    title: str
    town: str
    day: date
    decision: str
    talks: list[Talk] = field(default_factory=list)


class SiteWriter:
    """Writes the sources; everything is drawn from one seed."""

    def __init__(self, root: Path) -> None:
        """Prepare to write into *root*."""
        self.root = root
        self.rng = random.Random("questions")
        self.vocabulary = Vocabulary()
        self.used: set[str] = set()

    def write(self) -> list[Event]:
        """Write all files, and return the events."""
        for name in ("reports", "people", "decks"):
            (self.root / name).mkdir(parents=True, exist_ok=True)
        events = [self._event(number) for number in range(EVENTS)]
        (self.root / "conf.py").write_text(CONF, encoding="utf-8")
        (self.root / "index.md").write_text(INDEX, encoding="utf-8")
        people = "".join(f"{label(name)}: {{name: {name}}}\n" for name in SPEAKERS)
        (self.root / "people.yml").write_text(people, encoding="utf-8")
        for name in SPEAKERS[::2]:
            text = f"# {name}\n\n```{{person}} {label(name)}\n```\n"
            (self.root / "people" / f"{label(name)}.md").write_text(text, encoding="utf-8")
        return events

    def words(self, count: int) -> str:
        """Return *count* common words."""
        return " ".join(self.vocabulary.draw(self.rng, count))

    def rare(self) -> str:
        """Return a word that nothing else has."""
        while True:
            parts = "bra dro fli gru kem lop mur nis pov quo rast sil tov wex".split()
            word = "".join(self.rng.sample(parts, 3)) + "t"
            if word not in self.used:
                self.used.add(word)
                return word

    def _event(self, number: int) -> Event:
        town, day = TOWNS[number % len(TOWNS)], date(2016, 2, 3) + timedelta(days=130 * number)
        title = f"{town} {self.words(1).title()} Day {day.year}"
        docname = f"reports/{day:%Y-%m-%d}-{town.lower()}"
        event = Event(docname, title, town, day, f"The group keeps {self.words(2)} and drops {self.rare()}.")
        front = f'---\ntitle: "{title}"\nevent: {{name: "{title}", start: {day}, location: {town}}}\n---\n'
        parts = [front, self._prose(4)]
        for place in range(TALKS):
            talk = self._talk(docname, number, place)
            event.talks.append(talk)
            parts.append(self._section(talk, f"d{number:02}-{place}"))
        parts.append(f"## What we take home\n\n{self._prose(2)}\n\n{event.decision}\n\n{self._prose(3)}")
        (self.root / f"{docname}.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")
        return event

    def _talk(self, docname: str, number: int, place: int) -> Talk:
        talk = Talk(docname, self.words(4).title(), self.rng.choice(SPEAKERS), self.rare())
        which = number * TALKS + place
        if which % 7 == 0 and which // 7 < len(ODD):
            talk.odd = ODD[which // 7]
        for _slide in range(SLIDES):
            heading = self.rng.choice(["Agenda", self.words(2).title()])
            talk.slides.append([heading, f"{self.words(6)} {self.rare()}", self.words(7)])
        return talk

    def _section(self, talk: Talk, deck: str) -> str:
        canvas = Canvas(str(self.root / "decks" / f"{deck}.pdf"), pagesize=(640, 360), invariant=1)
        for heading, *lines in talk.slides:
            canvas.setFont("Helvetica", 24)
            canvas.drawString(40, 290, heading)
            canvas.setFont("Helvetica", 14)
            for row, line in enumerate(lines):
                canvas.drawString(50, 230 - 30 * row, line)
            canvas.showPage()
        canvas.save()
        head = f"```{{talk}}\n:speakers: {talk.speaker}\n```"
        slides = f"```{{deck}} /decks/{deck}.pdf\n:label: {deck}\n```"
        odd = talk.odd[1] if talk.odd else ""
        said = f"{self.words(9)} {talk.rare}."
        return "\n\n".join([f"## {talk.title}", head, slides, self._prose(5), said, odd, self._prose(3)])

    def _prose(self, count: int) -> str:
        return "\n\n".join(f"{self.words(45).capitalize()}." for _paragraph in range(count))


def label(name: str) -> str:
    """Return the label of somebody."""
    from sphinx_eventreport.core.identifiers import slugify  # noqa: PLC0415 -- of the version that is measured

    return slugify(name)
