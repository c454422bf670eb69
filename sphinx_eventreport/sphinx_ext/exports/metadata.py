"""What search engines and chats read of a page of ours: JSON-LD and Open Graph.

Both need whole addresses, so they are written where that of the site is known.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.core.exports.addresses import as_uri
from sphinx_eventreport.core.exports.linked_data import PageAddresses, person_graph, report_graph, script
from sphinx_eventreport.sphinx_ext.site.published import published
from sphinx_eventreport.sphinx_ext.site.slide_pages import opening_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinx_eventreport.core.records import Report
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.published import Published
    from sphinx_eventreport.sphinx_ext.site.site import Site

OPENGRAPH = "sphinxext.opengraph"
"""An extension that writes Open Graph itself, and is told what we know (`page.descriptions`)."""


def metadata(app: Sphinx, site: Site, page: Page) -> Iterator[str]:
    """Yield the elements of the head that describe *page*; nothing of one that nothing is to list."""
    where = published(site)
    if where is None or page.is_unlisted:
        return
    if page.report is not None:
        image = _image(app, site, where, page)
        if OPENGRAPH not in app.extensions:
            yield from _open_graph(app, page, page.report, where, image)
        yield script(report_graph(_whole(page, page.report), _addresses(site, page, where, image)))
    for subject in page.subjects:
        person = site.known(subject.label) if subject.type == "person" and not subject.anchor else None
        if person is not None:
            yield script(person_graph(person, where.page(page.docname)))


def copy_pictures(app: Sphinx, builder: Builder, site: Site) -> None:
    """Have Sphinx copy the pictures of reports, which may be shown on no page."""
    if published(site) is None and OPENGRAPH not in app.extensions:
        return
    for page in site.pages.values():
        if page.thumbnail and page.thumbnail in app.env.images:
            builder.images[page.thumbnail] = app.env.images[page.thumbnail][1]


def _whole(page: Page, report: Report) -> Report:
    talks = tuple(placed.talk for placed in page.talks)
    return replace(report, title=page.title or report.title, talks=talks)


def _addresses(site: Site, page: Page, where: Published, image: str) -> PageAddresses:
    series = site.names.find("series", page.series_label()) if page.series_label() else []
    link = site.link(series[0]) if series and series[0].is_home else None
    return PageAddresses(
        page=where.page(page.docname),
        talks=tuple(where.url(page.talk_link(placed)) for placed in page.talks),
        series=where.url(link) if link else "",
        image=image,
    )


def _image(app: Sphinx, site: Site, where: Published, page: Page) -> str:
    name = app.builder.images.get(page.thumbnail or "")
    path = f"{app.builder.imagedir}/{name}" if name else opening_picture(site, page)
    return where.base + as_uri(path) if path else ""


def _open_graph(app: Sphinx, page: Page, report: Report, where: Published, image: str) -> Iterator[str]:
    properties = {
        "og:type": "article",
        "og:title": page.title or report.name,
        "og:url": where.page(page.docname),
        "og:site_name": app.config.project,
        "og:description": report.description,
        "og:image": image,
        "og:image:alt": page.title if image else "",
        "article:published_time": report.date.isoformat() if report.date else "",
        "article:modified_time": report.updated.isoformat() if report.updated else "",
    }
    for name, value in properties.items():
        if value:
            yield f'<meta property="{name}" content="{escape(value)}" />'
    yield f'<meta name="twitter:card" content="{"summary_large_image" if image else "summary"}" />'
