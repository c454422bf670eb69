"""Where a program finds what belongs to a report: the links of FAIR Signposting (https://signposting.org/FAIR)."""

from __future__ import annotations

from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx_eventreport.core.exports.addresses import on_the_web
from sphinx_eventreport.core.exports.dois import doi_in, doi_of_talk
from sphinx_eventreport.core.exports.entries import enclosures
from sphinx_eventreport.core.exports.linked_data import SCHEMA, license_url
from sphinx_eventreport.core.records import Deck
from sphinx_eventreport.sphinx_ext.exports.citations import MEDIA_TYPE, bibliography_path
from sphinx_eventreport.sphinx_ext.site.page import media_of_talk
from sphinx_eventreport.sphinx_ext.site.published import published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.records import Person
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.site import Site


def signposts(site: Site, page: Page) -> Iterator[str]:
    """Yield the links in the head of *page*; nothing where nobody knows where the site is."""
    where, report = published(site), page.report
    if where is None or report is None or page.is_unlisted:
        return
    yield _link("type", f"{SCHEMA}Report")
    doi = _doi(page)
    if doi:
        yield _link("cite-as", f"https://doi.org/{quote(doi)}")
    for address in filter(None, (_address(site, one) for one in report.authors)):
        yield _link("author", address)
    license_ = license_url(report.license)
    if license_:
        yield _link("license", license_)
    path = bibliography_path(site, page)
    if path:
        yield _link("describedby", PurePosixPath(path).name, MEDIA_TYPE)
    media = [*page.media, *(one for placed in page.talks for one in media_of_talk(placed.talk))]
    for file in enclosures(media, where.files):
        yield _link("item", file.url, file.media_type)


def _doi(page: Page) -> str:
    """Return the one DOI that what is on *page* has; "" where there is none, or the page has several."""
    of_talks = {doi_of_talk(placed.talk) for placed in page.talks}
    of_media = {doi_in([deck.source]) for deck in page.media if isinstance(deck, Deck)}
    found = (of_talks | of_media) - {""}
    return found.pop() if len(found) == 1 else ""


def _address(site: Site, person: Person) -> str:
    """Return the address that tells who *person* is: their ORCID iD, or else a page about them."""
    known = site.known(person.label) or person
    return f"https://orcid.org/{known.orcid}" if known.orcid else on_the_web(known.url)


def _link(relation: str, address: str, media_type: str = "") -> str:
    of_type = f' type="{escape(media_type)}"' if media_type else ""
    return f'<link rel="{relation}"{of_type} href="{escape(address)}" />'
