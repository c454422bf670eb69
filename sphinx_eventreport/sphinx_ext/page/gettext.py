"""What is to be translated beside the text: titles of decks and recordings, biographies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_eventreport.core.files.text import decode, read_bytes
from sphinx_eventreport.sphinx_ext.config import read_config
from sphinx_eventreport.sphinx_ext.site.builder_kinds import collects_messages
from sphinx_eventreport.sphinx_ext.site.domain import site_of
from sphinx_eventreport.sphinx_ext.site.names import media_anchor
from sphinx_eventreport.sphinx_ext.site.page import media_kind, media_of_talk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.sphinx_ext.site.page import Page


class Message(NamedTuple):
    """A text for translators."""

    text: str
    """The text."""
    path: Path
    """The file it is written in."""
    line: int
    """The line in that file, counted from 1."""


class AddMessages(SphinxPostTransform):
    """Put texts that translators are to see into what the builder of their catalogues gets."""

    default_priority = 900

    def run(self, **kwargs: Any) -> None:
        """Add a paragraph for each text; no other builder is given them."""
        site = site_of(self.env)
        page = site.pages.get(self.env.docname)
        if page is None or not collects_messages(site.build.builder):
            return
        path = Path(self.env.doc2path(page.docname))
        for message in (*self._of_media(page, path), *self._of_people(page)):
            node = nodes.paragraph(message.text, message.text)
            node.source, node.line = str(message.path), message.line
            # Sphinx takes no text that it has not given one.
            node.uid = uuid5(NAMESPACE_URL, f"{page.docname}:{message.text}").hex  # type: ignore[attr-defined]
            self.document += node

    def _of_media(self, page: Page, path: Path) -> Iterator[Message]:
        """Yield titles that were written for decks and recordings, and talks of the front matter alone."""
        lines = {
            name: figure.line or 1 for figure in self.document.findall(nodes.figure) for name in figure["ids"]
        }
        for placed in page.talks:
            if placed.line is None:
                yield Message(placed.talk.title, path, 1)
        loose = [(item, page.title) for item in page.media]
        of_talks = [(item, placed.talk.title) for placed in page.talks for item in media_of_talk(placed.talk)]
        for item, usual in (*loose, *of_talks):
            if item.title != usual:
                yield Message(item.title, path, lines.get(media_anchor(media_kind(item), item.label), 1))

    def _of_people(self, page: Page) -> Iterator[Message]:
        """Yield the paragraphs of the biographies that are shown on the page."""
        site = site_of(self.env)
        path = Path(self.env.srcdir, read_config(self.config).people or "")
        for subject in page.subjects:
            known = site.people.find(subject.label) if subject.type == "person" else None
            for text in (known.bio or "").split("\n\n") if known else ():
                yield Message(text, path, _line_of(text, path))


def _line_of(text: str, path: Path) -> int:
    """Return the line of the file at *path* that has the first words of *text*."""
    beginning = " ".join(text.split()[:4])
    lines = decode(read_bytes(path))[0].splitlines()
    return next((number for number, line in enumerate(lines, 1) if beginning in line), 1)
