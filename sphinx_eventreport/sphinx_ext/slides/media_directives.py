"""``{deck} SRC`` and ``{recording} URL``: an embed, by path or by URL."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_eventreport.core.media.directives import EMBED_OPTIONS, read_embed_directive
from sphinx_eventreport.core.media.records import deck_record, recording_record
from sphinx_eventreport.sphinx_ext.directive import ReportDirective, text_options
from sphinx_eventreport.sphinx_ext.slides.figures import media_figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.util.typing import OptionSpec

    from sphinx_eventreport.core.problems import Problem
    from sphinx_eventreport.core.records import Deck, Recording


class MediaDirective(ReportDirective):
    """An embed with a caption; subclasses say which record it makes."""

    required_arguments = 1
    final_argument_whitespace = True
    make: ClassVar[Callable[..., tuple[Deck | Recording | None, tuple[Problem, ...]]]]

    def run(self) -> list[nodes.Node]:
        """Return a figure, or only its caption where the address is none."""
        record, problems = self.read()
        self.warn(problems)
        if record is None:
            return self.parse_content_to_nodes()
        figure = media_figure(record, *self.caption())
        self.set_source_info(figure)
        return [figure]

    def read(self) -> tuple[Deck | Recording | None, tuple[Problem, ...]]:
        """Return the record, and what is wrong."""
        return type(self).make(self.arguments[0], self.options, line=self.lineno)


class EmbedDirective(MediaDirective):
    """A directive that another system embeds something with, and that means the same here."""

    option_spec: ClassVar[OptionSpec] = text_options(*EMBED_OPTIONS)

    def read(self) -> tuple[Deck | Recording | None, tuple[Problem, ...]]:
        """Return the record, and what is wrong."""
        return read_embed_directive(self.name, self.arguments[0], self.options, line=self.lineno)


class DeckDirective(MediaDirective):
    """Slides: a PDF in the source tree, or a deck at a host."""

    option_spec: ClassVar[OptionSpec] = text_options(
        *"label title page pages ratio poster alt width align license view text download password".split()
    )
    make = staticmethod(deck_record)


class RecordingDirective(MediaDirective):
    """A video of a talk."""

    option_spec: ClassVar[OptionSpec] = text_options("label", "title", "ratio", "poster")
    make = staticmethod(recording_record)
