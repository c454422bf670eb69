"""What other extensions take for the beginning of a report: its text, and not the head that we draw.

sphinxext-opengraph describes a page by its first words, and ABlog shows the first paragraphs of a post.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any, TypeGuard

from docutils import nodes

from sphinx_eventreport.sphinx_ext.nodes.sections import title_section
from sphinx_eventreport.sphinx_ext.reading.state import reading_state
from sphinx_eventreport.sphinx_ext.site.domain import site_of
from sphinx_eventreport.sphinx_ext.site.slide_pages import opening_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sphinx_eventreport.sphinx_ext.site.page import Page

OPENGRAPH = "sphinxext.opengraph"
_OURS = "er-"


def describe_report(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give sphinxext-opengraph the description and the picture of a report (``html-page-context``).

    The page is written already, so what is taken out of its document is missed by nobody but those who
    would take it for the text.
    """
    page = site_of(app.env).pages.get(pagename)
    if doctree is None or page is None or page.report is None or OPENGRAPH not in app.extensions:
        return
    for node in [*_head(doctree)]:
        node.parent.remove(node)
    context["meta"] = {**_said(app, page), **(context.get("meta") or {})}


def _said(app: Sphinx, page: Page) -> dict[str, str]:
    """Return the fields of the report that opengraph asks for, in its words."""
    found = {}
    if page.report is not None and page.report.description:
        found["og:description"] = page.report.description
    name = app.builder.images.get(page.thumbnail or "")
    picture = f"{app.builder.imagedir}/{name}" if name else opening_picture(site_of(app.env), page)
    if picture:
        # From the root of the site: opengraph puts its address before it.
        found["og:image"] = picture
        found["og:image:alt"] = page.title
    return found


def begin_with_text(app: Sphinx, document: nodes.document) -> None:
    """Have ABlog show as an excerpt the first paragraphs of the text (``doctree-read``, after ABlog)."""
    posts = getattr(app.env, "ablog_posts", {}).get(app.env.docname, ())
    if not posts or reading_state(app.env) is None:
        return
    of_head = [paragraph for node in _head(document) for paragraph in node.findall(nodes.paragraph)]
    every = [*document.findall(nodes.paragraph)]
    for post in posts:
        excerpt = post["excerpt"]
        if excerpt and [node.astext() for node in excerpt] == [
            node.astext() for node in every[: len(excerpt)]
        ]:
            text = [paragraph for paragraph in every if paragraph not in of_head]
            post["excerpt"] = [paragraph.deepcopy() for paragraph in text[: len(excerpt)]]


def _head(document: nodes.document) -> Iterator[nodes.Element]:
    """Yield what we drew above the title, and between it and the first words of the text."""
    yield from (node for node in document.children if isinstance(node, nodes.paragraph) and _is_ours(node))
    section = title_section(document)
    body = section.children[1:] if section is not None else []
    yield from takewhile(_is_ours, body)


def _is_ours(node: nodes.Node) -> TypeGuard[nodes.Element]:
    if not isinstance(node, nodes.Element):
        return False
    classes: list[str] = node.get("classes", [])
    return node.tagname.startswith("eventreport_") or any(name.startswith(_OURS) for name in classes)
