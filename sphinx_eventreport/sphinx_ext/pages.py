"""What templates are told of a page: where it was first published, its neighbours, its assets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.sphinx_ext.domain import report_domain
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.neighbours import Neighbours, neighbours_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

STYLE = "eventreport.css"
SCRIPT = "eventreport.js"
SLIDES_STYLE = "eventreport-slides.css"
SLIDES_SCRIPT = "eventreport-slides.js"
LISTINGS_STYLE = "eventreport-listings.css"
LISTINGS_SCRIPT = "eventreport-listings.js"
STATIC_FOLDER = Path(__file__).parent.parent / "static"


def complete_context(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Complete the context of a page of ours (``html-page-context``)."""
    domain = report_domain(app.env)
    page = domain.pages.get(pagename)
    if page is None or doctree is None:
        return
    if page.report or page.talks or page.media or page.listings:
        _add_assets(app)
    if page.slides or any(deck.slides for deck in page.decks()):
        _add_assets_of_slides(app)
    if any(query.view.is_interactive for query in page.listings):
        _add_assets_of_listings(app)
    # Templates strip tags off the title, which makes a plain space of every no-break space.
    context["title"] = context.get("title", "").replace("\N{NO-BREAK SPACE}", "&nbsp;")
    if page.report is not None and page.report.canonical is not None:
        context["pageurl"] = page.report.canonical.url
    neighbours = neighbours_of(app.env, domain).get(pagename)
    if neighbours is not None:
        _draw_neighbours(app, pagename, neighbours, context)


def add_static_files(_app: Sphinx, config: Config) -> None:
    """Let Sphinx copy our style sheet and script (``config-inited``)."""
    folder = str(STATIC_FOLDER)
    if folder not in config.html_static_path:
        config.html_static_path.append(folder)


def _add_assets(app: Sphinx) -> None:
    app.add_css_file(STYLE)
    if app.builder.name != "epub":
        app.add_js_file(SCRIPT, loading_method="defer")


def _add_assets_of_slides(app: Sphinx) -> None:
    app.add_css_file(STYLE)
    app.add_css_file(SLIDES_STYLE)
    if app.builder.name != "epub":
        app.add_js_file(SLIDES_SCRIPT, loading_method="defer")


def _add_assets_of_listings(app: Sphinx) -> None:
    if app.builder.name != "epub":
        app.add_css_file(LISTINGS_STYLE)
        app.add_js_file(LISTINGS_SCRIPT, loading_method="defer")


def _draw_neighbours(app: Sphinx, pagename: str, neighbours: Neighbours, context: dict[str, Any]) -> None:
    def link(docname: str, title: str) -> dict[str, str]:
        return {"link": app.builder.get_relative_uri(pagename, docname), "title": title}

    if neighbours.older:
        context["prev"] = link(neighbours.older, _("Older: %s") % neighbours.older_text)
    if neighbours.newer:
        context["next"] = link(neighbours.newer, _("Newer: %s") % neighbours.newer_text)
    if neighbours.up in app.env.titles and not context.get("parents"):
        context["parents"] = [link(neighbours.up, app.env.titles[neighbours.up].astext())]
