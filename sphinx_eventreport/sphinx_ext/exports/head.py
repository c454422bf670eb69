"""What programs read in the head of a page: the feeds beside it, and what it is about."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.sphinx_ext.exports.citations import citation_html, meta_of_talk
from sphinx_eventreport.sphinx_ext.exports.files import write_bibliography, write_calendar, write_feeds
from sphinx_eventreport.sphinx_ext.exports.metadata import copy_pictures, metadata
from sphinx_eventreport.sphinx_ext.exports.signposts import signposts
from sphinx_eventreport.sphinx_ext.exports.slide_pages import deck_link, write_slide_pages
from sphinx_eventreport.sphinx_ext.listings.feeds import feed_files, feed_of
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.site import Site


def write_what_is_beside(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Write what is beside a page, and link it in the head (``html-page-context``)."""
    site = site_of(app.env)
    page = site.pages.get(pagename)
    if doctree is None or page is None:
        return
    write_feeds(site, page)
    write_calendar(site, page)
    write_slide_pages(site, page, doctree, OutputFolder(Path(app.outdir)))
    write_bibliography(site, page)
    links = (*_feed_links(site, page), *deck_link(site, page), *signposts(site, page))
    said = (*meta_of_talk(site, page), *metadata(app, site, page))
    context["metatags"] = "\n".join(filter(None, [context.get("metatags", ""), *links, *said]))
    context["body"] = context.get("body", "") + citation_html(site, page)


def copy_pictures_of_reports(app: Sphinx, builder: Builder) -> None:
    """Have Sphinx copy the pictures that describe reports, wherever they are shown (``write-started``)."""
    copy_pictures(app, builder, site_of(app.env))


def _feed_links(site: Site, page: Page) -> Iterator[str]:
    for file in feed_files(site, page):
        feed = feed_of(site, page.docname, file.offer)
        title = escape(feed.title) if feed else ""
        yield f'<link rel="alternate" type="{file.media_type}" title="{title}" href="{escape(file.name)}" />'
