"""``{slide} DECK#N``: one slide of a deck, wherever on the site it stands, as a numbered figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx import addnodes

from sphinx_eventreport.core.media.deck_view import read_view
from sphinx_eventreport.sphinx_ext.directive import ReportDirective, text_options
from sphinx_eventreport.sphinx_ext.nodes import eventreport_slide_place
from sphinx_eventreport.sphinx_ext.site.domain import DOMAIN

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec


class SlideDirective(ReportDirective):
    """The picture is looked up when the page is written, for the deck may be on another page."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = text_options("name", "alt", "align", "width")

    def run(self) -> list[nodes.Node]:
        """Return a figure: the place of the picture, and "Slide 3 of Serverless: " with the content."""
        target = self.arguments[0].strip()
        view, problems = read_view(self.options, line=self.lineno)
        self.warn(problems)
        figure = nodes.figure("", classes=["er-slide-figure"], align=view.align or "default")
        figure += eventreport_slide_place(target=target, alt=self.options.get("alt"), width=view.width)
        caption, *legend = self.caption() or [nodes.caption()]
        if not isinstance(caption, nodes.caption):
            caption, legend = nodes.caption(), [caption]
        figure += self._named(caption, target)
        figure.extend(legend)
        self.set_source_info(figure)
        self.add_name(figure)
        return [figure]

    def _named(self, caption: nodes.caption, target: str) -> nodes.caption:
        """Put a reference to the slide before what the author says of it."""
        name = addnodes.pending_xref(
            "",
            nodes.inline("", target),
            refdomain=DOMAIN,
            reftype="slide",
            reftarget=target,
            refdoc=self.env.docname,
            refexplicit=False,
            refwarn=True,
            begins_sentence=True,
        )
        self.set_source_info(name)
        colon = [nodes.Text(": ")] if caption.children else []
        caption[:0] = [name, *colon]
        self.set_source_info(caption)
        return caption
