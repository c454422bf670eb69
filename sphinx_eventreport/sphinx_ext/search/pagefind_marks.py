"""What Pagefind needs in the pages, whoever runs it: ids on headings, and what it is to leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.node_kinds import nodes_of
from sphinx_eventreport.sphinx_ext.site.domain import site_of
from sphinx_eventreport.sphinx_ext.site.names import index_page

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# Listings and programmes repeat what is elsewhere; the sign for a link to a heading is no word of it.
_REPEATS = lazy_regex(
    r'<(\w+) (?=class="(?:[^"]* )?(?:headerlink|er-listing|er-program|er-index|no-search)(?:[ "]))'
)
_IGNORED = r'<\1 data-pagefind-ignore="all" '
_PEOPLE = index_page("people")
"""The index that is the place of those whom no page is about."""


class NameHeadings(SphinxPostTransform):
    """Give headings an id of their own: Pagefind knows no part of a page but by that.

    Sphinx has the id on the section around the heading.
    """

    default_priority = 900
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Name the headings below the title of a page of ours."""
        if self.env.docname not in site_of(self.env).pages:
            return
        for title in nodes_of(self.document, nodes.title):
            section = title.parent
            is_title = not isinstance(section, nodes.section) or isinstance(section.parent, nodes.document)
            if is_title or title["ids"] or not section["ids"]:
                continue
            name = f"{section['ids'][0]}-title"
            if name not in self.document.ids:
                self.document.ids[name] = title
                title["ids"].append(name)


def mark_repeats(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Have Pagefind leave out what repeats (``html-page-context``)."""
    is_ours = (
        pagename in site_of(app.env).pages if doctree is not None else pagename.startswith(index_page(""))
    )
    if is_ours and pagename != _PEOPLE and isinstance(context.get("body"), str):
        context["body"] = _REPEATS.sub(_IGNORED, context["body"])
