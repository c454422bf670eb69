"""``{deck} SRC`` and ``{recording} URL``, embeds by path or URL; ``{slide} DECK#N``, a slide as a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_eventreport.core.media.deck_view import read_view
from sphinx_eventreport.core.media.directives import EMBED_OPTIONS, read_embed_directive
from sphinx_eventreport.core.media.records import deck_record, recording_record
from sphinx_eventreport.core.records import Frame
from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide_place
from sphinx_eventreport.sphinx_ext.nodes.directive import ReportDirective, text_options
from sphinx_eventreport.sphinx_ext.slides.figures import media_figure
from sphinx_eventreport.sphinx_ext.slides.frames import frame_figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.util.typing import OptionSpec

    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Deck, Recording


class MediaDirective(ReportDirective):
    """An embed with a caption; subclasses say which record it makes."""

    required_arguments = 1
    final_argument_whitespace = True
    make: ClassVar[Callable[..., tuple[Deck | Recording | None, tuple[Problem, ...]]]]

    def run(self) -> list[nodes.Node]:
        """Return a figure, or only its caption where the address is not one."""
        if self.is_withheld():
            return []
        record, problems = self.read()
        self.warn(problems)
        if record is None:
            return self.parse_content_to_nodes()
        if isinstance(record, Frame):
            framed, missing = frame_figure(record, self.env, *self.caption(), line=self.lineno)
            self.warn(missing)
            self.set_source_info(framed)
            return [framed]
        figure = media_figure(record, *self.caption())
        self.set_source_info(figure)
        return [figure]

    def read(self) -> tuple[Deck | Recording | Frame | None, tuple[Problem, ...]]:
        """Return the record, and what is wrong."""
        return type(self).make(self.arguments[0], self.options, line=self.lineno)


class EmbedDirective(MediaDirective):
    """A directive that another system embeds something with, and that means the same here."""

    option_spec: ClassVar[OptionSpec] = text_options(*EMBED_OPTIONS)

    def read(self) -> tuple[Deck | Recording | Frame | None, tuple[Problem, ...]]:
        """Return the record, and what is wrong."""
        return read_embed_directive(self.name, self.arguments[0], self.options, line=self.lineno)


class DeckDirective(MediaDirective):
    """Slides: a PDF in the source tree, or a deck at a host."""

    option_spec: ClassVar[OptionSpec] = text_options(
        *"label title page pages ratio poster alt width align license view text download password".split(),
        "audience",
        "internal-pages",
    )
    make = staticmethod(deck_record)


class RecordingDirective(MediaDirective):
    """A recording of a talk."""

    option_spec: ClassVar[OptionSpec] = text_options("label", "title", "ratio", "poster", "audience")
    make = staticmethod(recording_record)


class SlideDirective(ReportDirective):
    """One slide of a deck, wherever on the site that is: looked up when the page is written."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = text_options("name", "alt", "align", "width", "audience")

    def run(self) -> list[nodes.Node]:
        """Return a figure: the place of the picture, and "Slide 3 of Serverless: " with the content."""
        if self.is_withheld():
            return []
        target = self.arguments[0].strip()
        view, problems = read_view(self.options, line=self.lineno)
        self.warn(problems)
        figure = nodes.figure("", classes=["er-slide-figure"], align=view.align or "default")
        if view.width:
            figure["width"] = view.width
        figure += eventreport_slide_place(target=target, alt=self.options.get("alt"))
        caption, *legend = self.caption() or [nodes.caption()]
        if not isinstance(caption, nodes.caption):
            caption, legend = nodes.caption(), [caption]
        # The page puts the name of the slide before it, after the caption is translated.
        figure += caption
        figure.extend(legend)
        self.set_source_info(figure)
        self.add_name(figure)
        return [figure]
