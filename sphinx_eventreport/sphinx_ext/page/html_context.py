"""Values for the templates of a page: where it was first published, its neighbours, its assets."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.inline.languages import with_direction_of_page, with_directions
from sphinx_eventreport.sphinx_ext.listings.neighbours import (
    Neighbours,
    neighbours,
    told_apart_beside,
)
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.builder_kinds import is_epub, is_one_page
from sphinx_eventreport.sphinx_ext.site.domain import site_of
from sphinx_eventreport.sphinx_ext.writers.style_links import (
    EPUB_STYLE,
    LISTINGS_STYLE,
    SLIDES_STYLE,
    STYLE,
    link_styles_in_body,
    put_drawings_in_body,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page

SCRIPT = "eventreport.js"
SLIDES_SCRIPTS = ("eventreport-hands.js", "eventreport-player.js", "eventreport-slides.js")
LISTINGS_SCRIPTS = ("eventreport-bar.js", "eventreport-listings.js")
LANDING_SCRIPT = "eventreport-landing.js"
STATIC_FOLDER = Path(__file__).parents[2] / "static"


def complete_context(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Complete the context of a page of ours (``html-page-context``)."""
    if doctree is None:
        return
    site = site_of(app.env)
    _add_assets(app, [*_pages_in(app, pagename)])
    if not is_epub(app.builder):  # EPUB allows such links in the head only.
        put_drawings_in_body(context)
        link_styles_in_body(context)
    language = str(app.config.language)
    context["body"] = with_directions(context.get("body", ""), language)
    page = site.pages.get(pagename)
    if page is None:
        return
    if page.is_styled:
        context["body"] = with_direction_of_page(context["body"], language)
    today = read_value(app.config, "today")
    if today:
        context["metatags"] = (
            f'{context.get("metatags", "")}\n<meta name="eventreport-today" content="{escape(today)}" />'
        )
    # Templates strip tags off the title, which makes a plain space of every no-break space.
    context["title"] = context.get("title", "").replace("\N{NO-BREAK SPACE}", "&nbsp;")
    if page.report is not None and page.report.canonical is not None:
        context["pageurl"] = page.report.canonical.url
    _tell_apart(told_apart_beside(site).get(pagename, ()), context)
    around = neighbours(site).get(pagename)
    if around is not None:
        _draw_neighbours(app, pagename, around, context)


def add_static_files(_app: Sphinx, config: Config) -> None:
    """Let Sphinx copy our style sheets and scripts, and put into a book its own only (``config-inited``)."""
    folder = str(STATIC_FOLDER)
    if folder not in config.html_static_path:
        config.html_static_path.append(folder)
        # All others, whichever they are: a list of them would be without the next one.
        styles = sorted(path.name for path in STATIC_FOLDER.glob("*.css") if path.name != EPUB_STYLE)
        config.epub_exclude_files += [f"_static/{name}" for name in styles]


def _pages_in(app: Sphinx, pagename: str) -> Iterable[Page]:
    """Return the pages of ours that one file of the output has: all of them if there is one file only."""
    pages = site_of(app.env).pages
    if is_one_page(app.builder):
        return pages.values()
    return [pages[pagename]] if pagename in pages else []


def _add_assets(app: Sphinx, pages: Sequence[Page]) -> None:
    """Have *app* load what the file with *pages* has use for, and no more."""
    has_slides = any(page.has_slides for page in pages)
    if not (has_slides or any(page.is_styled for page in pages)):
        return
    if is_epub(app.builder):
        app.add_css_file(EPUB_STYLE)
        return
    _load(app, STYLE, SCRIPT)
    if has_slides:
        _load(app, SLIDES_STYLE, *SLIDES_SCRIPTS)
    if any(query.view.is_interactive for page in pages for query in page.listings):
        _load(app, LISTINGS_STYLE, *LISTINGS_SCRIPTS)
    # After the script of slides, which it tells where the searched words are.
    _load_script(app, LANDING_SCRIPT)


def _load(app: Sphinx, style: str, *scripts: str) -> None:
    app.add_css_file(style)
    for script in scripts:
        _load_script(app, script)


def _load_script(app: Sphinx, script: str) -> None:
    app.add_js_file(script, loading_method="defer")


def _tell_apart(titles: Iterable[str], context: dict[str, Any]) -> None:
    """Put *titles*, where there are any, in place of those that Sphinx has for the pages before and after."""
    for key, title in zip(("prev", "next"), titles, strict=False):
        if title and context.get(key):
            context[key] = {**context[key], "title": escape(title)}


def _draw_neighbours(app: Sphinx, pagename: str, around: Neighbours, context: dict[str, Any]) -> None:
    def link(target: Link, title: str) -> dict[str, str]:
        return {"link": app.builder.get_relative_uri(pagename, target.docname), "title": title}

    if around.older:
        context["prev"] = link(around.older, _("Older: %s") % around.older.title)
    if around.newer:
        context["next"] = link(around.newer, _("Newer: %s") % around.newer.title)
    if not context.get("parents"):
        context["parents"] = [link(around.up, around.up.title)]
