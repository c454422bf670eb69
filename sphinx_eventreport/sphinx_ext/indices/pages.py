"""The pages of the indices: HTML made here, in the frame of any theme.

Sphinx's template shows names in the type of code, and gives entries no ids to link to.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.identifiers import slug_or
from sphinx_eventreport.sphinx_ext.indices.content import index_groups
from sphinx_eventreport.sphinx_ext.indices.of_domain import INDICES
from sphinx_eventreport.sphinx_ext.site.builder_kinds import (
    has_pages_of_its_own,
    is_epub,
    writes_single_pages,
)
from sphinx_eventreport.sphinx_ext.site.domain import site_of
from sphinx_eventreport.sphinx_ext.site.names import index_page
from sphinx_eventreport.sphinx_ext.writers.style_links import EPUB_STYLE, STYLE, link_styles_in_body

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinx_eventreport.sphinx_ext.indices.content import Groups, Item

_NAMES = {index_page(index.name): index.name for index in INDICES}
_TEMPLATE = "domainindex.html"


def made_indices(builder: Builder) -> frozenset[str]:
    """Return the indices of which *builder* makes pages."""
    wanted = builder.config.html_domain_indices
    if not writes_single_pages(builder) or has_pages_of_its_own(builder):
        return frozenset()
    return frozenset(
        name for page, name in _NAMES.items() if (wanted if isinstance(wanted, bool) else page in wanted)
    )


def draw_index(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> str | None:
    """Put an index of ours into a plain page (``html-page-context``), and return that page's template."""
    if template != _TEMPLATE or pagename not in _NAMES:
        return None
    # A translation that waits to be used is nothing that JSON can hold.
    title = context["indextitle"] = str(context["indextitle"])
    groups = index_groups(site_of(app.env), _NAMES[pagename])
    context["title"] = escape(title)
    context["body"] = "".join(_body(title, groups, _addresses(app, pagename)))
    if is_epub(app.builder):
        app.add_css_file(EPUB_STYLE)
    else:
        app.add_css_file(STYLE)
        link_styles_in_body(context)
    return "page.html"


def _addresses(app: Sphinx, pagename: str) -> Callable[[str], str]:
    known: dict[str, str] = {}

    def address(docname: str) -> str:
        if docname not in known:
            known[docname] = escape(app.builder.get_relative_uri(pagename, docname))
        return known[docname]

    return address


def _body(title: str, groups: Groups, address: Callable[[str], str]) -> Iterator[str]:
    ids = [slug_or(heading, f"group-{number}") for number, (heading, _items) in enumerate(groups)]
    links = [
        f'<a href="#at-{escape(name)}">{escape(heading)}</a>'
        for name, (heading, _items) in zip(ids, groups, strict=True)
    ]
    yield f'<h1>{escape(title)}</h1>\n<p class="er-index-letters">{" ".join(links)}</p>\n'
    for name, (heading, items) in zip(ids, groups, strict=True):
        yield f'<h2 id="at-{escape(name)}">{escape(heading)}</h2>\n'
        yield from _list(items, address)


def _list(items: list[Item] | tuple[Item, ...], address: Callable[[str], str]) -> Iterator[str]:
    yield '<ul class="er-index">\n'
    for item in items:
        yield f'<li id="{escape(item.id)}">' if item.id else "<li>"
        yield _name(item, address)
        if item.extra:
            yield f' <span class="er-index-extra">{escape(item.extra)}</span>'
        if item.children:
            yield "\n"
            yield from _list(item.children, address)
        yield "</li>\n"
    yield "</ul>\n"


def _name(item: Item, address: Callable[[str], str]) -> str:
    if not item.docname:
        return escape(item.name)
    anchor = f"#{escape(item.anchor)}" if item.anchor else ""
    return f'<a href="{address(item.docname)}{anchor}">{escape(item.name)}</a>'
