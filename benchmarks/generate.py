"""Write N reports in the shape of a real blog post of event minutes.

Each has Jekyll front matter, about 1,400 words in seven sections, five slide decks embedded as raw
HTML, a picture, an abbreviation, two lists, links to other sites and one to a section of its own.
The words are made up (see ``vocabulary.py``) and the same on every machine; report number k is the
same in every N.

``plain`` is for Sphinx and MyST-Parser alone: the same files, with the title as a heading.
``eventreport`` is for this extension: the posts as they are, and an index of cards.
"""

from __future__ import annotations

import argparse
import random
import struct
import zlib
from datetime import date, timedelta
from pathlib import Path

from vocabulary import Vocabulary

FLAVOURS = ("plain", "eventreport")
SECTIONS = 7
SECTIONS_WITH_DECK = range(1, 6)
PARAGRAPHS = 3
PARAGRAPH_WORDS = 43
ITEM_WORDS = 18
ITEMS = 5
PICTURE_SECTION = 0
ABBREVIATION_SECTION = 5
LIST_SECTIONS = (4, 5)
PICTURES = ("entrance", "thumb", "networking")
FIRST_DAY = date(2010, 1, 1)

DECK = (
    '<div class="embed-container" style="padding-bottom: 63%;">'
    '<iframe src="https://slides.example.org/{name}.pdf" scrolling="yes" '
    'style="border:1px solid #CCC; max-width: 100%;" allowfullscreen> </iframe></div>'
)
FRONT_MATTER = """---
layout: post
title: "{title}"
canonical: http://blog.example.org/{day:%Y/%m/%d}/{slug}.html
canonicalLabel: example blog
excerpt: "{excerpt}"
illustration: "/img/posts/entrance.png"
illustration_thumbnail: "/img/posts/thumb.png"
---
"""
CONF = """project = "Reports"
html_theme = "alabaster"
extensions = ["{extension}"]
"""
# A report stands in no toctree, and a link to a section of the same page needs anchors.
CONF_PLAIN = """suppress_warnings = ["toc.not_included"]
myst_heading_anchors = 2
"""
CARDS = """```{event-list}
```
"""


class Writer:
    """Writes the prose of one report; everything is drawn from its number."""

    def __init__(self, vocabulary: Vocabulary, number: int) -> None:
        """Prepare report *number*."""
        self.number = number
        self._vocabulary = vocabulary
        self._rng = random.Random(f"report {number}")

    def words(self, count: int) -> str:
        """Return *count* words, the first with a capital."""
        return " ".join(self._vocabulary.draw(self._rng, count)).capitalize()

    def title(self) -> str:
        """Return a title that no other report has."""
        return f"Minutes of {self.words(3).title()} {self.number}"

    def sentences(self, count: int) -> list[str]:
        """Return *count* words as sentences of 8 to 20 words."""
        sentences = []
        while count > 0:
            length = min(count, self._rng.randint(8, 20))
            sentences.append(self.words(length) + ".")
            count -= length
        return sentences

    def link(self) -> str:
        """Return a link of two words to a made-up site."""
        return f"[{self.words(2)}](https://www.example.org/{self._rng.randrange(1000)})"

    def paragraph(self) -> str:
        """Return a paragraph that holds a link and some emphasis."""
        sentences = self.sentences(PARAGRAPH_WORDS)
        sentences.insert(1, f"We met {self.link()} and *{self.words(2)}*.")
        return " ".join(sentences)

    def bullets(self) -> str:
        """Return a list whose items begin with a link."""
        return "\n".join(f"* {self.link()}, {self.words(ITEM_WORDS)}" for _ in range(ITEMS))

    def heading(self) -> str:
        """Return a heading of four words."""
        return self.words(4).title()


def _section(writer: Writer, place: int, heading: str, last_anchor: str) -> str:
    blocks = [f"## {heading}"]
    if place in SECTIONS_WITH_DECK:
        blocks.append(DECK.format(name=f"{writer.number}-track{place}"))
    blocks += [writer.paragraph() for _ in range(PARAGRAPHS)]
    if place == PICTURE_SECTION:
        blocks.append('<img src="/img/posts/networking.png" class="responsive" title="The stands" />')
        blocks.append(f"More about it in [the conclusion](#{last_anchor}).")
    if place == ABBREVIATION_SECTION:
        blocks.append(f'Configure your <abbr title="Virtual Private Cloud">VPC</abbr>. {writer.words(9)}.')
    if place in LIST_SECTIONS:
        blocks.append(writer.bullets())
    return "\n\n".join(blocks)


def report(vocabulary: Vocabulary, number: int, flavour: str) -> tuple[str, str]:
    """Return the file name and the text of report *number*."""
    writer = Writer(vocabulary, number)
    title = writer.title()
    slug = title.lower().replace(" ", "-")
    day = FIRST_DAY + timedelta(days=number)
    headings = [writer.heading() for _ in range(SECTIONS)]
    anchor = headings[-1].lower().replace(" ", "-")
    front = FRONT_MATTER.format(title=title, day=day, slug=slug, excerpt=" ".join(writer.sentences(30)))
    blocks = [front + (f"\n# {title}\n" if flavour == "plain" else ""), writer.paragraph()]
    blocks += [_section(writer, place, heading, anchor) for place, heading in enumerate(headings)]
    return f"{day:%Y-%m-%d}-{slug}.md", "\n\n".join(blocks) + "\n"


def png(width: int, height: int) -> bytes:
    """Return a grey picture as a PNG file."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x99" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def _index(names: list[str], flavour: str, *, toctree: bool) -> str:
    parts = ["# Reports\n"]
    if flavour == "eventreport":
        parts.append(CARDS)
    if toctree:
        parts.append("\n".join(["```{toctree}", *(f"reports/{Path(name).stem}" for name in names), "```\n"]))
    return "\n".join(parts)


def write_site(count: int, destination: Path, flavour: str, *, toctree: bool = False) -> list[Path]:
    """Write a site of *count* reports into *destination* and return the paths of the reports.

    With *toctree* they stand in one flat toctree as well, which shows what that costs.
    """
    reports, pictures = destination / "reports", destination / "img" / "posts"
    for directory in (reports, pictures):
        directory.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        (pictures / f"{name}.png").write_bytes(png(64, 36))
    vocabulary = Vocabulary()
    texts = dict(report(vocabulary, number, flavour) for number in range(1, count + 1))
    for name, text in texts.items():
        (reports / name).write_text(text, encoding="utf-8")
    (destination / "index.md").write_text(_index(list(texts), flavour, toctree=toctree), encoding="utf-8")
    (destination / "conf.py").write_text(_conf(flavour), encoding="utf-8")
    return [reports / name for name in texts]


def _conf(flavour: str) -> str:
    if flavour == "eventreport":
        return CONF.format(extension="sphinx_eventreport")
    return CONF.format(extension="myst_parser") + CONF_PLAIN


def main() -> None:
    """Write the site that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int, metavar="N", help="number of reports")
    parser.add_argument("destination", type=Path, metavar="DEST", help="directory to write into")
    parser.add_argument("--flavour", choices=FLAVOURS, default="eventreport")
    parser.add_argument("--toctree", action="store_true", help="put all reports into one toctree as well")
    options = parser.parse_args()
    write_site(options.count, options.destination, options.flavour, toctree=options.toctree)


if __name__ == "__main__":
    main()
