"""What decks and slides need when a page is written: their pictures."""

from __future__ import annotations

from typing import Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_eventreport.sphinx_ext.site.domain import report_domain
from sphinx_eventreport.sphinx_ext.slides.show import SlideShow


class ShowSlides(SphinxPostTransform):
    """Give decks and slides the pictures that the builder shows: after cards, which may show a slide."""

    default_priority = 250

    def run(self, **kwargs: Any) -> None:
        """Complete the slides; a site without any is spared the walk through every page.

        Which page it is does not tell: a book, or a site in one file, has many pages in one document.
        """
        domain = report_domain(self.env)
        if domain.has_slides:
            SlideShow(self.env, domain.shelf).complete(self.document)
